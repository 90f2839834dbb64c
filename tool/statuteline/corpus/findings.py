"""What a check of the corpus finds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault of the corpus.

    Args:
        rule: The short name of the rule that is broken, such as ``dangling-reference``.
        what: The fault in one sentence.
        where: File and line, as ``path:line``.
        hint: How to mend it; may be empty.
        unreadable: Whether the file could not be read at all, so that nothing more
            can be said of it.
    """

    rule: str
    what: str
    where: str
    hint: str = ""
    unreadable: bool = False

"""What a reader of drafts is given and gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from statuteline.model.work import Expression

MAX_BYTES: Final = 64 * 1024 * 1024
"""Of a file, and of what is packed inside it: longer than any draft of one law."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFile:
    """A file that somebody wants compared.

    Args:
        name: Its name, for messages and as the title of the text.
        data: Its bytes.
        read_on: The day on which it is read: a draft bears no day of its own.
    """

    name: str
    data: bytes
    read_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftText:
    """A draft as it was read.

    Args:
        expression: Its text.
        notes: Sentences on what a reader of a comparison should know: what the file
            holds that is not in the text, and what was decided in reading it.
    """

    expression: Expression
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A reader of one kind of file.

    Args:
        summary: One sentence for people.
        suffixes: Endings that such files have, with the full stop. They only tell a
            file that is missing from a citation: what a file is, its bytes say.
        recognises: Tells from the bytes whether a file is of this kind. No two
            readers recognise the same bytes.
        read: Turns a file into a text; raises DraftError where it cannot.
    """

    summary: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    read: Callable[[DraftFile], DraftText]

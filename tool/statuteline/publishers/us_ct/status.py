"""What stands in the place of a number: law, or a word that there is none."""

from __future__ import annotations

import re
from typing import Final

from statuteline.model.published import Status

_STATUS: Final = (
    (re.compile(r"\**Transferred to\b"), Status.TRANSFERRED),
    (re.compile(r"Reserved for future use\b"), Status.RESERVED),
    (re.compile(r"Sections? [^a-z](?:.*[ ,])?(?:is|are) repealed\b"), Status.REPEALED),
    (re.compile(r"Repealed\b"), Status.REPEALED),
    (re.compile(r"Obsolete\b"), Status.OBSOLETE),
    (re.compile(r"Sections? [^a-z](?:.*[ ,])?(?:is|are) obsolete\b"), Status.OBSOLETE),
)


def status_of(body: str) -> Status:
    """Tell what stands in the place of a number.

    A section that is in force and will be repealed is active: its heading may name the
    day, but the law is printed.

    Args:
        body: The first paragraph of its body; empty for none.

    Returns:
        What the paragraph tells; active where it tells nothing else.

    Example:
        >>> status_of("Section 9-1 is repealed."), status_of("Fees are repealed yearly.")
        (<Status.REPEALED: 'repealed'>, <Status.ACTIVE: 'active'>)
    """
    return next((s for words, s in _STATUS if words.match(body)), Status.ACTIVE)

"""What a check of an encoding finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What is wrong."""

    OVERLAP = "overlap"
    """Two outcomes of a reading are met by one possible case."""
    GAP = "gap"
    """No outcome of a reading is met by a possible case."""
    NEVER = "never"
    """No possible case ends with an outcome."""
    CONTRADICTION = "contradiction"
    """The axioms leave no case possible."""
    TOO_MANY_CASES = "too-many-cases"
    """The facts make more cases than can be looked at."""
    TWO_FACTS = "two-facts"
    """Two different facts have one name."""
    NAMED_TWICE = "named-twice"
    """Two readings of a version, or two outcomes of a reading, have one name."""
    VERSIONS = "versions"
    """Versions are out of order, or share a day."""
    NOT_A_START = "not-a-start"
    """No text of the work begins on the first day of a version."""
    NOT_IN_FORCE = "not-in-force"
    """On some day there is no text that could have the words, or no such provision."""
    WORDS_NOT_THERE = "words-not-there"
    """The provision has other words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault of an encoding.

    Args:
        kind: What is wrong.
        what: The fault in one sentence.
        where: File and line where an author wrote it, or the encoding's name.
        hint: How to mend it; may be empty.
    """

    kind: Kind
    what: str
    where: str
    hint: str = ""

"""A section as a publisher prints it: numbers, heading, paragraphs and notes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from statuteline.model.text import Block, Prose


class EditionKind(Enum):
    """What an edition of a code holds."""

    REVISION = "revision"
    """The whole code."""
    SUPPLEMENT = "supplement"
    """Only what changed since the revision before; what is absent is not repealed."""


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Edition:
    """One published edition of a code.

    Args:
        revised_to: The day it is revised to.
        kind: What it holds.
    """

    revised_to: date
    kind: EditionKind

    @property
    def name(self) -> str:
        """Its name for people, such as ``revision of 2025``."""
        return f"{self.kind.value} of {self.revised_to.year}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A level of a code above the section.

    Args:
        number: As printed, such as ``CHAPTER 952``, or bare, as the source has it.
        name: Its name; empty for none.
    """

    number: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where a section stands in its code.

    Args:
        title: Number and name of its title; the name is empty where the source lacks it.
        chapter: Its chapter, or article.
        part: Its part; None for none.
        subpart: Its subpart; None for none.
    """

    title: Heading
    chapter: Heading
    part: Heading | None = None
    subpart: Heading | None = None


class NoteKind(Enum):
    """What an editor's note behind a section is."""

    SOURCE = "source"
    """The acts that made the section, in parentheses."""
    HISTORY = "history"
    """What each act did to it."""
    CROSS_REFERENCE = "cross-reference"
    ANNOTATION = "annotation"
    """Decisions of courts that cite it."""
    EDITORIAL = "editorial"
    """Any other note, such as one on the effective date of a coming text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One paragraph of an editor's note: no law.

    Args:
        kind: What it is.
        words: The words, unchanged.
    """

    kind: NoteKind
    words: Prose


class Status(Enum):
    """What a publisher prints in the place of a number."""

    ACTIVE = "active"
    REPEALED = "repealed"
    TRANSFERRED = "transferred"
    RESERVED = "reserved"
    OBSOLETE = "obsolete"


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedSection:
    """One record of an edition: a section, or several numbers under one heading.

    Args:
        numbers: The numbers that are printed in its heading, in order: one; or those of a
            group, of a range only its ends.
        is_range: Whether the group holds a run of numbers whose ends alone are printed.
        printed: Its number as printed, such as ``Secs. 1-19 and 1-19a.``
        former: The number it had before, as printed behind ``Formerly``: one, or several
            such as ``17-292d to 17-292f``; None for none.
        heading: The words of the heading behind the number; empty for none.
        status: What stands there.
        body: Its paragraphs and tables, numbers and all.
        notes: The notes behind it, in order.
        edition: The edition that it was read from.
        position: Where it stands.
        source: What it was read from: a page or file, with the place in it.
    """

    numbers: tuple[str, ...]
    is_range: bool
    printed: str
    former: str | None
    heading: Prose
    status: Status
    body: tuple[Block, ...]
    notes: tuple[Note, ...]
    edition: Edition
    position: Position
    source: str

    @property
    def number(self) -> str:
        """The number that its work has: of a group, its numbers joined.

        A group with a run in it is named by its ends, ``17b-817-to-17b-849``; any other
        by all its numbers, ``1-19-and-1-19a``.
        """
        if self.is_range:
            return f"{self.numbers[0]}-to-{self.numbers[-1]}"
        return "-and-".join(self.numbers)

    def notes_of(self, kind: NoteKind) -> tuple[Note, ...]:
        """Give its notes of one kind, in order."""
        return tuple(note for note in self.notes if note.kind is kind)

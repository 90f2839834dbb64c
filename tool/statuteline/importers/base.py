"""What an importer is given and gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from statuteline.corpus.uris import Uris
    from statuteline.model.ids import WorkId
    from statuteline.model.published import Edition, Status
    from statuteline.model.work import Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file to import, and what only the user can know about it.

    Args:
        name: Its file name, for messages and provenance.
        data: Its bytes.
        recorded: Today: the day the corpus learns it.
        dated: The document's own date; None where it has none.
        received: The day it was received; stands in for a missing own date.
        work: The work it is to be stored as; None where the document says so itself.
        uris: The URIs of the corpus it goes to; None for kinds that do not link.
        edition: The edition that it is of; None for documents of no edition.
    """

    name: str
    data: bytes
    recorded: date
    dated: date | None = None
    received: date | None = None
    work: WorkId | None = None
    uris: Uris | None = None
    edition: Edition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What became of one record of an edition: of a section, or of several together.

    Args:
        place: The file, with the place in it.
        numbers: The numbers that are printed, in order; of a run only its ends.
        is_range: Whether there is a run.
        status: What the publisher prints in the place of the number.
        texts: Its texts: the one in force first, then those that are to come.
        unplaced: Whether it has numbers that open nothing.
        unread: How many items of its notes could not be read.
        characters: Its characters, white space aside; its texts have all of them.
        refused: Why it cannot be kept; empty if it can. It has no texts then.
        counted: 1, or 0 for a further text of a record that was counted before.
    """

    place: str
    numbers: tuple[str, ...]
    is_range: bool
    status: Status
    texts: tuple[Expression, ...]
    unplaced: bool
    unread: int
    characters: int
    refused: str = ""
    counted: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """What is read whole before any of it is kept, such as a chapter.

    Args:
        printed: Its records, in order.
        left_out: How many records are leftovers of a capture, and no law.
        headings: How many headings and notes stand between its sections, or before
            them, and belong to none.
        faults: What is wrong with the lot as a whole, each with its place.
    """

    printed: tuple[Printed, ...]
    left_out: int
    headings: int
    faults: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeReader:
    """A reader of whole editions of a code.

    Args:
        jurisdiction: The jurisdiction whose code it is.
        series: The series of its sections.
        edition: Gives the edition of a year.
        lots: Reads a source with its edition, lot by lot; raises SourceError, naming
            file and line, at the first that is not of its kind.
    """

    jurisdiction: str
    series: str
    edition: Callable[[int], Edition]
    lots: Callable[[Source], Iterator[Lot]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Importer:
    """A reader of one kind of source.

    Args:
        summary: One sentence for the help text.
        read: Turns a source into an expression, or, for a whole code, into many; the
            former raises SourceError, naming file and line, when the source is not of
            its kind.
    """

    summary: str
    read: Callable[[Source], Expression] | CodeReader

"""An act as printed: text with deletions and insertions marked, and its clauses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import date

    from statuteline.model.acts import ActCited
    from statuteline.model.change import Runs


class Ink(Enum):
    """How words are printed, as far as it tells what an act does to them."""

    PLAIN = "plain"
    NEW = "new"
    """Underlined."""
    GONE = "gone"
    """Called deleted by the source itself; the brackets around them are left out."""
    BRACKET = "bracket"
    """Brackets set apart, as in bold type, from those that are words of the law."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words printed in one way.

    Args:
        text: The words, spaces and brackets as they stand; never empty.
        ink: How they are printed.
    """

    text: str
    ink: Ink = Ink.PLAIN


Pieces: TypeAlias = tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedParagraph:
    """One paragraph before its marks are read.

    Args:
        pieces: Its words.
        where: Where it begins in the source: a page or line.
    """

    pieces: Pieces
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedTable:
    """A table before its marks are read.

    Args:
        rows: Its rows of cells, in reading order.
        where: Where it begins in the source: a page or line.
    """

    rows: tuple[tuple[Pieces, ...], ...]
    where: str = ""


PrintedBlock: TypeAlias = PrintedParagraph | PrintedTable


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedParagraph:
    """One paragraph of an act.

    Args:
        runs: Its words: those that are deleted, without their brackets; those that are
            new; and all others. Spaces stand so that the words of each side read
            cleanly: both are canonical.
    """

    runs: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedTable:
    """A table of an act.

    Args:
        rows: Its rows of cells, in reading order.
    """

    rows: tuple[tuple[Runs, ...], ...]


MarkedBlock: TypeAlias = MarkedParagraph | MarkedTable


class DoubtReason(Enum):
    """Why print alone does not tell what a pair of brackets is."""

    NESTED = "it stands in other brackets"
    OVER_NEW = "new words stand in it"
    LIKE_WORDS = "it stands inside a word, or holds nothing or a note such as sic"
    SET_PLAIN = "other brackets of the source are set apart, and it is not"
    UNPAIRED = "its other bracket is missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A bracket, or a pair, that can be a mark or words of the law.

    Args:
        words: The bracket, or both with what they hold, as printed.
        deletes: Whether it was read as a mark of deletion.
        reason: Why that is not sure.
    """

    words: str
    deletes: bool
    reason: DoubtReason


@dataclass(frozen=True, slots=True, kw_only=True)
class ActSection:
    """One section of an act.

    Args:
        number: Its bare number.
        clause: The words that say what it does, from behind its number up to and with
            the effective date; plain, since nothing is marked there.
        blocks: The text it enacts, marks and all, as most likely meant.
        where: Where it begins in the source: a page or line.
        printed: The same text before its marks were read.
        doubts: The brackets in it that can be read otherwise;
            :func:`statuteline.acts.marks.readings` gives the other readings.
        marks_apart: Whether the source sets brackets that are marks apart, as in bold
            type, so that others are words.
    """

    number: str
    clause: str
    blocks: tuple[MarkedBlock, ...]
    where: str
    printed: tuple[PrintedBlock, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    marks_apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedAct:
    """An act or bill as printed.

    Args:
        act: Which it is; None for a bill.
        bill: Its bill, as printed; empty where it does not say.
        title: Its title; empty where it does not say.
        approved: The day it was approved; None where it does not say.
        sections: Its sections, in order.
        enacting: The words by which it is enacted; empty where it has none.
        furniture: Lines of the source that are no text of the act: running heads, page
            numbers, banners.
    """

    act: ActCited | None
    bill: str
    title: str
    approved: date | None
    sections: tuple[ActSection, ...]
    enacting: str = ""
    furniture: tuple[str, ...] = ()

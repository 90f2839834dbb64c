"""An act as printed: text with deletions and insertions marked, and its clauses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import date

    from statuteline.model.acts import ActCited
    from statuteline.model.change import Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedParagraph:
    """One paragraph of an act.

    Args:
        runs: Its words as they stand in the source: those that are deleted, without
            their brackets; those that are new; and all others.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ActSection:
    """One section of an act.

    Args:
        number: Its bare number.
        clause: The words that say what it does, from behind its number up to and with
            the effective date; plain, since nothing is marked there.
        blocks: The text it enacts, marks and all.
        where: Where it begins in the source: a page or line.
    """

    number: str
    clause: str
    blocks: tuple[MarkedBlock, ...]
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedAct:
    """An act as printed.

    Args:
        act: Which it is.
        bill: Its bill, as printed; empty where it does not say.
        title: Its title.
        approved: The day it was approved; None where it does not say.
        sections: Its sections, in order.
        furniture: Lines of the source that are no text of the act: running heads, page
            numbers, banners.
    """

    act: ActCited
    bill: str
    title: str
    approved: date | None
    sections: tuple[ActSection, ...]
    furniture: tuple[str, ...] = ()

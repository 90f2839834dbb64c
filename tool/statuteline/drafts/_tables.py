"""Tables of a file as one passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.drafts._passages import Passage, one_spaced
from statuteline.model.text import Cell, Table, plain

if TYPE_CHECKING:
    from collections.abc import Iterable


def table(
    rows: Iterable[Iterable[tuple[str, bool]]], *, caption: str = ""
) -> Passage | None:
    """Make a passage of a table.

    Args:
        rows: The words of each cell, and whether it is a header, row by row.
        caption: The words above it.

    Returns:
        The passage; None of a table without words.
    """
    made = tuple(
        tuple(Cell(spans=plain(one_spaced(w)), header=header) for w, header in row)
        for row in rows
    )
    filled = tuple(row for row in made if any(cell.spans for cell in row))
    if not filled:
        return None
    return Passage(block=Table(caption=plain(one_spaced(caption)), rows=filled))

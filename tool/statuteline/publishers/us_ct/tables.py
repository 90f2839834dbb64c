"""Tables of a page as rows of cells, every row as wide as the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from statuteline.model.text import Cell, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml import etree

    from statuteline.model.text import Prose

_WIDEST: Final = 60
"""Columns and rows that one cell may span; no table of the code comes near."""


_FRAME: Final = ("thead", "tbody", "tfoot", "tr", "colgroup")
_PARTS: Final = {*_FRAME, "td", "th", "caption", "col"}


def is_laid_out(element: etree._Element) -> bool:
    """Tell whether a table only lays out its words.

    That is so if it holds a table, or one column, or words outside its cells.
    """
    if element.find(".//table") is not None or _has_loose_words(element):
        return True
    return all(len(_cells(row)) < 2 for row in element.iter("tr"))


def _has_loose_words(element: etree._Element) -> bool:
    for frame in (element, *element.iter(*_FRAME)):
        if any(child.tag not in _PARTS for child in frame):
            return True
        if any((text or "").strip() for text in (frame.text, *(c.tail for c in frame))):
            return True
    return False


def table_of(element: etree._Element, words: Callable[[etree._Element], Prose]) -> Table:
    """Read a table that is not laid out.

    A cell that spans columns or rows stands in the first of them, and the others are
    empty. Columns and rows without a word are left out.

    Args:
        element: The table.
        words: How to read a cell.

    Returns:
        The table, with at least one row.
    """
    given = list(_filled(element, words))
    width = max(map(len, given))
    rows = [[*row, *[Cell(spans=())] * (width - len(row))] for row in given]
    columns = [at for at in range(width) if any(row[at].spans for row in rows)] or [0]
    kept = [row for row in rows if any(cell.spans for cell in row)] or rows[:1]
    caption = element.find("caption")
    return Table(
        caption=words(caption) if caption is not None else (),
        rows=tuple(tuple(row[at] for at in columns) for row in kept),
    )


def _filled(
    element: etree._Element, words: Callable[[etree._Element], Prose]
) -> Iterator[list[Cell]]:
    """Give the rows, with an empty cell in each further place of one that spans several."""
    below: dict[int, int] = {}
    for row in element.iter("tr"):
        cells: list[Cell] = []
        taken, below = below, {at: more - 1 for at, more in below.items() if more > 1}
        for cell in _cells(row):
            while len(cells) in taken:
                cells.append(Cell(spans=()))
            wide, high = (_count(cell.get(name)) for name in ("colspan", "rowspan"))
            if high > 1:
                below |= dict.fromkeys(range(len(cells), len(cells) + wide), high - 1)
            cells.append(Cell(spans=words(cell), header=cell.tag == "th"))
            cells += [Cell(spans=())] * (wide - 1)
        yield cells


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row if cell.tag in {"td", "th"}]


def _count(given: str | None) -> int:
    return min(int(given), _WIDEST) if given and given.isdecimal() and given != "0" else 1

"""A two-column table that lost its columns when its text was taken out of a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from statuteline.errors import SourceError
from statuteline.importers._lines import Gap, Line, joined
from statuteline.model.text import Cell, Table, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_Row: TypeAlias = tuple[str, str]
_FEWEST_ROWS = 2


def is_table(block: tuple[Line, ...]) -> bool:
    """Tell whether a block is a table: its cells' lines stand closer than prose."""
    return any(line.gap is Gap.TIGHT for line in block)


def read_table(name: str, block: tuple[Line, ...]) -> Table:
    """Read a table of a caption, two header cells and rows of two cells.

    Lines of one cell stand close together. Short rows are printed with both cells on
    one line and no mark between them. The cut is found by the word with which every
    second cell opens. It must part all rows, and at least two; no other word may.

    Args:
        name: The source's file name, for messages.
        block: The lines, caption first.

    Returns:
        The table.

    Raises:
        SourceError: If a row cannot be parted, or could be parted in several ways.
    """
    groups = tuple(_groups(block))
    if len(groups) < 5 or len(groups[0]) > 1:
        raise _fault(name, block[0], "The table has no caption, head and rows")
    caption, *heads = (joined(group) for group in groups[:3])
    cells = tuple(joined(group) for group in groups[3:])
    found = {
        word: rows
        for word in dict.fromkeys(cell.split()[0] for cell in cells)
        if (rows := _rows(cells, word)) is not None
        and not any(word in head.split() for head in heads)
    }
    if len(found) != 1:
        raise _fault(
            name, groups[3][0], "The rows of the table cannot be split into two cells"
        )
    (rows,) = found.values()
    header = tuple(Cell(spans=plain(head), header=True) for head in heads)
    body = tuple(tuple(Cell(spans=plain(cell)) for cell in row) for row in rows)
    return Table(caption=plain(caption), rows=(header, *body))


def _groups(block: tuple[Line, ...]) -> Iterator[tuple[Line, ...]]:
    group: list[Line] = []
    for line in block:
        if group and line.gap is not Gap.TIGHT:
            yield tuple(group)
            group = []
        group.append(line)
    yield tuple(group)


def _rows(cells: tuple[str, ...], opening: str) -> tuple[_Row, ...] | None:
    """Part the cells into rows whose second cell opens with a word; None if not so."""
    rows: list[_Row] = []
    first = ""
    for cell in cells:
        words = cell.split()
        places = [index for index, word in enumerate(words) if word == opening]
        if len(places) > 1:
            return None
        if not places:
            if first:
                return None
            first = cell
        elif (places[0] == 0) != bool(first):
            return None
        else:
            before, after = " ".join(words[: places[0]]), " ".join(words[places[0] :])
            rows.append((first or before, after))
            first = ""
    return None if first or len(rows) < _FEWEST_ROWS else tuple(rows)


def _fault(name: str, line: Line, what: str) -> SourceError:
    return SourceError(
        what,
        where=f"{name}, line {line.number}",
        hint="the file may lack lines; take the text out of the document again",
    )

"""The list of changes as comma-separated values, one row a change.

The first row names the columns. A cell that a spreadsheet would take for a formula has
an apostrophe before it.

Source:
    RFC 4180: commas, double quotes, and CR LF behind every row.
"""

from __future__ import annotations

from csv import writer
from io import StringIO
from typing import TYPE_CHECKING

from statuteline.publish import _listed
from statuteline.publish._characters import visible
from statuteline.publish._entries import COLUMNS, entries, formula_safe
from statuteline.publish.base import Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.model.change import Comparison
    from statuteline.publish.base import Style


def _comparison(comparison: Comparison, _style: Style) -> str:
    return "".join(_rows(COLUMNS, entries(comparison)))


def _comparisons(comparisons: Iterable[Comparison], _style: Style) -> Iterator[str]:
    return _rows(_listed.COLUMNS, (one.cells() for one in _listed.listed(comparisons)))


def _rows(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield _row(head)
    for row in rows:
        yield _row(tuple(formula_safe(visible(cell)) for cell in row))


def _row(cells: tuple[str, ...]) -> str:
    store = StringIO(newline="")
    writer(store, lineterminator="\r\n").writerow(cells)
    return store.getvalue()


FORMAT = Format(
    summary="The list of changes for spreadsheets and scripts.",
    comparison=_comparison,
    comparisons=_comparisons,
)

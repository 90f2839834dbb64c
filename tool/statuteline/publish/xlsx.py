"""The list of changes as a workbook: every cell a string, never a formula.

The rows of many comparisons wait in temporary files, not in memory.

It needs XlsxWriter, which the extra ``xlsx`` brings.
"""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Final

from statuteline.publish import _listed, _wording
from statuteline.publish._characters import one_line
from statuteline.publish._entries import COLUMNS, entries
from statuteline.publish._workbook import FIRST_DAY, Sheets, open_book
from statuteline.publish.base import Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.model.change import Comparison
    from statuteline.publish.base import Style

_WIDTHS: Final = (16, 34, 10, 34, 10, 50, 60, 60, 11, 28)
_LIST_WIDTHS: Final = (18, 14, 30, 16, 20, 20, 50, 28, 11, 24, 34, 34, 34, 34)


def _comparison(comparison: Comparison, _style: Style) -> bytes:
    title = one_line(_wording.headline(comparison))
    start = comparison.new.start or comparison.new.id.version
    store = BytesIO()
    with open_book(store, in_files=False) as book:
        sheets = Sheets(book, COLUMNS, _WIDTHS, "Changes")
        for entry in entries(comparison):
            sheets.add(entry)
        sheets.close(title, (title, *_wording.head(comparison)), start)
    return store.getvalue()


def _comparisons(comparisons: Iterable[Comparison], _style: Style) -> Iterator[bytes]:
    told: dict[str, None] = {}
    start, count = date.min, 0
    store = BytesIO()
    with open_book(store, in_files=True) as book:
        sheets = Sheets(book, _listed.COLUMNS, _LIST_WIDTHS, "Changes")
        for comparison in comparisons:
            for one in _listed.listed((comparison,)):
                sheets.add(one.cells())
            start = max(start, comparison.new.start or comparison.new.id.version)
            told |= dict.fromkeys(_wording.notices(comparison))
            count += 1
        compared = f"{count} comparisons, {sheets.count} changes."
        sheets.close("Changes", (compared, *told), max(start, FIRST_DAY))
    yield store.getvalue()


FORMAT = Format(
    summary="The list of changes as a workbook; needs statuteline[xlsx].",
    comparison=_comparison,
    comparisons=_comparisons,
    binary=True,
)

"""The list of changes as a workbook: every cell a string, never a formula.

The rows of many comparisons wait in temporary files, not in memory.

It needs XlsxWriter, which the extra ``xlsx`` brings.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from statuteline.errors import StatutelineError
from statuteline.publish import _listed, _wording
from statuteline.publish._characters import one_line, visible
from statuteline.publish._entries import COLUMNS, entries
from statuteline.publish.base import Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.model.change import Comparison
    from statuteline.publish.base import Style

_LONGEST: Final = 32_767
"""Characters that a cell can hold, by the file format's own limit."""
_CUT: Final = " […] (cut: a cell holds no more)"
_WIDTHS: Final = (16, 34, 10, 34, 10, 50, 60, 60, 11, 28)
_LIST_WIDTHS: Final = (18, 14, 30, 16, 20, 20, 50, 28, 11, 24, 34, 34, 34, 34)
_ROWS: Final = 1_048_576
"""Rows that a sheet can hold, by the file format's own limit."""
_FIRST_DAY: Final = date(1980, 1, 1)
"""The earliest date that a zip archive knows."""
_AS_TYPED: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_IN_FILES: Final = {"in_memory": False, "constant_memory": True}


def _comparison(comparison: Comparison, _style: Style) -> bytes:
    title = one_line(_wording.headline(comparison))
    start = comparison.new.start or comparison.new.id.version
    store = BytesIO()
    with _library().Workbook(store, _AS_TYPED) as book:
        sheets = _Sheets(book, COLUMNS, _WIDTHS)
        for entry in entries(comparison):
            sheets.add(entry)
        sheets.close(title, (title, *_wording.head(comparison)), start)
    return store.getvalue()


def _comparisons(comparisons: Iterable[Comparison], _style: Style) -> Iterator[bytes]:
    told: dict[str, None] = {}
    start, count = date.min, 0
    store = BytesIO()
    with _library().Workbook(store, _AS_TYPED | _IN_FILES) as book:
        sheets = _Sheets(book, _listed.COLUMNS, _LIST_WIDTHS)
        for comparison in comparisons:
            for one in _listed.listed((comparison,)):
                sheets.add(one.cells())
            start = max(start, comparison.new.start or comparison.new.id.version)
            told |= dict.fromkeys(_wording.notices(comparison))
            count += 1
        compared = f"{count} comparisons, {sheets.count} changes."
        sheets.close("Changes", (compared, *told), max(start, _FIRST_DAY))
    yield store.getvalue()


def _library() -> Any:  # noqa: ANN401 -- imported when used
    try:
        return import_module("xlsxwriter")
    except ImportError as error:
        raise StatutelineError(
            "The format xlsx needs the package XlsxWriter, which is not installed",
            hint="pip install 'statuteline[xlsx]'",
        ) from error


class _Sheets:
    """Writes rows into as many sheets as they need, and what they are into a last one."""

    def __init__(
        self,
        book: Any,  # noqa: ANN401 -- as above
        columns: tuple[str, ...],
        widths: tuple[int, ...],
    ) -> None:
        self._book = book
        self._head = book.add_format({"bold": True, "bottom": 1})
        self._text = book.add_format({"text_wrap": True, "valign": "top"})
        self._columns = columns
        self._widths = widths
        self._room = 0
        self._sheet: Any = None
        self.count = 0
        self._begin("Changes")

    def add(self, cells: tuple[str, ...]) -> None:
        """Add one row."""
        if self._room == 0:
            self._begin(f"Changes {self.count // (_ROWS - 1) + 1}")
        row = _ROWS - self._room
        for column, cell in enumerate(cells):
            self._sheet.write_string(row, column, _fitting(visible(cell)), self._text)
        self._room -= 1
        self.count += 1

    def close(self, title: str, about: tuple[str, ...], day: date) -> None:
        """Say what the rows are, and give the file its title and date."""
        self._filter()
        created = datetime.combine(day, time(), UTC).replace(tzinfo=None)
        self._book.set_properties(
            {"title": title[:255], "author": "statuteline", "created": created}
        )
        sheet = self._book.add_worksheet("About")
        sheet.set_column(0, 0, 100)
        for row, words in enumerate(about):
            sheet.write_string(row, 0, _fitting(one_line(words)), self._text)

    def _begin(self, name: str) -> None:
        if self._sheet is not None:
            self._filter()
        self._sheet = self._book.add_worksheet(name)
        for column, (head, width) in enumerate(
            zip(self._columns, self._widths, strict=True)
        ):
            self._sheet.set_column(column, column, width)
            self._sheet.write_string(0, column, head, self._head)
        self._sheet.freeze_panes(1, 0)
        self._room = _ROWS - 1

    def _filter(self) -> None:
        last = _ROWS - 1 - self._room
        self._sheet.autofilter(0, 0, last, len(self._columns) - 1)


def _fitting(cell: str) -> str:
    return cell if len(cell) <= _LONGEST else cell[: _LONGEST - len(_CUT)] + _CUT


FORMAT = Format(
    summary="The list of changes as a workbook; needs statuteline[xlsx].",
    comparison=_comparison,
    comparisons=_comparisons,
    binary=True,
)

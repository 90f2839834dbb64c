"""Workbooks: rows of words as sheets, every cell a string, never a formula.

It needs XlsxWriter, which the extra ``xlsx`` brings.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from statuteline.errors import StatutelineError
from statuteline.publish._characters import one_line, visible

if TYPE_CHECKING:
    from io import BytesIO

FIRST_DAY: Final = date(1980, 1, 1)
"""The earliest date that a zip archive knows."""
_LONGEST: Final = 32_767
"""Characters that a cell can hold, by the file format's own limit."""
_CUT: Final = " […] (cut: a cell holds no more)"
_ROWS: Final = 1_048_576
"""Rows that a sheet can hold, by the file format's own limit."""
_AS_TYPED: Final = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def open_book(store: BytesIO, *, in_files: bool) -> Any:  # noqa: ANN401 -- imported when used
    """Begin a workbook, which is written into a store when it is closed.

    Args:
        store: Where the file goes.
        in_files: Whether rows wait in temporary files rather than in memory.

    Raises:
        StatutelineError: If XlsxWriter is not installed.
    """
    waiting = {"in_memory": not in_files, "constant_memory": in_files}
    try:
        return import_module("xlsxwriter").Workbook(store, _AS_TYPED | waiting)
    except ImportError as error:
        raise StatutelineError(
            "The format xlsx needs the package XlsxWriter, which is not installed",
            hint="pip install 'statuteline[xlsx]'",
        ) from error


class Sheets:
    """Writes rows into as many sheets as they need, and what they are into a last one."""

    def __init__(
        self,
        book: Any,  # noqa: ANN401 -- as above
        columns: tuple[str, ...],
        widths: tuple[int, ...],
        name: str,
    ) -> None:
        self._book = book
        self._name = name
        self._head = book.add_format({"bold": True, "bottom": 1})
        self._text = book.add_format({"text_wrap": True, "valign": "top"})
        self._columns = columns
        self._widths = widths
        self._room = 0
        self._sheet: Any = None
        self.count = 0
        self._begin(name)

    def add(self, cells: tuple[str, ...]) -> None:
        """Add one row."""
        if self._room == 0:
            self._begin(f"{self._name} {self.count // (_ROWS - 1) + 1}")
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

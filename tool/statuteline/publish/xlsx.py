"""The list of changes as a workbook: every cell a string, never a formula.

It needs XlsxWriter, which the extra ``xlsx`` brings.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from statuteline.errors import StatutelineError
from statuteline.publish import _wording
from statuteline.publish._characters import one_line, visible
from statuteline.publish._entries import COLUMNS, entries
from statuteline.publish.base import Format

if TYPE_CHECKING:
    from statuteline.model.change import Comparison
    from statuteline.publish.base import Style

_LONGEST: Final = 32_767
"""Characters that a cell can hold, by the file format's own limit."""
_CUT: Final = " […] (cut: a cell holds no more)"
_WIDTHS: Final = (16, 34, 10, 34, 10, 50, 60, 60, 11, 28)
_AS_TYPED: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def _comparison(comparison: Comparison, _style: Style) -> bytes:
    try:
        library = import_module("xlsxwriter")
    except ImportError as error:
        raise StatutelineError(
            "The format xlsx needs the package XlsxWriter, which is not installed",
            hint="pip install 'statuteline[xlsx]'",
        ) from error
    store = BytesIO()
    with library.Workbook(store, _AS_TYPED) as book:
        start = comparison.new.start or comparison.new.id.version
        title = one_line(_wording.headline(comparison))
        created = datetime.combine(start, time(), UTC).replace(tzinfo=None)
        book.set_properties(
            {"title": title[:255], "author": "statuteline", "created": created}
        )
        looks = {
            "head": book.add_format({"bold": True, "bottom": 1}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
        }
        _changes(book.add_worksheet("Changes"), comparison, looks)
        about = book.add_worksheet("About")
        about.set_column(0, 0, 100)
        for row, words in enumerate((title, *_wording.head(comparison))):
            about.write_string(row, 0, one_line(words), looks["text"])
    return store.getvalue()


def _changes(sheet: Any, comparison: Comparison, looks: dict[str, Any]) -> None:  # noqa: ANN401 -- imported when used
    for column, (name, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, looks["head"])
    for row, entry in enumerate(entries(comparison), start=1):
        for column, cell in enumerate(entry):
            sheet.write_string(row, column, _fitting(visible(cell)), looks["text"])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(comparison.changes), len(COLUMNS) - 1)


def _fitting(cell: str) -> str:
    return cell if len(cell) <= _LONGEST else cell[: _LONGEST - len(_CUT)] + _CUT


FORMAT = Format(
    summary="The list of changes as a workbook; needs statuteline[xlsx].",
    comparison=_comparison,
    binary=True,
)

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

from statuteline.publish._characters import visible
from statuteline.publish._entries import COLUMNS, entries, formula_safe
from statuteline.publish.base import Format

if TYPE_CHECKING:
    from statuteline.model.change import Comparison
    from statuteline.publish.base import Style


def _comparison(comparison: Comparison, _style: Style) -> str:
    store = StringIO(newline="")
    rows = writer(store, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for entry in entries(comparison):
        rows.writerow(formula_safe(visible(cell)) for cell in entry)
    return store.getvalue()


FORMAT = Format(
    summary="The list of changes for spreadsheets and scripts.", comparison=_comparison
)

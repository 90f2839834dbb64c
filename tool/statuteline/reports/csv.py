"""Comma-separated values for spreadsheets: no cell can be taken for a formula.

The file begins with a byte order mark, without which Excel misreads letters beyond ASCII.

Source:
    RFC 4180: commas, double quotes, and CR LF behind every row.
"""

from __future__ import annotations

from csv import writer
from io import StringIO
from typing import TYPE_CHECKING

from statuteline.publish import cell_text
from statuteline.reports import _matrix_cells
from statuteline.reports._cells import COLUMNS, row
from statuteline.reports.base import Report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statuteline.reports.base import Checked, Matrix

_MARK = "\ufeff"


def _findings(checked: Checked) -> str:
    return _written(COLUMNS, (row(one) for one in checked.listed))


def _matrix(matrix: Matrix) -> str:
    return _written(
        _matrix_cells.COLUMNS,
        (
            tuple("\n".join(cell) for cell in _matrix_cells.row(matrix, one))
            for one in matrix.listed
        ),
    )


def _written(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    store = StringIO(newline="")
    sheet = writer(store, lineterminator="\r\n")
    sheet.writerow(columns)
    sheet.writerows(tuple(cell_text(cell) for cell in cells) for cells in rows)
    return _MARK + store.getvalue()


REPORT = Report(
    summary="A table for spreadsheets and scripts.", findings=_findings, matrix=_matrix
)

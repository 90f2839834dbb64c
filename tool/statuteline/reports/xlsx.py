"""A workbook: every cell words, never a formula.

It needs XlsxWriter, which the extra ``xlsx`` brings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.publish import workbook
from statuteline.reports import _matrix_cells
from statuteline.reports._cells import COLUMNS, WIDTHS, row
from statuteline.reports.base import Report

if TYPE_CHECKING:
    from statuteline.reports.base import Checked, Matrix


def _findings(checked: Checked) -> bytes:
    return workbook(
        "Links",
        COLUMNS,
        WIDTHS,
        (row(one) for one in checked.listed),
        about=("Links of code and text", checked.corpus, checked.counted, f"{checked.on}"),
        day=checked.on,
    )


def _matrix(matrix: Matrix) -> bytes:
    return workbook(
        "Matrix",
        _matrix_cells.COLUMNS,
        _matrix_cells.WIDTHS,
        (
            tuple("\n".join(cell) for cell in _matrix_cells.row(matrix, one))
            for one in matrix.listed
        ),
        about=(f"Matrix of {matrix.act}", matrix.corpus, matrix.counted, f"{matrix.on}"),
        day=matrix.on,
    )


REPORT = Report(
    summary="A workbook; needs statuteline[xlsx].",
    findings=_findings,
    matrix=_matrix,
    binary=True,
)

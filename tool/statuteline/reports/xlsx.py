"""A workbook: every cell words, never a formula.

It needs XlsxWriter, which the extra ``xlsx`` brings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.publish import workbook
from statuteline.reports._cells import COLUMNS, WIDTHS, row
from statuteline.reports.base import Report

if TYPE_CHECKING:
    from statuteline.reports.base import Checked


def _findings(checked: Checked) -> bytes:
    return workbook(
        "Links",
        COLUMNS,
        WIDTHS,
        (row(one) for one in checked.listed),
        about=("Links of code and text", checked.corpus, checked.counted, f"{checked.on}"),
        day=checked.on,
    )


REPORT = Report(
    summary="A workbook; needs statuteline[xlsx].", findings=_findings, binary=True
)

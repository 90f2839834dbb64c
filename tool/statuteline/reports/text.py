"""Lines for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.publish import seen
from statuteline.reports.base import Report

if TYPE_CHECKING:
    from statuteline.reports.base import Checked, Finding


def _findings(checked: Checked) -> str:
    """Write a line a finding, as compilers do: file and line first."""
    lines = (*(_line(one) for one in checked.listed), checked.counted)
    return "".join(f"{seen(' '.join(line.split()))}\n" for line in lines)


def _line(one: Finding) -> str:
    return f"{one.place}: {one.state.value}: {one.judged.link.id}: {one.told}"


REPORT = Report(summary="Lines for a terminal.", findings=_findings)

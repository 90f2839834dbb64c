"""Lines for a terminal."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from statuteline.publish import seen
from statuteline.reports._matrix_cells import COLUMNS, row
from statuteline.reports.base import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.reports._matrix_cells import Cell
    from statuteline.reports.base import Checked, Finding, Matrix

_OF_STATEMENT: Final = ("statement", "its address", "claims")
_OF_CHANGE: Final = tuple(name for name in COLUMNS if name not in _OF_STATEMENT)


def _findings(checked: Checked) -> str:
    """Write a line a finding, as compilers do: file and line first."""
    lines = (*(line for one in checked.listed for line in _lines(one)), checked.counted)
    return "".join(f"{seen(' '.join(line.split()))}\n" for line in lines)


def _lines(one: Finding) -> Iterator[str]:
    yield f"{one.place}: {one.state.value}: {one.judged.link.id}: {one.told}"
    for other in one.impacted:
        yield f"{other.place}: impacted: {other.unit}: it uses {one.judged.link.unit.id}"


def _matrix(matrix: Matrix) -> str:
    """Write a block a statement: what it says, and below it each change."""
    told: list[str] = []
    for _, rows in groupby(matrix.listed, key=lambda one: one.statement):
        blocks = [row(matrix, one) for one in rows]
        told += _told(blocks[0], _OF_STATEMENT, "") or ["no statement\n"]
        for block in blocks:
            told += _told(block, _OF_CHANGE, "    ")
            told.append("\n")
    return f"{''.join(told)}{seen(matrix.act)}: {matrix.counted}\n"


def _told(cells: tuple[Cell, ...], columns: tuple[str, ...], margin: str) -> list[str]:
    by_name = dict(zip(COLUMNS, cells, strict=True))
    return [
        f"{margin}{name}: {seen(' '.join(words.split()))}\n"
        for name in columns
        for words in by_name[name]
    ]


REPORT = Report(summary="Lines for a terminal.", findings=_findings, matrix=_matrix)

"""Real law in two columns: every word of both editions, and no column broken."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.diff.redline import redline
from statuteline.model.change import Comparison, Line, Part, Place, RunKind
from statuteline.model.ids import EId, ExpressionId, WorkId
from statuteline.model.provision import Coverage, Level
from statuteline.model.work import Expression, Kind, Words
from statuteline.publish._characters import columns, visible
from statuteline.publish._convention import TERMINAL as CONVENTION
from statuteline.publish._side_by_side import PARTING, side_by_side
from statuteline.publish.base import Layout, Style

if TYPE_CHECKING:
    from statuteline.model.change import Runs

Pairs = tuple[tuple[str, str, str], ...]

pytestmark = pytest.mark.slow

_HEAD = 2
_MARKS = str.maketrans("", "", "\\[]{}+␣¶│ \n\t")
_PLACE = Place(
    eid=EId.parse("sec_1"),
    level=Level.SECTION,
    num=None,
    order=0,
    depth=0,
    coverage=Coverage.FULL,
)


def _text(year: int) -> Expression:
    day = date(year, 1, 1)
    return Expression(
        id=ExpressionId(WorkId("us-ct", "cgs", "1-1"), "eng", day),
        kind=Kind.STATUTE_SECTION,
        title="A section",
        words=Words.OFFICIAL,
        recorded=day,
        created=day,
    )


def _lines(runs: Runs, width: int) -> list[str]:
    line = Line(part=Part.INTRO, old=_PLACE, new=_PLACE, runs=runs)
    compared = Comparison(old=_text(2025), new=_text(2026), lines=(line,), changes=())
    style = Style(width=width, layout=Layout.SIDE_BY_SIDE)
    return side_by_side(compared, CONVENTION, style)[_HEAD:]


def _parted(line: str, room: int) -> tuple[str, str]:
    """Cut a line where a terminal shows that it parts."""
    at = line.find(PARTING.rstrip())
    while columns(line[:at]) < room:
        at = line.find(PARTING.rstrip(), at + 1)
        assert at >= 0, line
    assert columns(line[:at]) == room
    return line[:at], line[at + len(PARTING.rstrip()) :]


def _letters(text: str) -> str:
    return visible(text).translate(_MARKS)


@pytest.mark.parametrize("width", [60, 161])
def test_both_columns_hold_their_edition(law_pairs: Pairs, width: int) -> None:
    room = (width - len(PARTING)) // 2
    for citation, old, new in law_pairs:
        runs = redline(old, new)
        assert any(run.kind is not RunKind.EQUAL for run in runs), citation
        lines = _lines(runs, width)
        assert max(map(columns, lines)) <= width, citation
        left, right = zip(*(_parted(line, room) for line in lines), strict=True)
        assert _letters("".join(left)) == _letters(old), citation
        assert _letters("".join(right)) == _letters(new), citation

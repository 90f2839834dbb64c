"""Whatever days the texts of a statute have, its timeline can be drawn."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import pairwise
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.corpus.library_law import section

from statuteline.history.standing import standings
from statuteline.website.kinds._drawing import drawing
from statuteline.website.kinds._linked_data import written

if TYPE_CHECKING:
    from statuteline.website.source import WorkTexts

DAYS = st.dates(min_value=date(1650, 1, 1), max_value=date(2150, 1, 1))


def texts(days: list[date], at: date) -> WorkTexts:
    found = tuple(section("11-1", day.isoformat(), "Libraries", "Open.") for day in days)
    return cast("WorkTexts", SimpleNamespace(standings=standings(found), at=at))


@given(days=st.lists(DAYS, min_size=1, max_size=40, unique=True), at=DAYS)
def test_bars_follow_each_other_inside_the_picture(days: list[date], at: date) -> None:
    drawn = drawing(texts(sorted(days), at), {})
    assert drawn is not None
    assert len(drawn.bars) == len(days)
    for bar in drawn.bars:
        assert 0 <= bar.left <= bar.left + bar.width <= 100
    for one, other in pairwise(drawn.bars):
        assert abs(one.left + one.width - other.left) < 0.02
    assert sum(bar.look == "now" for bar in drawn.bars) == (min(days) <= at)
    assert 0 <= drawn.today <= 100


@given(days=st.lists(DAYS, min_size=1, max_size=5, unique=True), at=DAYS)
def test_years_are_few_and_in_order(days: list[date], at: date) -> None:
    drawn = drawing(texts(sorted(days), at), {})
    assert drawn is not None
    assert len(drawn.ticks) <= 6
    assert [tick.at for tick in drawn.ticks] == sorted({tick.at for tick in drawn.ticks})
    assert all(0 <= tick.at <= 100 for tick in drawn.ticks)


def test_a_day_stands_where_its_share_of_the_time_is() -> None:
    first, at = date(2000, 1, 1), date(2020, 1, 1)
    middle = first + (at - first) / 2
    drawn = drawing(texts([first, middle], at), {})
    assert drawn is not None
    left, turn, today = drawn.bars[0].left, drawn.bars[1].left, drawn.today
    assert abs((turn - left) - (today - turn)) < 0.05
    assert today < 98.5  # a text without an end goes on behind the day of the site
    assert timedelta(0) < at - middle


@given(words=st.text())
def test_linked_data_reads_back_and_cannot_end_its_element(words: str) -> None:
    told = written({"name": words})
    assert "<" not in told
    assert json.loads(told) == {"name": words}

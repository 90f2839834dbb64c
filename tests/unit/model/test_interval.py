from __future__ import annotations

from datetime import date, timedelta

import pytest

from statuteline.errors import IdentifierError
from statuteline.model.interval import Interval

START, END = date(2016, 10, 1), date(2021, 10, 1)
DAY = timedelta(days=1)


def test_the_start_is_inside_and_the_end_is_not() -> None:
    span = Interval(start=START, end=END)
    assert [day in span for day in (START - DAY, START, END - DAY, END)] == [
        False, True, True, False,
    ]  # fmt: skip


def test_without_an_end_every_later_day_is_inside() -> None:
    assert date.max in Interval(start=START)
    assert START - DAY not in Interval(start=START)


@pytest.mark.parametrize("end", [START, START - DAY, date.min])
def test_an_end_not_after_the_start_is_refused(end: date) -> None:
    with pytest.raises(IdentifierError):
        Interval(start=START, end=end)


@pytest.mark.parametrize(
    ("start", "end", "overlapping"),
    [
        (END, None, False),
        (END - DAY, None, True),
        (START - DAY, START, False),
        (START - DAY, START + DAY, True),
        (START - DAY, None, True),
        (START + DAY, END - DAY, True),
    ],
)
def test_touching_is_no_overlap(start: date, end: date | None, overlapping: bool) -> None:  # noqa: FBT001
    one, other = Interval(start=START, end=END), Interval(start=start, end=end)
    assert one.overlaps(other) == other.overlaps(one) == overlapping

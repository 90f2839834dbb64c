from __future__ import annotations

from datetime import date

import pytest

from statuteline.errors import FactsError
from statuteline.rules.deadlines import last_day, months_after
from statuteline.rules.facts import Day
from statuteline.rules.nodes import cited
from statuteline.rules.schedules import After, Deadline

begun = Day(name="begun_to_work", ask="When did the person begin to work?")
training = Deadline(
    name="initial training",
    latest_of=(date(2018, 7, 1), After(fact=begun, months=6)),
    cited=cited("sec_1", "whichever is later"),
)


@pytest.mark.parametrize(
    ("day", "months", "wanted"),
    [
        (date(2021, 1, 1), 6, date(2021, 7, 1)),
        (date(2021, 8, 31), 6, date(2022, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2021, 12, 5), 0, date(2021, 12, 5)),
        (date(2021, 12, 5), 1, date(2022, 1, 5)),
        (date(2021, 11, 5), 37, date(2024, 12, 5)),
    ],
)
def test_months_are_those_of_the_calendar(day: date, months: int, wanted: date) -> None:
    assert months_after(day, months) == wanted


def test_the_latest_of_the_days_counts() -> None:
    early = last_day(training, {"begun_to_work": date(2017, 12, 31)})
    assert (early.day, early.ask) == (date(2018, 7, 1), ())
    late = last_day(training, {"begun_to_work": date(2018, 1, 2)})
    assert late.day == date(2018, 7, 2)


def test_a_day_that_is_not_known_leaves_the_deadline_open_from_below() -> None:
    told = last_day(training, {})
    assert (told.day, told.not_before, told.ask) == (None, date(2018, 7, 1), (begun,))


def test_a_day_behind_every_calendar_is_told() -> None:
    with pytest.raises(FactsError, match="begun_to_work"):
        last_day(training, {"begun_to_work": date(9999, 12, 1)})

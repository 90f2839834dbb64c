from __future__ import annotations

from datetime import date

import pytest

from statuteline.model.commencement import (
    Commencement,
    FromPassage,
    OnDate,
    OnEvent,
    Unknown,
    first_day,
    is_bound,
)

DAY = date(2021, 10, 1)


@pytest.mark.parametrize(
    ("commencement", "day"),
    [
        (OnDate(day=DAY), DAY),
        (FromPassage(day=DAY), DAY),
        (FromPassage(), None),
        (OnEvent(event="a vote"), None),
        (Unknown(), None),
        (Unknown(by=DAY), DAY),
    ],
)
def test_a_day_is_given_only_where_one_is_known(
    commencement: Commencement, day: date | None
) -> None:
    assert first_day(commencement) == day


def test_only_the_latest_possible_day_is_a_bound() -> None:
    assert is_bound(Unknown(by=DAY))
    for other in (None, Unknown(), OnDate(day=DAY), FromPassage(day=DAY)):
        assert not is_bound(other)

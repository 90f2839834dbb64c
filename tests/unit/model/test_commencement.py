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
    ],
)
def test_a_first_day_is_given_only_where_it_is_known(
    commencement: Commencement, day: date | None
) -> None:
    assert first_day(commencement) == day

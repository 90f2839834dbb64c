from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.law import encoding

if TYPE_CHECKING:
    from tests.unit.law.conftest import Against, Ends

CRIME = "us-ct/soliciting"
FELONY = "elements made out: class C felony"
MISDEMEANOR = "elements made out: class A misdemeanor"
OF_2013, OF_2016, OF_2017, OF_2021 = (
    date(year, 10, 1) for year in (2013, 2016, 2017, 2021)
)


@pytest.mark.parametrize(
    ("at", "grades"),
    [
        (date(2016, 9, 30), [FELONY, MISDEMEANOR]),
        (OF_2016, [FELONY, MISDEMEANOR]),
        (date(2017, 9, 30), [FELONY, MISDEMEANOR]),
        (OF_2017, [MISDEMEANOR]),
        (OF_2021, [MISDEMEANOR]),
    ],
)
def test_the_felony_was_removed_in_2017(at: date, grades: list[str]) -> None:
    version = encoding(CRIME).version_at(at)
    assert version is not None
    (reading,) = version.readings
    assert [outcome.name for outcome in reading.outcomes] == [
        *grades,
        "no offense under this section",
    ]


def test_2016_made_it_a_felony_whatever_the_person_knew(
    ends: Ends, against: Against
) -> None:
    assert against(ends(CRIME, OF_2013, FELONY), ends(CRIME, OF_2016, FELONY)) == []
    moved = against(ends(CRIME, OF_2016, FELONY), ends(CRIME, OF_2013, FELONY))
    assert moved
    assert not any(
        case["age_of_other_person"] == 0 and case["knew_or_should_have_known_age"]
        for case in moved
    )


def test_the_fine_came_in_2016() -> None:
    fined = {}
    for at in (OF_2013, OF_2016, OF_2017, OF_2021):
        version = encoding(CRIME).version_at(at)
        assert version is not None
        fined[at] = [
            outcome.name
            for outcome in version.readings[0].outcomes
            if any("2,000 dollars" in one.says for one in outcome.follows)
        ]
    assert fined == {
        OF_2013: [],
        OF_2016: [MISDEMEANOR],
        OF_2017: [MISDEMEANOR],
        OF_2021: [MISDEMEANOR],
    }


def test_2021_adds_what_is_worth_something_and_drops_nothing(
    ends: Ends, against: Against
) -> None:
    before, after = ends(CRIME, OF_2017, MISDEMEANOR), ends(CRIME, OF_2021, MISDEMEANOR)
    assert against(before, after) == []
    assert {case["exchanged"] for case in against(after, before)} == {
        "something of value other than a fee"
    }

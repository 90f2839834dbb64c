from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from statuteline.rules.predicates import any_of

if TYPE_CHECKING:
    from tests.unit.law.conftest import Against, Ends

CRIME = "us-ct/commercial-sexual-abuse"
GRAVE, LESS = "elements made out: class A felony", "elements made out: class B felony"
OF_2017, OF_2021 = date(2017, 10, 1), date(2021, 10, 1)


def test_the_grade_turns_on_fifteen_years(ends: Ends, against: Against) -> None:
    offense = any_of(ends(CRIME, OF_2021, GRAVE), ends(CRIME, OF_2021, LESS))
    less_grave = against(offense, ends(CRIME, OF_2021, GRAVE))
    assert {case["age_of_other_person"] for case in less_grave} == {15, 18}
    grave = against(offense, ends(CRIME, OF_2021, LESS))
    assert {case["age_of_other_person"] for case in grave} == {0}


def test_an_adult_counts_only_where_solicited_and_believed_a_minor(
    ends: Ends, against: Against
) -> None:
    adults = [
        case
        for case in against(
            ends(CRIME, OF_2021, LESS),
            ends(CRIME, OF_2021, GRAVE),
        )
        if case["age_of_other_person"] == 18
    ]
    assert adults
    assert all(
        case["solicited_or_requested_to_have_sexual_conduct"]
        and case["reasonably_believed_other_to_be_minor"]
        for case in adults
    )


def test_2021_adds_what_is_worth_something_and_drops_nothing(
    ends: Ends, against: Against
) -> None:
    for grade in (GRAVE, LESS):
        before, after = ends(CRIME, OF_2017, grade), ends(CRIME, OF_2021, grade)
        assert against(before, after) == []
        assert {case["exchanged"] for case in against(after, before)} == {
            "something of value other than a fee"
        }

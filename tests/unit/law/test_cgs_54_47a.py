from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.unit.law.conftest import Against, Ends

ORDER, MAY = "us-ct/compelled-testimony", "may apply for an order"


def test_2021_adds_delinquency_proceedings_and_nothing_else(
    ends: Ends, against: Against
) -> None:
    before = ends(ORDER, date(2021, 9, 30), MAY)
    after = ends(ORDER, date(2021, 10, 1), MAY)
    assert against(before, after) == []
    assert {case["proceeding"] for case in against(after, before)} == {
        "delinquency proceeding"
    }


def test_an_unclassified_felony_needs_more_than_five_years_unless_listed(
    ends: Ends, against: Against
) -> None:
    may = ends(ORDER, date(2022, 1, 1), MAY)
    cases = [
        case
        for case in against(
            may, ends(ORDER, date(2022, 1, 1), "no order under this section")
        )
        if case["proceeding"] == "criminal proceeding" and not case["crime_is_listed"]
    ]
    assert {
        case["longest_prison_term_of_crime"]
        for case in cases
        if case["crime_level"] == "unclassified felony"
    } == {6}
    assert all(case["no_other_means_of_obtaining_information"] for case in cases)

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.law import encoding
from statuteline.rules.grid import Grid, grid, numbers
from statuteline.rules.predicates import all_of, none_of, when

if TYPE_CHECKING:
    from statuteline.rules.encodings import Reading
    from statuteline.rules.facts import Constant
    from statuteline.rules.predicates import Predicate

VACATUR = encoding("us-ct/vacatur")
IN_2015, IN_2020, IN_2022 = date(2015, 1, 1), date(2020, 1, 1), date(2022, 1, 1)


def reading(at: date, name: str = "plain") -> Reading:
    version = VACATUR.version_at(at)
    assert version is not None
    return next(one for one in version.readings if one.name == name)


def outcome(of: Reading, name: str) -> Predicate:
    return next(one.when for one in of.outcomes if one.name == name)


def against(claim: Predicate, *axiom_days: date) -> list[dict[str, Constant]]:
    """List the possible cases that break a claim."""
    axioms = tuple(axiom.holds for axiom in VACATUR.axioms_at(*axiom_days))
    laid: Grid = grid(claim, axioms=axioms if axiom_days else ())
    return [laid.facts(n) for n in numbers(laid.possible & ~laid.cases(claim))]


SHALL_2013 = outcome(reading(IN_2015), "shall vacate")
NARROW = outcome(reading(IN_2020, "narrow"), "shall vacate")
BROAD = outcome(reading(IN_2020, "broad"), "shall vacate")
SHALL_2021 = outcome(reading(IN_2022), "shall vacate")
MAY_2021 = outcome(reading(IN_2022), "may vacate")
NONE_2021 = outcome(reading(IN_2022), "no relief")


def test_the_duty_of_2016_read_narrowly_went_on_because_prostitution_is_a_misdemeanor() -> (
    None
):
    claim = when(NARROW, SHALL_2021)
    assert against(claim, IN_2020, IN_2022) == []
    assert {case["offense_level"] for case in against(claim)} == {
        "violation",
        "unclassified felony",
    }


def test_the_broad_reading_gave_relief_that_2021_does_not() -> None:
    cases = against(when(BROAD, none_of(NONE_2021)), IN_2020, IN_2022)
    assert {(c["offense_level"], c["longest_prison_term"]) for c in cases} >= {
        ("violation", 0),
        ("unclassified felony", 11),
    }
    assert not any(case["conviction_for_prostitution"] for case in cases)


def test_2016_dropped_victims_whose_part_did_not_result_from_it() -> None:
    cases = against(when(SHALL_2013, NARROW), IN_2015, IN_2020)
    assert cases
    assert not any(
        case["took_part_as_result_of_trafficking"]
        or case["took_part_as_result_of_federal_crime"]
        for case in cases
    )


def test_no_case_is_both_of_duty_and_of_discretion() -> None:
    assert against(none_of(all_of(SHALL_2021, MAY_2021))) == []


@pytest.mark.parametrize(
    ("at", "steps"),
    [
        (IN_2015, {("court", "prosecutor")}),
        (IN_2020, {("court", "prosecutor")}),
        (
            IN_2022,
            {("court", "prosecutor"), ("court", "victim"), ("applicant", "victim")},
        ),
    ],
)
def test_the_victim_comes_into_the_procedure_in_2021(
    at: date, steps: set[tuple[str, str]]
) -> None:
    version = VACATUR.version_at(at)
    assert version is not None
    assert {
        (step.by, "victim" if "victim" in step.name else "prosecutor")
        for step in version.requirements
    } == steps


@pytest.mark.parametrize("at", [IN_2015, IN_2020, IN_2022])
def test_relief_brings_dismissal_and_no_compensation(at: date) -> None:
    version = VACATUR.version_at(at)
    assert version is not None
    for one in version.readings:
        for outcome_ in one.outcomes:
            told = " ".join(consequence.says for consequence in outcome_.follows)
            assert ("dismiss" in told) is (outcome_.name != "no relief")
            assert ("compensation" in told) is (outcome_.name != "no relief")

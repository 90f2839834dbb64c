from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from statuteline.law import encoding
from statuteline.rules.cases import GoldenCase, deciding_clause, try_case
from statuteline.rules.explaining import Verdict, explain
from statuteline.rules.facts import YesNo
from statuteline.rules.predicates import (
    Predicate,
    all_of,
    any_of,
    at_least,
    define,
    none_of,
    not_,
    when,
)

VACATUR = encoding("us-ct/vacatur")
CASE = GoldenCase(
    name="a class C felony",
    at=date(2021, 11, 1),
    reading=None,
    outcome="may vacate",
    requirements=(("notice to the victim", "not met"),),
    facts=(
        ("conviction_for_prostitution", False),
        ("offense_level", "class C felony"),
        ("took_part_as_result_of_trafficking", True),
        ("proved_victim_at_time_of_offense", True),
        ("crime_has_victim", True),
        ("notice_on_prescribed_form", False),
    ),
    why="",
    signed_by="",
    where="",
)


def test_a_case_that_agrees_needs_no_reason() -> None:
    tried = try_case(VACATUR, CASE)
    assert tried.agrees
    assert [(a.expected, a.found, a.clause) for a in tried.answers] == [
        ("may vacate", "may vacate", None),
        ("not met", "not met", None),
    ]


def test_a_case_that_differs_tells_the_first_clause_that_decides() -> None:
    case = replace(CASE, outcome="shall vacate", requirements=())
    (answer,) = try_case(VACATUR, case).answers
    assert not answer.agrees
    assert (answer.expected, answer.found) == ("shall vacate", "may vacate")
    assert answer.clause is not None
    assert answer.clause.verdict is Verdict.NOT_MET
    assert answer.clause.node.citations[0].words.startswith("if it is for prostitution")


def test_a_requirement_that_differs_tells_its_clause() -> None:
    case = replace(CASE, requirements=(("notice to the victim", "met"),))
    outcome, requirement = try_case(VACATUR, case).answers
    assert outcome.agrees
    assert (requirement.of, requirement.found) == ("notice to the victim", "not met")
    assert requirement.clause is not None
    assert "on the form" in requirement.clause.node.citations[0].words


def test_an_impossible_record_names_what_it_contradicts() -> None:
    facts = (("conviction_for_prostitution", True), ("offense_level", "class B felony"))
    case = replace(CASE, outcome="no relief", requirements=(), facts=facts)
    (answer,) = try_case(VACATUR, case).answers
    assert answer.found == "impossible record"
    assert [axiom.name for axiom in answer.axioms] == ["prostitution is a misdemeanor"]


def test_on_a_day_without_a_text_nothing_is_encoded() -> None:
    case = replace(CASE, at=date(2013, 9, 30), requirements=())
    (answer,) = try_case(VACATUR, case).answers
    assert (answer.found, answer.clause) == ("not encoded", None)


WET = YesNo(name="wet", ask="?").is_true()
COLD = YesNo(name="cold", ask="?").is_true()
DARK = YesNo(name="dark", ask="?").is_true()
FACTS = {"wet": True, "cold": False}  # whether it is dark is unknown


@pytest.mark.parametrize(
    ("predicate", "clause"),
    [
        (WET, WET),
        (define("rain", not_(WET)), WET),
        (all_of(WET, DARK, COLD), COLD),
        (all_of(DARK, WET), DARK),
        (all_of(all_of(WET)), WET),
        (all_of(WET, not_(COLD)), all_of(WET, not_(COLD))),
        (any_of(COLD, WET), WET),
        (any_of(COLD, DARK), DARK),
        (any_of(COLD, not_(WET)), any_of(COLD, not_(WET))),
        (none_of(COLD, WET), WET),
        (none_of(COLD, DARK), DARK),
        (none_of(COLD, not_(WET)), none_of(COLD, not_(WET))),
        (when(COLD, DARK), COLD),
        (when(DARK, WET), WET),
        (when(WET, COLD), COLD),
        (when(WET, DARK), DARK),
        (at_least(1, WET, COLD), at_least(1, WET, COLD)),
    ],
)
def test_the_clause_that_decides_is_found_on_the_way_down(
    predicate: Predicate, clause: Predicate
) -> None:
    assert deciding_clause(explain(predicate, FACTS)).node == clause

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from statuteline.law import encodings
from statuteline.model.ids import WorkId
from statuteline.model.interval import Interval
from statuteline.rules.checking import check
from statuteline.rules.encodings import Axiom, Encoding, Outcome, Reading, Version
from statuteline.rules.facts import Choice, Day, Fact, Whole, YesNo
from statuteline.rules.findings import Finding, Kind
from statuteline.rules.grid import LIMIT
from statuteline.rules.nodes import cited
from statuteline.rules.predicates import Predicate, all_of, any_of, none_of, not_
from statuteline.rules.schedules import After, Deadline

A = "sec_1-1__subsec_a"
lent = YesNo(name="bicycle_lent", ask="Was a bicycle lent?")
late = Whole(name="days_late", ask="How late was it?", unit="days")
kind = Choice(name="kind", ask="Which kind?", values=("cargo", "tandem", "plain"))
DAYS = Interval(start=date(2020, 1, 1), end=date(2022, 1, 1))


def reading(**outcomes: Predicate) -> Reading:
    return Reading(
        name="plain",
        outcomes=tuple(
            Outcome(name=name, when=when, means="") for name, when in outcomes.items()
        ),
    )


def encoding(*readings: Reading, axioms: tuple[Axiom, ...] = ()) -> Encoding:
    return Encoding(
        name="us-ct/lending",
        title="Lending bicycles",
        work=WorkId.parse("us-ct/cgs/1-1"),
        governed_by="day of the loan",
        versions=(Version(days=DAYS, readings=readings),),
        axioms=axioms,
    )


def axiom(holds: Predicate, days: Interval = DAYS) -> Axiom:
    return Axiom(name="an axiom", holds=holds, cited=cited(A, "x"), days=days)


def only(findings: tuple[Finding, ...]) -> Finding:
    (finding,) = findings
    return finding


@pytest.mark.parametrize("one", encodings(), ids=lambda one: one.name)
def test_every_shipped_encoding_says_one_thing_of_every_case(one: Encoding) -> None:
    assert check(one) == ()


def test_an_overlap_is_told_with_a_case_both_outcomes_and_both_lines() -> None:
    fined = all_of(lent.is_true(), late.above(3))
    freed = any_of(lent.is_false(), late.at_most(5))
    finding = only(check(encoding(reading(fine=fined, none=freed))))
    assert finding.kind is Kind.OVERLAP
    assert finding.what == (
        "In the reading 'plain' of 2020-01-01 both 'fine' and 'none' are met: "
        "bicycle lent: yes, days late: 4 days"
    )
    one, other = finding.where.split(", ")
    assert "test_checking.py:" in one
    assert "test_checking.py:" in other
    assert one != other


def test_a_gap_is_told_with_the_case_that_falls_through() -> None:
    fined, freed = all_of(lent.is_true(), late.above(3)), all_of(lent.is_false())
    finding = only(check(encoding(reading(fine=fined, none=freed))))
    assert finding.kind is Kind.GAP
    assert finding.what.endswith("no outcome is met: bicycle lent: yes, days late: 0 days")


def test_outcomes_that_overlap_in_every_case_are_told_so() -> None:
    always = any_of(lent.is_true(), lent.is_false())
    finding = only(check(encoding(reading(fine=always, none=always))))
    assert finding.what.endswith("in every possible case")


def test_an_axiom_closes_a_gap_on_its_own_days_only() -> None:
    holes = reading(fine=kind.is_("cargo"), none=kind.is_("tandem"))
    no_plain = not_(kind.is_("plain"))
    assert check(encoding(holes, axioms=(axiom(no_plain),))) == ()
    later = Interval(start=date(2021, 1, 1))
    finding = only(check(encoding(holes, axioms=(axiom(no_plain, later),))))
    assert finding.kind is Kind.GAP
    before = Interval(start=date(2010, 1, 1), end=date(2020, 1, 1))
    assert only(check(encoding(holes, axioms=(axiom(no_plain, before),)))).kind is Kind.GAP


def test_an_outcome_that_no_possible_case_has_is_found() -> None:
    never = all_of(lent.is_true(), lent.is_false())
    rest = none_of(never)
    finding = only(check(encoding(reading(fine=never, none=rest))))
    assert finding.kind is Kind.NEVER
    assert "'fine'" in finding.what


def test_axioms_that_allow_no_case_are_found() -> None:
    fair = reading(fine=lent.is_true(), none=lent.is_false())
    axioms = (axiom(lent.is_true()), axiom(lent.is_false()))
    finding = only(check(encoding(fair, axioms=axioms)))
    assert finding.kind is Kind.CONTRADICTION


def test_facts_that_make_too_many_cases_are_told_not_raised() -> None:
    many = [YesNo(name=f"fact_{n}", ask="?").is_true() for n in range(LIMIT.bit_length())]
    finding = only(check(encoding(reading(fine=all_of(*many), none=none_of(*many)))))
    assert finding.kind is Kind.TOO_MANY_CASES


@pytest.mark.parametrize(
    "other",
    [
        YesNo(name="bicycle_lent", ask="Did somebody borrow a bicycle?"),
        YesNo(name="bicycle_lent", ask="Was a bicycle lent?", judgement=True),
    ],
)
def test_two_facts_of_one_name_in_two_versions_are_found(other: YesNo) -> None:
    later = Version(
        days=Interval(start=date(2022, 1, 1)),
        readings=(reading(fine=other.is_true(), none=other.is_false()),),
    )
    first = encoding(reading(fine=lent.is_true(), none=lent.is_false()))
    finding = only(check(replace(first, versions=(*first.versions, later))))
    assert finding.kind is Kind.TWO_FACTS
    assert "test_checking.py:" in finding.where
    assert "test_checking.py:" in finding.hint


def test_the_day_of_a_deadline_is_a_fact_like_any_other() -> None:
    begun: Fact = Day(name="bicycle_lent", ask="When was it lent?")
    assert isinstance(begun, Day)
    deadline = Deadline(
        name="return",
        latest_of=(After(fact=begun, months=1),),
        cited=cited(A, "a month"),
    )
    first = encoding(reading(fine=lent.is_true(), none=lent.is_false()))
    version = replace(first.versions[0], deadlines=(deadline,))
    finding = only(check(replace(first, versions=(version,))))
    assert finding.kind is Kind.TWO_FACTS


def test_names_are_given_once() -> None:
    fair = reading(fine=lent.is_true(), none=lent.is_false())
    assert only(check(encoding(fair, fair))).kind is Kind.NAMED_TWICE
    twice = replace(fair, outcomes=tuple(replace(o, name="fine") for o in fair.outcomes))
    assert only(check(encoding(twice))).what == (
        "Two outcomes of the reading 'plain' of 2020-01-01 have the name 'fine'"
    )


@pytest.mark.parametrize(
    "later",
    [
        Interval(start=date(2021, 12, 31)),
        Interval(start=date(2019, 1, 1), end=date(2019, 2, 1)),
        DAYS,
    ],
)
def test_versions_stand_in_order_without_a_shared_day(later: Interval) -> None:
    first = encoding()
    both = (*first.versions, Version(days=later))
    assert only(check(replace(first, versions=both))).kind is Kind.VERSIONS
    apart = (*first.versions, Version(days=Interval(start=date(2022, 1, 1))))
    assert check(replace(first, versions=apart)) == ()

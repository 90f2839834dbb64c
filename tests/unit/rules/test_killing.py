from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.properties.predicates import predicates

from statuteline.law import encoding
from statuteline.model.interval import Interval
from statuteline.rules.encodings import Axiom
from statuteline.rules.facts import Choice, Whole, YesNo
from statuteline.rules.grid import grid, numbers
from statuteline.rules.killing import Asked, Killing, fewest_cases
from statuteline.rules.kleene import truth
from statuteline.rules.mutations import Change
from statuteline.rules.nodes import cited
from statuteline.rules.predicates import (
    Predicate,
    all_of,
    any_of,
    none_of,
    not_,
    when,
)

if TYPE_CHECKING:
    from statuteline.rules.facts import Facts

wet = YesNo(name="wet", ask="Is it wet?")
cold = YesNo(name="cold", ask="Is it cold?")
colour = Choice(name="colour", ask="Which colour?", values=("red", "green", "blue"))
years = Whole(name="years", ask="How many years?", unit="years")
WET, COLD = wet.is_true(), cold.is_true()


def axiom(name: str, holds: Predicate) -> Axiom:
    return Axiom(
        name=name,
        holds=holds,
        cited=cited("sec_1", "so"),
        days=Interval(start=date(2000, 1, 1)),
    )


def answer(guards: tuple[Predicate, ...], facts: Facts, asked: Asked) -> object:
    """Answer a case clause by clause, which owes nothing to the truth table."""
    verdicts = [truth(guard, facts) for guard in guards]
    if asked is Asked.EACH:
        return tuple(verdicts)
    return next((n for n, verdict in enumerate(verdicts) if verdict), None)


def possible_cases(
    guards: tuple[Predicate, ...], axioms: tuple[Axiom, ...], found: Killing
) -> list[dict[str, object]]:
    """List every possible case in full, of the predicates and all mutants together."""
    every = [one for mutant in found.mutants for one in mutant.predicates]
    laid = grid(*guards, *every, axioms=tuple(one.holds for one in axioms))
    return [dict(laid.facts(case)) for case in numbers(laid.possible)]


def check(
    guards: tuple[Predicate, ...], axioms: tuple[Axiom, ...], asked: Asked
) -> Killing:
    """Hold what is claimed against every possible case, tried one by one."""
    found = fewest_cases(guards, axioms, asked)
    cases = possible_cases(guards, axioms, found)
    right = [answer(guards, case, asked) for case in cases]  # type: ignore[arg-type]
    wrong = [
        [answer(mutant.predicates, case, asked) for case in cases]  # type: ignore[arg-type]
        for mutant in found.mutants
    ]
    killing = [
        {n for n, answers in enumerate(wrong) if answers[case] != right[case]}
        for case in range(len(cases))
    ]
    unkilled = set(range(len(wrong))) - set().union(*killing)
    assert {one.mutant for one in found.equivalent} == unkilled
    assert set().union(*(one.kills for one in found.cases)) == set().union(*killing)
    for told in found.cases:
        given = {fact.name: value for fact, value in told.facts}
        like = [n for n, case in enumerate(cases) if given.items() <= case.items()]
        assert like
        for number in like:  # whatever the facts left out are
            assert killing[number] == set(told.kills)
            met = [n for n, one in enumerate(told.met) if one]
            expected = told.met if asked is Asked.EACH else next(iter(met), None)
            assert right[number] == expected
    if found.smallest and len(found.cases) <= 3:
        kinds = {frozenset(kills) for kills in killing}
        for some in combinations(kinds, len(found.cases) - 1) if found.cases else ():
            assert set().union(*some) != set().union(*killing)
    return found


MERITS = (
    all_of(any_of(WET, colour.is_("red")), years.at_most(10), COLD),
    all_of(any_of(WET, colour.is_("red")), years.at_most(10), not_(COLD)),
)
DECISION = (*MERITS, none_of(*MERITS))


@pytest.mark.parametrize("asked", Asked)
def test_the_cases_kill_every_mutant_that_can_be_killed(asked: Asked) -> None:
    found = check(DECISION, (), asked)
    assert found.smallest
    assert found.killed == len(found.mutants) - len(found.equivalent)


def test_both_sides_of_a_bound_are_asked() -> None:
    found = check((years.at_most(10), years.above(10)), (), Asked.FIRST_MET)
    assert {value for case in found.cases for _, value in case.facts} == {10, 11}


def test_every_outcome_has_a_case_and_the_first_comes_first() -> None:
    met = [
        case.met.index(True) for case in fewest_cases(DECISION, (), Asked.FIRST_MET).cases
    ]
    assert met == sorted(met)
    assert set(met) == {0, 1, 2}


def test_a_clause_that_an_axiom_makes_redundant_is_told_with_the_axiom() -> None:
    red_is_wet = axiom("red is wet", when(colour.is_("red"), WET))
    other = axiom("green is cold", when(colour.is_("green"), COLD))
    guard = all_of(WET, colour.is_("red"))
    found = check((guard, not_(guard)), (other, red_is_wet), Asked.FIRST_MET)
    left_out = [
        one
        for one in found.equivalent
        if found.mutants[one.mutant].change is Change.PART_LEFT_OUT
    ]
    assert [found.mutants[one.mutant].to for one in left_out] == [WET]
    assert [one.axioms for one in left_out] == [(red_is_wet,)]
    without = fewest_cases((guard, not_(guard)), (), Asked.FIRST_MET)
    assert without.killed > found.killed


def test_what_only_the_order_of_outcomes_hides_is_told_as_such() -> None:
    found = check((WET, not_(WET)), (), Asked.FIRST_MET)
    assert [(found.mutants[one.mutant].change, one.order) for one in found.equivalent] == [
        (Change.ALWAYS, True)
    ]


def test_axioms_over_other_facts_ask_nothing() -> None:
    far = axiom("far", when(cold.is_true(), colour.is_("red")))
    found = check((WET, not_(WET)), (far,), Asked.FIRST_MET)
    assert {fact.name for case in found.cases for fact, _ in case.facts} == {"wet"}


def test_axioms_that_lead_to_others_count() -> None:
    first = axiom("wet is cold", when(WET, COLD))
    second = axiom("cold is red", when(COLD, colour.is_("red")))
    guard = all_of(WET, colour.is_("red"))
    found = check((guard, not_(guard)), (first, second), Asked.FIRST_MET)
    assert {one.axioms for one in found.equivalent if one.axioms} == {(first, second)}


def test_a_decision_that_axioms_forbid_altogether_has_no_case() -> None:
    never = (axiom("wet", WET), axiom("dry", not_(WET)))
    assert fewest_cases((WET, not_(WET)), never, Asked.FIRST_MET).cases == ()


@pytest.mark.parametrize("procedure", [False, True])
def test_what_is_claimed_of_a_shipped_decision_holds(*, procedure: bool) -> None:
    vacatur = encoding("us-ct/vacatur")
    version = vacatur.versions[-1]
    axioms = vacatur.axioms_at(version.days.start)
    if procedure:
        guards = tuple(one.met for one in version.requirements)
        found = check(guards, axioms, Asked.EACH)
    else:
        guards = tuple(outcome.when for outcome in version.readings[0].outcomes)
        found = check(guards, axioms, Asked.FIRST_MET)
    assert found.smallest


@settings(max_examples=25, deadline=None)
@given(st.data(), predicates())
def test_what_is_claimed_of_random_predicates_holds(
    data: st.DataObject, guard: Predicate
) -> None:
    asked = data.draw(st.sampled_from(Asked))
    check((guard, not_(guard)), (), asked)

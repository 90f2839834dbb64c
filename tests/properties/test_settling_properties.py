"""What is settled and what is asked, held against every case one by one."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from statuteline.model.interval import Interval
from statuteline.rules.encodings import Axiom, Outcome
from statuteline.rules.explaining import Verdict, explain
from statuteline.rules.grid import grid
from statuteline.rules.kleene import truth
from statuteline.rules.nodes import cited
from statuteline.rules.predicates import all_of, none_of, not_
from statuteline.rules.settling import forbidding, settle, settle_one

from .predicates import cases, facts, predicates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statuteline.rules.facts import Constant
    from statuteline.rules.predicates import Predicate

Case = dict[str, "Constant"]


@st.composite
def questions(
    draw: st.DrawFn,
) -> tuple[tuple[Outcome, ...], tuple[Axiom, ...], Case]:
    """Draw three outcomes of which each case meets one, axioms, and what is known."""
    over = draw(facts(most=3))
    some = predicates(over, leaves=6, labels=False)
    first, second = draw(some), draw(some)
    outcomes = tuple(
        Outcome(name=name, when=when, means=".")
        for name, when in (
            ("first", first),
            ("second", all_of(second, not_(first))),
            ("neither", none_of(first, second)),
        )
    )
    held = draw(st.lists(some, max_size=2))
    known = draw(cases([first, second, *held]))
    return outcomes, tuple(axiom(holds) for holds in held), known


def axiom(holds: Predicate) -> Axiom:
    days = Interval(start=date(2000, 1, 1))
    return Axiom(name="so", holds=holds, cited=cited("sec_1", "so it is"), days=days)


def every_case(outcomes: tuple[Outcome, ...], axioms: tuple[Axiom, ...]) -> list[Case]:
    """List an example of each case that anything here tells apart, possible or not."""
    asked = (*(one.when for one in outcomes), *(one.holds for one in axioms))
    laid = grid(*asked)
    return [laid.facts(number) for number in range(laid.size)]


def agreeing(every: Iterable[Case], like: Case, names: Iterable[str]) -> list[Case]:
    wanted = set(names)
    return [one for one in every if all(one[name] == like[name] for name in wanted)]


def in_cells(known: Case, asked: tuple[Predicate, ...]) -> Case:
    """Put each known value into its cell: the example that no condition tells from it."""
    laid = grid(*asked)
    return {
        axis.fact.name: next(
            cell.example for cell in axis.cells if cell.holds(known[axis.fact.name])
        )
        for axis in laid.axes
        if axis.fact.name in known
    }


def left(
    outcomes: tuple[Outcome, ...], axioms: tuple[Axiom, ...], known: Case
) -> list[Case]:
    """List the cases that the axioms and what is known leave."""
    asked = (*(one.when for one in outcomes), *(one.holds for one in axioms))
    every = every_case(outcomes, axioms)
    like = in_cells(known, asked)
    return [
        one
        for one in agreeing(every, like, like)
        if all(truth(axiom.holds, one) for axiom in axioms)
    ]


def outcome_of(outcomes: tuple[Outcome, ...], case: Case) -> str:
    (name,) = (one.name for one in outcomes if truth(one.when, case))
    return name


def suffices(outcomes: tuple[Outcome, ...], some: list[Case], names: list[str]) -> bool:
    """Tell whether these facts settle the outcome of each of some cases."""
    found: dict[tuple[Constant, ...], str] = {}
    return all(
        found.setdefault(tuple(case[name] for name in names), outcome_of(outcomes, case))
        == outcome_of(outcomes, case)
        for case in some
    )


@given(questions())
def test_the_outcomes_that_are_possible_are_those_of_the_cases_left(
    question: tuple[tuple[Outcome, ...], tuple[Axiom, ...], Case],
) -> None:
    outcomes, axioms, known = question
    found = {outcome_of(outcomes, case) for case in left(outcomes, axioms, known)}
    told = settle(outcomes, known, axioms)
    names = [one.name for one in outcomes if one.name in found]
    assert list(told.possible) == names
    assert told.impossible is (not names)
    for one in outcomes:
        verdict = explain(one.when, known).verdict
        if names and verdict is not Verdict.UNKNOWN:
            assert (one.name in names) is (verdict is Verdict.MET)


@given(questions())
def test_the_facts_asked_settle_it_and_none_of_them_can_be_left_out(
    question: tuple[tuple[Outcome, ...], tuple[Axiom, ...], Case],
) -> None:
    outcomes, axioms, known = question
    some = left(outcomes, axioms, known)
    ask = [fact.name for fact in settle(outcomes, known, axioms).ask]
    assert suffices(outcomes, some, ask)
    for name in ask:
        assert not suffices(outcomes, some, [one for one in ask if one != name])
    order = list(every_case(outcomes, axioms)[0])
    assert ask == [name for name in order if name in ask]
    assert not set(ask) & set(known)


@given(questions())
def test_without_axioms_the_facts_asked_are_those_of_boolean_difference(
    question: tuple[tuple[Outcome, ...], tuple[Axiom, ...], Case],
) -> None:
    outcomes, _, known = question
    some = left(outcomes, (), known)
    names = list(every_case(outcomes, ())[0])
    matters = [
        name
        for name in names
        if any(
            outcome_of(outcomes, one) != outcome_of(outcomes, other)
            for case in some
            for one, other in combinations(agreeing(some, case, set(names) - {name}), 2)
        )
    ]
    assert [fact.name for fact in settle(outcomes, known, ()).ask] == matters


@given(questions())
def test_a_single_predicate_is_settled_as_two_outcomes_are(
    question: tuple[tuple[Outcome, ...], tuple[Axiom, ...], Case],
) -> None:
    (first, *_), axioms, known = question
    both = (first, Outcome(name="other", when=not_(first.when), means="."))
    names = {first.name: "met", "other": "not met"}
    alone, told = settle_one(first.when, known, axioms), settle(both, known, axioms)
    assert alone.possible == tuple(names[name] for name in told.possible)
    assert alone.ask == told.ask


@given(questions())
def test_the_axioms_that_forbid_a_record_are_as_few_as_can_be(
    question: tuple[tuple[Outcome, ...], tuple[Axiom, ...], Case],
) -> None:
    outcomes, axioms, known = question
    found = forbidding(known, axioms)
    assert bool(found) is settle(outcomes, known, axioms).impossible
    assert not found or not left(outcomes, found, known)
    for count in range(len(found)):
        for fewer in combinations(axioms, count):
            assert left(outcomes, fewer, known)


@given(st.data())
def test_an_explanation_says_at_every_clause_what_the_clause_is(
    data: st.DataObject,
) -> None:
    predicate = data.draw(predicates())
    known = data.draw(cases([predicate]))
    wanted = {Verdict.MET: True, Verdict.NOT_MET: False, Verdict.UNKNOWN: None}
    told = [explain(predicate, known)]
    while told:
        one = told.pop()
        assert wanted[one.verdict] is truth(one.node, known)
        told += one.parts

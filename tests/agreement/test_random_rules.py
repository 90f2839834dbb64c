"""Engines agree on rules that nobody would write.

``tests/properties/test_sql_properties.py`` asks the same of SQL.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rule_solver import Solver
from statuteline.rules.grid import grid
from statuteline.rules.json_logic import rails
from statuteline.rules.kleene import truth
from statuteline.rules.predicates import all_of, not_
from statuteline.rules.settling import settle

from .json_logic_verdict import verdict
from .random_questions import asked
from .vectors import of_cases

if TYPE_CHECKING:
    from .conftest import Differing
    from .random_questions import Asked

OF_ANY_SIZE = [HealthCheck.too_slow, HealthCheck.data_too_large]
many = settings(max_examples=50, deadline=None, suppress_health_check=OF_ANY_SIZE)
few = settings(many, max_examples=20)


@few
@given(questions=st.lists(asked(), min_size=1, max_size=8))
def test_javascript(differing: Differing, questions: list[Asked]) -> None:
    vectors = [of_cases(one.question, one.cases) for one in questions]
    assert differing(vectors, sum(len(one.cases) for one in questions)) == []


@many
@given(asked())
def test_json_logic(one: Asked) -> None:
    for outcome in one.question.outcomes:
        rules = rails(outcome.when)
        for facts in one.cases:
            assert verdict(rules, facts) is truth(outcome.when, facts)


@many
@given(asked())
def test_solver_on_what_is_settled_and_what_is_still_to_ask(one: Asked) -> None:
    outcomes, axioms = one.question.outcomes, one.question.axioms
    solver = Solver([o.when for o in outcomes], [axiom.holds for axiom in axioms])
    for facts in one.cases:
        told = settle(outcomes, facts, axioms)
        assert told.possible == tuple(outcomes[n].name for n in solver.left(facts))
        names = [fact.name for fact in told.ask]
        if told.possible:
            assert solver.suffice(facts, names)
        for name in names:
            assert not solver.suffice(facts, [other for other in names if other != name])


@many
@given(asked())
def test_solver_on_whether_one_rule_gives_all_that_another_does(one: Asked) -> None:
    axioms = tuple(axiom.holds for axiom in one.question.axioms)
    first, second, _ = (outcome.when for outcome in one.question.outcomes)
    laid = grid(first, second, axioms=axioms)
    beyond = laid.possible & laid.cases(first) & ~laid.cases(second)
    solver = Solver([first, second], axioms)
    assert solver.can_be(all_of(first, not_(second))) is bool(beyond)

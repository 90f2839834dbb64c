"""z3 settles every case as the grid does, and finds no overlap and no gap."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from rule_solver import Solver
from statuteline.rules.predicates import all_of, none_of
from statuteline.rules.settling import settle

from .every_case import EVERY, questions

if TYPE_CHECKING:
    from .every_case import Question


def solver(question: Question) -> Solver:
    guards = [outcome.when for outcome in question.outcomes]
    return Solver(guards, [axiom.holds for axiom in question.axioms])


@pytest.mark.parametrize("question", EVERY)
def test_it_settles_every_case_alike(question: Question) -> None:
    asked = solver(question)
    names = [outcome.name for outcome in question.outcomes]
    for facts in question.cases():
        left = [names[number] for number in asked.left(facts)]
        assert settle(question.outcomes, facts, question.axioms).possible == tuple(left)


@pytest.mark.parametrize("question", questions(), ids=lambda one: one.name)
def test_one_outcome_is_met_and_never_two(question: Question) -> None:
    asked = solver(question)
    guards = [outcome.when for outcome in question.outcomes]
    assert not any(asked.can_be(all_of(*two)) for two in combinations(guards, 2))
    assert not asked.can_be(none_of(*guards))
    assert all(asked.can_be(guard) for guard in guards)

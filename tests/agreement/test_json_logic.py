"""The two rules of JSON-Logic say surely yes and surely no where Kleene's tree does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from json_logic import jsonLogic

from statuteline.rules.facts import Choice, Money, YesNo
from statuteline.rules.json_logic import rails
from statuteline.rules.kleene import truth
from statuteline.rules.predicates import at_least, none_of

from .every_case import EVERY, questions
from .json_logic_verdict import verdict

if TYPE_CHECKING:
    from statuteline.rules.json_form import Json

    from .every_case import Question

OPERATORS = {"var", "===", "!==", "in", "<", "<=", ">", ">=", "and", "or", "if", "+"}
wet = YesNo(name="wet", ask="Is it wet?")
cold = YesNo(name="cold", ask="Is it cold?")
fine = Money(name="fine", ask="How much?")
only = Choice(name="only", ask="Which?", values=("this",))


def operators(rule: Json) -> set[str]:
    match rule:
        case dict():
            return {*rule, *(name for part in rule.values() for name in operators(part))}
        case list():
            return {name for part in rule for name in operators(part)}
        case _:
            return set()


@pytest.mark.parametrize("question", EVERY)
def test_every_case_of_every_outcome(question: Question) -> None:
    guards = [(one.when, rails(one.when)) for one in question.outcomes]
    compared = 0
    for facts in question.cases():
        for guard, rules in guards:
            assert verdict(rules, facts) is truth(guard, facts), facts
        compared += 1
    assert compared == question.size()


def test_only_stock_operators_are_used() -> None:
    for question in questions():
        for outcome in question.outcomes:
            both = rails(outcome.when)
            assert operators([both.yes, both.no]) <= OPERATORS


@pytest.mark.parametrize("data", [{}, {"fine": None}])
def test_a_missing_number_is_not_nought(data: dict[str, Json]) -> None:
    plain = {"<=": [{"var": "fine"}, 10]}
    both = rails(fine.at_most(10))
    assert json.dumps(plain) in json.dumps(both.yes)
    assert jsonLogic(both.yes, data) is False
    assert jsonLogic(both.no, data) is False


def test_a_choice_of_one_value_is_surely_not_otherwise() -> None:
    assert verdict(rails(only.is_("this")), {}) is None
    assert rails(only.is_("this")).no == {"in": [{"var": "only"}, []]}


def test_counting_knows_when_it_is_enough_and_when_it_cannot_be() -> None:
    two = rails(at_least(2, wet.is_true(), cold.is_true(), none_of(fine.above(5))))
    assert verdict(two, {"wet": True, "fine": 5}) is True
    assert verdict(two, {"wet": False, "fine": 6}) is False
    assert verdict(two, {"wet": False, "fine": 5}) is None

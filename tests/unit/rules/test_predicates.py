from __future__ import annotations

import pytest

from statuteline.errors import RuleError
from statuteline.rules.facts import Choice, Whole, YesNo
from statuteline.rules.json_form import logic_digest
from statuteline.rules.kleene import truth
from statuteline.rules.nodes import Element
from statuteline.rules.predicates import (
    all_of,
    any_of,
    at_least,
    define,
    facts_of,
    not_,
)

wet = YesNo(name="wet", ask="Is it wet?")
colour = Choice(name="colour", ask="Which colour?", values=("red", "green"))
years = Whole(name="years", ask="How many?", unit="years")


def test_a_value_that_a_fact_cannot_have_names_the_line_and_the_nearest() -> None:
    with pytest.raises(RuleError) as caught:
        colour.is_("gren")
    assert "test_predicates.py:" in caught.value.where
    assert "did you mean green" in caught.value.hint


def test_python_words_for_and_or_not_are_refused() -> None:
    with pytest.raises(RuleError, match="neither true nor false"):
        _ = wet.is_true() and colour.is_("red")  # type: ignore[redundant-expr]


def test_a_fact_is_no_predicate() -> None:
    with pytest.raises(RuleError) as caught:
        all_of(wet)  # type: ignore[arg-type]
    assert "is_true()" in caught.value.hint


def test_at_least_of_more_than_there_are_is_refused() -> None:
    with pytest.raises(RuleError, match="decides nothing"):
        at_least(3, wet.is_true(), colour.is_("red"))


def test_two_facts_of_one_name_are_refused() -> None:
    other = YesNo(name="wet", ask="Is it moist?")
    with pytest.raises(RuleError, match="Two different facts"):
        facts_of(wet.is_true(), other.is_true())


def test_labels_and_citations_are_no_logic() -> None:
    plain = any_of(wet.is_true(), years.at_most(10))
    told = define(
        "moist or young",
        any_of(
            wet.is_true().cite("sec_1", "wet").as_element(Element.CONDUCT),
            years.at_most(10),
        ),
    )
    assert logic_digest(plain) == logic_digest(told)
    assert logic_digest(plain) != logic_digest(any_of(wet.is_true(), years.at_most(11)))


def test_unknown_stays_unknown_unless_it_cannot_matter() -> None:
    either = any_of(wet.is_true(), not_(colour.is_("red")))
    assert truth(either, {}) is None
    assert truth(either, {"wet": True}) is True
    assert truth(either, {"wet": False, "colour": "red"}) is False

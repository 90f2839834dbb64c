from __future__ import annotations

from datetime import date

import pytest

from statuteline.rules.facts import Choice, Day, Money, Whole, YesNo
from statuteline.rules.node_words import node_words
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

told = YesNo(name="victim_was_told", ask="Was the victim told?")
level = Choice(name="level", ask="Which?", values=("low", "middle", "high"))
term = Whole(name="prison_term", ask="How long?", unit="years")
fine = Money(name="fine", ask="How much?")
begun = Day(name="begun", ask="When?")


@pytest.mark.parametrize(
    ("node", "words"),
    [
        (told.is_true(), "victim was told: yes"),
        (told.is_false(), "victim was told: no"),
        (level.is_("low"), "level is low"),
        (level.one_of("low", "middle", "high"), "level is low, middle or high"),
        (term.at_least(1), "prison term is at least 1 year"),
        (term.at_most(10), "prison term is at most 10 years"),
        (term.above(2), "prison term is more than 2 years"),
        (fine.below(200_000), "fine is less than $2,000.00"),
        (begun.on_or_after(date(2021, 10, 1)), "begun is 1 October 2021 or after"),
        (begun.before(date(2021, 10, 1)), "begun is before 1 October 2021"),
        (all_of(told.is_true()), "all of these"),
        (any_of(told.is_true()), "one or more of these"),
        (none_of(told.is_true()), "none of these"),
        (at_least(2, told.is_true(), level.is_("low")), "at least 2 of these"),
        (not_(told.is_true()), "not this"),
        (
            when(told.is_true(), level.is_("low")),
            "the second of these, where the first is so",
        ),
        (define("offense in scope", told.is_true()), "offense in scope"),
    ],
)
def test_a_node_is_told_in_words(node: Predicate, words: str) -> None:
    assert node_words(node) == words

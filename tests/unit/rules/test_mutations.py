from __future__ import annotations

from datetime import date

import pytest

from statuteline.rules.facts import Choice, Day, Whole, YesNo
from statuteline.rules.mutations import Change, mutants, replaced
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

wet = YesNo(name="wet", ask="Is it wet?")
cold = YesNo(name="cold", ask="Is it cold?")
dark = YesNo(name="dark", ask="Is it dark?")
colour = Choice(name="colour", ask="Which colour?", values=("red", "green", "blue"))
years = Whole(name="years", ask="How many years?", unit="years")
begun = Day(name="begun", ask="When did it begin?")

WET, COLD, DARK = wet.is_true(), cold.is_true(), dark.is_true()


def made(predicate: Predicate, change: Change) -> list[Predicate]:
    """Give what becomes of a predicate by one kind of change to its own node."""
    return [
        mutant.predicates[0]
        for mutant in mutants(predicate)
        if mutant.change is change and mutant.node == predicate
    ]


@pytest.mark.parametrize(
    ("predicate", "change", "expected"),
    [
        (all_of(WET, COLD), Change.PART_LEFT_OUT, [all_of(COLD), all_of(WET)]),
        (all_of(WET, COLD), Change.ANY_FOR_ALL, [any_of(WET, COLD)]),
        (any_of(WET, COLD), Change.ALL_FOR_ANY, [all_of(WET, COLD)]),
        (none_of(WET, COLD), Change.ANY_FOR_ALL, [not_(all_of(WET, COLD))]),
        (not_(WET), Change.NEGATED, [WET]),
        (WET, Change.NEGATED, [not_(WET)]),
        (when(WET, COLD), Change.UNCONDITIONAL, [COLD]),
        (
            at_least(2, WET, COLD, DARK),
            Change.COUNT,
            [at_least(1, WET, COLD, DARK), at_least(3, WET, COLD, DARK)],
        ),
        (
            at_least(2, WET, COLD),
            Change.PART_LEFT_OUT,
            [at_least(1, COLD), at_least(1, WET)],
        ),
        (
            colour.one_of("red", "blue"),
            Change.VALUE_LEFT_OUT,
            [colour.one_of("blue"), colour.one_of("red")],
        ),
        (colour.is_("green"), Change.VALUE_LEFT_OUT, []),
        (
            colour.is_("green"),
            Change.VALUE_ADDED,
            [colour.one_of("red", "green"), colour.one_of("green", "blue")],
        ),
        (years.at_most(10), Change.BOUND, [years.at_most(9), years.at_most(11)]),
        (years.at_least(0), Change.BOUND, [years.at_least(1)]),
        (
            begun.before(date(2021, 10, 1)),
            Change.BOUND,
            [begun.before(date(2021, 9, 30)), begun.before(date(2021, 10, 2))],
        ),
        (begun.before(date.max), Change.BOUND, []),
    ],
)
def test_a_node_is_changed_in_each_way_that_it_can_be(
    predicate: Predicate, change: Change, expected: list[Predicate]
) -> None:
    assert made(predicate, change) == expected


def test_a_shared_part_changes_wherever_it_stands() -> None:
    shall = all_of(WET, COLD)
    may = all_of(WET, not_(COLD))
    negated = [
        mutant.predicates
        for mutant in mutants(shall, may)
        if mutant.node == COLD and mutant.change is Change.NEGATED
    ]
    assert negated == [(all_of(WET, not_(COLD)), all_of(WET, not_(not_(COLD))))]


def test_a_name_is_only_a_label() -> None:
    assert [m.change for m in mutants(define("rain", WET))] == [
        Change.NEVER,
        Change.ALWAYS,
        Change.NEGATED,
    ]


def test_no_mutant_is_listed_twice_and_none_is_the_predicate_itself() -> None:
    whole = (any_of(WET, not_(COLD), years.above(3)), none_of(WET, colour.is_("red")))
    found = [mutant.predicates for mutant in mutants(*whole)]
    assert len(set(found)) == len(found)
    assert whole not in found


def test_what_does_not_occur_is_not_replaced() -> None:
    predicate = when(define("rain", WET), at_least(1, COLD, not_(DARK)))
    assert replaced(predicate, years.above(3), WET) == predicate
    assert replaced(predicate, DARK, WET) == when(
        define("rain", WET), at_least(1, COLD, not_(WET))
    )

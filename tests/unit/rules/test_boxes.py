"""Boxes hold what is wanted and nothing else that is possible, and none is idle."""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import or_

from hypothesis import given
from hypothesis import strategies as st

from statuteline.rules.boxes import Box, boxes
from statuteline.rules.cell_words import box_words, cells_words, value_words
from statuteline.rules.facts import Choice, Day, Money, Whole, YesNo
from statuteline.rules.grid import Grid, grid
from statuteline.rules.predicates import all_of, any_of, not_, when

wet = YesNo(name="wet", ask="Is it wet?")
cold = YesNo(name="very_cold", ask="Is it very cold?")
colour = Choice(name="colour", ask="Which colour?", values=("red", "green", "blue", "grey"))
years = Whole(name="age", ask="How many years?", unit="years")
price = Money(name="price", ask="How much?")
begun = Day(name="begun", ask="When did it begin?")

NEVER = when(wet.is_true(), colour.is_("blue"))
LAID = grid(
    wet.is_true(),
    cold.is_true(),
    *(colour.is_(value) for value in colour.values),
    years.at_most(10),
    years.above(20),
    axioms=(NEVER,),
)


def union(laid: Grid, found: tuple[Box, ...]) -> int:
    return reduce(or_, (box.cases(laid) for box in found), 0)


@given(st.integers(min_value=0, max_value=LAID.full))
def test_boxes_hold_what_is_wanted_and_no_other_possible_case(wanted: int) -> None:
    found = boxes(LAID, wanted)
    assert union(LAID, found) & LAID.possible == wanted & LAID.possible


@given(st.integers(min_value=0, max_value=LAID.full))
def test_no_box_and_no_cell_of_a_box_can_be_left_out(wanted: int) -> None:
    found = boxes(LAID, wanted)
    wanted &= LAID.possible
    for box in found:
        others = tuple(one for one in found if one is not box)
        own = wanted & box.cases(LAID) & ~union(LAID, others)
        assert own
        for side in box.sides:
            assert 0 < len(side.cells) < len(side.axis.cells)
            assert all(own & LAID.cell(side.axis, cell) for cell in side.cells)


def test_what_the_axioms_say_is_not_said_again() -> None:
    (box,) = boxes(LAID, LAID.cases(all_of(wet.is_true(), colour.is_("blue"))))
    assert box_words(box) == ("wet: yes",)


def test_a_rule_is_told_by_as_many_boxes_as_it_has_branches() -> None:
    rule = any_of(
        all_of(wet.is_true(), years.at_most(10)),
        all_of(cold.is_true(), not_(colour.one_of("red", "green"))),
    )
    assert [box_words(box) for box in boxes(LAID, LAID.cases(rule))] == [
        ("wet: yes", "age is at most 10 years"),
        ("very cold: yes", "colour is blue or grey"),
    ]


def test_a_value_is_named_in_the_box_that_needs_it_alone() -> None:
    rule = any_of(colour.is_("red"), all_of(colour.is_("blue"), years.at_most(10)))
    assert [box_words(box) for box in boxes(LAID, LAID.cases(rule))] == [
        ("colour is red",),
        ("colour is blue", "age is at most 10 years"),
    ]


def test_all_possible_cases_are_one_box_that_asks_nothing() -> None:
    assert boxes(LAID, LAID.full) == (Box(sides=()),)
    assert boxes(LAID, 0) == boxes(LAID, LAID.full & ~LAID.possible) == ()


def test_cells_are_worded_by_their_kind() -> None:
    laid = grid(
        cold.is_true(),
        *(colour.is_(value) for value in colour.values),
        years.above(0),
        years.above(10),
        years.above(20),
        price.at_least(200_000),
        begun.before(date(2021, 10, 1)),
        begun.before(date(2022, 10, 1)),
    )
    cold_, colour_, years_, price_, begun_ = laid.axes
    assert cells_words(cold_, (0,)) == "very cold: no"
    assert cells_words(colour_, (0, 2, 3)) == "colour is not green"
    assert cells_words(colour_, (1, 3)) == "colour is green or grey"
    assert cells_words(years_, (0, 1)) == "age is at most 10 years"
    assert cells_words(years_, (0, 2)) == "age is 0 years or 11 years to 20 years"
    assert cells_words(years_, (1, 2, 3)) == "age is at least 1 year"
    assert cells_words(price_, (0,)) == "price is at most $1,999.99"
    assert cells_words(begun_, (0,)) == "begun is before 1 October 2021"
    assert cells_words(begun_, (1,)) == "begun is 1 October 2021 to 30 September 2022"
    assert cells_words(begun_, (1, 2)) == "begun is 1 October 2021 or after"


def test_a_value_is_worded_with_its_unit() -> None:
    assert value_words(years, 1) == "1 year"
    assert value_words(wet, value=False) == "no"
    assert value_words(begun, date(2021, 10, 1)) == "1 October 2021"

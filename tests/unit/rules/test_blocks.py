"""Blocks hold the same cases as the boxes that they tell."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from statuteline.rules.blocks import Block, blocks
from statuteline.rules.cell_words import box_words
from statuteline.rules.facts import Choice, YesNo
from statuteline.rules.grid import grid
from statuteline.rules.predicates import Predicate, all_of, any_of, not_, when

if TYPE_CHECKING:
    from statuteline.rules.boxes import Box

wet = YesNo(name="wet", ask="Is it wet?")
cold = YesNo(name="cold", ask="Is it cold?")
old = YesNo(name="old", ask="Is it old?")
colour = Choice(name="colour", ask="Which colour?", values=("red", "green", "blue"))
LAID = grid(
    *(fact.is_true() for fact in (wet, cold, old)),
    *(colour.is_(value) for value in colour.values),
)
AXIOM = replace(LAID, possible=LAID.cases(when(wet.is_true(), colour.is_("red"))))


def told(rule: Predicate) -> list[list[tuple[str, ...]]]:
    found = blocks(LAID, LAID.cases(rule))
    return [[box_words(box) for box in block] for block in found]


def inside(found: tuple[Block, ...]) -> int:
    return reduce(and_, (union(block) for block in found), LAID.full)


def union(some: tuple[Box, ...]) -> int:
    return reduce(or_, (box.cases(LAID) for box in some), 0)


@given(st.integers(min_value=1, max_value=LAID.full))
def test_blocks_hold_what_is_wanted_and_no_other_possible_case(wanted: int) -> None:
    for laid in (LAID, AXIOM):
        if wanted & laid.possible:
            found = inside(blocks(laid, wanted))
            assert found & laid.possible == wanted & laid.possible


def test_what_is_combined_freely_is_told_apart() -> None:
    rule = all_of(
        not_(old.is_true()),
        any_of(wet.is_true(), cold.is_true()),
        colour.one_of("red", "blue"),
    )
    assert told(rule) == [
        [("old: no",)],
        [("colour is red or blue",)],
        [("wet: yes",), ("cold: yes",)],
    ]


def test_what_is_tied_together_stays_together() -> None:
    rule = any_of(all_of(wet.is_true(), colour.is_("red")), cold.is_true())
    assert told(rule) == [[("wet: yes", "colour is red"), ("cold: yes",)]]


def test_a_box_that_asks_nothing_makes_no_block() -> None:
    assert blocks(LAID, LAID.full) == ()
    assert blocks(AXIOM, AXIOM.possible) == ()


def test_ways_that_recur_are_told_once() -> None:
    act = any_of(wet.is_true(), cold.is_true())
    age = any_of(all_of(old.is_true(), colour.is_("red")), not_(old.is_true()))
    found = told(all_of(act, age))
    assert [len(block) for block in found] == [2, 2]


def test_an_axiom_does_not_tie_facts_together() -> None:
    wanted = AXIOM.cases(all_of(wet.is_true(), any_of(old.is_true(), cold.is_true())))
    assert [[box_words(box) for box in block] for block in blocks(AXIOM, wanted)] == [
        [("wet: yes",)],
        [("cold: yes",), ("old: yes",)],
    ]

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from statuteline.errors import RuleError
from statuteline.rules.facts import Choice, Day, Whole, YesNo
from statuteline.rules.grid import LIMIT, grid, numbers
from statuteline.rules.kleene import truth
from statuteline.rules.predicates import (
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
colour = Choice(name="colour", ask="Which colour?", values=("red", "green", "blue", "grey"))
years = Whole(name="years", ask="How many years?", unit="years")
begun = Day(name="begun", ask="When did it begin?")

EVERY_KIND = (
    all_of(wet.is_true(), not_(cold.is_true())),
    any_of(colour.one_of("red", "green"), colour.is_("red")),
    none_of(years.at_most(10), years.above(20), years.at_least(30), years.below(2)),
    at_least(2, wet.is_true(), cold.is_true(), begun.before(date(2021, 10, 1))),
    when(begun.on_or_after(date(2021, 10, 1)), define("chilly", cold.is_true())),
)


def test_values_that_no_condition_separates_share_a_cell() -> None:
    axes = grid(*EVERY_KIND).axes
    by_name = {axis.fact.name: [cell.example for cell in axis.cells] for axis in axes}
    assert by_name["colour"] == ["red", "green", "blue"]
    assert by_name["years"] == [0, 2, 11, 21, 30]
    assert by_name["begun"] == [date(2021, 9, 30), date(2021, 10, 1)]


@pytest.mark.parametrize("predicate", EVERY_KIND)
def test_the_grid_and_the_tree_agree_on_every_case(predicate: object) -> None:
    laid = grid(*EVERY_KIND)
    assert predicate in EVERY_KIND
    one = EVERY_KIND[EVERY_KIND.index(predicate)]
    met = set(numbers(laid.cases(one)))
    for case in range(laid.size):
        assert truth(one, laid.facts(case)) is (case in met)


def test_known_facts_leave_the_cases_that_agree_with_them() -> None:
    laid = grid(*EVERY_KIND)
    left = set(numbers(laid.known({"wet": True, "years": 15, "elsewhere": 3})))
    assert left == {
        case
        for case in range(laid.size)
        if laid.facts(case)["wet"] is True and laid.facts(case)["years"] == 11
    }


def test_axioms_make_cases_impossible() -> None:
    laid = grid(wet.is_true(), axioms=(when(wet.is_true(), cold.is_true()),))
    possible = [laid.facts(case) for case in numbers(laid.possible)]
    assert [(f["wet"], f["cold"]) for f in possible] == [
        (w, c) for c, w in product((False, True), repeat=2) if c or not w
    ]


def test_too_many_cases_are_refused() -> None:
    facts = [YesNo(name=f"fact_{n}", ask="?") for n in range(LIMIT.bit_length())]
    with pytest.raises(RuleError, match="more than"):
        grid(all_of(*(fact.is_true() for fact in facts)))


def test_a_predicate_over_other_facts_is_refused() -> None:
    with pytest.raises(RuleError, match="cold"):
        grid(wet.is_true()).cases(cold.is_true())


def test_a_cell_of_a_great_grid_holds_its_share_of_the_cases() -> None:
    facts = [YesNo(name=f"fact_{n}", ask="?") for n in range(20)]
    laid = grid(all_of(*(fact.is_true() for fact in facts), years.at_most(2)))
    for axis in laid.axes:
        found = [laid.cell(axis, number) for number in range(len(axis.cells))]
        assert [cases.bit_count() for cases in found] == [laid.size // len(found)] * 2
        assert found[0] | found[1] == laid.full

"""The case that shows something has as few facts that are so as any."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from statuteline.rules.facts import Choice, YesNo
from statuteline.rules.grid import grid, numbers
from statuteline.rules.witness import plainest

wet = YesNo(name="wet", ask="Is it wet?")
cold = YesNo(name="cold", ask="Is it cold?")
colour = Choice(name="colour", ask="Which colour?", values=("red", "green", "blue"))
old = YesNo(name="old", ask="Is it old?")
LAID = grid(
    wet.is_true(), *(colour.is_(v) for v in colour.values), cold.is_true(), old.is_true()
)


def so(case: int) -> int:
    return sum(value is True for value in LAID.facts(case).values())


@given(st.integers(min_value=1, max_value=LAID.full))
def test_no_case_of_the_set_has_fewer_facts_that_are_so(cases: int) -> None:
    chosen = plainest(LAID, cases)
    assert cases >> chosen & 1
    assert so(chosen) == min(map(so, numbers(cases)))


def test_facts_asked_first_are_so_and_choices_have_their_first_value() -> None:
    one = LAID.cases(wet.is_true()) | LAID.cases(old.is_true())
    assert LAID.facts(plainest(LAID, one)) == {
        "wet": True,
        "colour": "red",
        "cold": False,
        "old": False,
    }

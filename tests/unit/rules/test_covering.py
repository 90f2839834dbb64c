from __future__ import annotations

from functools import reduce
from itertools import combinations
from operator import or_

from hypothesis import given
from hypothesis import strategies as st

from statuteline.rules.covering import cover

families = st.lists(st.integers(min_value=0, max_value=255), max_size=9)


def brute(sets: list[int]) -> int:
    """Count the sets that are needed, by trying every choice."""
    everything = reduce(or_, sets, 0)
    return next(
        count
        for count in range(len(sets) + 1)
        for some in combinations(sets, count)
        if reduce(or_, some, 0) == everything
    )


@given(families)
def test_a_cover_covers_and_no_smaller_one_does(sets: list[int]) -> None:
    found = cover(sets)
    assert reduce(or_, (sets[place] for place in found.chosen), 0) == reduce(or_, sets, 0)
    assert found.smallest
    assert len(found.chosen) == brute(sets)


def test_greed_alone_would_take_three() -> None:
    assert cover([0b001111, 0b010101, 0b101010]).chosen == (1, 2)


@given(families)
def test_without_steps_it_still_covers_and_claims_nothing(sets: list[int]) -> None:
    found = cover(sets, steps=0)
    assert reduce(or_, (sets[place] for place in found.chosen), 0) == reduce(or_, sets, 0)
    assert not found.smallest

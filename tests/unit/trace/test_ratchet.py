from __future__ import annotations

import pytest

from statuteline.trace.coverage import Measure
from statuteline.trace.ratchet import Mark, falls, mark_of


def mark(settled: int, total: int, name: str = "links") -> Mark:
    return Mark(name=name, settled=settled, total=total)


@pytest.mark.parametrize(
    ("before", "now", "fallen"),
    [
        ((5, 10), (5, 10), False),
        ((5, 10), (6, 10), False),
        ((5, 10), (4, 10), True),
        ((5, 10), (5, 11), True),
        ((1, 3), (333_333, 1_000_000), True),
        ((0, 0), (3, 3), False),
        ((0, 0), (3, 4), True),
        ((3, 4), (0, 0), False),
    ],
)
def test_only_a_smaller_part_is_a_fall(
    before: tuple[int, int], now: tuple[int, int], *, fallen: bool
) -> None:
    found = falls((mark(*before),), (mark(*now),))
    assert bool(found) is fallen


def test_a_measure_that_is_gone_has_fallen_and_a_new_one_has_not() -> None:
    (fall,) = falls((mark(1, 1, "old"),), (mark(0, 1, "new"),))
    assert (fall.before.name, fall.now) == ("old", None)


def test_what_is_waived_is_settled() -> None:
    measure = Measure(name="links", done=2, waived=1, open=("a",))
    assert mark_of(measure) == mark(3, 4)

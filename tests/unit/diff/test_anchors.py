from __future__ import annotations

from itertools import chain

import pytest

from statuteline.diff.anchors import MOST_CELLS, longest_rising, split_at_anchors

LONG = tuple(f"w{number}" for number in range(3000))
SAME = ("fee",) * 3000


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (LONG, LONG),
        (LONG, LONG[::-1]),
        (LONG, ("x", *LONG[:1000], "y", *LONG[1500:], "z")),
        (("x", *SAME), (*SAME[:1400], "cost", *SAME[:1400], "z")),
        (LONG, (*LONG[:-1], "x", *LONG)),
        (LONG, SAME),
        ((), LONG),
    ],
)
def test_pieces_are_bounded_and_lose_nothing(
    old: tuple[str, ...], new: tuple[str, ...]
) -> None:
    pieces = list(split_at_anchors(old, new))
    assert tuple(chain.from_iterable(piece[0] for piece in pieces)) == old
    assert tuple(chain.from_iterable(piece[1] for piece in pieces)) == new
    for before, after in pieces:
        assert before == after or len(before) * len(after) <= MOST_CELLS


def test_a_long_text_is_cut_where_both_sides_agree() -> None:
    new = (*LONG[:100], "new", *LONG[100:2500], "newer", *LONG[2500:-1], "last")
    pieces = split_at_anchors(LONG, new)
    changed = [(old, new) for old, new in pieces if old != new]
    assert sum(len(old) + len(new) for old, new in changed) < 20


def test_longest_rising_run_of_pairs_is_kept() -> None:
    pairs = [(5, 0), (1, 1), (2, 2), (0, 3), (3, 4)]
    assert longest_rising(pairs) == ((1, 1), (2, 2), (3, 4))
    assert longest_rising([]) == ()

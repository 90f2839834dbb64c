"""Bounding the cost of long texts: cut them at words that occur once on both sides."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_CELLS: Final = 4_000_000
"""Product of token counts up to which two texts are compared in one piece."""

Tokens = tuple[str, ...]


def split_at_anchors(old: Tokens, new: Tokens) -> Iterator[tuple[Tokens, Tokens]]:
    """Cut two token lists into pieces small enough to compare exactly.

    Size alone decides, never time, so the same input gives the same output on any
    machine.

    Args:
        old: Tokens before.
        new: Tokens after.

    Yields:
        Pairs of pieces in order; joined they give both lists back. A piece without
        any anchor stays whole and is larger than the bound.
    """
    start = _common_start(old, new)
    end = _common_start(old[start:][::-1], new[start:][::-1])
    middle_old, middle_new = old[start : len(old) - end], new[start : len(new) - end]
    yield old[:start], new[:start]
    yield from _pieces(middle_old, middle_new)
    yield old[len(old) - end :], new[len(new) - end :]


def _pieces(old: Tokens, new: Tokens) -> Iterator[tuple[Tokens, Tokens]]:
    anchors = _anchors(old, new) if len(old) * len(new) > MOST_CELLS else ()
    if not anchors:
        yield old, new
        return
    at_old = at_new = 0
    for next_old, next_new in (*anchors, (len(old), len(new))):
        piece = old[at_old:next_old], new[at_new:next_new]
        if (len(piece[0]), len(piece[1])) != (len(old), len(new)):
            yield from _pieces(*piece)
        else:
            yield piece
        at_old, at_new = next_old, next_new


def _common_start(old: Tokens, new: Tokens) -> int:
    length = 0
    for left, right in zip(old, new, strict=False):
        if left != right:
            break
        length += 1
    return length


def _anchors(old: Tokens, new: Tokens) -> tuple[tuple[int, int], ...]:
    """Find positions of tokens unique on both sides, in the same order on both."""
    once_old = {token for token, count in Counter(old).items() if count == 1}
    once_new = {token for token, count in Counter(new).items() if count == 1}
    unique = once_old & once_new
    place = {token: index for index, token in enumerate(old) if token in unique}
    pairs = [(place[token], index) for index, token in enumerate(new) if token in unique]
    return longest_rising(pairs)


def longest_rising(pairs: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Keep the longest run of pairs that rises on the old side too.

    Args:
        pairs: Positions on the old and the new side, rising on the new side.

    Returns:
        The pairs kept, in order.
    """
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int | None] = []
    for index, (at_old, _) in enumerate(pairs):
        position = bisect_left(tails, at_old)
        previous.append(ends[position - 1] if position else None)
        if position == len(tails):
            tails.append(at_old)
            ends.append(index)
        else:
            tails[position] = at_old
            ends[position] = index
    chain: list[tuple[int, int]] = []
    at = ends[-1] if ends else None
    while at is not None:
        chain.append(pairs[at])
        at = previous[at]
    return tuple(reversed(chain))

"""Bounding the cost of long texts: cut them at words that stand alike on both sides."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_CELLS: Final = 250_000
"""Product of word counts up to which two texts are compared in one piece."""
_STEP: Final = 500
"""Words of a piece where nothing tells how two long texts lie to each other."""
_LEVELS: Final = 6
"""How often a piece is cut again at words that are telling inside it."""
_PHRASES: Final = (8, 4, 1)
"""Lengths in words of what may be an anchor, the surest first."""

Words = tuple[str, ...]
Places = tuple[tuple[int, int], ...]


def split_at_anchors(
    old: Words, new: Words, levels: int = _LEVELS
) -> Iterator[tuple[Words, Words]]:
    """Cut two lists of words into pieces small enough to compare exactly.

    Size alone decides, never time, so the same input gives the same output on any
    machine.

    Args:
        old: Words and marks before.
        new: Words and marks after.
        levels: How often pieces may be cut at anchors; after that, at equal steps.

    Yields:
        Pairs of pieces in order; joined they give both lists back. The two are
        equal, or one is empty, or the product of their lengths is in bounds.
    """
    start = common_start(old, new)
    end = common_start(old[start:][::-1], new[start:][::-1])
    yield old[:start], new[:start]
    yield from _pieces(old[start : len(old) - end], new[start : len(new) - end], levels)
    yield old[len(old) - end :], new[len(new) - end :]


def _pieces(old: Words, new: Words, levels: int) -> Iterator[tuple[Words, Words]]:
    if len(old) * len(new) <= MOST_CELLS:
        yield old, new
        return
    cuts = (_anchors(old, new) if levels else ()) or _steps(len(old), len(new))
    at_old = at_new = 0
    for next_old, next_new in (*cuts, (len(old), len(new))):
        piece = old[at_old:next_old], new[at_new:next_new]
        yield from split_at_anchors(*piece, levels - 1 if levels else 0)
        at_old, at_new = next_old, next_new


def _steps(old: int, new: int) -> Places:
    ends = range(_STEP, max(old, new), _STEP)
    return tuple((min(end, old), min(end, new)) for end in ends)


def common_start(old: Words, new: Words) -> int:
    """Count the words that both begin with."""
    length = 0
    for left, right in zip(old, new, strict=False):
        if left != right:
            break
        length += 1
    return length


def _anchors(old: Words, new: Words) -> Places:
    """Find where the same phrase begins on both sides, in the same order.

    Phrases that occur once on each side are sure. Where a long text was doubled
    there are none, and first occurrences must do.
    """
    for once in (True, False):
        for size in _PHRASES:
            found = _same_phrases(old, new, size, once=once)
            if found:
                return found
    return ()


def _same_phrases(old: Words, new: Words, size: int, *, once: bool) -> Places:
    before, after = _phrases(old, size, once=once), _phrases(new, size, once=once)
    pairs = [(before[phrase], at) for phrase, at in after.items() if phrase in before]
    return longest_rising(pairs)


def _phrases(words: Words, size: int, *, once: bool) -> dict[Words, int]:
    """Give where each phrase first stands, in that order; all, or only the unique."""
    phrases = [words[at : at + size] for at in range(len(words) - size + 1)]
    first: dict[Words, int] = {}
    for at, phrase in enumerate(phrases):
        first.setdefault(phrase, at)
    if not once:
        return first
    count = Counter(phrases)
    return {phrase: at for phrase, at in first.items() if count[phrase] == 1}


def longest_rising(pairs: list[tuple[int, int]]) -> Places:
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

"""The order in which two lists are shown as one, and what left its place in it."""

from __future__ import annotations

from collections import deque
from itertools import pairwise
from typing import TYPE_CHECKING

from statuteline.diff.anchors import longest_rising

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

Place = int | None


def steady_places(here: Sequence[Place]) -> frozenset[int]:
    """Find what kept its place: the longest run whose order is the same on both sides.

    Args:
        here: For each place of the new list, where its counterpart stood in the old
            one; None where it has none there.

    Returns:
        Places of the new list; counterparts at other places have moved.

    Example:
        >>> sorted(steady_places([0, 3, 1, None, 2]))
        [0, 2, 4]
    """
    pairs = [(i, j) for j, i in enumerate(here) if i is not None]
    if all(one[0] < other[0] for one, other in pairwise(pairs)):
        return frozenset(j for _, j in pairs)
    return frozenset(j for _, j in longest_rising(pairs))


def in_reading_order(
    here: Sequence[Place], steady: AbstractSet[int], gone: Sequence[int]
) -> Iterator[tuple[Place, Place]]:
    """Merge two lists: the new one, with what is gone before what came in its place.

    Args:
        here: As for :func:`steady_places`.
        steady: What that gives.
        gone: Places of the old list without a counterpart, rising.

    Yields:
        Old and new place; None on one side for what is only on the other.

    Example:
        >>> list(in_reading_order([0, None, 2], {0, 2}, [1]))
        [(0, 0), (1, None), (None, 1), (2, 2)]
    """
    waiting = deque(gone)
    limits = _next_steady(here, steady)
    for j, i in enumerate(here):
        limit = limits[j]
        while waiting and (limit is None or waiting[0] < limit):
            yield waiting.popleft(), None
        yield i, j
    for i in waiting:
        yield i, None


def _next_steady(here: Sequence[Place], steady: AbstractSet[int]) -> list[Place]:
    """Give for each new place the old place of the next one that kept its order."""
    limits: list[Place] = []
    limit: Place = None
    for j in range(len(here) - 1, -1, -1):
        if j in steady:
            limit = here[j]
        limits.append(limit)
    return limits[::-1]

"""A smallest choice of sets that together cover everything: exact, while that is cheap.

Things are the bits of a number, and a set of things is a number.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

STEPS = 50_000
"""The most choices that are tried before the best found so far is taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Some of the sets, which cover what all of them cover.

    Args:
        chosen: The places of the sets, rising.
        smallest: Whether it is proved that no fewer would do.
    """

    chosen: tuple[int, ...]
    smallest: bool


def cover(sets: Sequence[int], steps: int = STEPS) -> Cover:
    """Choose as few sets as possible that cover what all of them cover.

    Args:
        sets: The sets.
        steps: The most choices to try.

    Returns:
        The choice; the same for the same sets, whatever the machine.
    """
    kept = _largest(sets)
    search = _Search([sets[place] for place in kept], steps)
    search.run()
    return Cover(
        chosen=tuple(sorted(kept[place] for place in search.best)),
        smallest=search.steps > 0,
    )


def _largest(sets: Sequence[int]) -> list[int]:
    """Leave out sets that lie in another one; of equal sets the first is kept."""
    kept: list[int] = []
    for place in sorted(range(len(sets)), key=lambda p: (-sets[p].bit_count(), p)):
        here = sets[place]
        if here and not any(here & ~sets[other] == 0 for other in kept):
            kept.append(place)
    return kept


class _Search:
    """Branch and bound: cover the thing that fewest sets hold, in each way in turn."""

    def __init__(self, sets: list[int], steps: int) -> None:
        self.sets = sets
        self.steps = steps
        everything = reduce(or_, sets, 0)
        self.holders = {
            thing: [place for place, one in enumerate(sets) if one >> thing & 1]
            for thing in range(everything.bit_length())
            if everything >> thing & 1
        }
        self.everything = everything
        self.best = self._greedy()

    def run(self) -> None:
        self._choose((), self.everything)

    def _greedy(self) -> tuple[int, ...]:
        chosen: list[int] = []
        left = self.everything
        while left:
            best = max(
                range(len(self.sets)), key=lambda p: (self.sets[p] & left).bit_count()
            )
            chosen.append(best)
            left &= ~self.sets[best]
        return tuple(chosen)

    def _choose(self, chosen: tuple[int, ...], left: int) -> None:
        if not left:
            self.best = min(self.best, chosen, key=len)
            return
        if self.steps <= 0 or len(chosen) + self._needed(left) >= len(self.best):
            return
        thing = min(_bits(left), key=lambda one: (len(self.holders[one]), one))
        ways = sorted(
            self.holders[thing], key=lambda p: (-(self.sets[p] & left).bit_count(), p)
        )
        for place in ways:
            self.steps -= 1
            self._choose((*chosen, place), left & ~self.sets[place])

    def _needed(self, left: int) -> int:
        """Count things no two of which lie in one set: each needs a set of its own."""
        count = 0
        for thing in sorted(_bits(left), key=lambda one: (len(self.holders[one]), one)):
            if left >> thing & 1:
                count += 1
                for place in self.holders[thing]:
                    left &= ~self.sets[place]
        return count


def _bits(number: int) -> list[int]:
    return [place for place in range(number.bit_length()) if number >> place & 1]

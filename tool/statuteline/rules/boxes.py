"""A set of cases told in a few boxes: for some facts the cells allowed, the rest free.

The boxes hold every case that is wanted and no other possible one. Cases that the axioms
forbid may lie inside, so that nothing is said that the axioms say already. The choice is
greedy, so there may be more boxes than the fewest that would do; none can be left out, and
none names a value that only other boxes need.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.rules.grid import Axis, Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The cells of one fact that a box allows.

    Args:
        axis: The fact, cut into cells.
        cells: The numbers of the cells, rising: some, and not all.
    """

    axis: Axis
    cells: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """All cases whose facts lie in some cells.

    Args:
        sides: What it asks, in the order of the grid; a fact without a side is free.
    """

    sides: tuple[Side, ...]

    def cases(self, laid: Grid) -> int:
        """Find the cases inside, possible or not.

        Args:
            laid: The grid that the box was made for.
        """
        sides = (_slab(laid, side.axis, side.cells) for side in self.sides)
        return reduce(and_, sides, laid.full)


def boxes(laid: Grid, wanted: int) -> tuple[Box, ...]:
    """Cover a set of cases with a few boxes.

    Args:
        laid: The grid.
        wanted: The cases; impossible ones among them are not looked at.

    Returns:
        Boxes that hold every possible case wanted and no other possible case, the same
        for the same grid and cases. Empty where no wanted case is possible.
    """
    wanted &= laid.possible
    forbidden = laid.possible & ~wanted
    found: list[Box] = []
    left = wanted
    while left:
        seed = (left & -left).bit_length() - 1
        box = max(
            (_grown(laid, seed, forbidden, left, order) for order in _orders(laid)),
            key=lambda one: ((one.cases(laid) & left).bit_count(), -len(one.sides)),
        )
        found.append(box)
        left &= ~box.cases(laid)
    return _tightened(laid, _needed(laid, tuple(found), wanted), wanted)


def _orders(laid: Grid) -> Iterator[tuple[Axis, ...] | None]:
    """Give the orders in which a box may be widened; None for the most gain first."""
    yield None
    yield laid.axes
    yield laid.axes[::-1]


def _grown(
    laid: Grid, seed: int, forbidden: int, left: int, order: tuple[Axis, ...] | None
) -> Box:
    """Widen one case fact by fact, as far as no forbidden case comes in."""
    inside = 1 << seed
    allowed: dict[str, tuple[int, ...]] = {}
    waiting = list(order or laid.axes)
    while waiting:
        widened = [
            _widened(axis, seed, inside, forbidden)
            for axis in (waiting if order is None else waiting[:1])
        ]
        best = max(range(len(widened)), key=lambda k: (widened[k][0] & left).bit_count())
        axis = waiting.pop(best)
        inside, allowed[axis.fact.name] = widened[best]
    return Box(
        sides=tuple(
            Side(axis=axis, cells=allowed[axis.fact.name])
            for axis in laid.axes
            if len(allowed[axis.fact.name]) < len(axis.cells)
        )
    )


def _widened(
    axis: Axis, seed: int, inside: int, forbidden: int
) -> tuple[int, tuple[int, ...]]:
    """Let in every cell of a fact that brings no forbidden case.

    Args:
        axis: A fact of which the box holds one cell, the seed's.
        seed: The number of the case that the box is grown from.
        inside: The cases of the box.
        forbidden: Cases that must stay outside.

    Returns:
        The cases of the wider box, and its cells of this fact.
    """
    own = seed // axis.stride % len(axis.cells)
    moved = {
        number: inside << (number - own) * axis.stride
        if number >= own
        else inside >> (own - number) * axis.stride
        for number in range(len(axis.cells))
    }
    cells = tuple(number for number, cases in moved.items() if not cases & forbidden)
    return reduce(or_, (moved[number] for number in cells)), cells


def _needed(laid: Grid, found: tuple[Box, ...], wanted: int) -> tuple[Box, ...]:
    """Leave out boxes whose wanted cases others hold: the last found first."""
    kept = list(found)
    for box in reversed(found):
        others = [one for one in kept if one is not box]
        if not wanted & ~_union(laid, others):
            kept = others
    return tuple(kept)


def _tightened(laid: Grid, found: tuple[Box, ...], wanted: int) -> tuple[Box, ...]:
    """Take from each box the cells in which others hold all that is wanted."""
    kept = list(found)
    for place in reversed(range(len(kept))):
        others = _union(laid, (*kept[:place], *kept[place + 1 :]))
        for number, side in enumerate(kept[place].sides):
            own = kept[place].cases(laid) & wanted & ~others
            cells = tuple(k for k in side.cells if own & laid.cell(side.axis, k))
            sides = kept[place].sides
            kept[place] = Box(
                sides=(
                    *sides[:number],
                    Side(axis=side.axis, cells=cells),
                    *sides[number + 1 :],
                )
            )
    return tuple(kept)


def _union(laid: Grid, some: Iterable[Box]) -> int:
    return reduce(or_, (box.cases(laid) for box in some), 0)


def _slab(laid: Grid, axis: Axis, cells: tuple[int, ...]) -> int:
    return reduce(or_, (laid.cell(axis, number) for number in cells))

"""A set of cases told in blocks: conditions that must all be met, each by one of some ways.

Four boxes that combine two offenses with two grounds are read with less trouble as one of
two offenses, and one of two grounds.
"""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from itertools import combinations, product
from operator import and_, or_
from typing import TYPE_CHECKING, Final, TypeAlias

from statuteline.rules.boxes import Box, boxes

if TYPE_CHECKING:
    from statuteline.rules.grid import Axis, Grid

Block: TypeAlias = tuple[Box, ...]
"""Ways to meet one condition; one of them is enough."""

_GREATEST: Final = 1 << 16
"""Sets of greater grids are told in boxes alone: it takes too long to divide them."""


def blocks(laid: Grid, wanted: int) -> tuple[Block, ...]:
    """Tell a set of cases in blocks.

    Args:
        laid: The grid.
        wanted: The cases, of which one or more are possible.

    Returns:
        Blocks that no fact shares, those with one way alone first. A possible case is
        wanted exactly if it meets every block. None where every possible case is wanted;
        one where the facts are not combined freely.
    """
    found = boxes(laid, wanted)
    inside = reduce(or_, (box.cases(laid) for box in found), 0)
    for cases in (inside, wanted & laid.possible):
        parts = _parts(laid, cases)
        if len(parts) > 1:
            free = replace(laid, possible=laid.full)
            told = (boxes(free, part) for part in parts)
            return tuple(sorted(told, key=lambda block: len(block) > 1))
    return () if found == (Box(sides=()),) else (found,)


def _parts(laid: Grid, cases: int) -> tuple[int, ...]:
    """Divide a set into sets over some facts each, of which it is the common part."""
    if laid.size > _GREATEST:
        return (cases,)
    asked = [axis for axis in laid.axes if laid.whatever(axis, cases) != cases]
    groups = [[axis] for axis in asked]
    for one, other in combinations(asked, 2):
        touched = [group for group in groups if one in group or other in group]
        if len(touched) > 1 and _tied(laid, cases, one, other):
            groups = [group for group in groups if group not in touched]
            groups.append([axis for axis in asked if any(axis in g for g in touched)])
    groups.sort(key=lambda group: asked.index(group[0]))
    parts = tuple(
        reduce(
            lambda left, axis: laid.whatever(axis, left),
            (axis for axis in asked if axis not in group),
            cases,
        )
        for group in groups
    )
    return parts if reduce(and_, parts, laid.full) == cases else (cases,)


def _tied(laid: Grid, cases: int, one: Axis, other: Axis) -> bool:
    """Tell whether two facts are not combined freely, the others being as they are."""
    places = tuple(product(range(len(one.cells)), range(len(other.cells))))
    found = {
        (i, j): (cases & laid.cell(one, i) & laid.cell(other, j))
        >> (i * one.stride + j * other.stride)
        for i, j in places
    }
    return any(
        found[i, j] & found[k, m] & ~found[i, m]
        for (i, j), (k, m) in product(places, repeat=2)
    )

"""Which facts every undetermined record still needs, for all records at once.

Each axis gets one more slot behind the cell of what is unknown: unknown, and still to be
asked. :func:`statuteline.rules.settling.settle` leaves facts out one after the other, the
last first; here a record does so by moving from one slot to the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from statuteline.rules.grid import Axis, Cell, Grid
from statuteline.rules.records import joined

if TYPE_CHECKING:
    from statuteline.rules.records import Records

_ASKED: Final = Cell(example=False)  # holds no value: nothing asks for its example


def asked(laid: Records, undetermined: int) -> tuple[int, ...]:
    """Find the records whose answer needs a fact.

    Args:
        laid: The records.
        undetermined: Those that settle no answer.

    Returns:
        For each axis the undetermined records in which that fact is to be asked.
    """
    wide = _widened(laid.grid)
    start = _spread(laid.grid, wide, undetermined)
    # A place with facts in the slot "to be asked" stands for all values of theirs: some
    # of these leave the answer open.
    open_ = start
    for axis in wide.axes:
        slot = len(axis.cells) - 1
        open_ |= joined(wide, axis, open_, range(slot - 1)) << slot * axis.stride
    now = start
    for axis in wide.axes:
        unknown = now & wide.cell(axis, len(axis.cells) - 2)
        now = (now & ~unknown) | unknown << axis.stride
    for axis in reversed(wide.axes):
        waiting = now & wide.cell(axis, len(axis.cells) - 1)
        without = waiting >> axis.stride
        needed = without & open_
        now = (now & ~waiting) | needed << axis.stride | (without & ~needed)
    return tuple(
        _gathered(wide, now & wide.cell(axis, len(axis.cells) - 1)) for axis in wide.axes
    )


def _widened(laid: Grid) -> Grid:
    axes: list[Axis] = []
    size = 1
    for axis in laid.axes:
        axes.append(Axis(fact=axis.fact, cells=(*axis.cells, _ASKED), stride=size))
        size *= len(axis.cells) + 1
    return Grid(axes=tuple(axes), size=size, possible=(1 << size) - 1)


def _spread(laid: Grid, wide: Grid, places: int) -> int:
    """Put a set of records into the wider grid."""
    bits = f"{places:0{laid.size}b}"[::-1]
    for axis in wide.axes:
        period = axis.stride * (len(axis.cells) - 1)
        gap = "0" * axis.stride
        bits = "".join(
            f"{bits[first : first + period]}{gap}" for first in range(0, len(bits), period)
        )
    return int(bits[::-1], 2)


def _gathered(wide: Grid, places: int) -> int:
    """Give the records that places stand for: what is to be asked is unknown."""
    for axis in wide.axes:
        slot = places & wide.cell(axis, len(axis.cells) - 1)
        places = (places & ~slot) | slot >> axis.stride
    bits = f"{places:0{wide.size}b}"[::-1]
    for axis in reversed(wide.axes):
        period = axis.stride * len(axis.cells)
        kept = period - axis.stride
        bits = "".join(bits[first : first + kept] for first in range(0, len(bits), period))
    return int(bits[::-1], 2)

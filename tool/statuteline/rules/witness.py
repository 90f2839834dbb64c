"""Choosing the case that shows something most plainly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.rules.facts import YesNo

if TYPE_CHECKING:
    from statuteline.rules.grid import Grid


def plainest(laid: Grid, cases: int) -> int:
    """Choose one case of a set: the one with the fewest facts that are so.

    Of several, the one in which facts that are asked first are so, and others have their
    first values.

    Args:
        laid: The grid.
        cases: The set, not empty.

    Returns:
        The number of the case.
    """
    counted = [cases]  # the cases with none, one, two … facts that are so
    for axis in laid.axes:
        if isinstance(axis.fact, YesNo):
            so = laid.cell(axis, 1)
            less = [0, *(some & so for some in counted)]
            counted = [
                (some & ~so) | more for some, more in zip([*counted, 0], less, strict=True)
            ]
    left = next(some for some in counted if some)
    for axis in laid.axes:
        numbers = range(len(axis.cells))
        order = reversed(numbers) if isinstance(axis.fact, YesNo) else numbers
        cells = (left & laid.cell(axis, number) for number in order)
        left = next(some for some in cells if some)
    return left.bit_length() - 1

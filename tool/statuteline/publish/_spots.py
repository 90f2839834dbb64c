"""Rows for a reader who walks from change to change, or asks for the changes only."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from statuteline.publish._layout import Row, anchor_of, rows
from statuteline.publish._selection import left_out, near_changes

if TYPE_CHECKING:
    from statuteline.model.change import Comparison

AROUND: Final = 1
"""How many unchanged provisions stay on each side of a change that is shown alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A row, and what it is to such a reader.

    Args:
        row: The row.
        number: Which place of change it is, from 1; None for none. What lies in a
            provision that is wholly new, or gone, belongs to the place of that provision.
        far: Whether it is left out where only the changes are asked for.
        instead: What is said in its place then, for it and those behind it; empty for
            all but the first of them.
    """

    row: Row
    number: int | None = None
    far: bool = False
    instead: str = ""


def spots(comparison: Comparison) -> tuple[Spot, ...]:
    """Lay out a comparison: every row, in its order."""
    shown = rows(comparison)
    kept = near_changes(comparison, shown, AROUND)
    numbers = _numbers(comparison, shown)
    found: list[Spot] = []
    for stays, group in groupby(enumerate(shown), key=lambda one: one[0] in kept):
        members = list(group)
        instead = "" if stays else left_out([row for _, row in members])
        for n, row in members:
            number = numbers.get(n)
            found.append(Spot(row=row, number=number, far=not stays, instead=instead))
            instead = ""
    return tuple(found)


def _numbers(comparison: Comparison, shown: tuple[Row, ...]) -> dict[int, int]:
    """Number the rows that something changed at."""
    named = {anchor_of(change, shown) for change in comparison.changes}
    numbers: dict[int, int] = {}
    last: Row | None = None
    for n, row in enumerate(shown):
        is_named = row.anchor is not None and row.anchor in named
        if is_named or (row.marked and not _belongs(row, last)):
            numbers[n] = len(numbers) + 1
            last = row
    return numbers


def _belongs(row: Row, last: Row | None) -> bool:
    """Tell whether a row lies in one that is wholly new, or wholly gone, as it is."""
    if last is None:
        return False
    alike = (row.old is None, row.new is None) == (last.old is None, last.new is None)
    one_sided = row.old is None or row.new is None
    return alike and one_sided and last.place.eid.contains(row.place.eid)

"""Which rows of a redline are shown: all of them, or what changed with some context."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from statuteline.publish._changes import sides_of
from statuteline.publish._layout import Row, rows

if TYPE_CHECKING:
    from statuteline.model.change import Comparison
    from statuteline.model.ids import EId
    from statuteline.publish.base import Style


def selected(comparison: Comparison, style: Style) -> tuple[Row, ...]:
    """Lay out a comparison, without the unchanged provisions that were not asked for.

    Args:
        comparison: Two texts compared.
        style: Its ``context`` says how many unchanged rows stay on each side of one
            with marked words, or of one that a change is about. The provisions above
            a row that stays are kept too: they tell where it stands.

    Returns:
        Rows; one without words and with a note stands for those left out.
    """
    shown = rows(comparison)
    if style.context is None:
        return shown
    kept = near_changes(comparison, shown, style.context)
    found: list[Row] = []
    for stays, group in groupby(enumerate(shown), key=lambda one: one[0] in kept):
        members = [row for _, row in group]
        found += members if stays else [_left_out(members)]
    return tuple(found)


def near_changes(
    comparison: Comparison, shown: tuple[Row, ...], context: int
) -> frozenset[int]:
    """Choose the rows that stay where only changes are shown.

    Args:
        comparison: Two texts compared.
        shown: All its rows.
        context: How many unchanged rows stay on each side of a change.

    Returns:
        Positions of rows; the provisions above a row that stays are among them.
    """
    named = {eid for change in comparison.changes for eid in sides_of(change) if eid}
    hits = [n for n, row in enumerate(shown) if row.marked or _is_named(row, named)]
    kept = {
        near
        for hit in hits
        for near in range(hit - context, hit + context + 1)
        if 0 <= near < len(shown)
    }
    return frozenset(kept | {above for one in kept for above in _above(shown, one)})


def left_out(members: list[Row]) -> str:
    """Say how many unchanged provisions rows that are left out are of."""
    count = len({row.place.eid for row in members})
    noun = "provision" if count == 1 else "provisions"
    return f"{count} unchanged {noun} left out."


def _is_named(row: Row, named: set[EId]) -> bool:
    return row.anchor is not None and any(
        place is not None and place.eid in named for place in (row.new, row.old)
    )


def _above(shown: tuple[Row, ...], position: int) -> list[int]:
    """Find the rows of the provisions that a row stands in."""
    found = []
    depth = shown[position].place.depth
    for before in range(position - 1, -1, -1):
        row = shown[before]
        if row.place.depth < depth and not row.closing:
            found.append(before)
            depth = row.place.depth
    return found


def _left_out(members: list[Row]) -> Row:
    """Make the row that stands for rows left out."""
    first = members[0]
    return Row(
        old=first.old,
        new=first.new,
        num=(),
        heading=(),
        words=(),
        closing=False,
        notes=(left_out(members),),
        anchor=None,
    )

"""Changes counted and taken apart, the same way for every format."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from statuteline.model.change import (
    Amended,
    Conforming,
    HeadingChanged,
    Inserted,
    Moved,
    Renumbered,
    Repealed,
    RunKind,
    Unseen,
)

if TYPE_CHECKING:
    from statuteline.model.change import Change, Comparison, Pairing
    from statuteline.model.ids import EId

KINDS: tuple[str, ...] = (
    "inserted",
    "repealed",
    "amended",
    "conforming",
    "heading-changed",
    "renumbered",
    "moved",
    "unseen",
)
"""The kinds of change, in the order in which they are counted."""


def kind_of(change: Change) -> str:
    """Name the kind of a change: one of :data:`KINDS`."""
    match change:
        case Inserted():
            kind = "inserted"
        case Repealed():
            kind = "repealed"
        case Amended():
            kind = "amended"
        case Conforming():
            kind = "conforming"
        case HeadingChanged():
            kind = "heading-changed"
        case Renumbered():
            kind = "renumbered"
        case Moved():
            kind = "moved"
        case Unseen():
            kind = "unseen"
        case _:
            assert_never(change)
    return kind


def sides_of(change: Change) -> tuple[EId | None, EId | None]:
    """Give the provision of a change in the old and in the new text."""
    match change:
        case Inserted(new=new) | Unseen(new=new):
            return None, new
        case Repealed(old=old):
            return old, None
        case (
            Amended(old=old, new=new)
            | Conforming(old=old, new=new)
            | HeadingChanged(old=old, new=new)
            | Renumbered(old=old, new=new)
            | Moved(old=old, new=new)
        ):
            return old, new
        case _:
            assert_never(change)


def pairing_of(change: Change) -> Pairing | None:
    """Give the ground for a change; None where nothing was paired."""
    return None if isinstance(change, Unseen) else change.pairing


def count(changes: tuple[Change, ...]) -> dict[str, int]:
    """Count changes by kind: every kind in order, those that do not occur as 0."""
    names = [kind_of(change) for change in changes]
    return {kind: names.count(kind) for kind in KINDS}


def is_same(comparison: Comparison) -> bool:
    """Tell whether nothing differs: no change recorded and no word marked."""
    return not comparison.changes and all(
        run.kind is RunKind.EQUAL for line in comparison.lines for run in line.runs
    )

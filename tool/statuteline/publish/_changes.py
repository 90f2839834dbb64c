"""Changes counted and taken apart, the same way for every format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from statuteline.model.change import (
    Amended,
    Conforming,
    HeadingChanged,
    Inserted,
    Merged,
    Moved,
    Renumbered,
    Repealed,
    RunKind,
    Split,
    Unseen,
)

if TYPE_CHECKING:
    from statuteline.model.change import Change, Comparison, Pairing
    from statuteline.model.ids import EId

_NAMES: Final[dict[type[Change], str]] = {
    Inserted: "inserted",
    Repealed: "repealed",
    Amended: "amended",
    Conforming: "conforming",
    HeadingChanged: "heading-changed",
    Renumbered: "renumbered",
    Moved: "moved",
    Split: "split",
    Merged: "merged",
    Unseen: "unseen",
}
KINDS: Final = tuple(_NAMES.values())
"""The kinds of change, in the order in which they are counted."""


def kind_of(change: Change) -> str:
    """Name the kind of a change: one of :data:`KINDS`."""
    return _NAMES[type(change)]


def sides_of(change: Change) -> tuple[EId | None, EId | None]:
    """Give the provision of a change in the old and in the new text.

    Of several on one side, the first; :func:`others_of` gives the rest.
    """
    old, new = all_of(change)
    return old[0] if old else None, new[0] if new else None


def others_of(change: Change) -> tuple[EId, ...]:
    """Give the further provisions that a text was split into, or merged from."""
    old, new = all_of(change)
    return old[1:] + new[1:]


def all_of(change: Change) -> tuple[tuple[EId, ...], tuple[EId, ...]]:
    """Give all provisions of a change, in the old and in the new text."""
    match change:
        case Inserted(new=new) | Unseen(new=new):
            return (), (new,)
        case Repealed(old=old):
            return (old,), ()
        case (
            Amended(old=old, new=new)
            | Conforming(old=old, new=new)
            | HeadingChanged(old=old, new=new)
            | Renumbered(old=old, new=new)
            | Moved(old=old, new=new)
        ):
            return (old,), (new,)
        case Split(old=old, new=parts):
            return (old,), parts
        case Merged(old=parts, new=new):
            return parts, (new,)
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

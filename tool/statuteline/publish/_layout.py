"""From lines to display rows: number, heading and words of a provision side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuteline.model.change import Moved, Part, RunKind
from statuteline.publish._changes import sides_of
from statuteline.publish._wording import coverage_note, origin

if TYPE_CHECKING:
    from statuteline.model.change import Change, Comparison, Line, Place, Runs
    from statuteline.model.ids import EId

_READING_ORDER = {part: position for position, part in enumerate(Part)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One provision, or the words behind its children, as a redline shows it.

    Args:
        old: Where it stands in the old text; None if only in the new.
        new: Where it stands in the new text; None if only in the old.
        num: Its printed number.
        heading: Its heading.
        words: Its words before its children, or behind them.
        closing: Whether these are the words behind the children.
        notes: Sentences of ours about it.
        anchor: The id by which a change points to it; None for a later row of a
            provision that already has one.
    """

    old: Place | None
    new: Place | None
    num: Runs
    heading: Runs
    words: Runs
    closing: bool
    notes: tuple[str, ...]
    anchor: str | None

    @property
    def place(self) -> Place:
        """Where it is shown: in the new text, or in the old if it is gone."""
        place = self.new or self.old
        assert place is not None, "a line stands in at least one text"  # noqa: S101 -- invariant
        return place

    @property
    def marked(self) -> bool:
        """Tell whether any of its words is deleted or inserted."""
        parts = (self.num, self.heading, self.words)
        return any(run.kind is not RunKind.EQUAL for runs in parts for run in runs)


def rows(comparison: Comparison) -> tuple[Row, ...]:
    """Lay out a comparison: every line once, in its order."""
    origins = {
        change.new: origin(change.old, change.new, change.pairing.reason)
        for change in comparison.changes
        if isinstance(change, Moved)
    }
    seen: set[str] = set()
    return tuple(_row(group, origins, seen) for group in groups(comparison.lines))


def groups(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], ...]:
    """Put together the neighbouring lines of one provision, each part at most once.

    Words behind the children stand alone. A line that stands in one text only joins
    its neighbour of the same provision: a heading may be new, its number not.
    """
    found: list[list[Line]] = []
    for line in lines:
        if found and _continues(found[-1], line):
            found[-1].append(line)
        else:
            found.append([line])
    return tuple(map(tuple, found))


def places(group: tuple[Line, ...]) -> tuple[Place | None, Place | None]:
    """Give the place of a group in the old and in the new text."""
    old = next((line.old for line in group if line.old), None)
    new = next((line.new for line in group if line.new), None)
    return old, new


def anchor_of(change: Change, shown: tuple[Row, ...]) -> str | None:
    """Find the row that a change is about.

    Returns:
        Its anchor, or that of the first row below the provision; None where the
        redline shows neither.
    """
    old, new = sides_of(change)
    for row in shown:
        place = row.new if new else row.old
        if row.anchor and place and place.eid == (new or old):
            return row.anchor
    for row in shown:
        place = row.new if new else row.old
        wanted = new or old
        if row.anchor and place and wanted and wanted.contains(place.eid):
            return row.anchor
    return None


def _continues(group: list[Line], line: Line) -> bool:
    if line.part is Part.WRAP_UP:
        return False
    if _READING_ORDER[line.part] <= _READING_ORDER[group[-1].part]:
        return False
    old, new = places(tuple(group))
    same_old, same_new = _same(old, line.old), _same(new, line.new)
    return same_old is not False and same_new is not False and bool(same_old or same_new)


def _same(one: Place | None, other: Place | None) -> bool | None:
    if one is None or other is None:
        return None
    return one.eid == other.eid


def _row(group: tuple[Line, ...], origins: dict[EId, str], seen: set[str]) -> Row:
    parts = {line.part: line.runs for line in group}
    old, new = places(group)
    closing = Part.WRAP_UP in parts
    anchor = _anchor(old, new)
    fresh = not closing and anchor not in seen
    seen.add(anchor)
    moved = origins.get(new.eid, "") if new and fresh else ""
    lacking = "" if closing else coverage_note(old, new)
    return Row(
        old=old,
        new=new,
        num=parts.get(Part.NUM, ()),
        heading=parts.get(Part.HEADING, ()),
        words=parts.get(Part.INTRO, ()) + parts.get(Part.WRAP_UP, ()),
        closing=closing,
        notes=tuple(note for note in (moved, lacking) if note),
        anchor=anchor if fresh else None,
    )


def _anchor(old: Place | None, new: Place | None) -> str:
    if new is not None:
        return new.eid.text
    # A hyphen before the first underscore never occurs in an eId, so that a
    # provision of the old text cannot take the anchor of one of the new.
    return f"old-{old.eid.text}" if old else ""

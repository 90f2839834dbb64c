"""What the notes behind a section say of its renumbering: an oracle by other hands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.publishers.us_ct.history_notes import read_history_note

if TYPE_CHECKING:
    from statuteline.publishers.us_ct.named_provisions import Path
    from statuteline.publishers.us_ct.redesignations import Redesignations, Told


def acts_of(notes: tuple[str, ...], year: int) -> tuple[str, ...]:
    """Give what the notes say of the acts of one year, in order."""
    events = (event for note in notes for event in read_history_note(note).events)
    told = (event.raw for event in events if event.act and event.act.session.year == year)
    return tuple(dict.fromkeys(told))


def composed(readings: tuple[Redesignations, ...]) -> dict[Path, Path]:
    """Give from each old address to the new one, over several acts of a year."""
    found: dict[Path, Path] = {}
    for reading in readings:
        step = _in_full(reading.told)
        onward = {old: step.get(new, new) for old, new in found.items()}
        reached = set(found.values())
        found = onward | {old: new for old, new in step.items() if old not in reached}
    return found


def _in_full(told: tuple[Told, ...]) -> dict[Path, Path]:
    """Give the old addresses where the note names what holds them by its new one."""
    back = {one.new: one.old for one in told if one.section_wide}
    found = {}
    for one in told:
        old = one.old
        if not one.section_wide and old[:-1] == one.new[: len(old) - 1]:
            old = (*_old_address(old[:-1], back), old[-1])
        found[old] = one.new
    return found


def _old_address(path: Path, back: dict[Path, Path]) -> Path:
    for length in range(len(path), 0, -1):
        if path[:length] in back:
            return back[path[:length]] + path[length:]
    return path

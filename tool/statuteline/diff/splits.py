"""Splits and mergers: words that have no counterpart, found inside another provision.

The redline stays as it is: what went to another provision is deleted at its old place
and inserted at the new one. The change says that the two are the same words.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from statuteline.diff import sentences
from statuteline.diff.ancestry import Ancestries
from statuteline.diff.shared_words import Direction, groups
from statuteline.model.change import Inserted, Merged, Repealed, Split

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statuteline.diff.shared_words import Group
    from statuteline.model.change import Change, Comparison


def with_splits(comparison: Comparison) -> Comparison:
    """Name the splits and mergers of one comparison.

    Args:
        comparison: Two texts compared.

    Returns:
        The same; a provision that came or went and is part of a split or a merger is
        told there, not as inserted or repealed.
    """
    if not any(isinstance(one, Inserted | Repealed) for one in comparison.changes):
        return comparison
    splits = [(group, _split(comparison, group)) for group in groups(comparison, _SPLIT)]
    found = replace(comparison, changes=_told(comparison.changes, splits, _SPLIT))
    mergers = [(group, _merged(found, group)) for group in groups(found, _MERGER)]
    return replace(found, changes=_told(found.changes, mergers, _MERGER))


_SPLIT, _MERGER = Direction.SPLIT, Direction.MERGER


def _split(comparison: Comparison, group: Group) -> Split:
    before = Ancestries(comparison.old.body)[group.whole]
    parts = [Ancestries(comparison.new.body)[eid] for eid in group.parts]
    block = before.provision.level is not parts[0].provision.level
    told = (sentences.split_block if block else sentences.split)(before, parts)
    return Split(old=group.whole, new=group.parts, summary=told, pairing=group.pairing)


def _merged(comparison: Comparison, group: Group) -> Merged:
    parts = [Ancestries(comparison.old.body)[eid] for eid in group.parts]
    told = sentences.merged(parts, Ancestries(comparison.new.body)[group.whole])
    return Merged(old=group.parts, new=group.whole, summary=told, pairing=group.pairing)


def _told(
    changes: tuple[Change, ...],
    found: Iterable[tuple[Group, Split | Merged]],
    direction: Direction,
) -> tuple[Change, ...]:
    """Put each found change where the first provision stands that it replaces."""
    parts = {eid: change for group, change in found for eid in group.lone}
    wholes = {group.whole: change for group, change in found if group.is_lone}
    come, gone = (parts, wholes) if direction is _SPLIT else (wholes, parts)
    told: dict[Change, None] = {}
    for change in changes:
        match change:
            case Inserted(new=eid):
                told[come.get(eid, change)] = None
            case Repealed(old=eid):
                told[gone.get(eid, change)] = None
            case _:
                told[change] = None
    return tuple(told)

"""What changed between two versions, in words: moves of cases, and named things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from statuteline.rules.impact import Direction
from statuteline.rules.item_words import item_words, kind_words
from statuteline.rules.predicates import Define, walk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statuteline.rules.blocks import Block
    from statuteline.rules.impact_items import Changed

OF_CASES: Final = "Counts are of cases that can be told apart, never of people."
"""What is counted; shown wherever a count is."""
DIRECTIONS: Final = {
    Direction.MORE: "More than before",
    Direction.LESS: "Less than before",
    Direction.UNORDERED: "Another outcome, neither more nor less",
    Direction.SAME: "As before",
}
"""Headings for moves, in the order in which they are told."""


def change_words(before: str, after: str) -> str:
    """Say how cases ended before and end after."""
    return f"As before {after}" if before == after else f"Was {before}, now {after}"


def cases_words(count: int) -> str:
    """Say a number of cases."""
    return f"{count:,} distinguishable case{'' if count == 1 else 's'}"


def changed_words(one: Changed) -> str:
    """Say that something with a name is new, gone, or no longer the same."""
    named = f"{kind_words(one.item)} “{one.name}”"
    held = item_words(one.item)
    if one.before is None:
        return f"new: {named}, {held}" if held else f"new: {named}"
    if one.after is None:
        return f"gone: {named}, {held}" if held else f"gone: {named}"
    was = item_words(one.before)
    return f"changed: {named}" + (f", was {was}, now {held}" if was != held else "")


def rests_on(one: Changed, items: Iterable[Changed]) -> tuple[str, ...]:
    """Name the changed definitions that a changed one uses: they tell its cases.

    Args:
        one: Something that changed.
        items: All that changed beside it.
    """
    names = {other.name for other in items if isinstance(other.item, Define)}
    return tuple(sorted(names & set(_defined(one))))


def cases_told(one: Changed) -> tuple[tuple[str, tuple[Block, ...]], ...]:
    """Head the cases in which a predicate is met on one of the days alone."""
    both = one.before is not None and one.after is not None
    return tuple(
        (head, cases)
        for head, cases in (
            ("met before, not now:" if both else "was met where:", one.no_longer),
            ("not met before, met now:" if both else "met where:", one.newly),
        )
        if cases is not None
    )


def _defined(one: Changed) -> Iterable[str]:
    for item in (one.before, one.after):
        if isinstance(item, Define):
            yield from (n.name for n in walk(item.part) if isinstance(n, Define))

"""Lines in an order that keeps to the reading order of both texts at once."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from statuteline.model.change import Part, RunKind

if TYPE_CHECKING:
    from statuteline.model.change import Comparison, Line, Place
    from statuteline.model.provision import Provision

Side: TypeAlias = Literal["old", "new"]
_POSITION = {part: position for position, part in enumerate(Part)}


class Step(NamedTuple):
    """A line at one place.

    Args:
        line: Which line, by its position.
        kind: Equal if both texts have the line here; deleted if only its old words
            stand here, inserted if only its new ones.
    """

    line: int
    kind: RunKind


def reading_order(comparison: Comparison, side: Side) -> tuple[int, ...]:
    """Put the lines of one text into the order in which that text is read.

    Args:
        comparison: Two texts compared.
        side: Which of them.

    Returns:
        Positions of its lines; words behind children stand behind the last child.
    """
    body = comparison.old.body if side == "old" else comparison.new.body
    ends = dict(enumerate(_last_below(body)))
    keys = {}
    for position, line in enumerate(comparison.lines):
        place = place_of(line, side)
        if place is not None:
            end = ends.get(place.order, place.order)
            keys[position] = (
                (end, 1, -place.depth)
                if line.part is Part.WRAP_UP
                else (place.order, 0, _POSITION[line.part])
            )
    return tuple(sorted(keys, key=keys.__getitem__))


def _last_below(provisions: tuple[Provision, ...], start: int = 0) -> list[int]:
    """Give, for each provision in reading order, the position of the last below it."""
    found: list[int] = []
    for provision in provisions:
        below = _last_below(provision.children, start + len(found) + 1)
        found += [start + len(found) + len(below), *below]
    return found


def place_of(line: Line, side: Side) -> Place | None:
    """Give where a line stands in one of the two texts."""
    return line.old if side == "old" else line.new


def in_both_orders(comparison: Comparison) -> tuple[Step, ...]:
    """Order lines so that each text, taken alone, stands in its own reading order.

    A line that stands elsewhere in the other text comes twice: its old words at the
    old place, its new words at the new one.

    Returns:
        Steps; those deleted come before those inserted at the same place.
    """
    old, new = reading_order(comparison, "old"), reading_order(comparison, "new")
    kept = _longest_rise([*old], [*new])
    steps: list[Step] = []
    after = 0
    before = 0
    for index in (*kept, None):
        end_old = len(old) if index is None else old.index(index, before)
        end_new = len(new) if index is None else new.index(index, after)
        steps += [Step(one, RunKind.DELETED) for one in old[before:end_old]]
        steps += [Step(one, RunKind.INSERTED) for one in new[after:end_new]]
        if index is not None:
            steps.append(Step(index, RunKind.EQUAL))
        before, after = end_old + 1, end_new + 1
    return tuple(steps)


def _longest_rise(old: list[int], new: list[int]) -> tuple[int, ...]:
    """Choose the most lines that follow one another in both orders.

    Source:
        Fredman, On computing the length of longest increasing subsequences (1975).
    """
    rank = {index: position for position, index in enumerate(old)}
    ends: list[int] = []
    chosen: list[int] = []
    before: dict[int, int | None] = {}
    for index in new:
        if index not in rank:
            continue
        length = bisect_left(ends, rank[index])
        before[index] = chosen[length - 1] if length else None
        ends[length:] = [rank[index], *ends[length + 1 :]]
        chosen[length:] = [index, *chosen[length + 1 :]]
    found: list[int] = []
    here = chosen[-1] if chosen else None
    while here is not None:
        found.append(here)
        here = before[here]
    return tuple(reversed(found))

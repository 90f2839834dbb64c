"""Of all ways to nest the numbers of a text, the one that leaves the fewest unread."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from statuteline.structure.pieces import Point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.structure.markers import Marker
    from statuteline.structure.scheme import Scheme

_UNREAD_HEAD: Final = 4.0
"""Cost of a number at the head of a paragraph that opens nothing."""
_UNREAD_INSIDE: Final = 1.0
"""The same inside a paragraph, where more numbers are cited than open something."""
_SECOND_LIST: Final = 0.3
"""Share of that cost for numbers seen to be a second list under one provision."""
_PASSED_OVER: Final = 1.5
"""Cost beside it of a first number unread that could open a list: the first list of a
provision has the addresses, not the longest.
"""
_ALONE: Final = 5.0
"""Cost of a list of one: worse than leaving its number unread."""
_OTHER_STYLE: Final = 1.5
"""Cost of a number inside a paragraph in a list at paragraph heads, or the reverse."""
_SECOND_INSIDE: Final = 0.5
"""Cost of a second number inside a paragraph where the first stands at a head."""
_INNER_BEGUN: Final = 0.5
"""Cost of going on in an outer list where an inner one waits for the same number."""
_INNER_WAITS: Final = 3.0
"""The same where the inner list has two numbers already."""
_MOST: Final = 24
"""Readings followed at a time."""


@dataclass(frozen=True, slots=True)
class Node:
    """A number that opens a provision.

    Args:
        marker: The number.
        step: The place of its level in the scheme.
        children: What it holds.
    """

    marker: Marker
    step: int
    children: tuple[Node, ...] = ()

    @property
    def start(self) -> Point:
        """Where its number stands."""
        return Point(self.marker.block, self.marker.start)

    @property
    def end(self) -> Point:
        """Where the words behind its number begin."""
        return Point(self.marker.block, self.marker.end)


class _List(NamedTuple):
    """A list that is open.

    Args:
        step: The place of its level in the scheme.
        place: The place of its last number.
        first_head: Whether its first number stands at the head of a paragraph.
        heads: The same of the others; None while there are none.
        unread: Whether it is a second list under one provision, without addresses.
    """

    step: int
    place: int
    first_head: bool
    heads: bool | None = None
    unread: bool = False


_Stack = tuple[_List, ...]


class _Reading(NamedTuple):
    cost: float
    stack: _Stack
    before: _Reading | None = None
    opened: tuple[int, int] | None = None
    """Depth and step of the last number; None if it opens nothing."""
    second: bool = False
    """Whether the last number goes on a second list, which has no addresses."""


class Why(Enum):
    """Why a number opens no provision."""

    SECOND_LIST = "in a second list under one provision, whose addresses are taken"
    ALONE = "the only number of its list"
    NO_LIST = "neither the first of a list nor the next of one that is open"


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A number that may open a provision, and does not.

    Args:
        marker: The number.
        why: Why it does not.
    """

    marker: Marker
    why: Why


@dataclass(frozen=True, slots=True)
class Nesting:
    """How the numbers of a text nest.

    Args:
        nodes: Those that open provisions, as a tree.
        unplaced: Those that do not, in reading order.
    """

    nodes: tuple[Node, ...]
    unplaced: tuple[Unplaced, ...]


def read(markers: tuple[Marker, ...], scheme: Scheme) -> Nesting:
    """Nest the numbers of a text.

    A list begins at its first number and goes on by one. It has at least two numbers,
    and under one provision there is one list; the words of a second one stay words.

    Args:
        markers: The numbers that may open provisions, in reading order.
        scheme: What they count.

    Returns:
        The numbers that open provisions, as a tree, and the others.
    """
    readings: tuple[_Reading, ...] = (_Reading(0.0, ()),)
    for marker in markers:
        best: dict[_Stack, _Reading] = {}
        for reading in readings:
            for option in _options(reading, marker, scheme):
                known = best.get(option.stack)
                if known is None or option.cost < known.cost:
                    best[option.stack] = option
        readings = tuple(sorted(best.values(), key=lambda r: r.cost)[:_MOST])
    last = min(readings, key=lambda r: r.cost + _closing(r.stack))
    taken: list[_Reading] = []
    while last.before is not None:
        taken.append(last)
        last = last.before
    placed: list[tuple[Marker, int, int]] = []
    unplaced: list[Unplaced] = []
    for marker, reading in zip(markers, reversed(taken), strict=True):
        if reading.opened is not None:
            placed.append((marker, *reading.opened))
        else:
            why = Why.SECOND_LIST if reading.second else Why.NO_LIST
            unplaced.append(Unplaced(marker, why))
    alone: list[Unplaced] = []
    nodes = _tree(placed, 0, alone)
    return Nesting(nodes, tuple(sorted([*unplaced, *alone], key=_place)))


def _place(one: Unplaced) -> tuple[int, int]:
    return one.marker.block, one.marker.start


def _options(reading: _Reading, marker: Marker, scheme: Scheme) -> Iterator[_Reading]:
    stack, cost = reading.stack, reading.cost
    unread = _UNREAD_HEAD if marker.head else _UNREAD_INSIDE
    waiting = [
        depth
        for depth, open_list in enumerate(stack)
        if (open_list.step, open_list.place + 1) in marker.readings
    ]
    for depth in waiting:
        more, now = _gone_on(stack[depth], marker)
        if depth != waiting[-1]:
            begun = stack[waiting[-1]].place == 1
            more += _INNER_BEGUN if begun else _INNER_WAITS
        more += _closing(stack[depth + 1 :])
        opened = None if now.unread else (depth, now.step)
        if now.unread:
            more += unread * _SECOND_LIST
        yield _Reading(cost + more, (*stack[:depth], now), reading, opened, now.unread)
    passed_over = 0.0
    unnumbered = any(stack[depth].unread for depth in waiting[-1:])
    for step, place in marker.readings:
        if place != 1:
            continue
        new = _List(step, 1, marker.head)
        if _may_open(stack, step, scheme):
            passed_over = _PASSED_OVER
            yield _Reading(cost, (*stack, new), reading, (len(stack), step))
        else:
            below = tuple(o for o in stack if not (o.unread and o.step >= step))
            more = unread * _SECOND_LIST
            unnumbered = True
            second = new._replace(unread=True)
            yield _Reading(cost + more, (*below, second), reading, second=True)
    if not unnumbered:
        yield _Reading(cost + unread + passed_over, stack, reading)


def _gone_on(open_list: _List, marker: Marker) -> tuple[float, _List]:
    """Give the cost of a list's next number, and the list with it."""
    now = open_list._replace(place=open_list.place + 1, heads=marker.head)
    if open_list.heads is None:
        inside = open_list.first_head and not marker.head
        return (_SECOND_INSIDE if inside else 0.0), now
    if open_list.heads is not marker.head:
        return _OTHER_STYLE, now._replace(heads=open_list.heads)
    return 0.0, now


def _may_open(stack: _Stack, step: int, scheme: Scheme) -> bool:
    if any(open_list.unread for open_list in stack):
        return False
    if scheme.ordered:
        return all(open_list.step < step for open_list in stack)
    return all(open_list.step != step for open_list in stack)


def _closing(lists: _Stack) -> float:
    return sum(_ALONE for one in lists if one.place == 1 and not one.unread)


def _tree(
    placed: list[tuple[Marker, int, int]], depth: int, alone: list[Unplaced]
) -> tuple[Node, ...]:
    starts = [index for index, (_, at, _) in enumerate(placed) if at == depth]
    bounds = [*starts, len(placed)]
    nodes = []
    for start, end in pairwise(bounds):
        marker, _, step = placed[start]
        nodes.append(Node(marker, step, _tree(placed[start + 1 : end], depth + 1, alone)))
    if len(nodes) != 1:
        return tuple(nodes)
    # A number alone is no list: what it holds is held by what holds it.
    alone.append(Unplaced(nodes[0].marker, Why.ALONE))
    return nodes[0].children

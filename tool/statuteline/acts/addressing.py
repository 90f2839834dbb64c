"""The provisions of a text that a clause names."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statuteline.acts.clause import Portion, Stretch
    from statuteline.model.provision import Level, Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Provisions that stand side by side.

    Args:
        path: Places of what they lie in, from the section down: the third child of
            its first child is ``(0, 2)``; empty for the section itself.
        first: The place of the first among its siblings, from 0.
        last: The place of the last, included.
        label: The bare number of the first.
    """

    path: tuple[int, ...]
    first: int
    last: int
    label: str


def units_of(top: Provision, portions: tuple[Portion, ...]) -> tuple[Unit, ...] | None:
    """Find the provisions that a clause names.

    Args:
        top: The section.
        portions: What the clause names below it.

    Returns:
        The provisions in the order named, those side by side together; None where the
        section has not all of them.
    """
    found: list[Unit] = []
    for portion in portions:
        path = path_of(top, portion.within)
        if path is None:
            return None
        siblings = at(top, path).children
        places: list[int] = []
        for stretch in portion.labels:
            here = _places(siblings, portion.level, stretch)
            if here is None:
                return None
            places += here
        for _, run in groupby(enumerate(places), key=lambda one: one[1] - one[0]):
            found.append(_unit(siblings, path, [place for _, place in run]))
    return tuple(found)


def path_of(
    top: Provision, within: tuple[tuple[Level, str], ...]
) -> tuple[int, ...] | None:
    """Follow levels and numbers downwards; None where the section lacks one."""
    path: list[int] = []
    here = top
    for level, label in within:
        place = _place(here.children, level, label)
        if place is None:
            return None
        path.append(place)
        here = here.children[place]
    return tuple(path)


def at(top: Provision, path: tuple[int, ...]) -> Provision:
    """Give the provision at a path of places."""
    for place in path:
        top = top.children[place]
    return top


def provisions_in(top: Provision, units: tuple[Unit, ...]) -> tuple[Provision, ...]:
    """Give the provisions of units, in their order."""
    return tuple(
        provision
        for unit in units
        for provision in at(top, unit.path).children[unit.first : unit.last + 1]
    )


def _unit(
    siblings: tuple[Provision, ...], path: tuple[int, ...], places: list[int]
) -> Unit:
    first = places[0]
    return Unit(path=path, first=first, last=places[-1], label=siblings[first].label)


def _places(
    siblings: tuple[Provision, ...], level: Level, stretch: Stretch
) -> list[int] | None:
    first = _place(siblings, level, stretch.first)
    last = first if stretch.last is None else _place(siblings, level, stretch.last)
    if first is None or last is None or last < first:
        return None
    return list(range(first, last + 1))


def _place(siblings: tuple[Provision, ...], level: Level, label: str) -> int | None:
    places = (
        place
        for place, one in enumerate(siblings)
        if one.level is level and one.label == label
    )
    return next(places, None)

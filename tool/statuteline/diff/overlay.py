"""A supplement laid over the code that it supplements."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from statuteline.model.natural import natural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.diff.codes import Code
    from statuteline.diff.sections import Section


def overlaid(base: Code, supplement: Code) -> Code:
    """Give the whole code as a supplement leaves it.

    Args:
        base: The whole code.
        supplement: Only what it replaces or adds: sections, and the titles and chapters
            that hold them.

    Returns:
        The code: what has an address of the supplement is the supplement's, in its old
        place; the rest of the base stays; what is new follows the nearest lower number
        of the title or chapter that it lies in.
    """
    given = {section.eid: section for section in supplement.sections}
    added = _Added(base)
    for section in supplement.sections:
        added.add(section)
    return replace(
        supplement,
        sections=tuple(
            one
            for place, section in enumerate(base.sections)
            for one in (given.get(section.eid, section), *added.behind(place))
        )
        + added.behind(len(base.sections)),
    )


class _Added:
    """What a base does not have yet, and behind which of its entries each belongs."""

    def __init__(self, base: Code) -> None:
        self._end = len(base.sections)
        self._siblings: dict[str, list[Section]] = {}
        self._places = {one.eid: place for place, one in enumerate(base.sections)}
        self._last = dict(self._places)
        homes = {one.eid: one.home for one in base.sections}
        for place, one in enumerate(base.sections):
            self._siblings.setdefault(one.home, []).append(one)
            for home in _upward(homes, one.home):
                self._last[home] = place
        self._behind: dict[int, list[Section]] = {}
        self._chosen: dict[str, int] = {}

    def add(self, section: Section) -> None:
        """Find a place for a section, unless the base has it."""
        if section.eid not in self._places:
            place = self._place(section)
            self._chosen[section.eid] = place
            self._behind.setdefault(place, []).append(section)

    def behind(self, place: int) -> tuple[Section, ...]:
        """Give what belongs behind an entry of the base, in the supplement's order."""
        return tuple(self._behind.get(place, ()))

    def _place(self, section: Section) -> int:
        if section.home in self._chosen:  # its chapter is new too
            return self._chosen[section.home]
        number = natural(section.eid)
        before = [
            one for one in self._siblings.get(section.home, ()) if natural(one.eid) < number
        ]
        if before:
            return self._last[before[-1].eid]
        return self._places.get(section.home, self._end)


def _upward(homes: dict[str, str], home: str) -> Iterator[str]:
    """Give what an entry lies in, and what that lies in, up to the top."""
    while home in homes:
        yield home
        home = homes[home]

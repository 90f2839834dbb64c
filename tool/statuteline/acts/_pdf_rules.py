"""What the rules of a printed page are: underlines of words, or borders of tables."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.pdf.page import Glyph, Rule

_THICKEST: Final = 2.0
"""Points: no underline is thicker."""
_TOUCH: Final = 1.0
"""Points by which rules that touch may miss each other."""
_BELOW: Final = 0.35
"""Share of the type's size by which an underline may stand below the base line."""
_ABOVE: Final = 0.05
_SAME: Final = 3.0
"""Points between rules that are one border of neighbouring cells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A cell, or all of a table; its edges in points."""

    left: float
    right: float
    bottom: float
    top: float

    def holds(self, glyph: Glyph) -> bool:
        """Tell whether the middle of a letter stands in it."""
        middle = (glyph.left + glyph.right) / 2
        inside = self.left <= middle <= self.right
        return inside and self.bottom <= glyph.height <= self.top


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: its rows of cells, from the top down."""

    rows: tuple[tuple[Area, ...], ...]

    @property
    def top(self) -> float:
        """Its upper edge, in points from the bottom of the page."""
        return self.rows[0][0].top

    def holds(self, glyph: Glyph) -> bool:
        """Tell whether the middle of a letter stands in one of its cells."""
        return any(cell.holds(glyph) for row in self.rows for cell in row)


def sorted_rules(
    rules: tuple[Rule, ...],
) -> tuple[tuple[Rule, ...], tuple[Grid, ...]]:
    """Tell underlines from borders.

    A rule along the lines that touches an upright one is the border of a table.

    Returns:
        The underlines, as far as they are thin enough; and the tables.
    """
    lying = [one for one in rules if not _is_upright(one)]
    upright = [one for one in rules if _is_upright(one)]
    borders = [one for one in lying if any(_touch(one, other) for other in upright)]
    underlines = tuple(
        one for one in lying if one.thickness < _THICKEST and one not in borders
    )
    groups = _together([*borders, *upright])
    grids = (grid for group in groups if (grid := _grid(group)) is not None)
    return underlines, tuple(grids)


def is_underlined(glyph: Glyph, underlines: Iterable[Rule]) -> bool:
    """Tell whether an underline stands right under a letter."""
    middle = (glyph.left + glyph.right) / 2
    low, high = glyph.height - _BELOW * glyph.size, glyph.height + _ABOVE * glyph.size
    return any(
        one.left <= middle <= one.right and low <= (one.top + one.bottom) / 2 <= high
        for one in underlines
    )


def _is_upright(rule: Rule) -> bool:
    """Tell upright rules from the underlines of nothing, which are mere dots."""
    return rule.thickness > max(rule.width, _THICKEST)


def _touch(one: Rule, other: Rule) -> bool:
    return (
        one.left - _TOUCH <= other.right
        and other.left - _TOUCH <= one.right
        and one.bottom - _TOUCH <= other.top
        and other.bottom - _TOUCH <= one.top
    )


def _together(rules: list[Rule]) -> Iterator[list[Rule]]:
    """Group rules that touch each other, directly or by way of others."""
    rest = list(rules)
    while rest:
        group, edge = [], [rest.pop()]
        while edge:
            here = edge.pop()
            group.append(here)
            edge += [one for one in rest if _touch(here, one)]
            rest = [one for one in rest if not _touch(here, one)]
        yield group


def _grid(rules: list[Rule]) -> Grid | None:
    """Make a table of its borders; None of a frame around a single column."""
    upright = [one for one in rules if _is_upright(one)]
    heights = _distinct(
        (one.top + one.bottom) / 2 for one in rules if not _is_upright(one)
    )[::-1]
    rows = []
    for top, bottom in pairwise(heights):
        middle = (top + bottom) / 2
        edges = _distinct(
            (one.left + one.right) / 2 for one in upright if one.bottom <= middle <= one.top
        )
        cells = tuple(
            Area(left=left, right=right, bottom=bottom, top=top)
            for left, right in pairwise(edges)
        )
        if cells:
            rows.append(cells)
    return Grid(rows=tuple(rows)) if any(len(row) > 1 for row in rows) else None


def _distinct(places: Iterable[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _SAME:
            found.append(place)
    return found

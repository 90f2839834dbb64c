"""Lines and tables of a printed page, with the ink of their words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from statuteline.acts._pdf_rules import is_underlined, sorted_rules
from statuteline.model.marked import Ink, Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.acts._pdf_rules import Grid
    from statuteline.model.marked import Pieces
    from statuteline.pdf.page import Glyph, Page, Rule

_SAME_LINE: Final = 0.35
"""Share of the type's size by which a raised figure leaves its line."""
_GAP: Final = 0.15
"""Share of the type's size from which a distance between letters is a space."""
_APART: Final = 0.8
"""The same from which figures in front of words stand in the margin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line.

    Args:
        pieces: Its words.
        left: Where it begins, in points from the left edge.
        right: Where it ends.
        height: Where it stands, in points from the bottom.
        size: The size of its type, in points.
        page: The number of its page, from 1.
        bare: The same without a figure that stands apart in front; None if none does.
    """

    pieces: Pieces
    left: float
    right: float
    height: float
    size: float
    page: int
    bare: Line | None = None

    @property
    def text(self) -> str:
        """Its words, ink aside."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """A table drawn with borders.

    Args:
        rows: Its rows of cells, each with its lines.
        height: Where its upper edge stands, in points from the bottom.
        page: The number of its page, from 1.
    """

    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    height: float
    page: int


def lines_of(page: Page) -> tuple[Line | Ruled, ...]:
    """Give what stands on a page, from the top down."""
    underlines, grids = sorted_rules(page.rules)
    free = list(page.glyphs)
    found: list[Line | Ruled] = []
    for grid in grids:
        inside = [one for one in free if grid.holds(one)]
        free = [one for one in free if not grid.holds(one)]
        found.append(_ruled(grid, inside, underlines, page.number))
    found += _lines(free, underlines, page.number)
    return tuple(sorted(found, key=lambda one: -one.height))


def _ruled(
    grid: Grid, glyphs: list[Glyph], underlines: tuple[Rule, ...], page: int
) -> Ruled:
    rows = []
    for band in grid.rows:
        row = []
        for cell in band:
            inside = [one for one in glyphs if cell.holds(one)]
            glyphs = [one for one in glyphs if not cell.holds(one)]
            row.append(tuple(_lines(inside, underlines, page)))
        rows.append(tuple(row))
    return Ruled(rows=tuple(rows), height=grid.top, page=page)


def _lines(glyphs: list[Glyph], underlines: tuple[Rule, ...], page: int) -> Iterator[Line]:
    here: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda one: -one.height):
        size = max(here[0].size, glyph.size) if here else 0.0
        if here and here[0].height - glyph.height > _SAME_LINE * size:
            yield from _line(here, underlines, page)
            here = []
        here.append(glyph)
    yield from _line(here, underlines, page)


def _line(glyphs: list[Glyph], underlines: tuple[Rule, ...], page: int) -> Iterator[Line]:
    """Make a line of letters; none of blank ones."""
    ordered = sorted(glyphs, key=lambda one: one.left)
    printed = [one for one in ordered if one.text.strip()]
    if not printed:
        return
    heights = sorted(one.height for one in printed)
    sizes = sorted(one.size for one in printed)
    height, size = heights[len(heights) // 2], sizes[len(sizes) // 2]
    near = [one for one in underlines if abs(one.top - height) < size]
    whole = Line(
        pieces=_pieces(_spaced(ordered), near),
        left=printed[0].left,
        right=printed[-1].right,
        height=height,
        size=size,
        page=page,
    )
    figures = _figures_apart(printed)
    if figures:
        rest = [one for one in ordered if one.left >= printed[figures].left]
        pieces = _pieces(_spaced(rest), near)
        bare = replace(whole, pieces=pieces, left=printed[figures].left)
        whole = replace(whole, bare=bare)
    yield whole


def _figures_apart(glyphs: list[Glyph]) -> int:
    """Count the figures in front that a wide gap parts from the words."""
    for count, (one, other) in enumerate(pairwise(glyphs), start=1):
        if not one.text.isdecimal():
            return 0
        if other.left - one.right > _APART * other.size:
            return count
    return 0


def _spaced(glyphs: list[Glyph]) -> Iterator[Glyph]:
    """Put a space where letters stand apart without one."""
    before: Glyph | None = None
    for glyph in glyphs:
        if before is not None:
            apart = glyph.left - before.right > _GAP * glyph.size
            blank = before.text.isspace() or glyph.text.isspace()
            if apart and not blank:
                yield before._replace(text=" ", left=before.right, right=glyph.left)
        yield glyph
        before = glyph


def _pieces(glyphs: Iterable[Glyph], underlines: list[Rule]) -> Pieces:
    """Tell the ink of each letter; brackets at the ends of bold words stand apart."""
    inked: list[Piece] = []
    runs = [list(run) for _, run in groupby(glyphs, key=lambda one: one.bold)]
    for run in runs:
        core = [place for place, one in enumerate(run) if one.text.strip()]
        ends = {core[0], core[-1]} if core and run[0].bold else set()
        for place, glyph in enumerate(run):
            if is_underlined(glyph, underlines):
                ink = Ink.NEW
            elif place in ends and glyph.text in {"[", "]"}:
                ink = Ink.BRACKET
            else:
                ink = Ink.PLAIN
            inked.append(Piece(text=glyph.text, ink=ink))
    return merged(inked)


def merged(pieces: Iterable[Piece]) -> Pieces:
    """Join neighbours of one ink; each bracket that is set apart stays alone."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last is not None and last.ink is piece.ink and piece.ink is not Ink.BRACKET:
            joined[-1] = replace(last, text=last.text + piece.text)
        else:
            joined.append(piece)
    return tuple(joined)

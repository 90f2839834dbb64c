"""Pages of a PDF file as printed lines: their words, and where on the page they stand."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.pdf.page import Glyph, Page

_SAME_LINE: Final = 0.35
"""Share of the type's size by which a raised figure leaves its line."""
_GAP: Final = 0.15
"""Share of the type's size from which a distance between letters is a space."""
_COLUMN_LINES: Final = 4
"""Lines beside others from which print is taken for columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """One line of a page.

    Args:
        text: Its words.
        bold: How many of its first characters stand in a bold type.
        left: Where it begins, in points from the left edge.
        height: Where it stands, in points from the bottom.
        size: The size of its type, in points.
    """

    text: str
    bold: int
    left: float
    height: float
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPage:
    """One page.

    Args:
        lines: Its lines, from the top down.
        turned: Whether it has words that run in another direction, which are left out.
        columns: Whether it seems to be set in more than one column.
    """

    lines: tuple[PrintedLine, ...]
    turned: bool
    columns: bool


def printed_page(page: Page) -> PrintedPage:
    """Put the letters of a page together to lines."""
    glyphs = [one for one in page.glyphs if one.text.strip()]
    return PrintedPage(
        lines=tuple(_lines(glyphs)),
        turned=bool(page.turned.strip()),
        columns=_in_columns(glyphs),
    )


def _lines(glyphs: list[Glyph]) -> Iterator[PrintedLine]:
    here: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda one: -one.height):
        size = max(here[0].size, glyph.size) if here else 0.0
        if here and here[0].height - glyph.height > _SAME_LINE * size:
            yield _line(here)
            here = []
        here.append(glyph)
    if here:
        yield _line(here)


def _line(glyphs: list[Glyph]) -> PrintedLine:
    text, bold, all_bold = "", 0, True
    before: Glyph | None = None
    for glyph in sorted(glyphs, key=lambda one: one.left):
        apart = before is not None and glyph.left - before.right > _GAP * glyph.size
        text += f" {glyph.text}" if apart else glyph.text
        all_bold = all_bold and glyph.bold
        bold = len(text) if all_bold else bold
        before = glyph
    middle = len(glyphs) // 2
    return PrintedLine(
        text=text,
        bold=bold,
        left=min(one.left for one in glyphs),
        height=sorted(one.height for one in glyphs)[middle],
        size=sorted(one.size for one in glyphs)[middle],
    )


def _in_columns(glyphs: list[Glyph]) -> bool:
    """Tell whether the print goes back up the page, to the right of where it was.

    A single raised line does not count; several lines beside others do.
    """
    firsts = [next(run) for _, run in groupby(glyphs, key=lambda one: round(one.height))]
    if not firsts:
        return False
    lefts = [one.left for one in firsts]
    heights = [one.height for one in firsts]
    middle = (min(lefts) + max(lefts)) / 2
    rise = (max(heights) - min(heights)) / 3
    for place, (before, after) in enumerate(pairwise(firsts)):
        if after.height - before.height > rise and after.left > middle > before.left:
            beside = {round(one.height) for one in firsts[: place + 1]}
            behind = {round(one.height) for one in firsts[place + 1 :] if one.left > middle}
            return len(beside & behind) >= _COLUMN_LINES
    return False

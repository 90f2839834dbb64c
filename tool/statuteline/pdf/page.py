"""What stands on one page of a PDF file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Glyph(NamedTuple):
    """A letter as printed, or a ligature; sizes and places in points.

    Args:
        text: What it says: usually one character.
        left: Where it begins, from the left edge of the page.
        right: Where it ends.
        height: Its base line, from the bottom of the page.
        size: The size of its type.
        bold: Whether its type is bold.
    """

    text: str
    left: float
    right: float
    height: float
    size: float
    bold: bool


class Rule(NamedTuple):
    """A dark bar, or a stroke, along one of the edges of the page.

    Args:
        left: Its left end, in points.
        right: Its right end.
        bottom: Its lower edge.
        top: Its upper edge.
    """

    left: float
    right: float
    bottom: float
    top: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def thickness(self) -> float:
        """From bottom to top."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page.

    Args:
        number: Its number, from 1.
        glyphs: The letters, in the order in which they are printed.
        rules: The bars and strokes.
        turned: Letters that run in another direction, in the order of print.
    """

    number: int
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...]
    turned: str

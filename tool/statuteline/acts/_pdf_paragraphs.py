"""Printed lines put together to paragraphs, over the ends of pages too."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from statuteline.acts._pdf_lines import Line, Ruled, merged
from statuteline.model.marked import Piece, PrintedParagraph, PrintedTable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statuteline.model.marked import Pieces, PrintedBlock

_WIDE: Final = 1.25
"""A distance this many times the usual one parts paragraphs."""
_FARTHEST: Final = 2.5
"""Lines of one paragraph are never farther apart, in units of the type."""
_FREQUENT: Final = 0.15
"""Share of the most frequent distance's count: short paragraphs have few lines inside."""
_INDENT: Final = 0.8
"""Least indent of a first line, in units of the type."""
_SHORT: Final = 0.85
"""Share of the widest line below which one is short."""
_OFTEN: Final = 0.6
"""Share of paragraphs that begin indented where indents are the rule."""
_ENDED: Final = re.compile(r"[.;:!?—–][\"”’')\]]*(?:,? (?:and|or))?$")
_BEGINS: Final = re.compile(r"\[?(?:\([0-9A-Za-z]{1,5}\)|Sec\. \d)")
_BROKEN: Final = re.compile(r"\w[-‐]$|\S[—–]$")
_PAIRED: Final = re.compile(r"(?:and|or|to)\b")
"""What stands behind a hyphen whose other half is still to come: "two- or three-"."""


def paragraphs_of(items: tuple[Line | Ruled, ...]) -> tuple[PrintedBlock, ...]:
    """Put lines together.

    A paragraph begins where lines stand wider apart than usual or an indent begins. At
    the top of a page an indent tells it, where indents are the rule; else it begins
    there only if the line before ends a sentence or item, and is short or followed by a
    number such as ``(a)``.

    Args:
        items: Lines and tables of all pages in order, without running heads.
    """
    lines = [one for one in items if isinstance(one, Line)]
    layout = _Layout(lines)
    blocks: list[PrintedBlock] = []
    here: list[Line] = []
    for item in items:
        if here and (isinstance(item, Ruled) or layout.begins(here, item)):
            blocks.append(_paragraph(here))
            here = []
        if isinstance(item, Ruled):
            rows = tuple(tuple(_words(cell) for cell in row) for row in item.rows)
            blocks.append(PrintedTable(rows=rows, where=f"page {item.page}"))
        else:
            here.append(item)
    if here:
        blocks.append(_paragraph(here))
    return tuple(blocks)


class _Layout:
    """How the lines of a document are set.

    Args:
        lines: All of them, in order.
    """

    def __init__(self, lines: list[Line]) -> None:
        steps = Counter(
            round(one.height - other.height)
            for one, other in pairwise(lines)
            if one.page == other.page
            and 0 < one.height - other.height < _FARTHEST * one.size
        )
        often = max(steps.values(), default=0) * _FREQUENT
        self._step = min((s for s, n in steps.items() if n >= often), default=14)
        lefts = Counter(round(one.left) for one in lines)
        self._edge = lefts.most_common(1)[0][0] if lefts else 0
        self._widest = max((one.right for one in lines), default=0.0)
        firsts = [
            self._is_indented(other)
            for one, other in pairwise(lines)
            if one.page == other.page and self._is_apart(one, other)
        ]
        self._indents = bool(firsts) and sum(firsts) >= _OFTEN * len(firsts)

    def begins(self, here: list[Line], line: Line) -> bool:
        """Tell whether a line begins a paragraph behind others."""
        last = here[-1]
        if last.page == line.page and last.height > line.height:
            return self._is_apart(last, line) or line.left > last.left + _INDENT * line.size
        if self._indents:
            return self._is_indented(line)
        ended = last.text.rstrip()
        if not _ENDED.search(ended) or _BROKEN.search(ended):
            return False
        is_short = last.right - self._edge < _SHORT * (self._widest - self._edge)
        return is_short or _BEGINS.match(line.text.lstrip()) is not None

    def _is_apart(self, one: Line, other: Line) -> bool:
        return one.height - other.height > _WIDE * self._step

    def _is_indented(self, line: Line) -> bool:
        return line.left > self._edge + _INDENT * line.size


def _paragraph(lines: list[Line]) -> PrintedParagraph:
    return PrintedParagraph(pieces=_words(lines), where=f"page {lines[0].page}")


def _words(lines: Iterable[Line]) -> Pieces:
    """Join lines: with a space, unless the first ends in a broken word."""
    pieces: list[Piece] = []
    text = ""
    for line in lines:
        words = line.text.strip()
        if text and not _goes_on(text, words):
            ink = pieces[-1].ink if pieces[-1].ink is line.pieces[0].ink else None
            pieces.append(Piece(text=" ", ink=ink) if ink else Piece(text=" "))
        pieces += line.pieces
        text = words
    return merged(pieces)


def _goes_on(line: str, following: str) -> bool:
    broken = _BROKEN.search(line) is not None
    return broken and not (line.endswith(("-", "‐")) and _PAIRED.match(following))

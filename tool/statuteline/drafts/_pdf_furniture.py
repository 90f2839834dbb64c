"""What stands on a printed page and is no text: running heads, page and line numbers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from statuteline.drafts._pdf_lines import PrintedLine, PrintedPage

_FIGURES: Final = re.compile(r"\d+")
_NUMBERED: Final = re.compile(r"\s*(\d{1,5})(?:\s+(?=\S)|\s*$)")
_EDGE_LINES: Final = 3
"""Lines at the top or bottom of a page that may be running heads."""
_NUMBERED_SHARE: Final = 0.8
_FEWEST_NUMBERED: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """Pages without furniture.

    Args:
        pages: The lines of each page.
        repeated: How many running heads and page numbers were taken off.
        numbered: How many line numbers were taken off.
    """

    pages: tuple[tuple[PrintedLine, ...], ...]
    repeated: int
    numbered: int


def without_furniture(pages: tuple[PrintedPage, ...]) -> Cleaned:
    """Take off what repeats at the edges of pages, then numbers in the margin.

    A line at the edge goes only if the same words, figures aside, stand at the same
    height on half of the pages at least, and on two. Numbers in the margin go only if
    most lines of a page have one and they count on by one.
    """
    lines = tuple(page.lines for page in pages)
    bare = _without_edges(lines)
    repeated = sum(map(len, lines)) - sum(map(len, bare))
    numbered = [_line_numbers(page) for page in bare]
    surely = sum(map(len, numbered)) >= _FEWEST_NUMBERED
    return Cleaned(
        pages=tuple(
            tuple(
                _without_number(line) if surely and place in found else line
                for place, line in enumerate(page)
            )
            for page, found in zip(bare, numbered, strict=True)
        ),
        repeated=repeated,
        numbered=sum(map(len, numbered)) if surely else 0,
    )


def _without_edges(
    pages: tuple[tuple[PrintedLine, ...], ...],
) -> tuple[tuple[PrintedLine, ...], ...]:
    needed = max(2, (len(pages) + 1) // 2)
    counted = Counter(key for page in pages for key in {*map(_key, _edges(page))})
    repeated = {key for key, count in counted.items() if count >= needed}
    trimmed = tuple(_trimmed(page, repeated) for page in pages)
    return trimmed if any(trimmed) else pages  # pages that are all alike are no heads


def _edges(page: tuple[PrintedLine, ...]) -> tuple[PrintedLine, ...]:
    if len(page) <= 2 * _EDGE_LINES:
        return page
    return page[:_EDGE_LINES] + page[-_EDGE_LINES:]


def _key(line: PrintedLine) -> tuple[str, int]:
    return _FIGURES.sub("#", " ".join(line.text.split())), round(line.height)


def _trimmed(
    page: tuple[PrintedLine, ...], repeated: set[tuple[str, int]]
) -> tuple[PrintedLine, ...]:
    """Take repeated lines off both ends, up to the first that does not repeat."""
    start, end = 0, len(page)
    while start < min(end, _EDGE_LINES) and _key(page[start]) in repeated:
        start += 1
    while end > max(start, len(page) - _EDGE_LINES) and _key(page[end - 1]) in repeated:
        end -= 1
    return page[start:end]


def _line_numbers(page: tuple[PrintedLine, ...]) -> frozenset[int]:
    """Find the lines of a page that begin with a number in the margin."""
    found = {
        place: int(match[1])
        for place, line in enumerate(page)
        if (match := _NUMBERED.match(line.text))
    }
    last = len(page) - 1
    if len(found) > 1 and last in found and _alone(page[last]):
        del found[last]  # a page number at the foot counts on by itself
    counts = all(after - before == 1 for before, after in pairwise(found.values()))
    if not found or not counts or len(found) < _NUMBERED_SHARE * len(page):
        return frozenset()
    return frozenset(found)


def _alone(line: PrintedLine) -> bool:
    return line.text.strip().isdecimal()


def _without_number(line: PrintedLine) -> PrintedLine:
    match = _NUMBERED.match(line.text)
    cut = match.end() if match else 0
    return replace(line, text=line.text[cut:], bold=max(0, line.bold - cut))

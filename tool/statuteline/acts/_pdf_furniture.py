"""Running heads, page and line numbers, and banners of a printed act or bill."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import Final

from statuteline.acts._pdf_lines import Line, Ruled

_EDGE_LINES: Final = 3
"""Lines at the top or bottom of a page that may be furniture."""
_NUMBERED_SHARE: Final = 0.7
_FEWEST_NUMBERED: Final = 3
_FIGURES: Final = re.compile(r"\d+")
_FOOT: Final = re.compile(
    r"(?:.*(?:Public|Special) Act No\. \d+-\d+\s+)?(?:Page )?\d+ of \d+", re.IGNORECASE
)
_BANNER: Final = re.compile(r"(?:REPRINT|CORRECTED(?: COPY| VERSION)?|VETOED)\.?")
_HEADS: Final = re.compile(r"\bBill No\. \d|\bAct No\. \d", re.IGNORECASE)

Pages = tuple[tuple[Line | Ruled, ...], ...]


def without_furniture(pages: Pages) -> tuple[tuple[Line | Ruled, ...], tuple[str, ...]]:
    """Take off what stands at the edges of pages and is no text of the act.

    That is a line with the number of the page; a banner such as REPRINT; a line that
    names the bill or act on any page but the first that has it; and words that stand at
    the same height of at least half of the pages, figures aside, and on two. Numbers of
    lines in the margin of a bill go too.

    Args:
        pages: What stands on each page, from the top down.

    Returns:
        The rest of all pages in order; and what was taken off.
    """
    keys = Counter(key for page in pages for key in set(map(_key, _edges(page))))
    needed = max(2, (len(pages) + 1) // 2)
    repeated = {key for key, count in keys.items() if count >= needed}
    named: set[str] = set()
    kept: list[Line | Ruled] = []
    furniture: list[str] = []
    for page in pages:
        off = [_is_furniture(item, named, repeated) for item in page]
        start, end = 0, len(page)
        while start < min(end, _EDGE_LINES) and off[start]:
            start += 1
        while end > max(start, len(page) - _EDGE_LINES) and off[end - 1]:
            end -= 1
        kept += page[start:end]
        furniture += map(_text, (*page[:start], *page[end:]))
        named |= {words for words in map(_text, page[start:end]) if _HEADS.search(words)}
    numbers = _line_numbers(kept)
    bare = [
        item.bare if place in numbers and isinstance(item, Line) and item.bare else item
        for place, item in enumerate(kept)
    ]
    return tuple(bare), (*furniture, *map(str, numbers.values()))


def _line_numbers(items: list[Line | Ruled]) -> dict[int, int]:
    """Find the lines whose numbers stand in the margin, as in bills.

    They are numbers only if most lines have one and each counts on from the one before,
    or begins anew on a page.
    """
    lines = {n: item for n, item in enumerate(items) if isinstance(item, Line)}
    found = {
        place: int(match[0])
        for place, line in lines.items()
        if line.bare and (match := _FIGURES.match(line.text.lstrip()))
    }
    anew = sum(
        found[after] != found[before] + 1 and lines[after].page == lines[before].page
        for before, after in pairwise(found)
    )
    enough = len(found) >= max(_FEWEST_NUMBERED, _NUMBERED_SHARE * len(lines))
    return found if enough and not anew else {}


def _is_furniture(
    item: Line | Ruled, named: set[str], repeated: set[tuple[str, int]]
) -> bool:
    words = _text(item)
    stock = _FOOT.fullmatch(words) or _BANNER.fullmatch(words)
    return stock is not None or words in named or _key(item) in repeated


def _edges(page: tuple[Line | Ruled, ...]) -> tuple[Line | Ruled, ...]:
    if len(page) <= 2 * _EDGE_LINES:
        return page
    return page[:_EDGE_LINES] + page[-_EDGE_LINES:]


def _key(item: Line | Ruled) -> tuple[str, int]:
    return _FIGURES.sub("#", _text(item)), round(item.height)


def _text(item: Line | Ruled) -> str:
    """Give the words of a line; of a table nothing that could be furniture."""
    return " ".join(item.text.split()) if isinstance(item, Line) else f"table {id(item)}"

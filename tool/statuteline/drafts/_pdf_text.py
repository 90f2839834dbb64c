"""Printed lines put together to the paragraphs that a reader sees."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from statuteline.drafts._passages import grouped, joined, one_spaced, passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.drafts._passages import Passage
    from statuteline.drafts._pdf_lines import PrintedLine

_WIDE: Final = 1.3
"""A distance this many times the usual one parts paragraphs."""
_FARTHEST: Final = 2.5
"""Lines of one paragraph are never farther apart, in units of the type."""
_OFTEN: Final = 0.4
"""Share of the most frequent distance's count: short paragraphs have few lines inside."""
_SINGLE: Final = 1.2
"""The usual distance where no two lines show one, in units of the type."""
_INDENT: Final = 0.5
"""Width of a space, in units of the type."""


def pdf_passages(pages: tuple[tuple[PrintedLine, ...], ...]) -> Iterator[Passage]:
    """Put the lines of all pages together; a paragraph may go on over a page.

    Args:
        pages: The lines of each page, without running heads.
    """
    filled = tuple(tuple(one for one in page if one.text.strip()) for page in pages)
    usual = _usual(filled)
    lines: list[PrintedLine | None] = []
    for page in filled:
        lines += _with_gaps(page, *usual)
    edge = min((one.left for one in lines if one is not None), default=0.0)
    texts = tuple(_indented(one, edge) if one is not None else "" for one in lines)
    for group in grouped(texts):
        members = [one for n in group if (one := lines[n]) is not None]
        words = joined(one.text for one in members)
        front = _bold_front(members)
        bold = len(front) if front and words.startswith(front) else 0
        yield passage(words, bold=bold)


def _usual(pages: tuple[tuple[PrintedLine, ...], ...]) -> tuple[float, float]:
    """Give the least distance that often parts lines, and the most frequent size."""
    steps = Counter(
        round(before.height - after.height)
        for page in pages
        for before, after in pairwise(page)
        if before.height - after.height < _FARTHEST * before.size
    )
    sizes = Counter(round(line.size, 1) for page in pages for line in page)
    size = sizes.most_common(1)[0][0] if sizes else 1.0
    often = max(steps.values(), default=0) * _OFTEN
    return min(
        (step for step, n in steps.items() if n >= often), default=_SINGLE * size
    ), size


def _with_gaps(
    page: tuple[PrintedLine, ...], step: float, size: float
) -> Iterator[PrintedLine | None]:
    """Put None where a wide distance stands; larger type is set wider."""
    before: PrintedLine | None = None
    for line in page:
        if before is not None:
            usual = step * max(1.0, min(before.size, line.size) / size)
            if before.height - line.height > _WIDE * usual:
                yield None
        yield line
        before = line


def _indented(line: PrintedLine, edge: float) -> str:
    return " " * round((line.left - edge) / (line.size * _INDENT)) + line.text.strip()


def _bold_front(lines: list[PrintedLine]) -> str:
    """Give the words in bold with which a paragraph begins, over its first lines."""
    front = []
    for line in lines:
        front.append(line.text[: line.bold])
        if line.bold < len(line.text.rstrip()):
            break
    return one_spaced(joined(front))

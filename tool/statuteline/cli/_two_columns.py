"""Lines on the left and the words they rest on at the right, or below each."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDE_ENOUGH: Final = 100
"""Columns of a terminal from which on two texts stand beside each other."""
_GAP: Final = 3
_STEP: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A line, and what stands beside it.

    Args:
        depth: How far the line is indented, in steps.
        words: The line.
        beside: What stands beside it, one paragraph each; may be empty.
    """

    depth: int
    words: str
    beside: tuple[str, ...] = ()


def laid_out(pairs: tuple[Pair, ...], width: int) -> Iterator[str]:
    """Lay out lines and what stands beside them.

    Args:
        pairs: The lines.
        width: Columns in all.

    Yields:
        Lines without line feeds.
    """
    if width < WIDE_ENOUGH:
        for pair in pairs:
            yield from _left(pair, width)
            for words in pair.beside:
                yield from _wrapped(words, width, _STEP * (pair.depth + 2))
        return
    left = (width - _GAP) * 11 // 20
    for pair in pairs:
        lines = (line for words in pair.beside for line in wrap(words, width - left - _GAP))
        for one, other in zip_longest(_left(pair, left), lines, fillvalue=""):
            yield f"{one.ljust(left)}{' ' * _GAP}{other}".rstrip()


def _left(pair: Pair, width: int) -> Iterator[str]:
    indent = _STEP * pair.depth
    yield from _wrapped(pair.words, width, indent, indent + _STEP)


def _wrapped(words: str, width: int, first: int, rest: int | None = None) -> Iterator[str]:
    yield from wrap(
        words,
        width,
        initial_indent=" " * first,
        subsequent_indent=" " * (first if rest is None else rest),
        break_long_words=False,
        break_on_hyphens=False,
    )

"""The provision in which the words stand, and as many of its words as one can take in."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.corpus.search_text import Part, SearchText

# XML can hold neither, so no text does.
START: Final = "\x01"
END: Final = "\x02"
_MARK: Final = re.compile(f"[{START}{END}]")
_SPACE: Final = re.compile(r"\s")
_LENGTH: Final = 220
_BEFORE: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Glimpse:
    """Words of a provision.

    Args:
        text: The words.
        found: Whether they were looked for.
    """

    text: str
    found: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpted:
    """Where the words that were looked for stand.

    Args:
        part: The provision that has most of them; the first of several.
        others: More provisions that have some, in order.
        glimpses: Words of that provision; ``…`` where it goes on.
    """

    part: Part
    others: tuple[Part, ...]
    glimpses: tuple[Glimpse, ...]


def excerpted(text: SearchText, marked: str) -> Excerpted:
    """Choose what to show of a text that was found.

    Args:
        text: The text.
        marked: Its words, with :data:`START` and :data:`END` around those found.

    Returns:
        The provision to show. Where only number or title were found, the first.
    """
    spans = tuple(_spans(marked))
    starts = [part.start for part in text.parts]
    held: dict[int, list[tuple[int, int]]] = {}
    for span in spans:
        held.setdefault(bisect_right(starts, span[0]) - 1, []).append(span)
    best = max(held, key=lambda at: (_variety(text.words, held[at]), -at), default=0)
    end = starts[best + 1] if best + 1 < len(starts) else len(text.words)
    part = text.parts[best]
    others = {text.parts[at].citation: text.parts[at] for at in sorted(held)}
    others.pop(part.citation, None)
    window = _window(text.words, (part.start, end), held.get(best, []))
    return Excerpted(
        part=part,
        others=tuple(others.values()),
        glimpses=tuple(_glimpses(text.words, (part.start, end), window, spans)),
    )


def glimpses_of(words: str, marked: str) -> tuple[Glimpse, ...]:
    """Mark all of a short text, such as a title.

    Args:
        words: The text.
        marked: The same with :data:`START` and :data:`END` around what was found.
    """
    all_ = (0, len(words))
    return tuple(_glimpses(words, all_, all_, tuple(_spans(marked))))


def _spans(marked: str) -> Iterator[tuple[int, int]]:
    """Give where marked words start and end, as if there were no marks."""
    start = 0
    for count, mark in enumerate(_MARK.finditer(marked)):
        at = mark.start() - count
        if mark.group() == START:
            start = at
        else:
            yield start, at


def _variety(words: str, spans: list[tuple[int, int]]) -> int:
    return len({words[start:end].casefold() for start, end in spans})


def _window(
    words: str, bounds: tuple[int, int], spans: list[tuple[int, int]]
) -> tuple[int, int]:
    """Choose the stretch of a provision that shows most of what was found there."""
    first, last = bounds
    if last - first <= _LENGTH or not spans:
        return first, min(last, _cut(words, first + _LENGTH, last))
    best = max(
        spans,
        key=lambda span: (
            _variety(words, [one for one in spans if span <= one and _fits(span, one)]),
            -span[0],
        ),
    )
    start = max(first, best[0] - _BEFORE)
    if start > first:
        gap = _SPACE.search(words, start, best[0])
        start = gap.end() if gap else best[0]
    return start, _cut(words, max(start + _LENGTH, best[1]), last)


def _fits(first: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[1] <= first[0] + _LENGTH - _BEFORE


def _cut(words: str, wanted: int, last: int) -> int:
    """Move an end to the next space, so that no word is cut."""
    gap = _SPACE.search(words, min(wanted, last), last)
    return gap.start() if gap else last


def _glimpses(
    words: str,
    bounds: tuple[int, int],
    window: tuple[int, int],
    spans: tuple[tuple[int, int], ...],
) -> Iterator[Glimpse]:
    at, stop = window
    if at > bounds[0]:
        yield Glimpse(text="… ", found=False)
    for start, end in spans:
        if end <= at or start >= stop:
            continue
        if start > at:
            yield Glimpse(text=words[at:start], found=False)
        yield Glimpse(text=words[max(start, at) : min(end, stop)], found=True)
        at = min(end, stop)
    rest = words[at:stop].rstrip()
    if rest:
        yield Glimpse(text=rest, found=False)
    if words[stop : bounds[1]].strip():
        yield Glimpse(text=" …", found=False)

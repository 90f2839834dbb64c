"""Which words of a text no predicate and no data rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from statuteline.rules.citing import version_citations
from statuteline.rules.flat_text import flat_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.model.ids import EId
    from statuteline.model.work import Expression
    from statuteline.rules.encodings import Version
    from statuteline.rules.flat_text import FlatText, Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvisionCover:
    """How much of the own words of a provision is cited.

    Args:
        eid: The provision; what is below it is told on its own.
        num: Its number as printed; None where none is printed.
        words: How many words it has.
        cited: How many of them some citation covers.
        left_out: How many of the others are named as not encoded.
        rest: The runs of words that are neither, in order.
    """

    eid: EId
    num: str | None
    words: int
    cited: int
    left_out: int
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """A word of a text, and the place of its first letter, or of its first mark."""

    place: int
    text: str


def uncovered(version: Version, expression: Expression) -> tuple[ProvisionCover, ...]:
    """Tell of each provision which of its words no citation covers.

    Args:
        version: A version of an encoding of that work.
        expression: The text in force on its days. Words that a citation names are
            covered wherever they stand in the provision cited.

    Returns:
        The provisions that have words of their own, in reading order.
    """
    flat = flat_text(expression.body)
    cited = _covered(
        flat, ((c.eid, c.words) for c in version_citations(version) if c.work is None)
    )
    left_out = _covered(flat, ((one.eid, one.words) for one in version.not_encoded))
    return tuple(
        _cover(flat, stretch, cited, left_out) for stretch in flat.stretches if stretch.own
    )


def _covered(flat: FlatText, named: Iterable[tuple[EId, str]]) -> frozenset[int]:
    """Find the places of all characters that some words name."""
    found: set[int] = set()
    for eid, words in named:
        stretch = flat.stretch(eid)
        if stretch is None:
            continue
        whole = ((stretch.start, stretch.end),)
        for start, end in flat.places(words, stretch) if words else whole:
            found.update(range(start, end))
    return frozenset(found)


def _cover(
    flat: FlatText, stretch: Stretch, cited: frozenset[int], left_out: frozenset[int]
) -> ProvisionCover:
    own = tuple(tuple(_words(flat, *places)) for places in stretch.own)
    words = frozenset(word for run in own for word in run)
    by_citation = frozenset(word for word in words if word.place in cited)
    by_name = frozenset(word for word in words - by_citation if word.place in left_out)
    return ProvisionCover(
        eid=stretch.eid,
        num=stretch.num,
        words=len(words),
        cited=len(by_citation),
        left_out=len(by_name),
        rest=tuple(run for words in own for run in _runs(words, by_citation | by_name)),
    )


def _words(flat: FlatText, start: int, end: int) -> Iterator[_Word]:
    for match in re.compile(r"\S+").finditer(flat.words, start, end):
        letter = re.search(r"\w", match.group())
        place = match.start() + (letter.start() if letter else 0)
        yield _Word(place=place, text=match.group())


def _runs(words: tuple[_Word, ...], covered: frozenset[_Word]) -> Iterator[str]:
    """Join words that follow each other and are not covered."""
    for is_covered, run in groupby(words, key=lambda word: word in covered):
        if not is_covered:
            yield " ".join(word.text for word in run)

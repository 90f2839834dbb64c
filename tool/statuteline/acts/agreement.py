"""Whether two texts say the same, and what had to be left aside to see it."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Final

from statuteline.model.text import canonical
from statuteline.structure.scheme import CONNECTICUT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_TOUCHING: Final = re.compile(r"\)(?=\()")
_LETTER_L: Final = re.compile(r"(?<=\d) l\b")
_DASHES: Final = re.compile(r"\s?(?:--|[–—])\s?")
_QUOTES: Final = str.maketrans("“”‘’", "\"\"''")


class Aside(Enum):
    """A difference that is none of words."""

    SPACES = "spaces before punctuation"
    QUOTATION_MARKS = "straight and curly quotation marks"
    LETTER_L = "an italic l set apart from its number"
    DASHES = "hyphens and dashes"
    NOTES = "references behind the text"


class Level(Enum):
    """How far two texts agree."""

    IDENTICAL = "identical"
    """Sign for sign; runs of white space and ends of paragraphs do not count."""
    CANONICAL = "canonical"
    """But for spaces before punctuation, which links and italics leave in captures."""
    ASIDE = "words"
    """Word for word, with print or notes left aside."""


_FOLDED: Final[dict[Aside, Callable[[str], str]]] = {
    Aside.SPACES: canonical,
    Aside.QUOTATION_MARKS: lambda text: text.translate(_QUOTES),
    Aside.LETTER_L: lambda text: _LETTER_L.sub("l", text),
    Aside.DASHES: lambda text: _DASHES.sub("-", text),
}


def agreement(one: Iterable[str], other: Iterable[str]) -> tuple[Aside, ...] | None:
    """Compare two texts in reading order.

    Args:
        one: The words of one text: paragraphs, numbers, cells.
        other: The words of the other; how a text is cut does not count.

    Returns:
        What had to be left aside, no more than is needed; empty for texts that are
        identical, None for texts whose words differ.

    Example:
        >>> agreement(("(a)", "A “fee” is due."), ('(a) A "fee" is due.',))
        (<Aside.QUOTATION_MARKS: 'straight and curly quotation marks'>,)
        >>> agreement(("A fee is due.",), ("A fine is due.",)) is None
        True
    """
    sides = tuple(one), tuple(other)
    needed = tuple(Aside)
    if not _same(*sides, needed):
        return None
    for aside in Aside:
        fewer = tuple(found for found in needed if found is not aside)
        if _same(*sides, fewer):
            needed = fewer
    return needed


def folded(pieces: Iterable[str]) -> str:
    """Give the words of a text with all print and the notes behind it left aside."""
    return _text(tuple(pieces), tuple(Aside))


def level_of(asides: tuple[Aside, ...]) -> Level:
    """Tell how far texts agree between which so much was left aside."""
    if not asides:
        return Level.IDENTICAL
    return Level.CANONICAL if asides == (Aside.SPACES,) else Level.ASIDE


def _same(one: tuple[str, ...], other: tuple[str, ...], asides: tuple[Aside, ...]) -> bool:
    return _text(one, asides) == _text(other, asides)


def _text(pieces: tuple[str, ...], asides: tuple[Aside, ...]) -> str:
    if Aside.NOTES in asides:
        notes = (at for at, words in enumerate(pieces) if _is_note(at, words))
        pieces = pieces[: next(notes, len(pieces))]
    text = " ".join(" ".join(pieces).split())
    for aside, fold in _FOLDED.items():
        if aside in asides:
            text = fold(text)
    return _TOUCHING.sub(") ", text)


def _is_note(at: int, words: str) -> bool:
    return at > 0 and words.startswith(CONNECTICUT.behind)

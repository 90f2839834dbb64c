"""Patterns that somebody else wrote: refused if matching one could take time without end.

A matcher that tries one way after the other needs exponential time where a repetition can
go on in two ways with the same character, as in ``(a+)+``. Here every repetition must
know by the next character how it goes on; and outside of repetitions the ways that begin
alike must be few. White space counts as one character: texts to be matched have no more of
it in a row.

Source:
    A. Brüggemann-Klein, D. Wood: One-unambiguous regular languages, 1998; the places of
    a pattern, and what can follow each, are those of V. M. Glushkov, 1961.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from typing import Final

_LATIN: Final = tuple(map(chr, range(256)))
_OTHER: Final = 1 << len(_LATIN)
"""The bit of all characters beyond those; each of those has one of its own."""
_SPACE: Final = sum(1 << ord(one) for one in " \t\n\r\f\v")
_MOST_WAYS: Final = 10_000_000
_MOST_COPIES: Final = 20
"""A repetition that may be longer counts as one without end."""
_MOST_PLACES: Final = 2000
_OPENED: Final = re.compile(r"\((?:(?!\?)|\?:|\?P<\w+>)")
_INSIDE: Final = r"(?:(?!--|&&|~~|\|\|)[^\]\[\\]|\\.)"  # the pairs may mean sets one day
_SIGN: Final = re.compile(
    rf"\[\^?+\]?+{_INSIDE}*+\]|\\[dswDSW]|\\[^\w\s]|[^*+?{{}}()\[\]^$\\|]"
)
_TIMES: Final = re.compile(r"(?:([*+?])|\{(\d{1,4})(?:(,)(\d{0,4}))?\})[?+]?")
_USUAL: Final = {"*": (0, None), "+": (1, None), "?": (0, 1)}


def check_steady(pattern: str) -> None:
    r"""Refuse a pattern that could take much longer than what is matched is long.

    Args:
        pattern: A regular expression, matched without regard to capitals. It may have
            letters, classes, brackets, alternatives and repetitions, and nothing else.

    Raises:
        ValueError: If a repetition in it can go on in two ways alike, if there are too
            many ways, or if it has something else.

    Example:
        >>> check_steady(r"\d+[a-z]*-\d+(?:-\d+)*")
        >>> check_steady(r"(\d+)+x")
        Traceback (most recent call last):
        ...
        ValueError: a repetition of it can be read in two ways, which can take for ever
    """
    reader = _Reader(pattern)
    whole = reader.alternatives()
    if reader.at < len(pattern):
        raise ValueError("a bracket is closed and not opened")
    ways = _ways_alike(whole.first, reader.signs)
    for place, after in enumerate(reader.after):
        alike = _ways_alike(after, reader.signs)
        if alike > 1 and place in reader.repeated:
            raise _endless()
        ways *= alike
        if ways > _MOST_WAYS:
            raise ValueError("it can be read in too many ways")


def _ways_alike(places: frozenset[int] | set[int], signs: list[int]) -> int:
    """Count the places that can take a character which another one of them takes too."""
    pairs = combinations(sorted(places), 2)
    alike = {place for pair in pairs if signs[pair[0]] & signs[pair[1]] for place in pair}
    return len(alike) or 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A part of a pattern: whether it can be nothing, and its places at either end."""

    empty: bool
    first: frozenset[int] = frozenset()
    last: frozenset[int] = frozenset()
    inside: frozenset[int] = frozenset()


class _Reader:
    """Reads a pattern; a place is where it takes one character."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.signs: list[int] = []
        self.after: list[set[int]] = []
        self.repeated: set[int] = set()

    def alternatives(self) -> _Piece:
        found = self._row()
        while self.text.startswith("|", self.at):
            self.at += 1
            other = self._row()
            found = _Piece(
                empty=found.empty or other.empty,
                first=found.first | other.first,
                last=found.last | other.last,
                inside=found.inside | other.inside,
            )
        return found

    def _row(self) -> _Piece:
        found = _Piece(empty=True)
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            begin = self.at
            found = self._joined(found, self._times(self._one(), begin))
        return found

    def _joined(self, one: _Piece, other: _Piece) -> _Piece:
        for place in one.last:
            self.after[place] |= other.first
        return _Piece(
            empty=one.empty and other.empty,
            first=one.first | other.first if one.empty else one.first,
            last=one.last | other.last if other.empty else other.last,
            inside=one.inside | other.inside,
        )

    def _one(self) -> _Piece:
        opened = _OPENED.match(self.text, self.at)
        if opened is None:
            return self._sign()
        self.at = opened.end()
        found = self.alternatives()
        if not self.text.startswith(")", self.at):
            raise ValueError("a bracket is opened and not closed")
        self.at += 1
        return found

    def _sign(self) -> _Piece:
        found = _SIGN.match(self.text, self.at)
        if found is None:
            raise ValueError(f"{self.text[self.at : self.at + 4]!r} is not allowed in it")
        self.at = found.end()
        if len(self.signs) >= _MOST_PLACES:
            raise ValueError("it is too long")
        self.signs.append(_taken_by(found[0]))
        self.after.append(set())
        here = frozenset({len(self.signs) - 1})
        return _Piece(empty=False, first=here, last=here, inside=here)

    def _times(self, piece: _Piece, begin: int) -> _Piece:
        """Read how often a piece, which begins somewhere, may stand there."""
        found = _TIMES.match(self.text, self.at)
        if found is None:
            return piece
        self.at = found.end()
        least, most = _USUAL[found[1]] if found[1] else _bounds(found)
        if all(self.signs[place] & ~_SPACE == 0 for place in piece.inside):
            most = 1
        if most is None or most > _MOST_COPIES:
            self._repeat(piece)
            return replace(piece, empty=least == 0)
        whole = piece if least else replace(piece, empty=True)
        for count in range(2, most + 1):
            self.at = begin
            copy = self._one()
            whole = self._joined(
                whole, copy if count <= least else replace(copy, empty=True)
            )
        self.at = found.end()
        return whole

    def _repeat(self, piece: _Piece) -> None:
        if piece.empty or any(self.after[place] & piece.first for place in piece.last):
            raise _endless()
        for place in piece.last:
            self.after[place] |= piece.first
        self.repeated |= piece.inside


def _bounds(found: re.Match[str]) -> tuple[int, int | None]:
    least = int(found[2])
    if found[3] is None:
        return least, least
    return least, int(found[4]) if found[4] else None


def _endless() -> ValueError:
    return ValueError("a repetition of it can be read in two ways, which can take for ever")


@cache
def _taken_by(sign: str) -> int:
    """Tell which characters a sign takes, a bit for each."""
    try:
        pattern = re.compile(sign, re.ASCII | re.IGNORECASE)
    except re.error as error:
        raise ValueError(f"{sign!r} is not allowed in it: {error}") from error
    taken = sum(1 << number for number, one in enumerate(_LATIN) if pattern.fullmatch(one))
    beyond = any(one > "\xff" for one in sign) or pattern.fullmatch("\u2603")
    return taken | (_OTHER if beyond else 0)

"""Which brackets of printed text belong together, and whether they mark a deletion."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from statuteline.model.marked import DoubtReason, Ink

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.model.marked import Piece, Pieces

_BRACKET: Final = re.compile(r"[\[\]]")
_JOINED: Final = re.compile(r"[\w\-‐‑]")
"""What stands at a bracket inside a word, as in the name of a chemical."""
_NOTES: Final = frozenset({"", "sic"})


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Spot:
    """A place in printed text.

    Args:
        lane: Which paragraph or table cell, from 0.
        piece: Which of its pieces, from 0.
        offset: Which character of the piece, from 0.
    """

    lane: int
    piece: int
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two brackets that belong together, or one that is alone.

    Args:
        spots: Where they stand.
        content: The plain words between them.
        deletes: Whether they are read as marks of deletion.
        doubt: Why that is not sure; None where it is.
    """

    spots: tuple[Spot, ...]
    content: str
    deletes: bool
    doubt: DoubtReason | None = None

    def holds(self, other: Pair) -> bool:
        """Tell whether all of another pair stands between these brackets."""
        if len(self.spots) < 2:
            return False
        start, end = self.spots
        return start < other.spots[0] and other.spots[-1] < end


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bracket:
    spot: Spot
    opens: bool
    apart: bool
    joined: bool


def pairs_of(lanes: tuple[Pieces, ...], *, apart: bool) -> tuple[Pair, ...]:
    """Pair the brackets, and read each pair as the drafting convention would.

    Underlined brackets are words of the new law, and no pair. If the source sets
    brackets apart, only those mark deletions. Otherwise a pair does, unless it stands
    inside a pair that does, inside a word, or holds nothing or a note such as "sic":
    the convention brackets whole words or punctuation, and never twice.

    Args:
        lanes: Paragraphs and table cells, in reading order.
        apart: Whether the source sets brackets apart, here or elsewhere.

    Returns:
        The pairs in the order of their first brackets.
    """
    found = tuple(_brackets(lanes))
    matched, alone = _matched(found)
    pairs: list[Pair] = []
    for start, end in sorted(matched, key=lambda two: two[0].spot):
        pair = Pair(
            spots=(start.spot, end.spot),
            content=_between(lanes, start.spot, end.spot),
            deletes=True,
        )
        inside = any(other.deletes and other.holds(pair) for other in pairs)
        set_apart = start.apart or end.apart
        pairs.append(
            _apart(pair, inside=inside, set_apart=set_apart, joined=_is_joined(start, end))
            if apart
            else _by_looks(pair, lanes, inside=inside, joined=_is_joined(start, end))
        )
    pairs += (
        Pair(spots=(one.spot,), content="", deletes=False, doubt=DoubtReason.UNPAIRED)
        for one in alone
    )
    return tuple(sorted(pairs, key=lambda pair: pair.spots))


def _brackets(lanes: tuple[Pieces, ...]) -> Iterator[_Bracket]:
    for lane, pieces in enumerate(lanes):
        for place, piece in enumerate(pieces):
            if piece.ink not in {Ink.PLAIN, Ink.BRACKET}:
                continue
            for match in _BRACKET.finditer(piece.text):
                opens = match[0] == "["
                step = -1 if opens else 1
                yield _Bracket(
                    spot=Spot(lane=lane, piece=place, offset=match.start()),
                    opens=opens,
                    apart=piece.ink is Ink.BRACKET,
                    joined=_touches_a_word(pieces, place, match.start() + step, step),
                )


def _touches_a_word(pieces: Pieces, place: int, offset: int, step: int) -> bool:
    """Tell whether old words go on, without a space, outside a bracket."""
    while not 0 <= offset < len(pieces[place].text):
        place += step
        if not 0 <= place < len(pieces):
            return False
        offset = 0 if step > 0 else len(pieces[place].text) - 1
    if pieces[place].ink is not Ink.PLAIN:
        return False
    return _JOINED.match(pieces[place].text[offset]) is not None


def _matched(
    found: Iterable[_Bracket],
) -> tuple[list[tuple[_Bracket, _Bracket]], list[_Bracket]]:
    """Match brackets of one look with each other, then those that are left over."""
    matched: list[tuple[_Bracket, _Bracket]] = []
    left: list[_Bracket] = []
    by_look: dict[bool, list[_Bracket]] = defaultdict(list)
    for one in found:
        by_look[one.apart].append(one)
    for look in (*by_look.values(), left):
        here, look[:] = sorted(look, key=lambda one: one.spot), []
        waiting: list[_Bracket] = []
        for one in here:
            if one.opens:
                waiting.append(one)
            elif waiting:
                matched.append((waiting.pop(), one))
            else:
                left.append(one)
        left += waiting
    return matched, left


def _is_joined(start: _Bracket, end: _Bracket) -> bool:
    return start.joined and end.joined


def _apart(pair: Pair, *, inside: bool, set_apart: bool, joined: bool) -> Pair:
    """Read a pair of a source that sets its marks apart."""
    if set_apart and inside:
        return replace(pair, deletes=False, doubt=DoubtReason.NESTED)
    if set_apart:
        return pair
    sure = inside or joined
    return replace(pair, deletes=False, doubt=None if sure else DoubtReason.SET_PLAIN)


def _by_looks(pair: Pair, lanes: tuple[Pieces, ...], *, inside: bool, joined: bool) -> Pair:
    """Read a pair of a source that prints all brackets alike."""
    words = pair.content.strip()
    inside_a_word = joined and any(map(str.isalnum, words))
    if inside_a_word or words.lower() in _NOTES:
        return replace(pair, deletes=False, doubt=DoubtReason.LIKE_WORDS)
    if inside:
        return replace(pair, deletes=False, doubt=DoubtReason.NESTED)
    if any(piece.ink is Ink.NEW for piece in _pieces_between(lanes, *pair.spots)):
        return replace(pair, doubt=DoubtReason.OVER_NEW)
    return pair


def _between(lanes: tuple[Pieces, ...], start: Spot, end: Spot) -> str:
    """Give the words between two brackets that are not new, lanes parted by a space."""
    words: list[str] = []
    for lane in range(start.lane, end.lane + 1):
        for place, piece in enumerate(lanes[lane]):
            if piece.ink is Ink.NEW:
                continue
            first = 0
            if (lane, place) <= (start.lane, start.piece):
                same = (lane, place) == (start.lane, start.piece)
                first = start.offset + 1 if same else len(piece.text)
            last = len(piece.text)
            if (lane, place) >= (end.lane, end.piece):
                last = end.offset if (lane, place) == (end.lane, end.piece) else 0
            words.append(piece.text[first:last])
        words.append(" ")
    return "".join(words)


def _pieces_between(lanes: tuple[Pieces, ...], start: Spot, end: Spot) -> Iterator[Piece]:
    for lane in range(start.lane, end.lane + 1):
        for place, piece in enumerate(lanes[lane]):
            if (start.lane, start.piece) < (lane, place) < (end.lane, end.piece):
                yield piece

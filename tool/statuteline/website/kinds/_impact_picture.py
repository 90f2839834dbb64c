"""A picture of what became of cases: a band for each way to end before and after.

It is laid out when the site is built. Bands differ by pattern and by sign, not by colour
alone; the table beside it has the same numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from statuteline.rules.impact import Direction

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.rules.encodings import Outcome
    from statuteline.rules.impact import Matrix, Move

_LINE: Final = 16
"""The height of a line of words."""
_CHARACTERS: Final = 19
"""How many characters of a name fit beside the bands."""
_LEFT, _RIGHT = 140, 340
"""Where bands begin and end, from the left."""
_SPREAD: Final = 240
"""The height of all bands together, if none had to be drawn wider."""
_THINNEST: Final = 18
"""No band is thinner than its number is high."""
_GAP: Final = 14
_TOP: Final = 28
_LABEL: Final = 0.22
"""How far along a band its number stands."""

SIGNS: Final = {
    Direction.MORE: "▲",
    Direction.LESS: "▼",
    Direction.UNORDERED: "◆",
    Direction.SAME: "=",
}
"""Signs of directions: more, less, neither, and as before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """An outcome on one side.

    Args:
        name: Its name.
        lines: The name in lines that are short enough.
        count: How many cases end so.
        top: Where it begins, from the top.
        height: How high it is.
    """

    name: str
    lines: tuple[str, ...]
    count: int
    top: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Cases that end one way before and one way after.

    Args:
        kind: The direction, as a class.
        path: Its outline.
        label: Its sign and number.
        at: Where the label stands, from the left and from the top.
    """

    kind: str
    path: str
    label: str
    at: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The picture of one pair of readings.

    Args:
        before: The outcomes before that some case has.
        after: The outcomes after that some case has.
        bands: The bands, in the order of the outcomes.
        height: How high it is.
    """

    before: tuple[End, ...]
    after: tuple[End, ...]
    bands: tuple[Band, ...]
    height: int


def picture(matrix: Matrix) -> Picture:
    """Lay out what became of the cases of a pair of readings."""
    total = matrix.laid.possible.bit_count()
    thick = {
        (move.before, move.after): max(_THINNEST, round(_SPREAD * move.count / total))
        for move in matrix.moves
    }
    before = _ends(matrix, matrix.before.outcomes, lambda move: move.before, thick)
    after = _ends(matrix, matrix.after.outcomes, lambda move: move.after, thick)
    left = {end.name: end.top for end in before}
    right = {end.name: end.top for end in after}
    bands = []
    for move in matrix.moves:
        size = thick[move.before, move.after]
        start, end = left[move.before], right[move.after]
        left[move.before] += size
        right[move.after] += size
        bands.append(_band(move, start, end, size))
    return Picture(
        before=before,
        after=after,
        bands=tuple(bands),
        height=max(end.top + end.height for end in (*before, *after)) + _GAP,
    )


def _ends(
    matrix: Matrix,
    outcomes: tuple[Outcome, ...],
    side: Callable[[Move], str],
    thick: dict[tuple[str, str], int],
) -> tuple[End, ...]:
    found: list[End] = []
    top = _TOP
    for outcome in outcomes:
        moves = [move for move in matrix.moves if side(move) == outcome.name]
        if not moves:
            continue
        height = sum(thick[move.before, move.after] for move in moves)
        count = sum(move.count for move in moves)
        lines = tuple(wrap(outcome.name, _CHARACTERS))
        found.append(
            End(name=outcome.name, lines=lines, count=count, top=top, height=height)
        )
        top += max(height, (len(lines) + 1) * _LINE) + _GAP
    return tuple(found)


def _band(move: Move, start: int, end: int, size: int) -> Band:
    middle = (_LEFT + _RIGHT) // 2
    there = f"C {middle} {start}, {middle} {end}, {_RIGHT} {end}"
    back = f"C {middle} {end + size}, {middle} {start + size}, {_LEFT} {start + size}"
    near = (1 - _LABEL) ** 2 * (1 + 2 * _LABEL)
    return Band(
        kind=move.direction.value,
        path=f"M {_LEFT} {start} {there} V {end + size} {back} Z",
        label=f"{SIGNS[move.direction]} {move.count:,}",
        at=(
            round(_LEFT + (_RIGHT - _LEFT) * _LABEL),
            round(near * start + (1 - near) * end + size / 2),
        ),
    )

"""A timeline as a picture: where bars, dots and years stand on a line of 100 parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from statuteline.history.standing import StandingKind
from statuteline.website import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statuteline.history.standing import Standing
    from statuteline.website.source import WorkTexts

_LEFT: Final = 1.5
_RIGHT: Final = 98.5
_TICKS: Final = 5
_STRIDES: Final = (1, 2, 5, 10, 20, 50, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The days of one text.

    Args:
        left: Where they begin, from 0 to 100.
        width: How long they are.
        look: ``now``, ``past``, ``coming`` or ``gone``.
        path: The page of the text.
        name: Its day in words.
        is_known: Whether its first day is known, and so has a dot.
    """

    left: float
    width: float
    look: str
    path: str
    name: str
    is_known: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A year on the line."""

    at: float
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What to draw.

    Args:
        bars: Texts with days, in order; none of a day that is not known.
        ticks: Years.
        today: Where the day of the site stands.
        is_left: Whether that is in the left half, so that its name goes to the right.
    """

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    today: float
    is_left: bool


def drawing(of: WorkTexts, names: dict[str, str]) -> Drawing | None:
    """Lay out the texts of a statute.

    Args:
        of: Its texts.
        names: The day of each text in words, by page.

    Returns:
        What to draw; None if no text has a day.
    """
    placed = sorted((one for one in of.standings if one.interval is not None), key=_start)
    if not placed:
        return None
    first = min(_start(placed[0]), of.at)
    last = max(_start(placed[-1]), of.at, *_ends(placed))
    # A little room behind the last day: a text without an end goes on.
    line = _Line(first=first, last=last + max(timedelta(days=30), (last - first) / 20))
    bars = tuple(_bar(one, line, of.at, names) for one in placed)
    today = line.place(of.at)
    middle = (_LEFT + _RIGHT) / 2
    return Drawing(bars=bars, ticks=line.ticks(), today=today, is_left=today < middle)


def _start(standing: Standing) -> date:
    assert standing.interval is not None  # noqa: S101 - only those with days are drawn
    return standing.interval.start


def _ends(placed: Iterable[Standing]) -> list[date]:
    return [one.interval.end for one in placed if one.interval and one.interval.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    first: date
    last: date

    def place(self, day: date) -> float:
        whole = (self.last - self.first).days or 1
        share = min(1.0, (day - self.first).days / whole)
        return round(_LEFT + share * (_RIGHT - _LEFT), 2)

    def ticks(self) -> tuple[Tick, ...]:
        years = range(self.first.year + 1, self.last.year + 1)
        stride = next((one for one in _STRIDES if len(years) / one <= _TICKS), _STRIDES[-1])
        return tuple(
            Tick(at=self.place(date(year, 1, 1)), name=str(year))
            for year in years
            if year % stride == 0
        )


def _bar(one: Standing, line: _Line, at: date, names: dict[str, str]) -> Bar:
    days = one.interval
    assert days is not None  # noqa: S101 - only those with days are drawn
    left = line.place(days.start)
    right = line.place(days.end) if days.end else _RIGHT
    look = "now" if at in days else "past" if days.start <= at else "coming"
    if one.kind is StandingKind.REPEALED:
        look = "gone"
    path = addresses.of_version(one.expression.id)
    return Bar(
        left=left,
        width=round(right - left, 2),
        look=look,
        path=path,
        name=names.get(path, ""),
        is_known=one.expression.by is None,
    )

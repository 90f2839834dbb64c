"""Draw the chart of growth: an SVG that can be read without colour and in the dark."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

WIDTH, HEIGHT = 760, 460
LEFT, RIGHT, TOP, BOTTOM = 70, 600, 20, 400
DASHES: Final = ("", "8 4", "2 3", "12 3 2 3", "5 5", "1 5", "14 4")
GAP: Final = 15
"""Pixels between the names at the ends of two lines, at least."""
STYLE: Final = """
  .ground { fill: #ffffff }
  text { font: 13px sans-serif; fill: #1b1b1b }
  .grid { stroke: #d0d0d0; fill: none }
  .line { stroke: #0b4f8a; stroke-width: 2; fill: none }
  .peer { stroke: #8a3b0b }
  .dot { fill: #0b4f8a } .dot.peer { fill: #8a3b0b }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #161616 } text { fill: #ececec } .grid { stroke: #4a4a4a }
    .line { stroke: #8cc4ff } .line.peer { stroke: #ffb488 }
    .dot { fill: #8cc4ff } .dot.peer { fill: #ffb488 }
  }"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One line.

    Args:
        name: What stands at its end.
        points: Sections and seconds, by rising size.
        ours: Whether it is this project.
    """

    name: str
    points: tuple[tuple[float, float], ...]
    ours: bool


def growth_chart(series: Sequence[Series]) -> str:
    """Draw lines of seconds against sections, both axes logarithmic."""
    sizes = [size for one in series for size, _ in one.points]
    seconds = [taken for one in series for _, taken in one.points]
    across = _Scale(min(sizes), max(sizes), LEFT, RIGHT)
    up = _Scale(
        10 ** math.floor(math.log10(min(seconds))),
        10 ** math.ceil(math.log10(max(seconds))),
        BOTTOM,
        TOP,
    )
    told = "; ".join(f"{one.name} {one.points[-1][1]:.2g} s" for one in series)
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"',
            ' role="img" aria-labelledby="title desc">',
            '<title id="title">Processor seconds against sections</title>',
            f'<desc id="desc">At the largest size measured: {escape(told)}.</desc>',
            f"<style>{STYLE}\n</style>",
            # Its own ground: a light page can be read where dark is preferred.
            f'<rect class="ground" width="{WIDTH}" height="{HEIGHT}"/>',
            *_grid(across, up, sorted(set(sizes))),
            *_lines(across, up, series),
            "</svg>\n",
        )
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        share = math.log(value / self.low) / math.log(self.high / self.low)
        return round(self.start + share * (self.end - self.start), 1)


def _grid(across: _Scale, up: _Scale, sizes: Iterable[float]) -> Iterator[str]:
    for size in sizes:
        x = across.at(size)
        yield f'<path class="grid" d="M{x} {TOP}V{BOTTOM}"/>'
        yield f'<text x="{x}" y="{BOTTOM + 20}" text-anchor="middle">{size:,.0f}</text>'
    for power in range(round(math.log10(up.low)), round(math.log10(up.high)) + 1):
        y = up.at(10.0**power)
        yield f'<path class="grid" d="M{LEFT} {y}H{RIGHT}"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{10.0**power:g} s</text>'
    middle = f'x="{(LEFT + RIGHT) / 2}" y="{HEIGHT - 12}" text-anchor="middle"'
    yield f"<text {middle}>sections</text>"


def _lines(across: _Scale, up: _Scale, series: Sequence[Series]) -> Iterator[str]:
    taken: list[float] = []
    for one, dash in sorted(zip(series, DASHES, strict=False), key=_end, reverse=True):
        places = [(across.at(size), up.at(seconds)) for size, seconds in one.points]
        kind = "" if one.ours else " peer"
        path = "L".join(f"{x} {y}" for x, y in places)
        yield f'<path class="line{kind}" stroke-dasharray="{dash}" d="M{path}"/>'
        for x, y in places:
            yield f'<circle class="dot{kind}" cx="{x}" cy="{y}" r="3"/>'
        x, y = places[-1]
        while any(abs(y - other) < GAP for other in taken):
            y += 1
        taken.append(y)
        yield f'<text x="{x + 8}" y="{y + 4}">{escape(one.name)}</text>'


def _end(drawn: tuple[Series, str]) -> float:
    return drawn[0].points[-1][1]

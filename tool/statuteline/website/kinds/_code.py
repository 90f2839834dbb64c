"""The code that has to do with a change of the law, in words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import statuteline
from statuteline.model.days import day_in_words
from statuteline.reports._matrix_cells import kind_of
from statuteline.reports._plain import plain, symbol
from statuteline.reports.base import spot_of
from statuteline.trace.claiming import rests_on
from statuteline.trace.code_lines import LEVEL, code_lines
from statuteline.website.kinds._leads import decision_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.rules.nodes import Origin
    from statuteline.trace.claiming import ClaimedChange
    from statuteline.trace.states import Judged
    from statuteline.trace.units import Unit
    from statuteline.website.source import Source

PACKAGES: Final = Path(statuteline.__file__).parents[1]
"""The folder that this package lies in: places in its files are named from there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeLine:
    """A line of code in plain English, and how deep it is indented."""

    depth: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The state of a link of code and text.

    Args:
        symbol: A sign for it.
        words: What it means for a reader.
        by: By whom and when it was judged; empty where nobody has.
    """

    symbol: str
    words: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A piece of code that has to do with a change.

    Args:
        id: Its name in the code.
        name: Its name as people read it.
        encoding: The name of its encoding.
        title: What the encoding is, in a few words.
        to: The page of the encoding; None where the site has none.
        became: What became of it with the change.
        lines: What it says; of code that is gone, what it said.
        place: The file and line, from the package; empty where that is not known.
        standings: How it stands to the new text.
    """

    id: str
    name: str
    encoding: str
    title: str
    to: str | None
    became: str
    lines: tuple[CodeLine, ...]
    place: str
    standings: tuple[Standing, ...]


def coded(source: Source, change: ClaimedChange) -> tuple[Coded, ...]:
    """Tell of the code that followed a change, or that was checked and stayed."""
    held = {one.link.unit.id: one.link.unit for one in change.held}
    followed = ((one.id, one.after or one.before, kind_of(one)) for one in change.code)
    return tuple(
        _coded(source, change, name, unit, became)
        for name, unit, became in (
            *followed,
            *((name, unit, "as it was") for name, unit in held.items()),
        )
        if unit is not None
    )


def standing(one: Judged) -> Standing:
    """Say how a link stands."""
    judgement = one.judgement
    return Standing(
        symbol=symbol(one.state),
        words=plain(one.state),
        by=f"{judgement.by} on {day_in_words(judgement.on)}"
        if judgement is not None
        else "",
    )


def lines_of(unit: Unit) -> tuple[CodeLine, ...]:
    """Write out what a unit says; definitions that it uses are named."""
    return tuple(
        CodeLine(depth=line.count(LEVEL), words=line.replace(LEVEL, ""))
        for line in code_lines(unit.said, whole=False)
    )


def place_of(origin: Origin | None) -> str:
    """Name the place of code in this package; empty for code of another place."""
    spot = spot_of(origin, PACKAGES)
    return str(spot) if spot is not None and spot.inside else ""


def _coded(
    source: Source, change: ClaimedChange, name: str, unit: Unit, became: str
) -> Coded:
    titles = {one.name: one.title for one in source.encodings}
    return Coded(
        id=name,
        name=unit.name,
        encoding=unit.encoding,
        title=titles.get(unit.encoding, unit.encoding),
        to=decision_of(source, unit.encoding),
        became=became,
        lines=lines_of(unit),
        place=place_of(unit.origin),
        standings=tuple(dict.fromkeys(_standings(source, change, unit))),
    )


def _standings(source: Source, change: ClaimedChange, unit: Unit) -> Iterator[Standing]:
    for one in source.trace.links:
        if one.link.unit.id == unit.id and rests_on(one, change.change):
            yield standing(one)

"""How each profile draws deleted and inserted words, and what it leaves unmarked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from statuteline.model.change import Run, RunKind
from statuteline.model.provision import Level
from statuteline.publish._marked import beside
from statuteline.publish.base import Profile

if TYPE_CHECKING:
    from statuteline.model.change import Runs
    from statuteline.publish._layout import Row

_NEW = (Run(kind=RunKind.EQUAL, text="(NEW)"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """How words are drawn.

    Args:
        brackets: Whether deleted words stand in brackets.
        strike: Whether deleted words are struck through.
        italic: Whether inserted words are italic; underlined if not.
        new_sections: Whether a wholly new section is headed (NEW) and left unmarked.
        legend: One sentence that explains the marks.
    """

    brackets: bool
    strike: bool
    italic: bool
    new_sections: bool
    legend: str


MARKS: Final = {
    Profile.CT: Marks(
        brackets=True,
        strike=False,
        italic=False,
        new_sections=True,
        legend=(
            "Marks: [deleted words]; new words are underlined. A wholly new section is "
            "headed (NEW) and not underlined."
        ),
    ),
    Profile.STRIKE: Marks(
        brackets=False,
        strike=True,
        italic=False,
        new_sections=False,
        legend="Marks: deleted words are struck through, new words underlined.",
    ),
    Profile.RAMSEYER: Marks(
        brackets=False,
        strike=True,
        italic=True,
        new_sections=False,
        legend="Marks: deleted words are struck through, new words are italic.",
    ),
}


def with_new_sections(shown: tuple[Row, ...]) -> tuple[Row, ...]:
    """Head each wholly new section (NEW), and take the marks off its words."""
    found = {row.new.eid for row in shown if row.new and row.new.level is Level.SECTION}
    known = [row.new.eid for row in shown if row.new and row.old]
    fresh = [eid for eid in found if not any(eid.contains(other) for other in known)]
    return tuple(
        _as_new(row)
        if row.old is None and any(eid.contains(row.place.eid) for eid in fresh)
        else row
        for row in shown
    )


def _as_new(row: Row) -> Row:
    num, heading, words = map(_unmarked, (row.num, row.heading, row.words))
    if row.place.level is Level.SECTION and not row.closing:
        num = beside(num, _NEW)
    return replace(row, num=num, heading=heading, words=words)


def _unmarked(runs: Runs) -> Runs:
    return tuple(Run(kind=RunKind.EQUAL, text=run.text) for run in runs)

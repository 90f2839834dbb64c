"""Renumbering that is found, against what the revisors' notes tell of it.

Each redesignation and each disagreement is written to build/redesignations.txt; the
figures stand in site/measurements.md.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from statuteline.diff.compare import compare
from statuteline.model.change import Moved, Part, Renumbered
from statuteline.model.provision import walk
from statuteline.publishers.us_ct.named_provisions import LEVELS
from statuteline.publishers.us_ct.redesignations import read_redesignations

from .history_notes import acts_of, composed
from .sections import text_of_section

if TYPE_CHECKING:
    from statuteline.model.change import Comparison
    from statuteline.model.ids import EId
    from statuteline.model.provision import Provision

    from .sections import SectionPair

pytestmark = pytest.mark.slow

REPORT = Path(__file__).resolve().parents[2] / "build" / "redesignations.txt"

Labels = tuple[str, ...]

SAME_LEVEL: Final = "same level"
OTHER_LEVEL: Final = "another level"
TWO_TEXTS: Final = "two texts in one section"
NOT_THERE: Final = "address in neither or one text only"

SPOKEN_OF: Final = "spoken of"
SILENT: Final = "the notes are silent"
UNREAD: Final = "the notes have phrases that are not read"
NO_NOTE: Final = "there is no note"

_FOUND: Final = {
    "subsection": 0.95,
    "subdivision": 0.97,
    "subparagraph": 0.95,
    "clause": 1.0,
}
"""Least share found of the redesignations on one level, as measured."""
_OTHER_LEVEL: Final = 0.85
"""The same of those that change the level, of all levels together."""
_RIGHT: Final = {
    "subsection": 0.95,
    "subdivision": 0.97,
    "subparagraph": 0.94,
    "clause": 1.0,
}
"""Least share that the notes bear out of the renumberings that they speak of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One redesignation that a note tells, or one renumbering that was found."""

    citation: str
    level: str
    kind: str
    told: tuple[Labels, Labels] | None
    found: tuple[Labels, Labels] | None

    @property
    def agrees(self) -> bool:
        return self.told == self.found


@pytest.fixture(scope="module")
def judged(law_sections: tuple[SectionPair, ...]) -> tuple[Judged, ...]:
    found = tuple(one for pair in law_sections for one in _judge(pair))
    REPORT.parent.mkdir(exist_ok=True)
    lines = [_line(one) for one in found]
    REPORT.write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")
    return found


def _judge(pair: SectionPair) -> list[Judged]:
    readings = tuple(map(read_redesignations, acts_of(pair.new_notes, 2025)))
    comparison = compare(
        text_of_section(pair.citation, pair.old, 2025),
        text_of_section(pair.citation, pair.new, 2026),
    )
    paired = _paired(comparison)
    old, new = _addresses(comparison.old.body), _addresses(comparison.new.body)
    results: list[Judged] = []
    told: dict[Labels, Labels] = {}
    for before, after in composed(readings).items():
        one, other = _in_text(_bare(before), _bare(after), old, new)
        told[one] = other
        if "See end of section" in pair.headings:
            kind = TWO_TEXTS
        elif one not in old or other not in new:
            kind = NOT_THERE
        else:
            kind = SAME_LEVEL if before[-1][0] == after[-1][0] else OTHER_LEVEL
        results.append(
            Judged(
                citation=pair.citation,
                level=LEVELS[before[-1][0]].value,
                kind=f"told, {kind}",
                told=(one, other),
                found=(one, paired[one]) if one in paired else None,
            )
        )
    return results + list(_renumbered(pair, comparison, told, paired))


def _renumbered(
    pair: SectionPair,
    comparison: Comparison,
    told: dict[Labels, Labels],
    paired: dict[Labels, Labels],
) -> list[Judged]:
    """Judge what the comparison says was renumbered by what the notes say of it."""
    results = []
    back = {new: old for old, new in told.items()}
    readings = tuple(map(read_redesignations, acts_of(pair.new_notes, 2025)))
    silent = SILENT if readings else NO_NOTE
    if any(reading.unread for reading in readings):
        silent = UNREAD
    for change in comparison.changes:
        if not isinstance(change, Moved | Renumbered):
            continue
        old, new = _labels(change.old), _labels(change.new)
        # A number that only follows the one above it is nothing that a note tells.
        if old == new or (old[-1:] == new[-1:] and paired.get(old[:-1]) == new[:-1]):
            continue
        spoken = (old, told[old]) if old in told else None
        if spoken is None and new in back:
            spoken = (back[new], new)
        results.append(
            Judged(
                citation=pair.citation,
                level=_level(comparison.old.body, change.old),
                kind=f"found, {SPOKEN_OF if spoken else silent}",
                told=spoken,
                found=(old, new),
            )
        )
    return results


def _labels(eid: EId) -> Labels:
    return tuple(step.partition("_")[2] for step in eid.steps[1:])


def _level(body: tuple[Provision, ...], eid: EId) -> str:
    return next(p.level.value for p in walk(body) if p.eid == eid)


def _bare(path: tuple[tuple[int, str], ...]) -> Labels:
    return tuple(label for _, label in path)


def _addresses(body: tuple[Provision, ...]) -> set[Labels]:
    return {_labels(provision.eid) for provision in walk(body)}


def _in_text(
    one: Labels, other: Labels, old: set[Labels], new: set[Labels]
) -> tuple[Labels, Labels]:
    """Complete an address whose beginning the note leaves out, where only one fits."""
    if one in old or other in new:
        return one, other
    ends = [labels for labels in old if labels[-len(one) :] == one]
    if len(ends) != 1:
        return one, other
    above = ends[0][: -len(one)]
    return above + one, above + other


def _paired(comparison: Comparison) -> dict[Labels, Labels]:
    return {
        _labels(line.old.eid): _labels(line.new.eid)
        for line in comparison.lines
        if line.part is Part.NUM and line.old is not None and line.new is not None
    }


def _line(one: Judged) -> str:
    told, found = (
        " -> ".join("".join(f"({label})" for label in labels) for labels in side)
        if side
        else "nothing"
        for side in (one.told, one.found)
    )
    verdict = "agrees" if one.agrees else "differs"
    return f"{one.kind}\t{verdict}\t{one.level}\t{one.citation}\t{told}\t{found}"


def _rates(judged: tuple[Judged, ...], kind: str) -> dict[str, float]:
    count: Counter[tuple[str, bool]] = Counter(
        (one.level, one.agrees) for one in judged if one.kind == kind
    )
    return {
        level: count[level, True] / total
        for level in (level.value for level in LEVELS)
        if (total := count[level, True] + count[level, False])
    }


def test_enough_is_told(judged: tuple[Judged, ...]) -> None:
    count = Counter(one.kind for one in judged)
    assert count[f"told, {SAME_LEVEL}"] > 500, count
    assert count[f"told, {NOT_THERE}"] < 40, count


def test_what_the_notes_tell_is_found(judged: tuple[Judged, ...]) -> None:
    rates = _rates(judged, f"told, {SAME_LEVEL}")
    assert [level for level, least in _FOUND.items() if rates[level] < least] == [], rates


def test_a_change_of_level_is_found_mostly(judged: tuple[Judged, ...]) -> None:
    told = [one for one in judged if one.kind == f"told, {OTHER_LEVEL}"]
    assert len(told) > 100
    assert sum(one.agrees for one in told) >= _OTHER_LEVEL * len(told)


def test_what_is_found_the_notes_bear_out(judged: tuple[Judged, ...]) -> None:
    rates = _rates(judged, f"found, {SPOKEN_OF}")
    assert [level for level, least in _RIGHT.items() if rates[level] < least] == [], rates

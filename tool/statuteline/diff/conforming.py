"""Conforming changes: words that differ only because what they cite was renumbered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from statuteline.diff import sentences
from statuteline.diff.ancestry import Ancestries
from statuteline.diff.edits import word_edits
from statuteline.diff.tokens import tokens
from statuteline.model.change import Amended, Conforming, Part, RunKind
from statuteline.model.provision import bare_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.diff.edits import WordEdit
    from statuteline.model.change import Change, Comparison, Line, Place

_PROSE: Final = {Part.INTRO, Part.WRAP_UP}


class Renumberings:
    """What was renumbered: from each old number, as prose cites it, to the new ones.

    Args:
        comparisons: All comparisons of one undertaking: of two texts, or two codes.
    """

    def __init__(self, comparisons: Iterable[Comparison]) -> None:
        self._tops: set[tuple[str, str]] = set()
        self._inside: dict[tuple[str, str], set[str]] = {}
        for comparison in comparisons:
            for line in comparison.lines:
                if line.part is Part.NUM and line.old and line.new:
                    self._add(line.old, line.new)

    def _add(self, old: Place, new: Place) -> None:
        step = _cited(old), _cited(new)
        if not all(step) or step[0] == step[1]:
            return
        if new.depth == 0:
            self._tops.add(step)
        else:
            self._inside.setdefault(step, set()).update((_section(old), _section(new)))

    def __bool__(self) -> bool:
        """Tell whether anything was renumbered."""
        return bool(self._tops or self._inside)

    def explain(self, line: Line) -> bool:
        """Tell whether all that changed in a line follows a renumbering.

        Every section has an (a) of its own. The words of a line can mean the labels
        of their own section and of each section that they cite.
        """
        steps = [step for edit in word_edits(line.runs) for step in _steps(edit)]
        if not steps or not all(s in self._tops or s in self._inside for s in steps):
            return False
        named = {_section(place) for place in (line.old, line.new) if place is not None}
        for run in line.runs:
            named.update(tokens(run.text))
        return all(
            step in self._tops or not named.isdisjoint(self._inside[step]) for step in steps
        )


def conformed(comparison: Comparison, renumbered: Renumberings) -> Comparison:
    """Tell citations that only follow a renumbering apart from other amendments.

    Args:
        comparison: A comparison.
        renumbered: What was renumbered, in this comparison and in others.

    Returns:
        The same, with the amendments that are nothing else as conforming changes.
    """
    amended = [one for one in comparison.changes if isinstance(one, Amended)]
    if not amended or not renumbered:
        return comparison
    parts: dict[tuple[str, str], list[Line]] = {}
    for line in comparison.lines:
        differs = any(run.kind is not RunKind.EQUAL for run in line.runs)
        if differs and line.old and line.new and line.part in _PROSE:
            parts.setdefault((line.old.eid.text, line.new.eid.text), []).append(line)
    paths = Ancestries(comparison.new.body)
    told: dict[Change, Conforming] = {}
    for one in amended:
        lines = parts.get((one.old.text, one.new.text), [])
        if lines and all(map(renumbered.explain, lines)):
            told[one] = Conforming(
                old=one.old,
                new=one.new,
                pairing=one.pairing,
                summary=sentences.conforming(paths[one.new], *(x.runs for x in lines)),
            )
    changes = tuple(told.get(change, change) for change in comparison.changes)
    return replace(comparison, changes=changes) if told else comparison


def _cited(place: Place) -> str:
    """Give a number as prose cites it: labels in their brackets, others bare."""
    num = place.num or ""
    return num if num.startswith("(") else bare_number(num)


def _section(place: Place) -> str:
    """Give the number of the section that a provision lies in, by its address."""
    return place.eid.steps[0].partition("_")[2]


def _steps(edit: WordEdit) -> Iterator[tuple[str, str]]:
    """Give each old token with the new one in its place; what has none is no step."""
    old, new = tokens(edit.deleted), tokens(edit.inserted)
    if len(old) != len(new):
        yield edit.deleted, edit.inserted
        return
    yield from (step for step in zip(old, new, strict=True) if step[0] != step[1])

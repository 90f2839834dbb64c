"""Comparisons as sections of an act that makes the one text into the other.

Source:
    CGS 2-18, and the form of Connecticut's public acts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from statuteline.acts.clause import (
    Amends,
    Clause,
    Code,
    Effective,
    Ground,
    MakesNew,
    Stretch,
    Target,
)
from statuteline.acts.clause_words import clause_words
from statuteline.errors import StatutelineError
from statuteline.model.change import Part, Run, RunKind
from statuteline.model.commencement import Unknown
from statuteline.model.marked import PrintedParagraph, PrintedTable
from statuteline.model.provision import Level
from statuteline.publish._act_marks import printed_runs
from statuteline.publish._marked import cells, merged
from statuteline.publish._tracked import tracked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.change import Comparison, Line, Runs
    from statuteline.model.marked import PrintedBlock
    from statuteline.model.work import Expression
    from statuteline.publish._tracked import TrackedParagraph

_CODE = "cgs"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormedSection:
    """A section of an act, but for its number.

    Args:
        target: The number of the section of the code that it is about.
        clause: The words that say what it does, and when.
        blocks: The text that it enacts, printed with its marks.
    """

    target: str
    clause: str
    blocks: tuple[PrintedBlock, ...]


def formed(comparison: Comparison) -> FormedSection:
    """Make a section of an act out of two texts of a section of the general statutes.

    The number and heading of the section are no words of an act, and left out. A
    section that has no words in the old text is wholly new: it is headed (NEW), and
    nothing in it is marked.

    Args:
        comparison: Two texts compared, at least one of them of the general statutes.

    Raises:
        StatutelineError: If neither text is one section of the general statutes.
        SelfCheckError: If the marks do not give both texts back.
    """
    number = _number(comparison)
    lines = tuple(line for line in comparison.lines if not _is_head(line))
    is_new = not any(line.old for line in lines)
    effective = _effective(comparison.new)
    target = Target(body=Code(), sections=(Stretch(first=number),))
    deed = MakesNew() if is_new else Amends(targets=(target,))
    paragraphs = tracked(replace(comparison, lines=lines))
    rows = [row for group in _groups(paragraphs) for row in _rows(group)]
    if is_new:
        rows = [tuple(Run(kind=RunKind.EQUAL, text=run.text) for run in r) for r in rows]
    return FormedSection(
        target=number,
        clause=clause_words(Clause(deed=deed, effective=effective)),
        blocks=tuple(_blocks(rows)),
    )


def _number(comparison: Comparison) -> str:
    for text in (comparison.old, comparison.new):
        sections = [one for one in text.body if one.level is Level.SECTION]
        if text.id.work.series == _CODE and len(sections) == len(text.body) == 1:
            return text.id.work.number
    raise StatutelineError(
        "Neither text is a section of the general statutes, which an act could amend",
        where=f"{comparison.old.id} and {comparison.new.id}",
    )


def _effective(text: Expression) -> Effective:
    when = text.commencement
    if when is None or isinstance(when, Unknown):
        return Effective(commencement=Unknown(), ground=Ground.DEFAULT)
    return Effective(commencement=when, ground=Ground.STATED)


def _is_head(line: Line) -> bool:
    places = [place for place in (line.old, line.new) if place]
    heads = line.part in {Part.NUM, Part.HEADING}
    return heads and all(place.level is Level.SECTION for place in places)


def _groups(
    paragraphs: tuple[TrackedParagraph, ...],
) -> Iterator[tuple[TrackedParagraph, ...]]:
    """Cut where both texts end a paragraph."""
    here: list[TrackedParagraph] = []
    for paragraph in paragraphs:
        here.append(paragraph)
        if paragraph.mark is RunKind.EQUAL:
            yield tuple(here)
            here = []


def _rows(group: tuple[TrackedParagraph, ...]) -> Iterator[Runs]:
    """Make paragraphs that are each whole in both texts or in one.

    An act cannot mark that two paragraphs become one, or one two: their words are
    deleted and enacted anew.
    """
    rest: list[TrackedParagraph] = []
    for paragraph in group:
        alone = all(run.kind is paragraph.mark for run in paragraph.runs)
        if not rest and alone and paragraph.mark is not RunKind.EQUAL:
            yield paragraph.runs
        else:
            rest.append(paragraph)
    if len(rest) == 1:
        yield rest[0].runs
        return
    for kind, gone in (
        (RunKind.DELETED, RunKind.INSERTED),
        (RunKind.INSERTED, RunKind.DELETED),
    ):
        words = ""
        for paragraph in rest:
            words += "".join(run.text for run in paragraph.runs if run.kind is not gone)
            if paragraph.mark is not gone:
                yield (Run(kind=kind, text=words),) if words else ()
                words = ""


def _blocks(rows: list[Runs]) -> Iterator[PrintedBlock]:
    """Print rows; neighbours with several cells become one table."""
    printed = [part for row in rows if row for part in _row(row)]
    for tabular, group in groupby(printed, key=lambda row: len(row) > 1):
        if tabular:
            table = tuple(tuple(printed_runs(cell) for cell in row) for row in group)
            yield PrintedTable(rows=table)
        else:
            for (words,) in group:
                if pieces := printed_runs(words):
                    yield PrintedParagraph(pieces=pieces)


def _row(runs: Runs) -> Iterator[tuple[Runs, ...]]:
    """Cut a row at its tabs; one whose cells do not stay is deleted and made anew."""
    if all(run.kind is RunKind.EQUAL for run in runs if "\t" in run.text):
        yield cells(runs)
        return
    for kind, gone in (
        (RunKind.DELETED, RunKind.INSERTED),
        (RunKind.INSERTED, RunKind.DELETED),
    ):
        kept = tuple(Run(kind=kind, text=r.text) for r in runs if r.kind is not gone)
        if kept:
            yield cells(merged(kept))

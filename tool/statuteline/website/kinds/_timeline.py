"""The timeline of a statute: every text and every change without one, in order."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from statuteline.audit.cited import act_cited
from statuteline.history.in_force import TextInForce
from statuteline.history.log import log
from statuteline.history.standing import StandingKind
from statuteline.model.days import day_in_words
from statuteline.model.work import EventKind
from statuteline.website import addresses
from statuteline.website.kinds._pair_choice import shown_pairs
from statuteline.website.kinds._redlines import written_pairs
from statuteline.website.kinds._standing import days_told, named
from statuteline.website.kinds._text import place_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from statuteline.history.log import LogEntry
    from statuteline.history.standing import Standing
    from statuteline.model.ids import ExpressionId, ProvisionRef
    from statuteline.model.work import Expression
    from statuteline.website.source import Source, WorkTexts

_SENTENCES: Final = 5
"""More changes of one day than these are counted; the redline tells them all."""
_DID: Final = {
    EventKind.GENERATION: "Enacted",
    EventKind.AMENDMENT: "Amended",
    EventKind.REPEAL: "Repealed",
    EventKind.ERRATUM: "Record corrected",
    None: "Made",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An act.

    Args:
        words: As people cite it.
        path: Where it stands on this site; empty where the site has it not.
    """

    words: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What acts did on one day.

    Args:
        did: In one word, such as ``Amended``.
        by: The acts; empty where no source tells.
    """

    did: str
    by: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One entry of a timeline.

    Args:
        when: The day in words, or that it is not known.
        name: What tells the text from others, in words.
        path: The page of the text; empty for a change whose words are not held.
        start: The first day of the text, as a script reads it; empty for none.
        end: The first day after it; empty while no end is known.
        told: How long the text counts, or what else is to be known of it.
        deeds: What made it.
        changes: What it changed, in sentences.
        more: How many further changes there are.
        redline: The page that compares it with the text before; empty for none.
        to_current: The page that compares it with the text in force; empty for none.
        is_current: Whether it is the text in force.
    """

    when: str
    name: str = ""
    path: str = ""
    start: str = ""
    end: str = ""
    told: str = ""
    deeds: tuple[Deed, ...] = ()
    changes: tuple[str, ...] = ()
    more: int = 0
    redline: str = ""
    to_current: str = ""
    is_current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """A timeline.

    Args:
        dated: Texts and changes by day.
        apart: Texts whose first day is not known: they have no place among the days.
        replaced: Records that count no longer, and corrections.
    """

    dated: tuple[Step, ...]
    apart: tuple[Step, ...]
    replaced: tuple[Step, ...]


def steps(source: Source, of: WorkTexts, pages: frozenset[str]) -> Steps:
    """Tell the life of a statute.

    Args:
        source: What the site is made from.
        of: Its texts.
        pages: The pages of redlines that there are.
    """
    entries = log(of.records)
    standing = {one.expression.id: one for one in of.standings}
    before = {new.id: old for old, new in neighbours(of)}
    current = of.answer.expression if isinstance(of.answer, TextInForce) else None
    known = _Known(source=source, of=of, pages=pages, current=current)
    dated: list[tuple[date, Step]] = []
    apart: list[Step] = []
    for text in of.texts:
        own = [one for one in entries if one.expression is text and not one.superseded]
        made = [one for one in own if one.kind is not EventKind.ERRATUM]
        step = known.of_text(standing[text.id], before.get(text.id), made)
        if text.start is None or standing[text.id].interval is None:
            apart.append(step)
        else:
            dated.append((text.start, step))
    dated += [
        (one.day, known.of_event(one))
        for one in entries
        if one.expression is None and one.day is not None
    ]
    replaced = [
        known.of_replaced(one.expression)
        for one in of.standings
        if one.kind is StandingKind.SUPERSEDED
    ]
    dated.sort(key=lambda pair: pair[0])
    return Steps(
        dated=tuple(step for _, step in dated),
        apart=tuple(one for one in apart if one.path not in {two.path for two in replaced}),
        replaced=tuple(replaced),
    )


def neighbours(of: WorkTexts) -> tuple[tuple[Expression, Expression], ...]:
    """Pair each text with the next; which one a pending text follows is not known."""
    return tuple(pairwise(one for one in of.texts if one.start is not None))


def redline_path(old: ExpressionId, new: ExpressionId, pages: frozenset[str]) -> str:
    """Give the place that compares two texts; empty if the site has none."""
    places = (addresses.of_redline(old, new), addresses.of_pair(old, new))
    return next((place for place in places if place in pages), "")


def redline_pages(ids: tuple[ExpressionId, ...]) -> frozenset[str]:
    """List the pages of redlines of a work, and the places at which a script shows some."""
    written = (addresses.of_redline(old, new) for old, new in written_pairs(ids))
    shown = (addresses.of_pair(old, new) for old, new in shown_pairs(ids))
    return frozenset((*written, *shown))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    source: Source
    of: WorkTexts
    pages: frozenset[str]
    current: Expression | None

    def of_text(
        self, standing: Standing, before: Expression | None, made: list[LogEntry]
    ) -> Step:
        text, days = standing.expression, standing.interval
        changes: tuple[str, ...] = ()
        if before is not None:
            found = self.of.comparison(before, text).changes
            changes = tuple(change.summary for change in found)
        return Step(
            when=_when(text),
            name=named(text),
            path=addresses.of_version(text.id),
            start=days.start.isoformat() if days else "",
            end=days.end.isoformat() if days and days.end else "",
            told=days_told(self.of, standing),
            deeds=tuple(self._deeds(made)),
            changes=changes[:_SENTENCES],
            more=max(0, len(changes) - _SENTENCES),
            redline=redline_path(before.id, text.id, self.pages) if before else "",
            to_current=self._to_current(text),
            is_current=text is self.current,
        )

    def of_replaced(self, text: Expression) -> Step:
        newest = next(
            (one for one in self.of.texts if one.id.version == text.id.version), text
        )
        corrected = newest is not text
        return Step(
            when=_capital(named(text)),
            path=addresses.of_version(text.id),
            told="A record that a corrected one replaces."
            if corrected
            else "A text that ended before it began.",
            redline=redline_path(text.id, newest.id, self.pages) if corrected else "",
        )

    def of_event(self, entry: LogEntry) -> Step:
        assert entry.day is not None  # noqa: S101 - the caller asks for those with a day
        return Step(
            when=day_in_words(entry.day),
            told="The words of this day are not held here.",
            deeds=tuple(self._deeds([entry])),
        )

    def _deeds(self, made: Iterable[LogEntry]) -> list[Deed]:
        return [
            Deed(
                did=_DID[one.kind],
                by=tuple(self._named(act) for act in one.acts if act is not None),
            )
            for one in made
            if one.kind is not None or one.acts
        ]

    def _named(self, act: ProvisionRef) -> Named:
        path = place_of(self.source, act)
        return Named(words=act_cited(self.source.corpus, act), path=path or "")

    def _to_current(self, text: Expression) -> str:
        if self.current is None or text is self.current:
            return ""
        order = self.of.texts
        old, new = text, self.current
        if order.index(old) > order.index(new):
            old, new = new, old
        return redline_path(old.id, new.id, self.pages)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _when(text: Expression) -> str:
    if text.by is not None:
        return f"By {day_in_words(text.by)}"
    return day_in_words(text.start) if text.start else _capital(named(text))

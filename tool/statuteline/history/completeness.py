"""How complete the texts of a series are: what is known beyond them, counted and named."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuteline.history.amending import is_applied
from statuteline.history.standing import StandingKind
from statuteline.model.natural import natural

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from statuteline.history.amending import Amending
    from statuteline.history.facts import TextKnown
    from statuteline.model.ids import ExpressionId, WorkId
    from statuteline.model.work import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A day on which the words of a work changed, and no text of it begins."""

    work: WorkId
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A text whose first day is not known.

    Args:
        text: The text.
        awaits: What its first day depends on, in words; empty for not told.
    """

    text: ExpressionId
    awaits: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A text that begins after the day that was asked about."""

    text: ExpressionId
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NotRestated:
    """A text in force with provisions whose words are not here, and how many."""

    text: ExpressionId
    provisions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """What is known of a series, and what is not.

    Args:
        works: How many works have a text.
        in_force: How many works have a text on the day that was asked about.
        words: How many texts hold whose words.
        latest: The last known first day of a text, up to the day that was asked about.
        acts_named: How many acts the texts name.
        acts_missing: Those of them that the corpus does not hold, by number.
        unapplied: What acts that are held do to works of the series, where no text of the
            work says so and the change is later than its last text.
        not_held: What acts that are held do to works of the series that have no text.
        bounded: How many texts have a first day of which only the latest is known.
        pending: Texts without a first day.
        coming: Texts that begin later.
        not_restated: Texts in force that lack words.
        gaps: Changes after the first text of a work, of which the text is not held.
        earlier: How many changes lie before the first text of their work.
    """

    works: int
    in_force: int
    words: tuple[tuple[Words, int], ...]
    latest: date | None
    acts_named: int
    acts_missing: tuple[WorkId, ...]
    unapplied: tuple[Amending, ...]
    not_held: tuple[Amending, ...]
    bounded: int
    pending: tuple[Waiting, ...]
    coming: tuple[Coming, ...]
    not_restated: tuple[NotRestated, ...]
    gaps: tuple[Gap, ...]
    earlier: int


def completeness(
    works: Mapping[WorkId, tuple[TextKnown, ...]],
    acts: tuple[Amending, ...],
    held: frozenset[WorkId],
    at: date,
) -> Completeness:
    """Tell how complete a series is.

    Args:
        works: The texts of each work of the series, in the order of works.
        acts: What the acts that the corpus holds do to works of this series.
        held: All works of the corpus.
        at: The day of the law that is asked about.

    Returns:
        What is known. Texts that a corrected record replaced do not count.
    """
    texts = {
        work: tuple(one for one in all_ if one.standing is not StandingKind.SUPERSEDED)
        for work, all_ in works.items()
    }
    every = tuple(one for all_ in texts.values() for one in all_)
    now = tuple(one for one in every if _counts(one, at))
    named = dict.fromkeys(act.work for one in every for act in one.facts.acts)
    changes = [one for work, all_ in texts.items() for one in _gaps(work, all_)]
    words = Counter(one.facts.words for one in every)
    return Completeness(
        works=len(works),
        in_force=len(now),
        words=tuple(sorted(words.items(), key=lambda pair: pair[0].value)),
        latest=max((day for one in every if (day := _began(one, at))), default=None),
        acts_named=len(named),
        acts_missing=tuple(sorted(named.keys() - held, key=_order)),
        unapplied=tuple(
            one for one in acts if one.work in texts and _is_open(one, texts[one.work])
        ),
        not_held=tuple(one for one in acts if one.work not in texts),
        bounded=sum(one.facts.is_bounded for one in every),
        pending=tuple(
            Waiting(text=one.id, awaits=one.facts.awaits)
            for one in every
            if one.standing is StandingKind.PENDING
        ),
        coming=tuple(
            Coming(text=one.id, day=one.interval.start)
            for one in every
            if one.interval is not None and one.interval.start > at
        ),
        not_restated=tuple(
            NotRestated(text=one.id, provisions=one.facts.not_restated)
            for one in now
            if one.facts.not_restated
        ),
        gaps=tuple(gap for gap, is_later in changes if is_later),
        earlier=sum(not is_later for _, is_later in changes),
    )


def _order(work: WorkId) -> tuple[str, str, tuple[tuple[int, str], ...]]:
    return work.jurisdiction, work.series, natural(work.number)


def _counts(text: TextKnown, at: date) -> bool:
    days = text.interval
    return text.standing is StandingKind.DATED and days is not None and at in days


def _began(text: TextKnown, at: date) -> date | None:
    """Give the first day of a text of the law, where it is known and not to come."""
    days = text.interval
    if days is None or days.start > at or text.facts.is_bounded or not text.facts.is_law:
        return None
    return days.start


def _gaps(work: WorkId, texts: tuple[TextKnown, ...]) -> Iterator[tuple[Gap, bool]]:
    """Find changes without a text, and whether they follow the first text."""
    starts = {one.interval.start for one in texts if one.interval is not None}
    first = min(starts, default=None)
    days = {day for one in texts for day in one.facts.changes}
    for day in sorted(days - starts):
        yield Gap(work=work, day=day), first is not None and first < day


def _is_open(amending: Amending, texts: tuple[TextKnown, ...]) -> bool:
    """Tell whether a change is later than the last text of its work, and not in it."""
    last = max((one.interval.start for one in texts if one.interval), default=None)
    later = last is None or (amending.since or amending.enacted) > last
    return later and not is_applied(
        amending, [act for one in texts for act in one.facts.acts]
    )

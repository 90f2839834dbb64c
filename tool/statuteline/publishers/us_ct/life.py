"""The life of a section, as its notes tell it: acts, days, and what the last one did."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from statuteline.model.acts import ActCited, Deed
from statuteline.model.commencement import OnDate, Unknown
from statuteline.model.commencement_words import DAY, day_of_words
from statuteline.model.ids import EId, ProvisionRef
from statuteline.model.provision import find_by_labels
from statuteline.model.published import NoteKind, Status
from statuteline.model.text import canonical, canonical_blocks, prose_text
from statuteline.model.work import Event, EventKind, Modification, ModificationKind
from statuteline.publishers.us_ct.act_ids import work_of
from statuteline.publishers.us_ct.history_notes import read_history_note
from statuteline.publishers.us_ct.section_dates import section_dates, settle
from statuteline.publishers.us_ct.source_notes import is_source_note, read_source_note

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.model.acts import HistoryEvent, Origin, SourceEvent
    from statuteline.model.ids import WorkId
    from statuteline.model.provision import Provision
    from statuteline.model.published import Note, PublishedSection
    from statuteline.publishers.us_ct.section_dates import DatedEvent, SectionDates

_REPEALED: Final = re.compile(rf"\b(?:is|are) repealed,? effective (?P<day>{DAY})")
_SECTION: Final = re.compile(r"(\d+[a-z]*)(?:\(.*)?", re.ASCII)
_DID: Final = {
    Deed.ADDED: ModificationKind.INSERTION,
    Deed.REPEALED: ModificationKind.REPEAL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What the notes of a section tell.

    Args:
        source: The acts and revisions that made it, in order.
        dated: What acts did to it, each with its day.
        dates: Since when its printed text has been in force, and what is to come.
        unread: How many items of the notes are not read.
    """

    source: tuple[SourceEvent, ...]
    dated: tuple[DatedEvent, ...]
    dates: SectionDates
    unread: int


def life_of(
    section: PublishedSection,
    notes: tuple[Note, ...],
    coming: date | None = None,
    announced: frozenset[Origin] = frozenset(),
) -> Life:
    """Read the notes of a section.

    Args:
        section: The section.
        notes: Those of its notes that speak of the text in force.
        coming: The first day of the text that is printed to follow; None for none.
        announced: The acts that make that text: where the notes are silent of their day,
            they did nothing to the text in force.
    """
    until = section.edition.revised_to
    if coming is not None:
        until = min(until, coming - timedelta(days=1))
    sources = [
        read_source_note(words)
        for words in _words_of(notes, NoteKind.SOURCE)
        if is_source_note(words)
    ]
    histories = [read_history_note(words) for words in _words_of(notes, NoteKind.HISTORY)]
    source = tuple(event for one in sources for event in one.events)
    told = tuple(event for one in histories for event in one.events)
    settled = [
        one
        for one in settle(source, told)
        if one.history is not None or not announced.issuperset(one.acts)
    ]
    # An act of a session after the edition is a misprint: which one is meant is not told.
    dated = tuple(
        one for one in settled if not _is_after(one, section.edition.revised_to.year)
    )
    return Life(
        source=source,
        dated=dated,
        dates=section_dates(dated, until),
        unread=sum(len(one.unread) for one in sources)
        + sum(len(one.unread) for one in histories)
        + len(settled)
        - len(dated),
    )


def _is_after(one: DatedEvent, year: int) -> bool:
    return any(act.session.year > year for act in one.acts)


def in_force_since(section: PublishedSection, life: Life) -> OnDate | Unknown:
    """Tell since when the printed text has been in force.

    A section that says on which day it was repealed knows that best.
    """
    if section.status is Status.REPEALED:
        told = _REPEALED.search(canonical_blocks(section.body))
        day = day_of_words(told["day"]) if told else None
        if day is not None and day <= section.edition.revised_to:
            return OnDate(day=day)
    return life.dates.since


def events_of(
    section: PublishedSection, life: Life, since: OnDate | Unknown
) -> tuple[Event, ...]:
    """Give the events in the life of a section, by day.

    Acts whose day is not known are none; the notes keep them. Of what takes effect only
    after the edition, the day is known, and with it that the printed text ends. Of a
    repealed section only the repeal counts: its history note is no longer printed, so that
    the silence of the notes tells no day of an earlier act.
    """
    acts = {act for one in life.dated for act in one.acts}
    repeals = section.status is Status.REPEALED
    last = next((e.origin for e in reversed(life.source) if e.origin in acts), None)
    found = []
    for one in life.dated:
        day = one.effect.day
        act = one.acts[0] if len(one.acts) == 1 else None
        ends = repeals and act is not None and act == last
        if repeals and not ends:
            continue
        if ends and isinstance(since, OnDate):
            day = since.day
        if day is None or not _does_something(one.history):
            continue
        ends = ends or (day > section.edition.revised_to and _ends_it(one.history))
        kind = EventKind.REPEAL if ends else _kind(act, life.source)
        found.append(Event(day=day, kind=kind, act=reference_of(act, life.source)))
    return tuple(sorted(dict.fromkeys(found), key=lambda event: event.day))


def modifications_of(work: WorkId, top: Provision, life: Life) -> tuple[Modification, ...]:
    """Tell what the acts that made the printed text did, provision by provision.

    Args:
        work: The work of the section.
        top: Its text.
        life: What its notes tell.

    Returns:
        One for each provision that a note names and the text has.
    """
    found = [
        change
        for one in life.dates.last
        if one.history is not None and len(one.acts) == 1
        for act in [reference_of(one.acts[0], life.source)]
        if act is not None
        for change in _changes(work, top, act, one.history)
    ]
    return tuple(dict.fromkeys(found))


def _changes(
    work: WorkId, top: Provision, act: ProvisionRef, told: HistoryEvent
) -> Iterator[Modification]:
    kinds = [_DID[deed] for deed in told.deeds if deed in _DID]
    kind = kinds[0] if len(told.deeds) == 1 and kinds else ModificationKind.SUBSTITUTION
    for path in told.concerns:
        place = find_by_labels((top,), path)
        if place is not None:
            yield Modification(
                kind=kind, act=act, destination=ProvisionRef(work, place.eid)
            )
    for one in told.redesignated:
        old, new = find_by_labels((top,), one.old), find_by_labels((top,), one.new)
        if old is not None and new is not None:
            yield Modification(
                kind=ModificationKind.RENUMBERING,
                act=act,
                destination=ProvisionRef(work, new.eid),
                previous=ProvisionRef(work, old.eid),
            )


def _words_of(notes: tuple[Note, ...], kind: NoteKind) -> Iterator[str]:
    return (canonical(prose_text(note.words)) for note in notes if note.kind is kind)


def _does_something(told: HistoryEvent | None) -> bool:
    return told is None or set(told.deeds) != {Deed.EDITORIAL}


def _ends_it(told: HistoryEvent | None) -> bool:
    """Tell whether an act repeals the section as a whole."""
    return told is not None and Deed.REPEALED in told.deeds and told.concerns == ((),)


def _kind(act: ActCited | None, source: tuple[SourceEvent, ...]) -> EventKind:
    """The act that the source note names first made the section, or amended an old one."""
    made = bool(source) and act is not None and source[0].origin == act
    return EventKind.GENERATION if made else EventKind.AMENDMENT


def reference_of(
    act: Origin | None, source: tuple[SourceEvent, ...]
) -> ProvisionRef | None:
    """Name an act, with its section where the items of a source note name one alone."""
    if not isinstance(act, ActCited):
        return None
    named = {
        match[1] if (match := _SECTION.fullmatch(section)) else None
        for event in source
        if event.origin == act
        for section in event.sections
    }
    section = named.pop() if len(named) == 1 else None
    return ProvisionRef(work_of(act), EId(f"sec_{section}") if section else None)

"""The life of a work: every event and every text, by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from statuteline.history.records import current_records, law_events
from statuteline.model.work import EventKind

if TYPE_CHECKING:
    from statuteline.model.ids import ProvisionRef
    from statuteline.model.work import Event, Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One event, one text, or a text with the event that made it.

    Args:
        day: The day of the event, or the first day of the text; None while that day
            is not known.
        by: A day on which the text had effect, where its first day is not known.
        expression: The text that the event made; None where it is not recorded.
        acts: The act sections that did it; None for one that our sources do not
            name. Empty where neither an event nor a recorded change tells.
        kind: What happened; None for a text without an event of its day.
        superseded: Whether a later record of the same text replaces this one.
    """

    day: date | None
    expression: Expression | None
    acts: tuple[ProvisionRef | None, ...]
    kind: EventKind | None
    superseded: bool = False
    by: date | None = None


def log(expressions: tuple[Expression, ...]) -> tuple[LogEntry, ...]:
    """List what happened to a work, and the texts it has.

    Events of one kind on one day are one entry, with all their acts. The correction
    of a record stands on the day it was made; the corrected text itself, on its
    first day.

    Args:
        expressions: Records of one work in one language, in any order.

    Returns:
        Entries by day, those without a day last.

    Raises:
        CorpusError: If the records are of two works, or in two languages.
    """
    records = current_records(expressions)
    events = law_events(records)
    replaced = tuple(one for one in expressions if one not in records)
    starts = {one.start for one in records}
    entries = [
        *(entry for one in records for entry in _of_text(one, events)),
        *_of_events(tuple(event for event in events if event.day not in starts)),
        *(
            entry
            for one in replaced
            for entry in _of_text(one, law_events((one,)), superseded=True)
        ),
        *_of_corrections(expressions),
    ]
    return tuple(sorted(entries, key=lambda entry: entry.day or entry.by or date.max))


def _of_text(
    text: Expression, events: tuple[Event, ...], *, superseded: bool = False
) -> list[LogEntry]:
    """Make the entries of one text: one for each kind of event of its first day."""
    own = tuple(event for event in events if event.day == text.start)
    if own:
        kinds = dict.fromkeys(event.kind for event in own)
        return [_entry(own, kind, text, superseded=superseded) for kind in kinds]
    work = text.id.work
    changes = (one for one in text.modifications if one.destination.work == work)
    acts = tuple(dict.fromkeys(change.act for change in changes))
    return [
        LogEntry(
            day=text.known_start,
            expression=text,
            acts=acts,
            kind=None,
            superseded=superseded,
            by=text.by,
        )
    ]


def _of_events(events: tuple[Event, ...]) -> list[LogEntry]:
    """Make the entries of events that have no text."""
    groups = dict.fromkeys((event.day, event.kind) for event in events)
    return [
        _entry(tuple(event for event in events if event.day == day), kind, None)
        for day, kind in groups
    ]


def _of_corrections(expressions: tuple[Expression, ...]) -> list[LogEntry]:
    """Make the entries of corrections, each with the record that was made then."""
    events = dict.fromkeys(
        event
        for one in expressions
        for event in one.events
        if event.kind is EventKind.ERRATUM
    )
    made = {one.id.corrected: one for one in expressions}
    return [_entry((event,), event.kind, made.get(event.day)) for event in events]


def _entry(
    events: tuple[Event, ...],
    kind: EventKind,
    text: Expression | None,
    *,
    superseded: bool = False,
) -> LogEntry:
    """Join the events of one kind on one day; a known act outweighs an unknown."""
    acts = dict.fromkeys(event.act for event in events if event.kind is kind)
    named = tuple(act for act in acts if act is not None)
    return LogEntry(
        day=events[0].day,
        expression=text,
        acts=named or (None,),
        kind=kind,
        superseded=superseded,
    )

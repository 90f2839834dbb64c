"""The text in force on a day, or why there is none to show."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from statuteline.history.records import current_records, law_events
from statuteline.history.standing import only_repeals
from statuteline.history.timeline import ends_by, timeline
from statuteline.model.work import EventKind

if TYPE_CHECKING:
    from datetime import date

    from statuteline.history.timeline import Entry
    from statuteline.model.interval import Interval
    from statuteline.model.work import Event, Expression


class Absence(Enum):
    """Why there is no text to show for a day."""

    BEFORE_FIRST = "before-first"
    """The work did not exist yet."""
    NO_TEXT = "no-text"
    """The work was or may have been in force, but its words of that day are not here."""
    REPEALED = "repealed"
    """The work had been repealed."""
    ENDED = "ended"
    """The last text had ended on the day that the law itself stated."""
    PENDING = "pending"
    """There are texts, but of none is the first day known."""
    EMPTY = "empty"
    """There is no record of this work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextInForce:
    """The text of a work on a day.

    Args:
        at: The day that was asked for.
        expression: The text.
        interval: Its days, half-open.
        next: The first text that starts after that day; it may begin when this ends.
        pending: Texts whose first day is not known; one of them may matter here.
    """

    at: date
    expression: Expression
    interval: Interval
    next: Entry | None
    pending: tuple[Expression, ...]

    @property
    def ends_by(self) -> date | None:
        """The day by which the text had ended, where its last day is not known."""
        return ends_by(self.interval, self.next)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotInForce:
    """The answer that there is no text to show for a day.

    Args:
        at: The day that was asked for.
        reason: Why.
        event: The event that decides the reason; None where no event does.
        previous: The last text whose days were over by that day.
        next: The first text that starts after that day.
        pending: Texts whose first day is not known; one of them may matter here.
    """

    at: date
    reason: Absence
    event: Event | None
    previous: Entry | None
    next: Entry | None
    pending: tuple[Expression, ...]


Answer: TypeAlias = TextInForce | NotInForce


def expression_at(
    expressions: tuple[Expression, ...], at: date, known: date | None = None
) -> Answer:
    """Find the text of a work that is in force on a day.

    Args:
        expressions: Records of one work in one language, in any order.
        at: The day of the law.
        known: Answer as of what was recorded by this day; None for all records.

    Returns:
        The text, or the reason why there is none to show.

    Raises:
        CorpusError: If the records are of two works, or in two languages.

    Example:
        >>> from datetime import date
        >>> expression_at((), date(2021, 10, 1)).reason
        <Absence.EMPTY: 'empty'>
    """
    records = current_records(expressions, known)
    events = law_events(records)
    line = timeline(expressions, known)
    here = line.entry_at(at)
    if here is not None and not only_repeals(here.expression, events):
        return TextInForce(
            at=at,
            expression=here.expression,
            interval=here.interval,
            next=line.first_after(at),
            pending=line.pending,
        )
    if line.entries:
        reason, event = _why_not(line.entries, events, at)
    else:
        reason, event = _without_days(records), None
    return NotInForce(
        at=at,
        reason=reason,
        event=event,
        previous=line.last_before(at),
        next=line.first_after(at),
        pending=line.pending,
    )


def _without_days(records: tuple[Expression, ...]) -> Absence:
    if not records:
        return Absence.EMPTY
    if any(one.start is None for one in records):
        return Absence.PENDING
    return Absence.ENDED


def _why_not(
    entries: tuple[Entry, ...], events: tuple[Event, ...], at: date
) -> tuple[Absence, Event | None]:
    past = [event for event in events if event.day <= at]
    last = past[-1] if past else None
    started = [entry for entry in entries if entry.interval.start <= at]
    if started:
        return _after_start(started[-1], last, at)
    if last is not None and last.kind is EventKind.REPEAL:
        return Absence.REPEALED, last
    birth = _birth(events)
    if birth is not None and at < birth.day <= entries[0].interval.start:
        return Absence.BEFORE_FIRST, birth
    return Absence.NO_TEXT, last


def _after_start(
    entry: Entry, last: Event | None, at: date
) -> tuple[Absence, Event | None]:
    """Tell why the last text that had started by ``at`` is not in force then.

    Args:
        entry: That text.
        last: The last event of the work up to ``at``.
        at: The day of the law.
    """
    since = last if last is not None and last.day >= entry.interval.start else None
    if at in entry.interval or (since is not None and since.kind is EventKind.REPEAL):
        return Absence.REPEALED, since
    end = entry.interval.end
    stated = end is not None and end == entry.expression.ends
    if stated and end and (since is None or since.day < end):
        return Absence.ENDED, None
    return Absence.NO_TEXT, since


def _birth(events: tuple[Event, ...]) -> Event | None:
    """Find the event that made the work: a generation on the first known day."""
    first = (event for event in events if event.day == events[0].day)
    return next((one for one in first if one.kind is EventKind.GENERATION), None)

"""How each record of a work stands: it has its days, is pending, or never counts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from statuteline.history.records import current_records, law_events
from statuteline.history.timeline import ends_by, timeline
from statuteline.model.provision import Coverage
from statuteline.model.work import EventKind

if TYPE_CHECKING:
    from datetime import date

    from statuteline.model.interval import Interval
    from statuteline.model.provision import Provision
    from statuteline.model.work import Event, Expression


class StandingKind(Enum):
    """What a record is, in the life of its work."""

    DATED = "dated"
    """The text of the work on some days."""
    REPEALED = "repealed"
    """No law: it only marks the place of law that was repealed."""
    PENDING = "pending"
    """Its first day is not known."""
    SUPERSEDED = "superseded"
    """No day is its own: a corrected record replaces it, or it ended before it began."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One record with its standing.

    Args:
        expression: The record.
        kind: What it is.
        interval: Its days, half-open; None where it has none.
        ends_by: The day by which it had ended, where its last day is not known.
    """

    expression: Expression
    kind: StandingKind
    interval: Interval | None
    ends_by: date | None = None


def standings(expressions: tuple[Expression, ...]) -> tuple[Standing, ...]:
    """Tell how each record of a work stands.

    Args:
        expressions: Records of one work in one language, in any order.

    Returns:
        One standing a record, in the order given. The dated record whose days hold a
        day is the one that :func:`statuteline.history.in_force.expression_at` finds.

    Raises:
        CorpusError: If the records are of two works, or in two languages.
    """
    line = timeline(expressions)
    events = law_events(current_records(expressions))
    days = {entry.expression.id: entry.interval for entry in line.entries}
    pending = {one.id for one in line.pending}
    found = []
    for one in expressions:
        interval = days.get(one.id)
        by = None
        if interval is not None:
            by = ends_by(interval, line.first_after(interval.start))
            repeals = only_repeals(one, events)
            kind = StandingKind.REPEALED if repeals else StandingKind.DATED
        elif one.id in pending:
            kind = StandingKind.PENDING
        else:
            kind = StandingKind.SUPERSEDED
        found.append(Standing(expression=one, kind=kind, interval=interval, ends_by=by))
    return tuple(found)


def only_repeals(expression: Expression, events: tuple[Event, ...]) -> bool:
    """Tell whether a text only marks the place of repealed law.

    Args:
        expression: The text.
        events: What happened to its work, as
            :func:`statuteline.history.records.law_events` gives it.
    """
    own = [event for event in events if event.day == expression.start]
    if own and own[-1].kind is EventKind.REPEAL:
        return True
    return bool(expression.body) and all(_is_removed(one) for one in expression.body)


def _is_removed(provision: Provision) -> bool:
    if provision.coverage is Coverage.REMOVED:
        return True
    bare = not provision.intro and not provision.wrap_up
    below = provision.children
    return bare and bool(below) and all(_is_removed(child) for child in below)

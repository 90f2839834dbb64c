"""Whether a text may be behind the law: what is known of later changes without words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from statuteline.history.amending import acts_named, is_applied
from statuteline.history.records import current_records, law_events
from statuteline.model.work import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.history.amending import Amending
    from statuteline.history.in_force import TextInForce
    from statuteline.model.ids import ExpressionId, ProvisionRef
    from statuteline.model.published import Edition
    from statuteline.model.work import Expression


class BehindKind(Enum):
    """What is known."""

    EVENT = "event"
    """The text ends with a change whose words are not held."""
    ACT = "act"
    """An act that is held changes the work while the text counts, and no text says so."""
    PENDING = "pending"
    """A later text is held, and its first day is not known."""
    EDITION = "edition"
    """The newest edition that is held is older than the day that was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """One thing that is known beyond a text.

    Args:
        kind: What it is.
        since: The day of the change; of a pending text, the day of its version; of an
            edition, the day it is revised to. None while the day is not known.
        act: The act section that does it; None where none is named.
        expression: The pending text; None for the other kinds.
        edition: The edition; None for the other kinds.
    """

    kind: BehindKind
    since: date | None
    act: ProvisionRef | None = None
    expression: ExpressionId | None = None
    edition: Edition | None = None


def behind(
    records: tuple[Expression, ...],
    answer: TextInForce,
    acts: tuple[Amending, ...],
    newest: Edition | None,
) -> tuple[Behind, ...]:
    """Tell what is known of changes that a text does not hold.

    Args:
        records: All records of the work.
        answer: The text, and the day that was asked for.
        acts: What acts that are held do to the work.
        newest: The newest edition that the corpus was built from; None for none.

    Returns:
        What is known, events first; nothing for a text that is up to date as far as
        the corpus can tell. A document that is no law is never behind.
    """
    if answer.expression.commencement is None:
        return ()
    found = [*_events(records, answer), *_acts(records, answer, acts), *_pending(answer)]
    if newest is not None and newest.revised_to < answer.at:
        found.append(
            Behind(kind=BehindKind.EDITION, since=newest.revised_to, edition=newest)
        )
    return tuple(found)


def _events(records: tuple[Expression, ...], answer: TextInForce) -> Iterator[Behind]:
    """Find the change at which the text ends, where no text begins with it."""
    end, after = answer.interval.end, answer.next
    if end is None or (after is not None and after.interval.start == end):
        return
    events = [one for one in law_events(current_records(records)) if one.day == end]
    if events and events[-1].kind is not EventKind.REPEAL:
        for act in dict.fromkeys(event.act for event in events):
            yield Behind(kind=BehindKind.EVENT, since=end, act=act)


def _acts(
    records: tuple[Expression, ...], answer: TextInForce, acts: tuple[Amending, ...]
) -> Iterator[Behind]:
    named = [act for one in records for act in acts_named(one)]
    work, days = answer.expression.id.work, answer.interval
    for one in acts:
        day = one.since or one.enacted
        later = days.start < day and (days.end is None or day < days.end)
        if one.work == work and later and not is_applied(one, named):
            yield Behind(kind=BehindKind.ACT, since=one.since, act=one.act)


def _pending(answer: TextInForce) -> Iterator[Behind]:
    """Find pending texts that may have begun by the day that was asked for."""
    for one in answer.pending:
        if answer.interval.start <= one.id.version <= answer.at:
            yield Behind(kind=BehindKind.PENDING, since=one.id.version, expression=one.id)

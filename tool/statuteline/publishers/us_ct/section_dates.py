"""From which day the printed text of a section has been in force, as its notes tell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from statuteline.model.acts import ActCited, Deed
from statuteline.model.commencement import OnDate, Unknown
from statuteline.publishers.us_ct.act_dates import Basis, Effect, effect_of, move_told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.acts import HistoryEvent, Session, SourceEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedEvent:
    """Something that an act did to a section, with the day.

    Args:
        acts: The act; several where the notes do not tell which of them it was.
        history: What the history note tells of it; None where it tells nothing.
        effect: When it took effect.
    """

    acts: tuple[ActCited, ...]
    history: HistoryEvent | None
    effect: Effect


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionDates:
    """What the notes of a section tell of the text that an edition prints.

    Args:
        since: The day from which that text has been in force; unknown, with the day of
            the edition as the last that it can be, where something that can be later has
            no known day.
        basis: How that day is known.
        last: What made the text: the events of that day; nothing where it is unknown.
        pending: What takes effect only after the edition, earliest first; an event that
            has no day yet comes last.
    """

    since: OnDate | Unknown
    basis: Basis
    last: tuple[DatedEvent, ...]
    pending: tuple[DatedEvent, ...]


def settle(
    source: tuple[SourceEvent, ...], history: tuple[HistoryEvent, ...]
) -> tuple[DatedEvent, ...]:
    """Join the source note and the history note of one section.

    Args:
        source: The items of its source note.
        history: The items of its history note.

    Returns:
        One for each item of the history note that tells of an act, in order; then one
        for each act of the source note of which the history note says nothing. "1959 act"
        is the one act of 1959 that the source note has and no other item tells of.
    """
    cited = tuple(dict.fromkeys(_acts(source)))
    told = {event.act for event in history if event.act}
    events = tuple(_settled(history, cited, told))
    known = {act for event in events for act in event.acts}
    silent = (
        DatedEvent(acts=(act,), history=None, effect=effect_of(None, (act,)))
        for act in cited
        if act not in known
    )
    return (*events, *silent)


def section_dates(events: tuple[DatedEvent, ...], revised_to: date) -> SectionDates:
    """Find the day from which the text of a section has been in force.

    Changes that the revisors made with no act, such as a transfer, change no law and do
    not count.

    Args:
        events: What :func:`settle` gives.
        revised_to: The day of the edition that prints the text: changes that take effect
            later are pending.
    """
    changes = tuple(event for event in events if _changes_text(event))
    past = [one for one in changes if one.effect.day and one.effect.day <= revised_to]
    pending = [one for one in changes if one.effect.day and one.effect.day > revised_to]
    unknown = [one for one in changes if one.effect.day is None]
    day = max((one.effect.day for one in past if one.effect.day), default=None)
    told = [one for one in unknown if one.effect.basis is Basis.TOLD]
    if day is None or any(_can_be_later(one, day) for one in unknown):
        return SectionDates(
            since=Unknown(by=revised_to),
            basis=Basis.NOT_KNOWN,
            last=(),
            pending=(*sorted(pending, key=_day), *told),
        )
    last = tuple(one for one in past if one.effect.day == day)
    is_told = any(one.effect.basis is Basis.TOLD for one in last)
    return SectionDates(
        since=OnDate(day=day),
        basis=Basis.TOLD if is_told else Basis.BY_LAW,
        last=last,
        pending=tuple(sorted(pending, key=_day)),
    )


def _acts(source: tuple[SourceEvent, ...]) -> Iterator[ActCited]:
    for event in source:
        if isinstance(event.origin, ActCited):
            yield event.origin


def _settled(
    history: tuple[HistoryEvent, ...], cited: tuple[ActCited, ...], told: set[ActCited]
) -> Iterator[DatedEvent]:
    moves = tuple(filter(None, (move_told(event.raw) for event in history)))
    for event in history:
        if event.act is not None:
            acts: tuple[ActCited, ...] = (event.act,)
        elif event.session is not None:
            acts = _of_session(event.session, tuple(a for a in cited if a not in told))
        else:
            continue
        effect = effect_of(event.commencement, acts)
        for move in moves:
            if event.act == move.act and not _only_moves(event):
                effect = move.applied(effect)
        act = acts[0] if len(acts) == 1 else None
        named = replace(event, act=act, session=None if act else event.session)
        yield DatedEvent(acts=acts, history=named, effect=effect)


def _of_session(session: Session, acts: tuple[ActCited, ...]) -> tuple[ActCited, ...]:
    """Give the acts of a session; "1965 act" also means one of February, 1965."""
    exact = tuple(act for act in acts if act.session == session)
    if exact or session.special is not None:
        return exact
    return tuple(act for act in acts if act.session.year == session.year)


def _only_moves(event: HistoryEvent) -> bool:
    """Tell an act that did nothing but move the day of another one."""
    return event.deeds == (Deed.NOT_TOLD,) and "effective date" in event.raw


def _changes_text(event: DatedEvent) -> bool:
    told = event.history
    return told is None or (bool(told.deeds) and not _only_moves(told))


def _can_be_later(event: DatedEvent, day: date) -> bool:
    """Tell whether something with no known day can have come after a day.

    What a note is silent of took effect on the first of October after the session, or on
    approval: by the October of the year after at the latest. Anything else can be later.
    """
    told = event.history
    if told is not None and told.commencement is not None:
        return True
    sessions = [act.session for act in event.acts]
    if told is not None and told.session is not None:
        sessions.append(told.session)
    return any(day < date(session.year + 1, 10, 1) for session in sessions)


def _day(event: DatedEvent) -> date:
    return event.effect.day or date.max

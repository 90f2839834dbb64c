"""The text that a section of an act changes: that in force before, earlier changes made."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, TypeAlias

from statuteline.acts.two_sides import NoBase, NoBaseReason
from statuteline.history.in_force import TextInForce, expression_at
from statuteline.history.records import current_records
from statuteline.history.timeline import timeline

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from statuteline.model.ids import WorkId
    from statuteline.model.work import Expression

Held: TypeAlias = "Callable[[WorkId], tuple[Expression, ...]]"
"""Gives the records of a work; none where the corpus does not have it."""


class Desk:
    """The texts of works while an act is worked through, in memory.

    What the act itself did is not among the records that it starts from: an act that is
    applied already is checked as on its first day.

    Args:
        held: Where the records come from.
        act: The act.
    """

    def __init__(self, held: Held, act: WorkId) -> None:
        self._held = held
        self._act = act
        self._texts: dict[WorkId, tuple[Expression, ...]] = {}

    def texts(self, work: WorkId) -> tuple[Expression, ...]:
        """Give the texts of a work: records without this act, and what it made so far."""
        if work not in self._texts:
            self._texts[work] = tuple(
                one for one in self._held(work) if not tells_of(one, self._act)
            )
        return self._texts[work]

    def recorded(self, work: WorkId) -> tuple[Expression, ...]:
        """Give the records of a work in which this act is told."""
        return tuple(one for one in self._held(work) if tells_of(one, self._act))

    def put(self, text: Expression) -> None:
        """Keep a text that the act made."""
        work = text.id.work
        self._texts[work] = with_text(self.texts(work), text)


def with_text(texts: tuple[Expression, ...], text: Expression) -> tuple[Expression, ...]:
    """Put a text among others, in the place of what is filed under its day."""
    kept = (one for one in texts if one.id.version != text.id.version)
    return (*kept, text)


def tells_of(text: Expression, act: WorkId) -> bool:
    """Tell whether a record says that an act changed it.

    What is only announced in it, for a later day, has not changed it.
    """
    start = text.start
    past = (one for one in text.events if start is None or one.day <= start)
    events = (event.act for event in past)
    changes = (change.act for change in text.modifications)
    return any(one is not None and one.work == act for one in (*events, *changes))


def base_for(
    texts: tuple[Expression, ...], day: date | None, act: WorkId
) -> Expression | NoBase:
    """Choose the text that a section of an act changes.

    Args:
        texts: The texts of the section of the code.
        day: The first day of the change; None while it is not known.
        act: The act.

    Returns:
        A text that starts on that very day, for earlier acts and earlier sections come
        first; else the text in force the day before. For a day that is not known, what
        an earlier section of the act made without a day, else the latest text.
    """
    if not texts:
        return NoBase(reason=NoBaseReason.NOT_HELD)
    if day is None:
        return _latest(texts, act) or NoBase(reason=NoBaseReason.NOT_IN_FORCE)
    same = [one for one in current_records(texts) if one.start == day]
    if same:
        return same[-1]
    answer = expression_at(texts, day - timedelta(days=1))
    if isinstance(answer, TextInForce):
        return answer.expression
    return NoBase(reason=NoBaseReason.NOT_IN_FORCE)


def _latest(texts: tuple[Expression, ...], act: WorkId) -> Expression | None:
    """Give what the act made already without a day, else the text that lasts."""
    current = current_records(texts)
    waiting = [one for one in current if one.start is None and tells_of(one, act)]
    lasting = [
        entry.expression for entry in timeline(texts).entries if entry.interval.end is None
    ]
    return next(iter(waiting[::-1] + lasting), None)


def later_than(texts: tuple[Expression, ...], day: date | None) -> Expression | None:
    """Find the first text behind a change: it would lack it. None where there is none."""
    if day is None:
        return None
    behind = (one for one in current_records(texts) if one.start and one.start > day)
    return next(behind, None)

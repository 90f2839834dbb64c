"""The texts of one work, each with the days on which it is the law."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import combinations
from typing import TYPE_CHECKING

from statuteline.history.records import current_records, law_events
from statuteline.model.interval import Interval

if TYPE_CHECKING:
    from datetime import date

    from statuteline.model.ids import ExpressionId, WorkId
    from statuteline.model.work import Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A text with its days.

    Args:
        expression: The text.
        interval: The days on which it is the text of the work, half-open.
    """

    expression: Expression
    interval: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The texts of a work in the order of their days.

    Args:
        work: The work; None if there is no record at all.
        entries: Texts with their days, earliest first; no two share a day.
        pending: Texts whose first day is not known, by version. They have no place
            among the days, because none is guessed.
    """

    work: WorkId | None
    entries: tuple[Entry, ...]
    pending: tuple[Expression, ...]

    def entry_at(self, day: date) -> Entry | None:
        """Find the text whose days hold this one; None where there is none."""
        return next((entry for entry in self.entries if day in entry.interval), None)

    def last_before(self, day: date) -> Entry | None:
        """Find the last text whose days lie wholly before this one."""
        past = [
            entry
            for entry in self.entries
            if entry.interval.end is not None and entry.interval.end <= day
        ]
        return past[-1] if past else None

    def first_after(self, day: date) -> Entry | None:
        """Find the first text that starts after this day."""
        return next((one for one in self.entries if one.interval.start > day), None)


def ends_by(interval: Interval, after: Entry | None) -> date | None:
    """Give the day by which a text had ended, where its last day is not known.

    Args:
        interval: The days of the text.
        after: The next text of the work; None for none.
    """
    by = after.expression.by if after is not None else None
    return by if by is not None and by == interval.end else None


class OverlapKind(Enum):
    """Why two texts claim the same day."""

    SAME_START = "same first day"
    """Two texts start on one day, and neither is a correction of the other."""
    ENDS_LATE = "ends after the next text starts"
    """The earlier text states an end that lies behind the start of the later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Two texts that claim the same days.

    Args:
        first: The text that starts earlier, or was recorded earlier.
        second: The other text.
        kind: Why they overlap.
        days: The days that both claim, half-open, up to the start of a third text.
    """

    first: ExpressionId
    second: ExpressionId
    kind: OverlapKind
    days: Interval


def timeline(expressions: tuple[Expression, ...], known: date | None = None) -> Timeline:
    """Give each text of a work its days.

    A text lasts until the earliest of three days: the end that the law itself
    states, the first day of the next text, and the day of a known change whose text
    is not recorded. From that last day on, the words are known to be different
    words, so the old ones are not passed off as the law.

    A text whose stated end is not after its first day never took effect and gets no
    days. Of two texts that start on one day, the one recorded later gets the days;
    :func:`overlaps` reports both.

    Args:
        expressions: Records of one work in one language, in any order.
        known: Answer as of what was recorded by this day; None for all records.

    Returns:
        The texts with their days, and the texts that have none yet.

    Raises:
        CorpusError: If the records are of two works, or in two languages.
    """
    records = current_records(expressions, known)
    placed = dict(_starting(records))
    changes = {event.day for event in law_events(records)} | placed.keys()
    entries = (
        Entry(expression=one, interval=Interval(start=start, end=_end(one, changes)))
        for start, one in placed.items()
    )
    return Timeline(
        work=expressions[0].id.work if expressions else None,
        entries=tuple(entries),
        pending=tuple(one for one in records if one.start is None),
    )


def overlaps(expressions: tuple[Expression, ...]) -> tuple[Overlap, ...]:
    """Report every two texts of a work that claim the same day.

    Args:
        expressions: Records of one work in one language, in any order.

    Returns:
        The overlaps in the order of their texts; empty for a sound work.

    Raises:
        CorpusError: If the records are of two works, or in two languages.
    """
    texts = _starting(current_records(expressions))
    starts = {start for start, _ in texts}
    found = []
    for (start, first), (later, second) in combinations(texts, 2):
        if start != later and (first.ends is None or first.ends <= later):
            continue
        kind = OverlapKind.SAME_START if start == later else OverlapKind.ENDS_LATE
        bounds = {day for day in (first.ends, second.ends) if day is not None}
        behind = {day for day in bounds | starts if day > later}
        days = Interval(start=later, end=min(behind, default=None))
        found.append(Overlap(first=first.id, second=second.id, kind=kind, days=days))
    return tuple(found)


def _starting(records: tuple[Expression, ...]) -> list[tuple[date, Expression]]:
    """Keep the records that have a first day and are not ended by then."""
    return [
        (one.start, one)
        for one in records
        if one.start is not None and (one.ends is None or one.ends > one.start)
    ]


def _end(expression: Expression, changes: set[date]) -> date | None:
    stated = {expression.ends} if expression.ends is not None else set()
    start = expression.start
    later = {day for day in changes if start is not None and day > start}
    return min(stated | later, default=None)

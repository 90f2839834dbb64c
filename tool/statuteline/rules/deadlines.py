"""The day that a deadline falls on in a case."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date
from typing import TYPE_CHECKING

from statuteline.errors import FactsError
from statuteline.rules.schedules import After

if TYPE_CHECKING:
    from statuteline.rules.facts import Day, Facts
    from statuteline.rules.schedules import Deadline


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineAnswer:
    """A deadline in a case.

    Args:
        deadline: The deadline.
        day: The last day; None where a day that it depends on is not known.
        not_before: The latest of the days that are known: the last day is this or a
            later one. None where none of them is known.
        ask: The days that are not known.
    """

    deadline: Deadline
    day: date | None
    not_before: date | None
    ask: tuple[Day, ...]


def last_day(deadline: Deadline, facts: Facts) -> DeadlineAnswer:
    """Find the last day for something: the latest of the days that the words name.

    Args:
        deadline: The deadline.
        facts: What is known, by name; a day that is absent is unknown.

    Raises:
        FactsError: If a day lies so late that no calendar has the last day.
    """
    known: list[date] = []
    ask: list[Day] = []
    for one in deadline.latest_of:
        if not isinstance(one, After):
            known.append(one)
            continue
        day = facts.get(one.fact.name)
        if isinstance(day, date):
            known.append(_counted(one, day))
        else:
            ask.append(one.fact)
    latest = max(known, default=None)
    return DeadlineAnswer(
        deadline=deadline,
        day=None if ask else latest,
        not_before=latest,
        ask=tuple(dict.fromkeys(ask)),
    )


def months_after(day: date, months: int) -> date:
    """Count calendar months on from a day.

    Args:
        day: The day to count from.
        months: How many months, not negative.

    Returns:
        The day of that month with the same number, or its last day where it has none.

    Raises:
        ValueError: If the month lies behind the year 9999.

    Example:
        >>> months_after(date(2021, 8, 31), 6)
        datetime.date(2022, 2, 28)
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > MAXYEAR:
        raise ValueError(year)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _counted(one: After, day: date) -> date:
    try:
        return months_after(day, one.months)
    except ValueError as error:
        raise FactsError(
            f"{one.fact.name} is so late that no day lies {one.months} months after it",
            hint="a date of our own time",
        ) from error

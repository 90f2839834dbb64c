"""Days by which something must be done, what recurs, and duties: data, not predicates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from statuteline.rules.facts import Day
    from statuteline.rules.nodes import Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """Some months after a day of the case.

    Args:
        fact: The day.
        months: How many calendar months after it.
    """

    fact: Day
    months: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """The latest day for something.

    Args:
        name: What must be done by then.
        latest_of: The days among which the latest counts.
        cited: The words that set it.
    """

    name: str
    latest_of: tuple[date | After, ...]
    cited: Cited

    @property
    def facts(self) -> tuple[Day, ...]:
        """The days of the case that it counts from."""
        return tuple(day.fact for day in self.latest_of if isinstance(day, After))


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """Something that must be done again and again.

    Args:
        name: What must be done.
        every: How many months lie between two times, at most.
        cited: The words that set it.
    """

    name: str
    every: int
    cited: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Something that a body must do once.

    Args:
        name: What must be done.
        by: Who must do it.
        to: For whom; empty where the words name nobody.
        until: The last day for it; None where the words set none.
        cited: The words that lay it on them.
    """

    name: str
    by: str
    to: str
    until: date | None
    cited: Cited

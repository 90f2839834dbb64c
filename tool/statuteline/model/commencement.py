"""When law begins to have effect: a date, from passage, an event, or unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDate:
    """From a day on.

    Args:
        day: The first day it has effect.
    """

    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FromPassage:
    """From the day the act was approved.

    Args:
        day: That day; None while our sources do not give it.
    """

    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OnEvent:
    """From a day that an event will fix.

    Args:
        event: The event, in words.
    """

    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """Our sources do not say.

    Args:
        by: A day on which it had effect, as a publisher's edition of that day tells:
            it took effect then or before. None where no such day is known.
    """

    by: date | None = None


Commencement: TypeAlias = OnDate | FromPassage | OnEvent | Unknown


def first_day(commencement: Commencement) -> date | None:
    """Give the first day on which law is known to have effect.

    Returns:
        The day; of an unknown commencement the day by which it had happened, so that
        the text has a place among others. None where no day is known.
    """
    match commencement:
        case OnDate(day=day) | FromPassage(day=day) | Unknown(by=day):
            return day
        case OnEvent():
            return None


def is_bound(commencement: Commencement | None) -> bool:
    """Tell whether the first known day is only the latest that the first can be."""
    return isinstance(commencement, Unknown) and commencement.by is not None

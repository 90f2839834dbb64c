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
    """Our sources do not say."""


Commencement: TypeAlias = OnDate | FromPassage | OnEvent | Unknown


def first_day(commencement: Commencement) -> date | None:
    """Give the first day of effect; None while it is not known."""
    match commencement:
        case OnDate(day=day) | FromPassage(day=day):
            return day
        case OnEvent() | Unknown():
            return None

"""What versions hold beside outcomes, said in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.model.days import day_in_words
from statuteline.rules.encodings import Burden, Outcome, Requirement
from statuteline.rules.predicates import Define
from statuteline.rules.schedules import After, Deadline, Duty, Recurrence
from statuteline.rules.seats import Seat

if TYPE_CHECKING:
    from datetime import date

    from statuteline.rules.impact_items import Item


def kind_words(item: Item) -> str:
    """Say what kind of thing it is."""
    match item:
        case Define():
            return "definition"
        case Requirement() | Outcome() | Burden() | Deadline() | Recurrence() | Duty():
            return type(item).__name__.lower()
        case Seat():
            return "seat"


def item_words(item: Item) -> str:  # noqa: PLR0911 - one answer a kind of item
    """Say what it holds, beside its name; empty for what only cases can tell."""
    match item:
        case Requirement(by=by):
            return f"by the {by}"
        case Define():
            return ""
        case Outcome(means=means, follows=follows):
            told = " ".join((means, *(one.says for one in follows)))
            return f"“{told}”"
        case Burden(on=on, standard=standard):
            return f"on the {on}, {standard or 'no standard in our sources'}"
        case Deadline(latest_of=days):
            told = ", ".join(map(_day, days))
            return f"by the latest of {told}" if len(days) > 1 else f"by {told}"
        case Recurrence(every=every):
            return f"every {every} months"
        case Duty(by=by, to=to, until=until):
            whom = f", to {to}" if to else ""
            last = f"by {day_in_words(until)}" if until else "no last day set"
            return f"by {by}{whom}, {last}"
        case Seat(count=count):
            return f"{count} seat{'' if count == 1 else 's'}"


def _day(day: date | After) -> str:
    if isinstance(day, After):
        return f"{day.months} months after “{day.fact.words}”"
    return day_in_words(day)

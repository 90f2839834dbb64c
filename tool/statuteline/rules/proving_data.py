"""Claims about what is data: steps of procedure, seats, recurrences and duties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.model.days import day_in_words
from statuteline.rules.claims import (
    AddsStep,
    DueBy,
    KeepsStep,
    Recurs,
    Seated,
    SeatsAdded,
)
from statuteline.rules.impact_items import merged_seats
from statuteline.rules.json_form import logic_digest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from statuteline.rules.claimed_texts import Naming
    from statuteline.rules.claims import OverData
    from statuteline.rules.seats import Seat


def prove_data(  # noqa: PLR0911 - one answer a kind of claim
    proposition: OverData, naming: Naming
) -> tuple[bool, str]:
    """Tell whether data is as a claim says, and what it is, in words.

    Raises:
        RuleError: If the claim names something that is not there.
    """
    match proposition:
        case AddsStep(before=before, after=after, requirement=name):
            old = naming.requirement(before, name)
            new = naming.requirement(after, name)
            return old is None and new is not None, _there(old is not None, new is not None)
        case KeepsStep(before=before, after=after, requirement=name):
            old = naming.requirement(before, name)
            new = naming.requirement(after, name)
            if old is None or new is None:
                return False, _there(old is not None, new is not None)
            same = logic_digest(old.met) == logic_digest(new.met) and old.by == new.by
            return same, "the same in both" if same else "in both, not the same"
        case Seated(encoding=name, at=at, seats=seats):
            count = sum(seat.count for seat in naming.version(name, at).seats)
            return count == seats, f"{count} seats"
        case SeatsAdded():
            return _seats_added(proposition, naming)
        case Recurs(encoding=name, at=at, name=what, months=months):
            found = [
                r.every for r in naming.version(name, at).recurrences if r.name == what
            ]
            told = ", ".join(f"every {every} months" for every in found)
            return found == [months], told or "no such recurrence"
        case DueBy(encoding=name, at=at, name=what, until=until):
            days = [d.until for d in naming.version(name, at).duties if d.name == what]
            return days == [until], _days(days)


def _there(before: bool, after: bool) -> str:  # noqa: FBT001 - values, not switches
    return {
        (False, True): "not in the first, in the second",
        (True, False): "in the first, not in the second",
        (True, True): "in both",
        (False, False): "in neither",
    }[before, after]


def _seats_added(claimed: SeatsAdded, naming: Naming) -> tuple[bool, str]:
    old, new = (
        _counted(naming.version(claimed.encoding, at).seats)
        for at in (claimed.before, claimed.after)
    )
    moved = {key: new.get(key, 0) - old.get(key, 0) for key in old | new}
    found = {key: count for key, count in moved.items() if count}
    wanted = {(holder, by): count for holder, by, count in claimed.added}
    told = "; ".join(f"{count:+} {_seat(*key)}" for key, count in found.items())
    return found == wanted, told or "no seat added and none lost"


def _counted(seats: Iterable[Seat]) -> dict[tuple[str, str | None], int]:
    return {(seat.holder, seat.filled_by): seat.count for seat in merged_seats(seats)}


def _seat(holder: str, filled_by: str | None) -> str:
    return f"{holder}, appointed by {filled_by}" if filled_by else holder


def _days(days: Iterable[date | None]) -> str:
    told = (f"by {day_in_words(day)}" if day else "no last day set" for day in days)
    return ", ".join(told) or "no such duty"

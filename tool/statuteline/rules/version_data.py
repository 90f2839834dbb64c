"""What a version keeps as data, said in words: burdens, days, duties, seats, gaps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuteline.rules.item_words import item_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.rules.encodings import NotEncoded, Version
    from statuteline.rules.nodes import Cited
    from statuteline.rules.schedules import Deadline, Duty, Recurrence
    from statuteline.rules.seats import Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Datum:
    """One thing that a version keeps.

    Args:
        words: What it says, in one line.
        cited: The words that provide it.
    """

    words: str
    cited: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Data of one kind.

    Args:
        title: Its kind, as a heading.
        data: The data, in the order written; one or more.
    """

    title: str
    data: tuple[Datum, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Words that are not encoded for one reason.

    Args:
        reason: The reason.
        places: The words and their provisions; one or more.
    """

    reason: str
    places: tuple[NotEncoded, ...]


def kept_data(version: Version) -> Iterator[Kept]:
    """Give what a version keeps as data, each kind under its title; none that is empty.

    Args:
        version: The version.
    """
    kinds = {
        "Who has to prove what": [
            Datum(words=f"{one.of}: {item_words(one)}", cited=one.cited)
            for one in version.burdens
        ],
        "Deadlines": _named(version.deadlines),
        "Again and again": _named(version.recurrences),
        "Duties": _named(version.duties),
        f"Seats: {sum(seat.count for seat in version.seats)}": [
            Datum(words=_seat(seat), cited=seat.cited) for seat in version.seats
        ],
    }
    for title, data in kinds.items():
        if data:
            yield Kept(title=title, data=tuple(data))


def left_out(version: Version) -> tuple[LeftOut, ...]:
    """Tell each reason once, with all that is left out for it."""
    reasons = dict.fromkeys(one.reason for one in version.not_encoded)
    return tuple(
        LeftOut(
            reason=reason,
            places=tuple(one for one in version.not_encoded if one.reason == reason),
        )
        for reason in reasons
    )


def _named(
    items: tuple[Deadline, ...] | tuple[Recurrence, ...] | tuple[Duty, ...],
) -> list[Datum]:
    return [Datum(words=f"{one.name}: {item_words(one)}", cited=one.cited) for one in items]


def _seat(seat: Seat) -> str:
    by = {None: ", by whom, our sources do not say", "": ""}.get(
        seat.filled_by, f", by {seat.filled_by}"
    )
    return f"{seat.count} × {seat.holder}{by}"

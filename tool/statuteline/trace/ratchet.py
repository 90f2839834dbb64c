"""A ratchet: what was complete once may not become less so."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statuteline.trace.coverage import Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How far a measure had come.

    Args:
        name: The measure.
        settled: How many were done or waived, from 0 to the total.
        total: How many there were.
    """

    name: str
    settled: int
    total: int

    @property
    def share(self) -> Fraction:
        """The part that was settled; of nothing, all."""
        return Fraction(self.settled, self.total) if self.total else Fraction(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fall:
    """A measure that is less complete than it was.

    Args:
        before: What it was.
        now: What it is; None for a measure that there is not any more.
    """

    before: Mark
    now: Mark | None


def mark_of(measure: Measure) -> Mark:
    """Say how far a measure has come."""
    return Mark(
        name=measure.name,
        settled=measure.done + measure.waived,
        total=measure.total,
    )


def falls(before: Iterable[Mark], now: Iterable[Mark]) -> tuple[Fall, ...]:
    """Find the measures that have fallen: a smaller part of them is settled than was.

    Args:
        before: The marks that are kept. A measure that none is kept of cannot fall.
        now: The marks of today. A measure that is missing there has fallen.
    """
    present = {mark.name: mark for mark in now}
    return tuple(
        Fall(before=mark, now=present.get(mark.name))
        for mark in before
        if mark.name not in present or present[mark.name].share < mark.share
    )

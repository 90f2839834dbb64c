"""Half-open intervals of days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuteline.errors import IdentifierError

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Days from ``start`` up to, not including, ``end``.

    Args:
        start: First day inside.
        end: First day after it; None while no end is known.

    Raises:
        IdentifierError: If ``end`` is not after ``start``.
    """

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise IdentifierError(
                f"An interval must end after it starts, not [{self.start}, {self.end})"
            )

    def __contains__(self, day: date) -> bool:
        """Tell whether a day lies inside.

        Args:
            day: Calendar day in the jurisdiction's own time zone.

        Returns:
            True from ``start`` up to, not including, ``end``.

        Example:
            >>> from datetime import date
            >>> span = Interval(start=date(2020, 1, 1), end=date(2022, 1, 1))
            >>> date(2021, 12, 31) in span, date(2022, 1, 1) in span
            (True, False)
        """
        return self.start <= day and (self.end is None or day < self.end)

    def overlaps(self, other: Interval) -> bool:
        """Tell whether some day lies in both intervals."""
        return (other.end is None or self.start < other.end) and (
            self.end is None or other.start < self.end
        )

"""Days as people write them, in English, whatever the machine's own language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

# fmt: off
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)
# fmt: on


def day_in_words(day: date) -> str:
    """Write a day for people.

    Example:
        >>> from datetime import date
        >>> day_in_words(date(2021, 10, 1))
        '1 October 2021'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def printed_day(day: date) -> str:
    """Write a day as statutes print it.

    Example:
        >>> from datetime import date
        >>> printed_day(date(2021, 10, 1))
        'October 1, 2021'
    """
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"

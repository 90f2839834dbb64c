"""The words with which acts and their summaries say when law takes effect."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from statuteline.model.commencement import FromPassage, OnDate, Unknown
from statuteline.model.days import MONTHS

if TYPE_CHECKING:
    from statuteline.model.commencement import Commencement

DAY: Final = rf"(?:{'|'.join(MONTHS)}) \d{{1,2}}, \d{{4}}"
"""Regular expression of a day, such as ``October 1, 2021``."""
WHEN: Final = rf"(?:{DAY}|(?i:upon|from) (?i:passage))"
"""Regular expression of a day, or of the words for the day of passage."""
_WHEN: Final = re.compile(WHEN)


def day_of_words(words: str) -> date | None:
    """Read a day as it is printed.

    Args:
        words: Such as ``October 1, 2021``.

    Returns:
        The day; None where the calendar has no such day, as of ``June 31``.

    Example:
        >>> day_of_words("October 1, 2021")
        datetime.date(2021, 10, 1)
    """
    month, day, year = words.replace(",", "").split()
    try:
        return date(int(year), MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None


def commencement_of_words(words: str, passed: date | None = None) -> Commencement | None:
    """Read when law takes effect.

    Args:
        words: A day, ``upon passage`` or ``from passage``.
        passed: The day of passage; None where it is not known.

    Returns:
        The commencement, unknown where a misprint names no day of the calendar; None
        for other words.

    Example:
        >>> commencement_of_words("from passage")
        FromPassage(day=None)
    """
    if _WHEN.fullmatch(words) is None:
        return None
    if words.lower().endswith("passage"):
        return FromPassage(day=passed)
    day = day_of_words(words)
    return Unknown() if day is None else OnDate(day=day)

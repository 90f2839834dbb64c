"""The order of numbers that people count by."""

from __future__ import annotations

import re
from typing import Final

_JOINED: Final = re.compile("-(to|and)-")


def natural(number: str) -> tuple[tuple[int, str], ...]:
    """Sort key under which numbers count and doubled letters follow single ones.

    Example:
        >>> sorted(["1-1aa", "1-10", "1-1z", "1-2", "1-1"], key=natural)
        ['1-1', '1-1z', '1-1aa', '1-2', '1-10']
    """
    return tuple(
        (int(piece), "") if piece.isdigit() else (len(piece), piece)
        for piece in re.findall(r"\d+|[a-zA-Z]+|-", number)
    )


def is_group(number: str) -> bool:
    """Tell whether a number joins several, which stand under one heading."""
    return _JOINED.search(number) is not None


def is_within(number: str, group: str) -> bool:
    """Tell whether a number is one of those that another one joins.

    Example:
        >>> is_within("9-7", "9-6-to-9-9"), is_within("9-7", "9-6-and-9-9")
        (True, False)
    """
    names = joined(group)
    if len(names) == 1 or number in names:
        return len(names) > 1
    is_run = "to" in _JOINED.findall(group)
    return is_run and natural(names[0]) < natural(number) < natural(names[-1])


def joined(group: str) -> tuple[str, ...]:
    """Give the numbers that a number joins: of a run, its ends.

    Example:
        >>> joined("9-6-to-9-9"), joined("9-7")
        (('9-6', '9-9'), ('9-7',))
    """
    return tuple(_JOINED.split(group)[::2])

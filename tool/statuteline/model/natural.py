"""The order of numbers that people count by."""

from __future__ import annotations

import re


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

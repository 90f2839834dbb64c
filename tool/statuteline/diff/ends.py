"""What two texts begin and end with alike, found at the machine's speed."""

from __future__ import annotations

import re
from typing import AnyStr, Final

_SOLID: Final = re.compile(r"\S")


def common_share(old: AnyStr, new: AnyStr) -> float:
    """Give the share of the longer side that both begin and end with; from 0 to 1.

    Raises:
        ZeroDivisionError: If both sides are empty.
    """
    start, end = common_ends(old, new)
    return (start + end) / max(len(old), len(new))


def common_words(old: str, new: str) -> tuple[int, int]:
    """Find how far two texts begin and end with the same whole words.

    What lies between begins with a space, and so does what both end with: words before
    a space are the same ones, whatever follows.

    Args:
        old: Words before.
        new: Words after.

    Returns:
        Characters that both begin with, and characters that both end with; the two do
        not overlap on either side. Both are 0 where the texts may differ in spaces
        alone, for then more words are the same than can be told here.

    Example:
        >>> common_words("a fee of ten cents is due", "a fee of two cents is due")
        (8, 7)
    """
    start, end = common_ends(old, new)
    one, other = _SOLID.search(old, start), _SOLID.search(new, start)
    if one and other and one.group() == other.group():
        return 0, 0
    first = old.rfind(" ", 0, start)
    last = old.find(" ", len(old) - end + 1)
    return (
        first if first > 0 and not old[first - 1].isspace() else 0,
        len(old) - last if last > 0 and not old[last - 1].isspace() else 0,
    )


def common_ends(old: AnyStr, new: AnyStr) -> tuple[int, int]:
    """Find how far two texts begin and end alike.

    Returns:
        Characters that both begin with, and characters that both end with; the two do
        not overlap on either side.
    """
    start = _common_start(old, new)
    rest = min(len(old), len(new)) - start
    return start, _common_start(old[len(old) - rest :][::-1], new[len(new) - rest :][::-1])


def _common_start(old: AnyStr, new: AnyStr) -> int:
    """Halve the length until both begin alike: slices compare at the machine's speed."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low

"""Spaces that a captured text has where the page had a link or italics, and none."""

from __future__ import annotations

import re
from typing import Final

_LONE_L: Final = re.compile(r" l{1,3}\b")
_STOPS: Final = (" ,", " .", " ;", " :", " )")
_BEFORE_L: Final = re.compile(r"(?<![\w.])((?:\d+[a-z]*-)?\d+[a-z]*) (l{1,3})\b(?!['’])")
_BEFORE_STOP: Final = re.compile(r"(?<=[\w)”\"*]) +(?=[,;:)]|\.(?! \.)(?:[\s*”)]|$))")


def without_strays(text: str) -> str:
    """Take out the spaces that a capture put behind links and italics.

    The letter l of a number is italic on the page, to tell it from the digit; a space
    stands before it then. Rows of dots and decimal fractions keep their spaces.

    Args:
        text: Words of one paragraph or heading.

    Returns:
        The words; all their characters but such spaces.

    Example:
        >>> without_strays("as in section 1-1 l . More than .04, or section 9-12 , too")
        'as in section 1-1l. More than .04, or section 9-12, too'
    """
    if _LONE_L.search(text):
        text = _BEFORE_L.sub(r"\1\2", text)
    if any(stop in text for stop in _STOPS):
        text = _BEFORE_STOP.sub("", text)
    return text

"""Numbers of list items that a file does not hold and every reader sees."""

from __future__ import annotations

from string import ascii_lowercase
from typing import Final

_ROMAN: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_MOST_ROMAN: Final = 3999


def in_letters(number: int) -> str:
    """Write a number in letters as browsers do: z is followed by aa, ab.

    Numbers below 1 stay digits.

    Example:
        >>> in_letters(2), in_letters(26), in_letters(28)
        ('b', 'z', 'ab')
    """
    if number < 1:
        return str(number)
    letters = ""
    while number:
        number, place = divmod(number - 1, len(ascii_lowercase))
        letters = ascii_lowercase[place] + letters
    return letters


def in_repeated_letters(number: int) -> str:
    """Write a number in letters as word processors do: z is followed by aa, bb.

    Numbers below 1 stay digits.

    Example:
        >>> in_repeated_letters(2), in_repeated_letters(28)
        ('b', 'bb')
    """
    if number < 1:
        return str(number)
    times, place = divmod(number - 1, len(ascii_lowercase))
    return ascii_lowercase[place] * (times + 1)


def in_roman(number: int) -> str:
    """Write a number in Roman numerals; those outside 1 to 3999 stay digits.

    Example:
        >>> in_roman(4), in_roman(1999)
        ('iv', 'mcmxcix')
    """
    if not 0 < number <= _MOST_ROMAN:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written

"""Characters that must be seen rather than obeyed: control, bidi and invisible ones."""

from __future__ import annotations

import unicodedata

_KEPT = frozenset("\n\t")
_LINE_BREAKING = frozenset({"Zl", "Zp"})
_STACKED = frozenset({"Mn", "Me"})
_JAMO = frozenset(map(chr, range(0x1160, 0x1200)))
"""Vowels and last consonants of Hangul: drawn into the syllable that they follow."""


def is_unseen(character: str) -> bool:
    """Tell whether a character steers the display instead of showing itself.

    These are control and format characters (the bidirectional ones among them),
    lone surrogates, private and unassigned code points, and the Unicode line and
    paragraph separators. Line feed and tab are not: they part paragraphs and cells.
    """
    category = unicodedata.category(character)
    steers = category.startswith("C") or category in _LINE_BREAKING
    return steers and character not in _KEPT


def visible(text: str) -> str:
    """Write unseen characters as their code points.

    Example:
        >>> visible("a\u202eb")
        'a⟨U+202E⟩b'

    Source:
        Unicode Technical Report 36, section 2.6: bidirectional controls can make
        text read differently from what it says.
    """
    if text.isprintable():  # no character of such text is one that steers
        return text
    return "".join(f"⟨U+{ord(c):04X}⟩" if is_unseen(c) else c for c in text)


def one_line(text: str) -> str:
    """Bring words onto one line, white space folded and unseen characters shown."""
    return visible(" ".join(text.split()))


def columns(text: str) -> int:
    """Count the columns that words take on a terminal.

    Example:
        >>> columns("§ 1"), columns("e\u0301"), columns("法")
        (3, 1, 2)
    """
    if text.isascii():
        return len(text)
    return sum(_columns_of(character) for character in text)


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in _STACKED or character in _JAMO:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1

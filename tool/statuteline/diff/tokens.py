"""Cutting legal prose into tokens that are never cut again."""

from __future__ import annotations

import re
from typing import Final

_TOKEN: Final = re.compile(
    r"""
      \((?:[a-z]{1,3}|[ivxl]{4,8}|[A-Z]{1,4}|\d{1,3})\)  # a label: (a), (viii), (2), (AA)
    | [$]?\d+(?:[.,]\d+)*\w*(?:['’-]\w+)*%?  # a figure or number: $5,000, 60%, 53a-192a
    | \w+(?:['’-]\w+)*                       # a word: attorney's, ten-year
    | \s
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
_LETTER_OR_DIGIT: Final = re.compile(r"[^\W_]")
# fmt: off
_SMALL_WORDS: Final = frozenset({
    "a", "an", "and", "any", "as", "at", "be", "by", "for", "from", "if", "in", "is", "it",
    "its", "no", "not", "of", "on", "or", "such", "than", "that", "the", "their", "this",
    "to", "under", "was", "were", "which", "who", "with",
})
# fmt: on


def tokens(text: str) -> tuple[str, ...]:
    """Cut text into words, figures, section numbers, labels, spaces and marks.

    Args:
        text: Canonical words.

    Returns:
        Tokens which joined give the text back.

    Example:
        >>> tokens("under 53a-82(a), ten-year")
        ('under', ' ', '53a-82', '(a)', ',', ' ', 'ten-year')
        >>> tokens("chapter 19a: $5,000.")
        ('chapter', ' ', '19a', ':', ' ', '$5,000', '.')
    """
    return tuple(_TOKEN.findall(text))


def is_word(token: str) -> bool:
    """Tell whether a token is more than space or punctuation."""
    return _LETTER_OR_DIGIT.search(token) is not None


def count_words(cut: tuple[str, ...]) -> int:
    """Count the tokens that are words."""
    return len(cut) - list(map(_LETTER_OR_DIGIT.search, cut)).count(None)


def carries_meaning(token: str) -> bool:
    """Tell whether a token is a word that is not one of the small, frequent ones."""
    return is_word(token) and token.lower() not in _SMALL_WORDS

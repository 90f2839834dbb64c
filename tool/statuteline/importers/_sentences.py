"""Sentences of a paragraph."""

from __future__ import annotations

import re

_STOP = re.compile(r"(?<![.?!])[.?!]++[\"”’')\]]*+(?=\s)")
_OPENING = re.compile(r"\s+[\"“‘'(\[]*[A-Z0-9]")
_ABBREVIATION = re.compile(
    r"[A-Z]\.|(?:[A-Z]\.){2,}|cf\.|e\.g\.|i\.e\.|vs?\."
    r"|(?:Atty|Conn|Dr|Gen|Gov|Hon|Lt|Mr|Mrs|Ms|Op|Prof|Rep|Rev|Sen|St|Stat)\."
)
_BEFORE_FIGURE = re.compile(r"(?:Art|Ch|Nos?|pp?|Secs?)\.")


def sentence_bounds(text: str) -> tuple[tuple[int, int], ...]:
    """Find where the sentences of a paragraph begin and end.

    A sentence ends with a full stop, question mark or exclamation mark and the
    quotes and brackets that close behind it, if the next word opens like a sentence:
    with a capital or a figure. An abbreviation or an initial ends none, nor does
    "No." before a figure.

    Args:
        text: Words of one paragraph, without space at either end.

    Returns:
        First character and end of each sentence; only space lies between them.

    Example:
        >>> words = 'They ask "Why?" Nobody (cf. Doe v. Roe) knows. We do.'
        >>> [words[start:end] for start, end in sentence_bounds(words)]
        ['They ask "Why?"', 'Nobody (cf. Doe v. Roe) knows.', 'We do.']
    """
    bounds: list[tuple[int, int]] = []
    start = 0
    for stop in _STOP.finditer(text):
        opening = _OPENING.match(text, stop.end())
        if opening is None or _is_abbreviated(text[start : stop.end()], opening[0]):
            continue
        bounds.append((start, stop.end()))
        start = len(text) - len(text[stop.end() :].lstrip())
    if start < len(text):
        bounds.append((start, len(text)))
    return tuple(bounds)


def _is_abbreviated(sentence: str, following: str) -> bool:
    word = sentence.rsplit(maxsplit=1)[-1].lstrip("\"“‘'([")
    if following[-1].isdigit() and _BEFORE_FIGURE.fullmatch(word):
        return True
    return _ABBREVIATION.fullmatch(word) is not None

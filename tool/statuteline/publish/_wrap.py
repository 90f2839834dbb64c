"""Wrapping marked words for a terminal without cutting, losing or adding one."""

from __future__ import annotations

import re
from itertools import groupby
from typing import NamedTuple

from statuteline.publish._characters import columns

_RESET = "\x1b[0m"
_ATOM = re.compile(r"\\.|.", re.DOTALL)
"""A character, with the backslash that makes it the law's own."""


class Piece(NamedTuple):
    """Characters that look alike.

    Args:
        text: The characters.
        code: Parameters of the terminal's escape sequence; empty for plain.
    """

    text: str
    code: str = ""


def wrap(pieces: list[Piece], *, width: int, first: str, rest: str) -> list[str]:
    """Break pieces at spaces into lines.

    Args:
        pieces: What to write, in order.
        width: Columns of a line. A word wider than that stands alone and whole.
        first: What the first line begins with.
        rest: What every further line begins with.

    Returns:
        The lines. Every line ends the look that it began, so that no underline
        runs into the margin.
    """
    return [
        coded(line) for line in _lines(_words(pieces), width=width, first=first, rest=rest)
    ]


def wrap_column(
    pieces: list[Piece], *, width: int, first: str, rest: str
) -> list[list[Piece]]:
    """Break pieces into lines of which none is wider than the column.

    Args:
        pieces: What to write, in order.
        width: Columns of a line. A word wider than that is cut, between characters
            that a terminal shows apart.
        first: What the first line begins with.
        rest: What every further line begins with.

    Returns:
        The lines, of pieces whose columns can still be counted.
    """
    room = max(1, width - max(columns(first), columns(rest)))
    words = [part for word in _words(pieces) for part in _cut(word, room)]
    return _lines(words, width=width, first=first, rest=rest)


def coded(pieces: list[Piece]) -> str:
    """Write pieces with the terminal's codes for how they look."""
    out: list[str] = []
    for code, group in groupby(pieces, key=lambda piece: piece.code):
        text = "".join(piece.text for piece in group)
        out.append(f"\x1b[{code}m{text}{_RESET}" if code else text)
    return "".join(out)


def _lines(
    words: list[list[Piece]], *, width: int, first: str, rest: str
) -> list[list[Piece]]:
    lines: list[list[Piece]] = []
    held: list[Piece] = []
    margin, taken = first, columns(first)
    for word in words:
        size = sum(columns(piece.text) for piece in word)
        if held and taken + 1 + size > width:
            lines.append([Piece(margin), *held])
            held, margin, taken = [], rest, columns(rest)
        if held:
            alike = held[-1].code == word[0].code
            held.append(Piece(" ", word[0].code if alike else ""))
            taken += 1
        held += word
        taken += size
    if held:
        lines.append([Piece(margin), *held])
    elif not lines:
        lines.append([Piece(margin.rstrip(" "))])
    return lines


def _cut(word: list[Piece], room: int) -> list[list[Piece]]:
    """Cut a word into parts that each fit into a room of so many columns."""
    parts: list[list[Piece]] = [[]]
    taken = 0
    for piece in word:
        held = ""
        for character in _ATOM.findall(piece.text):
            size = columns(character)
            if taken and size and taken + size > room:
                parts[-1].append(Piece(held, piece.code))
                parts.append([])
                held, taken = "", 0
            held += character
            taken += size
        parts[-1].append(Piece(held, piece.code))
    return [[piece for piece in part if piece.text] for part in parts]


def _words(pieces: list[Piece]) -> list[list[Piece]]:
    words: list[list[Piece]] = [[]]
    for piece in pieces:
        start, *others = piece.text.split(" ")
        if start:
            words[-1].append(Piece(start, piece.code))
        words += [[Piece(text, piece.code)] if text else [] for text in others]
    return [word for word in words if word]

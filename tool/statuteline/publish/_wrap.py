"""Wrapping marked words for a terminal without cutting, losing or adding one."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from statuteline.publish._characters import columns

_RESET = "\x1b[0m"


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
    lines: list[str] = []
    held: list[Piece] = []
    margin, taken = first, columns(first)
    for word in _words(pieces):
        size = sum(columns(piece.text) for piece in word)
        if held and taken + 1 + size > width:
            lines.append(margin + _coded(held))
            held, margin, taken = [], rest, columns(rest)
        if held:
            alike = held[-1].code == word[0].code
            held.append(Piece(" ", word[0].code if alike else ""))
            taken += 1
        held += word
        taken += size
    if held or not lines:
        lines.append((margin + _coded(held)).rstrip(" "))
    return lines


def _words(pieces: list[Piece]) -> list[list[Piece]]:
    words: list[list[Piece]] = [[]]
    for piece in pieces:
        start, *others = piece.text.split(" ")
        if start:
            words[-1].append(Piece(start, piece.code))
        words += [[Piece(text, piece.code)] if text else [] for text in others]
    return [word for word in words if word]


def _coded(pieces: list[Piece]) -> str:
    out: list[str] = []
    for code, group in groupby(pieces, key=lambda piece: piece.code):
        text = "".join(piece.text for piece in group)
        out.append(f"\x1b[{code}m{text}{_RESET}" if code else text)
    return "".join(out)

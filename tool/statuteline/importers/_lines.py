"""Printed lines of a text that was taken out of a PDF: what stands where, how far apart."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise
from typing import TYPE_CHECKING

from statuteline.model.work import Furniture

if TYPE_CHECKING:
    from collections.abc import Callable

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class Gap(Enum):
    """What stands between a line and the line before it."""

    TIGHT = "tight"
    """Less than the usual distance: lines of one table cell."""
    LINE = "line"
    """The usual distance."""
    PAGE = "page"
    """A page break: a leading space marks it, or page furniture stands there."""
    PARAGRAPH = "paragraph"
    """More than the usual distance, or the beginning of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One printed line.

    Args:
        number: Its line in the source file, from 1.
        text: Its words, runs of spaces as one space, no space at either end.
        gap: What stands before it.
        joint: What joins it to the next line of its paragraph: a space, or nothing
            behind a hyphen or a dash.
    """

    number: int
    text: str
    gap: Gap
    joint: str = " "


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """The lines of a text, and the characters that belong to no line of it.

    Args:
        lines: The lines that hold words.
        furniture: Running heads, page numbers and dropped hyphens, in order.
        closed: Whether a blank line follows the last line.
    """

    lines: tuple[Line, ...]
    furniture: tuple[Furniture, ...]
    closed: bool


def printed_lines(text: str, is_furniture: Callable[[str], bool]) -> Printed:
    r"""Read the lines of a text and how far apart they stand.

    A line that begins with a small letter carries on a sentence. If most of these
    follow a blank line, one blank line is the usual distance; otherwise none is.

    Args:
        text: The whole text.
        is_furniture: Tells whether a line, stripped, is page furniture. The first
            line never is.

    Returns:
        Its lines and its furniture.

    Example:
        >>> found = printed_lines("By law,\nit is.\n\nIt was.", lambda line: False)
        >>> [(line.number, line.gap.name) for line in found.lines]
        [(1, 'PARAGRAPH'), (2, 'LINE'), (4, 'PARAGRAPH')]
    """
    raw = tuple(
        (number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()
    )
    pitch = _pitch(raw)
    lines: list[Line] = []
    furniture: list[Furniture] = []
    before = 0
    page = False
    for number, line in raw:
        words = " ".join(line.split())
        if lines and is_furniture(words):
            furniture.append(_furniture(number, line))
            page = True
            continue
        blank = number - before - 1
        gap = Gap.PAGE if page else _gap(blank, pitch, indented=line[0].isspace())
        if not lines:
            gap = Gap.PARAGRAPH
        lines.append(Line(number=number, text=words, gap=gap))
        before, page = number, False
    closed = "\n" in text[len(text.rstrip()) :].replace("\n", "", 1)
    joined_lines, hyphens = _with_joints(lines, dict(raw))
    pieces = sorted([*furniture, *hyphens], key=lambda one: (one.line, one.column))
    return Printed(lines=joined_lines, furniture=tuple(pieces), closed=closed)


def joined(lines: tuple[Line, ...]) -> str:
    """Join the lines of one paragraph.

    Example:
        >>> one = Line(number=1, text="a well-", gap=Gap.LINE, joint="")
        >>> joined((one, Line(number=2, text="known act", gap=Gap.LINE)))
        'a well-known act'
    """
    parts = [line.text + line.joint for line in lines[:-1]]
    return "".join([*parts, *(line.text for line in lines[-1:])])


def _pitch(raw: tuple[tuple[int, str], ...]) -> int:
    carried_on = Counter(
        here[0] - last[0] - 1
        for last, here in pairwise(raw)
        if here[1].lstrip()[0].islower()
    )
    return 1 if carried_on[1] > carried_on[0] else 0


def _gap(blank: int, pitch: int, *, indented: bool) -> Gap:
    if blank > pitch:
        return Gap.PARAGRAPH
    if blank == pitch:
        return Gap.LINE
    return Gap.PAGE if indented else Gap.TIGHT


def _furniture(number: int, line: str) -> Furniture:
    text = line.strip()
    return Furniture(line=number, column=line.index(text) + 1, text=text)


def _with_joints(
    lines: list[Line], raw: dict[int, str]
) -> tuple[tuple[Line, ...], list[Furniture]]:
    """Decide what joins each line to the next.

    A hyphen at a line's end goes only if the document has the joined word elsewhere
    and the hyphenated one nowhere; otherwise it may belong to the word.
    """
    words = Counter(word.lower() for line in lines for word in _WORD.findall(line.text))
    done: list[Line] = []
    hyphens: list[Furniture] = []
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        if line.text.endswith(("—", "–")) and line.text[-2:-1].strip():
            done.append(replace(line, joint=""))
        elif after is None or re.search(r"\w-$", line.text) is None:
            done.append(line)
        elif _is_broken_word(line.text, after.text, words):
            done.append(replace(line, text=line.text[:-1], joint=""))
            column = raw[line.number].rindex("-") + 1
            hyphens.append(Furniture(line=line.number, column=column, text="-"))
        else:
            done.append(replace(line, joint=""))
    return tuple(done), hyphens


def _is_broken_word(line: str, after: str, words: Counter[str]) -> bool:
    head = _WORD.findall(line)[-1].lower()
    match = _WORD.match(after)
    if match is None:
        return False
    tail = match[0].lower()
    return head + tail in words and f"{head}-{tail}" not in words

"""Passages: the paragraphs, headings and tables of a file before law is seen in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.model.text import Paragraph, plain, prose_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.model.text import Block

WRAPPED: Final = 120
"""Characters: no hard-wrapped line is longer. In a text that has a longer one, every
line is a paragraph."""

_MARKER: Final = re.compile(r"(?:\([0-9A-Za-z]{1,5}\)|[•*–-])\s")
_SECTION: Final = re.compile(r"(?:Sec\.|SEC\.|Section|SECTION|§{1,2})\s*\d")
_ENDED: Final = re.compile(r"[.;:!?—–][\"”’')\]]*(?:\s+(?:and|or))?$")
_BROKEN: Final = re.compile(r"\w-$|\S[—–]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One paragraph, heading or table of a file.

    Args:
        block: Its words, or the table.
        heading: Its depth as a heading, from 1; 0 if the file does not call it one.
        bold: How many of its first characters stand out in bold.
    """

    block: Block
    heading: int = 0
    bold: int = 0

    @property
    def words(self) -> str:
        """The words of a paragraph; none of a table."""
        return prose_text(self.block.spans) if isinstance(self.block, Paragraph) else ""


def passage(words: str, *, heading: int = 0, bold: int = 0) -> Passage:
    """Make a passage of words.

    Args:
        words: Its words, runs of white space as one space.
        heading: Its depth as a heading; 0 for none.
        bold: How many of its first characters stand out in bold.
    """
    return Passage(block=Paragraph(spans=plain(words)), heading=heading, bold=bold)


def one_spaced(text: str) -> str:
    """Make every run of white space one space, and drop it at both ends."""
    return " ".join(text.split())


def paragraphs(lines: Iterable[str]) -> Iterator[str]:
    """Put hard-wrapped lines together.

    A paragraph ends at an empty line; before a section's number; and, behind what
    ends a sentence or a list item, before a marker such as ``(a)`` and before a line
    that is indented more. A marker that a line break has only carried over, as in
    "subsection / (a)", ends nothing.

    Args:
        lines: The lines, indentation kept, without line ends.

    Returns:
        The paragraphs, in order, none empty. A hyphen at a line's end stays: whether
        it belongs to the word cannot be seen.

    Example:
        >>> list(paragraphs(["(a) A reader", "may borrow; and", "(b) return."]))
        ['(a) A reader may borrow; and', '(b) return.']
    """
    every = tuple(lines)
    wrapped = all(len(line) <= WRAPPED for line in every)
    for group in grouped(every) if wrapped else ((n,) for n in range(len(every))):
        text = joined(every[n] for n in group)
        if text:
            yield text


def grouped(lines: tuple[str, ...]) -> Iterator[tuple[int, ...]]:
    """Tell which hard-wrapped lines make a paragraph; see :func:`paragraphs`.

    Returns:
        The places of the lines of each paragraph; empty lines are in none.
    """
    here: list[int] = []
    for place, line in enumerate(lines):
        blank = not line.strip()
        if here and (blank or _begins(line, lines[here[-1]], alone=len(here) == 1)):
            yield tuple(here)
            here = []
        if not blank:
            here.append(place)
    if here:
        yield tuple(here)


def _begins(line: str, last: str, *, alone: bool) -> bool:
    """Tell whether a line begins a paragraph behind a last line, or the only one."""
    words = line.strip()
    ended = _ENDED.search(last.rstrip()) is not None
    if _SECTION.match(words):
        return ended or (alone and _SECTION.match(last.strip()) is not None)
    if _MARKER.match(words):
        return ended
    return ended and _indent(line) > _indent(last)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def joined(lines: Iterable[str]) -> str:
    """Join the lines of one paragraph.

    Example:
        >>> joined(["a well-", "known", "act"])
        'a well-known act'
    """
    parts: list[str] = []
    for line in map(one_spaced, lines):
        if parts and _BROKEN.search(parts[-1]) is None:
            parts.append(" ")
        parts.append(line)
    return "".join(parts)

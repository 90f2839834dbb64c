"""A section of an act that amends several sections of the code, parted among them."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from statuteline.acts.marks import marked
from statuteline.acts.sections import pieces_behind, plain_words
from statuteline.model.marked import Ink, PrintedParagraph

if TYPE_CHECKING:
    from statuteline.model.marked import ActSection, PrintedBlock

_HEAD: Final = re.compile(
    r"\s*(?:Sec\.|Section) (\d+[a-z]*(?:-\d+[A-Za-z]*)+)\.(?=\s|$)\s*"
)


def shares_of(section: ActSection, numbers: tuple[str, ...]) -> tuple[ActSection, ...]:
    """Give each section of the code its own words of an act.

    Args:
        section: A section of an act.
        numbers: The sections of the code that its clause names, in order.

    Returns:
        A section of the act for each of them, with the words under its number; none
        where the act does not print each of them, and no other, under its number.
    """
    heads = [_head(block) for block in section.printed]
    starts = [place for place, head in enumerate(heads) if head is not None]
    found = [head[1] for head in heads if head is not None]
    if starts[:1] != [0] or tuple(found) != numbers:
        return ()
    bounds = pairwise((*starts, len(heads)))
    return tuple(_share(section, start, end) for start, end in bounds)


def without_heading(section: ActSection, heading: str) -> ActSection:
    """Leave out the heading that the code has, where an act prints it with the number."""
    first = section.printed[0] if section.printed else None
    if not heading or not isinstance(first, PrintedParagraph):
        return section
    wanted = r"\s+".join(map(re.escape, heading.split()))
    found = re.match(rf"\s*{wanted}(?=\s|$)\s*", plain_words(first))
    return _cut(section, section.printed, found.end()) if found else section


def _share(section: ActSection, start: int, end: int) -> ActSection:
    head = _head(section.printed[start])
    return _cut(section, section.printed[start:end], head.end() if head else 0)


def _cut(section: ActSection, blocks: tuple[PrintedBlock, ...], size: int) -> ActSection:
    """Give a section other words: blocks, without the first so many characters."""
    first, *others = blocks
    printed = tuple(others)
    if isinstance(first, PrintedParagraph):
        rest = pieces_behind(first.pieces, size)
        if "".join(piece.text for piece in rest).strip():
            printed = (replace(first, pieces=rest), *printed)
    read = marked(printed, apart=section.marks_apart)
    return replace(section, printed=printed, blocks=read.blocks, doubts=read.doubts)


def _head(block: PrintedBlock) -> re.Match[str] | None:
    """Find the number of a section of the code at the head of a paragraph.

    One that is underlined belongs to a section that the act makes.
    """
    if not isinstance(block, PrintedParagraph):
        return None
    if block.pieces and block.pieces[0].ink is not Ink.PLAIN:
        return None
    return _HEAD.match(plain_words(block))

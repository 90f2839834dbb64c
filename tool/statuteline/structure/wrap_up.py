"""Where a list ends and the provision that holds it goes on."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from statuteline.model.text import Paragraph, block_text, canonical_blocks
from statuteline.structure.pieces import Point, cut

if TYPE_CHECKING:
    from statuteline.model.text import Block
    from statuteline.structure.reading import Node

_GOES_ON: Final = re.compile(r"(?:[;,]|\b(?:and|or|and/or))$")
_SENTENCE_END: Final = re.compile(r"(?:[a-z]{3,}|[a-z0-9]\)|\d)[”\"]?\.[”\"]?\s+(?=[A-Z“])")
_ENDED: Final = re.compile(r"\.[”\"]?$")
_GOES_ON_SMALL: Final = re.compile(r"\s*[a-z]")


def end_of_list(nodes: tuple[Node, ...], blocks: tuple[Block, ...], end: Point) -> Point:
    """Find where the last provision of a list ends.

    Only a list that is one sentence tells: each provision but the last ends with a
    comma, a semicolon, "and" or "or". Where the last ends its sentence, or where the
    sentence goes on in a paragraph of its own, the list is over. Words that could as
    well belong to the last provision stay with it.

    Args:
        nodes: The provisions of the list.
        blocks: The paragraphs they stand in.
        end: Where the provision that holds them ends.

    Returns:
        The first point behind the list; ``end`` if nothing tells.
    """
    if not _is_one_sentence(nodes, blocks):
        return end
    last = inside = nodes[-1]
    while inside.children:
        if not _is_one_sentence(inside.children, blocks):
            return end
        inside = inside.children[-1]
    here = inside.end
    text = block_text(blocks[here.block])
    if not last.marker.head:
        found = _SENTENCE_END.search(text, here.offset)
        if found and Point(here.block, found.end()) < end:
            return Point(here.block, found.end())
    following = Point(here.block + 1, 0)
    if following >= end or following.block >= len(blocks):
        return end
    after = blocks[following.block]
    goes_on = isinstance(after, Paragraph) and _GOES_ON_SMALL.match(block_text(after))
    return following if goes_on or _ENDED.search(text.rstrip()) else end


def _is_one_sentence(nodes: tuple[Node, ...], blocks: tuple[Block, ...]) -> bool:
    """Tell whether each provision of a list but the last leaves its sentence open."""
    return all(
        _GOES_ON.search(canonical_blocks(cut(blocks, one.start, following.start)))
        for one, following in pairwise(nodes)
    )

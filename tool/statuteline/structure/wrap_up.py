"""Where a list ends and the provision that holds it goes on."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from statuteline.model.text import Paragraph, block_text, canonical_blocks
from statuteline.structure.pieces import Point, cut

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.text import Block
    from statuteline.structure.reading import Node
    from statuteline.structure.scheme import Scheme

_GOES_ON: Final = re.compile(r"(?:[;,]|\b(?:and|or|and/or))$")
_SENTENCE_END: Final = re.compile(r"(?:[a-z]{3}|[a-z0-9]\)|\d)[”\"]?\.[”\"]?\s+(?=[A-Z“])")
_ENDED: Final = re.compile(r"\.[”\"]?$")
_GOES_ON_SMALL: Final = re.compile(r"\s*[a-z]")


def end_of_list(
    nodes: tuple[Node, ...], blocks: tuple[Block, ...], end: Point, scheme: Scheme
) -> Point:
    """Find where the last provision of a list ends.

    Only a list that is one sentence tells: each provision but the last ends with a
    comma, a semicolon, "and" or "or". Where the last ends its sentence, or where the
    sentence goes on in a paragraph of its own, the list is over. Words that could as
    well belong to the last provision stay with it, as do those that say so: "of this
    subdivision" stands in a subdivision.

    Args:
        nodes: The provisions of the list.
        blocks: The paragraphs they stand in.
        end: Where the provision that holds them ends.
        scheme: How the provisions are numbered.

    Returns:
        The first point behind the list; ``end`` if nothing tells.
    """
    over = _end_of_sentence(nodes, blocks, end)
    if over == end:
        return end
    names = "|".join(scheme.steps[node.step].level.value for node in _last_ones(nodes))
    says_so = re.compile(rf"\bthis (?:{names})\b")
    behind = cut(blocks, over, end)
    return end if any(says_so.search(block_text(block)) for block in behind) else over


def _last_ones(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Give the last provision of a list, the last one in it, and so on."""
    while nodes:
        yield nodes[-1]
        nodes = nodes[-1].children


def _end_of_sentence(
    nodes: tuple[Node, ...], blocks: tuple[Block, ...], end: Point
) -> Point:
    """Give the end of the sentence that a list is; ``end`` if it is no sentence."""
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

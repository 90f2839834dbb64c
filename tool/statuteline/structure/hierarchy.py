"""Giving a flat text its provisions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from statuteline.model.ids import WId
from statuteline.model.provision import Provision
from statuteline.model.text import block_text
from statuteline.structure.markers import find_markers
from statuteline.structure.pieces import Point, cut
from statuteline.structure.reading import read
from statuteline.structure.wrap_up import end_of_list

if TYPE_CHECKING:
    from statuteline.model.text import Block
    from statuteline.structure.reading import Node, Unplaced
    from statuteline.structure.scheme import Scheme


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A text that was divided.

    Args:
        provision: The whole of it.
        unplaced: The numbers that may open provisions and stayed words.
    """

    provision: Provision
    unplaced: tuple[Unplaced, ...]


def divide(top: Provision, blocks: tuple[Block, ...], scheme: Scheme) -> Provision:
    """Give a provision the words and the provisions that its paragraphs hold.

    Numbers count at the head of a paragraph and inside one. A list begins at its first
    number, goes on by one and has two members at least; a number that is cited, quoted
    or linked opens nothing. Where the text does not decide, it stays undivided.

    Nothing is lost: numbers and words in reading order are the characters of the
    paragraphs in their order, white space aside, and no word is cut or joined.

    Args:
        top: The provision that holds the text; its own words and children give way.
        blocks: The paragraphs and tables, numbers and all.
        scheme: How the text numbers its provisions.

    Returns:
        The provision with its words before the first child, its children and the
        words behind the last; each address occurs once.

    Example:
        >>> from statuteline.model.ids import EId
        >>> from statuteline.model.provision import Level
        >>> from statuteline.model.text import Paragraph, plain
        >>> from statuteline.structure.scheme import CONNECTICUT
        >>> words = Paragraph(spans=plain("Readers may (1) borrow, or (2) read."))
        >>> eid = EId("sec_1")
        >>> top = Provision(level=Level.SECTION, eid=eid, wid=WId("sec_1"))
        >>> [(p.num, p.intro_text) for p in divide(top, (words,), CONNECTICUT).children]
        [('(1)', 'borrow, or'), ('(2)', 'read.')]
    """
    return divide_told(top, blocks, scheme).provision


def divide_told(top: Provision, blocks: tuple[Block, ...], scheme: Scheme) -> Division:
    """Divide as :func:`divide` does, and tell which numbers open nothing.

    Args:
        top: The provision that holds the text; its own words and children give way.
        blocks: The paragraphs and tables, numbers and all.
        scheme: How the text numbers its provisions.

    Returns:
        The provision, and the numbers that stayed words, each with the reason. Numbers
        that are cited, quoted or linked are not among them.
    """
    law = _before_notes(blocks, scheme)
    nesting = read(find_markers(law, scheme), scheme)
    nodes = nesting.nodes
    found = _filled(top, nodes, _Text(law, scheme), Point(0, 0), Point(len(law), 0))
    notes = cut(blocks, Point(len(law), 0), Point(len(blocks), 0))
    if nodes:
        whole = replace(found, wrap_up=found.wrap_up + notes)
    else:
        whole = replace(found, intro=found.intro + notes)
    return Division(provision=whole, unplaced=nesting.unplaced)


def _before_notes(blocks: tuple[Block, ...], scheme: Scheme) -> tuple[Block, ...]:
    """Give the paragraphs that can hold provisions."""
    openings = scheme.behind
    texts = enumerate(map(block_text, blocks))
    first = next((at for at, text in texts if text.startswith(openings)), len(blocks))
    return blocks[:first]


class _Text:
    """The paragraphs of one text and how they are numbered."""

    __slots__ = ("blocks", "scheme")

    def __init__(self, blocks: tuple[Block, ...], scheme: Scheme) -> None:
        self.blocks = blocks
        self.scheme = scheme


def _filled(
    holder: Provision, nodes: tuple[Node, ...], text: _Text, start: Point, end: Point
) -> Provision:
    """Give a provision what lies between two places."""
    if not nodes:
        return replace(holder, intro=cut(text.blocks, start, end), children=(), wrap_up=())
    starts = [node.start for node in nodes]
    over = end_of_list(nodes, text.blocks, end, text.scheme)
    return replace(
        holder,
        intro=cut(text.blocks, start, starts[0]),
        children=tuple(
            _child(holder, node, text, child_end)
            for node, child_end in zip(nodes, [*starts[1:], over], strict=True)
        ),
        wrap_up=cut(text.blocks, over, end),
    )


def _child(holder: Provision, node: Node, text: _Text, end: Point) -> Provision:
    marker = node.marker
    level = text.scheme.steps[node.step].level
    eid = holder.eid.child(level.prefix, marker.label)
    empty = Provision(level=level, eid=eid, wid=WId(eid.text), num=marker.num)
    return _filled(empty, node.children, text, node.end, end)

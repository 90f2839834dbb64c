"""Cutting paragraphs without losing a word or a mark."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from statuteline.model.text import Paragraph, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.text import Block, Prose, Span


class Point(NamedTuple):
    """A place in a text.

    Args:
        block: The paragraph or table, from 0.
        offset: The character in it, from 0; tables are never cut.
    """

    block: int
    offset: int


def cut(blocks: tuple[Block, ...], start: Point, end: Point) -> tuple[Block, ...]:
    """Give what lies between two places.

    Args:
        blocks: The text.
        start: The first character wanted.
        end: The first character not wanted.

    Returns:
        The paragraphs and tables between, white space at the ends of cut paragraphs
        left out, and paragraphs that have nothing else.
    """
    return tuple(_between(blocks, start, end))


def _between(blocks: tuple[Block, ...], start: Point, end: Point) -> Iterator[Block]:
    for index in range(start.block, min(end.block + 1, len(blocks))):
        block = blocks[index]
        first = start.offset if index == start.block else 0
        match block:
            case Table():
                if index < end.block and not first:
                    yield block
            case Paragraph():
                last = end.offset if index == end.block else None
                spans = _stripped(_spans(block.spans, first, last))
                if spans:
                    yield Paragraph(spans=spans)


def _spans(spans: Prose, first: int, last: int | None) -> list[Span]:
    found = []
    at = 0
    for span in spans:
        text = span.text[max(0, first - at) : None if last is None else max(0, last - at)]
        if text:
            found.append(replace(span, text=text))
        at += len(span.text)
    return found


def _stripped(spans: list[Span]) -> Prose:
    while spans and not (text := spans[0].text.lstrip()):
        spans.pop(0)
    if spans:
        spans[0] = replace(spans[0], text=text)
    while spans and not (text := spans[-1].text.rstrip()):
        spans.pop()
    if spans:
        spans[-1] = replace(spans[-1], text=text)
    return tuple(spans)

"""The two texts that one marked text holds: the law before, and the law after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.diff.redline import text_of
from statuteline.model.change import RunKind
from statuteline.model.marked import MarkedParagraph, MarkedTable
from statuteline.model.text import Cell, Paragraph, Table, block_text, plain, prose_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.marked import MarkedBlock
    from statuteline.model.provision import Provision
    from statuteline.model.text import Block


def before(blocks: tuple[MarkedBlock, ...]) -> tuple[Block, ...]:
    """Give the text before: deleted words kept, new words dropped.

    Returns:
        Paragraphs and tables; those that are wholly new are left out.
    """
    return tuple(_side(blocks, RunKind.INSERTED))


def after(blocks: tuple[MarkedBlock, ...]) -> tuple[Block, ...]:
    """Give the text after: new words kept, deleted words dropped.

    Returns:
        Paragraphs and tables; those that are wholly deleted are left out.
    """
    return tuple(_side(blocks, RunKind.DELETED))


def _side(blocks: tuple[MarkedBlock, ...], without: RunKind) -> Iterator[Block]:
    for block in blocks:
        match block:
            case MarkedParagraph(runs=runs):
                words = text_of(runs, without).strip()
                if words:
                    yield Paragraph(spans=plain(words))
            case MarkedTable(rows=rows):
                cells = [
                    tuple(Cell(spans=plain(text_of(runs, without).strip())) for runs in row)
                    for row in rows
                ]
                kept = [row for row in cells if any(cell.spans for cell in row)]
                if kept:
                    yield Table(caption=(), rows=tuple(kept))


def pieces_of(provision: Provision, *, named: bool = True) -> Iterator[str]:
    """Give the words of a provision in reading order, numbers and all.

    Args:
        provision: The provision.
        named: Whether its own number and heading are among its words, as those of a
            section are not.

    Yields:
        Raw words: a number, a heading, a paragraph, a cell.
    """
    if named:
        yield from filter(None, (provision.num, prose_text(provision.heading)))
    yield from words_of(provision.intro)
    for child in provision.children:
        yield from pieces_of(child)
    yield from words_of(provision.wrap_up)


def words_of(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Give the words of blocks: a paragraph or a cell at a time."""
    for block in blocks:
        text = block_text(block)
        yield from text.replace("\t", "\n").split("\n") if "\t" in text else (text,)

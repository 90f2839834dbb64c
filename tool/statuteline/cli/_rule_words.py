"""Lines about cases and what versions hold, for ``impact``, ``prove`` and ``cases``."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

from statuteline.cli._params import columns
from statuteline.rules.cell_words import box_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.rules.blocks import Block


def wrapped(words: str, indent: int = 0, mark: str = "") -> Iterator[str]:
    """Write a paragraph in lines of the width of the terminal.

    Args:
        words: The paragraph.
        indent: Spaces before each line.
        mark: What stands before the first line, in place of its last spaces.
    """
    margin = " " * indent
    yield from wrap(
        words,
        columns(),
        initial_indent=margin[: indent - len(mark)] + mark,
        subsequent_indent=margin,
        break_long_words=False,
        break_on_hyphens=False,
    )


def blocks_lines(blocks: tuple[Block, ...], indent: int) -> Iterator[str]:
    """Write which cases meet blocks: one condition after the other.

    Args:
        blocks: The blocks; none for every case.
        indent: Spaces before each line.
    """
    if not blocks:
        yield from wrapped("every possible case", indent + 2, "- ")
    for block in blocks:
        if len(block) == 1:
            for words in box_words(block[0]):
                yield from wrapped(words, indent + 2, "- ")
            continue
        yield from wrapped("one or more of:", indent + 2, "- ")
        for box in block:
            yield from wrapped("; ".join(box_words(box)), indent + 4, "- ")

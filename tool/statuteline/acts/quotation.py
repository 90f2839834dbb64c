"""Quotation marks as the code prints them: an act may have straight ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from statuteline.model.text import Cell, Paragraph, Table, plain, prose_text

if TYPE_CHECKING:
    from statuteline.model.text import Block, Prose

_OPENING: Final = re.compile(r"(^|[\s(\[—–-])\"")


def with_marks_of(law: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Give words the quotation marks of the law that they go into.

    Args:
        law: The words of the law before.
        blocks: The words of an act.

    Returns:
        The words with curly marks, where the law has such marks and no straight ones;
        otherwise as they are.

    Example:
        >>> from statuteline.model.text import block_text
        >>> words = Paragraph(spans=plain('A "reader" (see "loan") borrows.'))
        >>> block_text(with_marks_of("A “fee” is due.", (words,))[0])
        'A “reader” (see “loan”) borrows.'
    """
    if "“" not in law or '"' in law:
        return blocks
    return tuple(_block(block) for block in blocks)


def _block(block: Block) -> Block:
    match block:
        case Paragraph(spans=spans):
            return Paragraph(spans=_prose(spans))
        case Table(caption=caption, rows=rows):
            cells = (
                tuple(Cell(spans=_prose(c.spans), header=c.header) for c in row)
                for row in rows
            )
            return Table(caption=_prose(caption), rows=tuple(cells))


def _prose(spans: Prose) -> Prose:
    words = prose_text(spans)
    return plain(_OPENING.sub(r"\1“", words).replace('"', "”"))

"""Prose as values: marked spans, paragraphs and tables, and their canonical text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from statuteline.model.ids import ProvisionRef

_WHITE_SPACE = re.compile(r"\s+")
_SPACE_BEFORE_PUNCTUATION = re.compile(r" (?=[.,;:)])")


class Role(Enum):
    """What a run of words is, where it is neither plain nor a link."""

    NUMBER = "docNumber"
    TITLE = "docTitle"
    COMMITTEE = "docCommittee"
    BOLD = "b"
    ITALIC = "i"
    ORGANIZATION = "organization"
    REMARK = "remark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """A link to one provision or one work."""

    target: ProvisionRef


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeRef:
    """A link to a run of provisions, both ends included."""

    first: ProvisionRef
    last: ProvisionRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A figure in the text.

    Args:
        value: The figure as plain digits, as in ``60`` for "60 percent".
    """

    value: str


Mark: TypeAlias = Ref | RangeRef | Quantity | Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A run of words under one mark.

    Args:
        text: The words, spaces included, never empty.
        mark: What they are; None for plain words.
    """

    text: str
    mark: Mark | None = None


Prose: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph of prose."""

    spans: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table."""

    spans: Prose
    header: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: a caption, and rows of cells in reading order.

    Args:
        caption: Words above the table; empty for none.
        rows: The rows; every row has at least one cell.
    """

    caption: Prose
    rows: tuple[tuple[Cell, ...], ...]


Block: TypeAlias = Paragraph | Table


def plain(text: str) -> Prose:
    """Make unmarked prose of words; no span at all of no words."""
    return (Span(text=text),) if text else ()


def prose_text(spans: Prose) -> str:
    """Join the words of spans, marks dropped."""
    return "".join(span.text for span in spans)


def block_text(block: Block) -> str:
    """Give the raw words of a block.

    Returns:
        The words of a paragraph; of a table, the caption and each row on its own
        line, cells parted by a tab.
    """
    match block:
        case Paragraph():
            return prose_text(block.spans)
        case Table():
            rows = ["\t".join(prose_text(c.spans) for c in row) for row in block.rows]
            caption = prose_text(block.caption)
            return "\n".join([caption, *rows] if caption else rows)


def canonical(text: str) -> str:
    """Bring words into the form that comparisons look at.

    Args:
        text: Words of one paragraph, one cell or one heading.

    Returns:
        The words in NFC, runs of white space as one space, no space at either end
        and none before punctuation where a link or italics had left one.

    Example:
        >>> canonical("section 27-103 , or  more ")
        'section 27-103, or more'
    """
    if _is_canonical(text):
        return text
    folded = _WHITE_SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()
    return _SPACE_BEFORE_PUNCTUATION.sub("", folded)


def _is_canonical(text: str) -> bool:
    """Tell at little cost that text needs no change, as most text does not."""
    return (
        text.isascii()
        and text.isprintable()
        and not text.startswith(" ")
        and not text.endswith(" ")
        and "  " not in text
        and " ." not in text
        and " ," not in text
        and " ;" not in text
        and " :" not in text
        and " )" not in text
    )


def canonical_blocks(blocks: tuple[Block, ...]) -> str:
    """Give the canonical words of blocks: a line a paragraph or table row."""
    lines: list[str] = []
    for block in blocks:
        text = block_text(block)
        if "\n" in text or "\t" in text:
            cells = (line.split("\t") for line in text.split("\n"))
            lines += ("\t".join(map(canonical, line)) for line in cells)
        else:
            lines.append(canonical(text))
    return "\n".join(lines)

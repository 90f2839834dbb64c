"""Marked text in one line: [deleted] as printed, <new>, and kinds by letter."""

from __future__ import annotations

import re

from statuteline.model.change import Run, RunKind
from statuteline.model.marked import (
    Ink,
    MarkedBlock,
    MarkedParagraph,
    Piece,
    PrintedParagraph,
)

_SIGNS = {"<": Ink.NEW, "{": Ink.BRACKET}
_MARKS = {
    RunKind.EQUAL: ("", ""),
    RunKind.DELETED: ("-", "-"),
    RunKind.INSERTED: ("+", "+"),
}


def printed(*lines: str) -> tuple[PrintedParagraph, ...]:
    """Make paragraphs: ``<words>`` are underlined, ``{[}`` is a bracket set apart."""
    return tuple(PrintedParagraph(pieces=tuple(_pieces(line))) for line in lines)


def _pieces(line: str) -> list[Piece]:
    parts = re.findall(r"<[^>]*>|\{[^}]*\}|[^<{]+", line)
    return [
        Piece(text=part[1:-1], ink=_SIGNS[part[0]])
        if part[0] in _SIGNS
        else Piece(text=part)
        for part in parts
    ]


def shown(blocks: tuple[MarkedBlock, ...]) -> list[str]:
    """Write the words of paragraphs: ``-deleted-``, ``+new+``."""
    return [
        "".join(run.text.join(_MARKS[run.kind]) for run in block.runs)
        for block in blocks
        if isinstance(block, MarkedParagraph)
    ]


def side(runs: tuple[Run, ...], gone: RunKind) -> str:
    """Give the words of one side."""
    return "".join(run.text for run in runs if run.kind is not gone)

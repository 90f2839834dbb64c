"""Sections of an act as a page in Connecticut's drafting form."""

from __future__ import annotations

import re
from html import escape
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, Final, TypeAlias

from statuteline.model.marked import Ink, Piece, PrintedParagraph, PrintedTable
from statuteline.publish._characters import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from statuteline.model.marked import Pieces, PrintedBlock
    from statuteline.publish._act_form import FormedSection

_PAGE: Final = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{notices}
<p class="notice">A draft by statuteline in the form of an act; nobody passed it.</p>
<h1>{title}</h1>
<p class="enacting">Be it enacted by the Senate and House of Representatives in General
Assembly convened:</p>
{sections}
</body>
</html>
"""


_Writer: TypeAlias = "Callable[[Pieces], str]"
_SPACE: Final = re.compile(r"( +)")
_BREAKS: Final = re.compile(r"[-‐–—/)\]}?!%…](?=\S)|[-‐–—] ")
"""Where a line can break without a space, or behind a hyphen that has one."""
_HALF: Final = re.compile(r"\S[-‐–—] *$")
"""A word whose other half is still to come, as in "two- or three-"."""


def act_page(
    sections: Sequence[FormedSection],
    notices: Sequence[str],
    *,
    whole_words: bool = False,
) -> str:
    """Write a page that :func:`statuteline.acts.html.read_act_html` reads.

    Args:
        sections: The sections, in order; they are numbered from 1.
        notices: Whose words they are, a sentence or two each.
        whole_words: Whether lines may break at spaces only. On paper nobody could tell
            whether a space stood where a line breaks behind a hyphen or a bracket.

    Returns:
        A page without script or request. Deleted words stand in bold brackets, new
        ones are underlined; brackets in plain type are words of the law.
    """
    one = len(sections) == 1
    about = f"SECTION {sections[0].target}" if one else "SECTIONS"
    return _PAGE.format(
        title=f"AN ACT CONCERNING {about} OF THE GENERAL STATUTES.",
        style=files("statuteline.publish").joinpath("act.css").read_text("utf-8"),
        notices="\n".join(f'<p class="notice">{_shown(words)}</p>' for words in notices),
        sections="\n".join(
            part
            for number, section in enumerate(sections, start=1)
            for part in _section(section, number, _unbroken if whole_words else _words)
        ),
    )


def _section(section: FormedSection, number: int, write: _Writer) -> list[str]:
    head = f"{'Section' if number == 1 else 'Sec.'} {number}."
    blocks = section.blocks
    first = f"{head} {write((Piece(text=section.clause),))}"
    if not section.clause.endswith(":") and isinstance(blocks[0], PrintedParagraph):
        first, blocks = f"{first} {write(blocks[0].pieces)}", blocks[1:]
    return [f'<p class="section">{first}</p>', *(_block(one, write) for one in blocks)]


def _block(block: PrintedBlock, write: _Writer) -> str:
    match block:
        case PrintedParagraph():
            return f"<p>{write(block.pieces)}</p>"
        case PrintedTable():
            rows = (
                "".join(f"<td>{write(cell)}</td>" for cell in row) for row in block.rows
            )
            return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _unbroken(pieces: Pieces) -> str:
    """Write words; those that a line could break inside are kept together."""
    words: list[list[Piece]] = [[]]
    for piece in pieces:
        for number, text in enumerate(_SPACE.split(piece.text)):
            if number % 2:
                words += [[Piece(text=text, ink=piece.ink)], []]
            elif text:
                words[-1].append(Piece(text=text, ink=piece.ink))
    out: list[str] = []
    simple: list[Piece] = []
    kept: list[Piece] = []
    for word in words:
        kept += word
        text = "".join(piece.text for piece in kept)
        if _HALF.search(text):
            continue  # it is kept with what follows it
        if _BREAKS.search(text):
            out += [_words(simple), f'<span class="word">{_words(kept)}</span>']
            simple = []
        else:
            simple += kept
        kept = []
    return "".join([*out, _words([*simple, *kept])])


def _words(pieces: Sequence[Piece]) -> str:
    parts = []
    for piece in _joined(pieces):
        words = _shown(piece.text)
        match piece.ink:
            case Ink.NEW:
                parts.append(f'<u class="insert">{words}</u>')
            case Ink.BRACKET if words == "[":
                parts.append(f'<b>{words}<span class="remove"></span></b>')
            case Ink.BRACKET:
                parts.append(f"<b>{words}</b>")
            case Ink.PLAIN | Ink.GONE:
                parts.append(words)
    return "".join(parts)


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Join neighbours of one ink."""
    for ink, group in groupby(pieces, key=lambda piece: piece.ink):
        yield Piece(text="".join(piece.text for piece in group), ink=ink)


def _shown(text: str) -> str:
    return escape(visible(text), quote=False)

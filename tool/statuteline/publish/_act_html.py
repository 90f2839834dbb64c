"""Sections of an act as a page in Connecticut's drafting form."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from statuteline.model.marked import Ink, PrintedParagraph, PrintedTable
from statuteline.publish._characters import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def act_page(sections: Sequence[FormedSection], notices: Sequence[str]) -> str:
    """Write a page that :func:`statuteline.acts.html.read_act_html` reads.

    Args:
        sections: The sections, in order; they are numbered from 1.
        notices: Whose words they are, a sentence or two each.

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
            for part in _section(section, number)
        ),
    )


def _section(section: FormedSection, number: int) -> list[str]:
    head = f"{'Section' if number == 1 else 'Sec.'} {number}."
    blocks = section.blocks
    first = f"{head} {_shown(section.clause)}"
    if not section.clause.endswith(":") and isinstance(blocks[0], PrintedParagraph):
        first, blocks = f"{first} {_words(blocks[0].pieces)}", blocks[1:]
    return [f'<p class="section">{first}</p>', *map(_block, blocks)]


def _block(block: PrintedBlock) -> str:
    match block:
        case PrintedParagraph():
            return f"<p>{_words(block.pieces)}</p>"
        case PrintedTable():
            rows = (
                "".join(f"<td>{_words(cell)}</td>" for cell in row) for row in block.rows
            )
            return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _words(pieces: Pieces) -> str:
    parts = []
    for piece in pieces:
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


def _shown(text: str) -> str:
    return escape(visible(text), quote=False)

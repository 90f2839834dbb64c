"""A comparison as plain text, under one convention of marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.publish import _wording
from statuteline.publish._characters import one_line
from statuteline.publish._convention import NOTE
from statuteline.publish._marked import beside, paragraphs
from statuteline.publish._profile import with_new_sections
from statuteline.publish._selection import selected
from statuteline.publish._side_by_side import side_by_side
from statuteline.publish._wrap import Piece, wrap
from statuteline.publish.base import Detail, Layout

if TYPE_CHECKING:
    from statuteline.model.change import Comparison
    from statuteline.publish._convention import Convention
    from statuteline.publish._layout import Row
    from statuteline.publish.base import Style

_BOLD = "1"
_DIM = "2"
_NARROWEST = 20
_MARGIN = 2
_STEP = 4


def page(comparison: Comparison, convention: Convention, style: Style) -> str:
    """Write the output: what is compared, the changes, the redline, as far as asked."""
    blocks = [_head(comparison, style)]
    match style.detail:
        case Detail.COUNTS:
            blocks.append(_counts(comparison, style))
        case Detail.SENTENCES:
            blocks.append(_changes(comparison, style))
        case Detail.FULL:
            blocks.append(_changes(comparison, style))
            blocks.append(_wrapped(convention.legend, style))
            if style.layout is Layout.SIDE_BY_SIDE:
                blocks.append(side_by_side(comparison, convention, style))
            else:
                blocks.append(redline(comparison, convention, style))
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def redline(comparison: Comparison, convention: Convention, style: Style) -> list[str]:
    """Write every word of both texts with its marks."""
    shown = selected(comparison, style)
    if convention.new_sections:
        shown = with_new_sections(shown)
    lines: list[str] = []
    for row in shown:
        if lines and row.place.depth <= 1 and not row.closing:
            lines.append("")
        lines += _row(row, convention, style)
    return lines


def _head(comparison: Comparison, style: Style) -> list[str]:
    title = f"{one_line(_wording.headline(comparison))}"
    ids = " and ".join(_wording.works(comparison))
    pieces = [Piece(title, _BOLD if style.colour else ""), Piece(f" ({ids})")]
    lines = wrap(pieces, width=_width(style), first="", rest="  ")
    for name, text in (("Old text", comparison.old), ("New text", comparison.new)):
        words = f"{name}: {_wording.when(text)} ({_wording.label(text)})"
        lines += _wrapped(words, style, rest="  ")
    for notice in _wording.notices(comparison):
        lines += _wrapped(notice, style)
    return lines


def _changes(comparison: Comparison, style: Style) -> list[str]:
    lines = _wrapped(_wording.counted(comparison), style)
    for number, change in enumerate(comparison.changes, start=1):
        first = f"{number:3}. "
        words = " ".join((change.summary, _wording.doubt(change)))
        lines += _wrapped(words, style, first=first, rest=" " * len(first))
    return lines


def _counts(comparison: Comparison, style: Style) -> list[str]:
    return [
        *_wrapped(_wording.counted(comparison), style),
        *_wrapped(_wording.counted_words(comparison), style),
    ]


def _wrapped(words: str, style: Style, *, first: str = "", rest: str = "") -> list[str]:
    return wrap([Piece(one_line(words))], width=_width(style), first=first, rest=rest)


def _row(row: Row, convention: Convention, style: Style) -> list[str]:
    first, rest = _margins(row.place.depth, style)
    num, heading, body = map(convention.ready, (row.num, row.heading, row.words))
    pages = paragraphs(beside(num, heading or body))
    if heading:
        pages += paragraphs(body)
    lines: list[str] = []
    for words in filter(None, pages):
        margin = rest if lines or row.closing else first
        pieces = convention.pieces(words, colour=style.colour)
        lines += wrap(pieces, width=_width(style), first=margin, rest=rest)
    for note in row.notes:
        piece = Piece(note.join(NOTE), _DIM if style.colour else "")
        lines += wrap([piece], width=_width(style), first=rest, rest=rest)
    return lines


def _margins(depth: int, style: Style) -> tuple[str, str]:
    indent = min(_MARGIN + _STEP * depth, _width(style) // 3)
    return " " * indent, " " * (indent + _STEP)


def _width(style: Style) -> int:
    return max(style.width, _NARROWEST)

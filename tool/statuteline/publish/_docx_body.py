"""Paragraphs of a Word file: tracked changes, or marks drawn as a profile has them."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from statuteline.model.change import RunKind
from statuteline.publish._characters import one_line, visible
from statuteline.publish._docx_package import moment, style_of
from statuteline.publish._marked import beside, paragraphs, settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from statuteline.model.change import Run, Runs
    from statuteline.publish._layout import Row
    from statuteline.publish._profile import Marks
    from statuteline.publish._tracked import TrackedParagraph

_AUTHOR = "statuteline"
_ELEMENT = {RunKind.DELETED: "del", RunKind.INSERTED: "ins"}


def tracked_body(shown: tuple[TrackedParagraph, ...], day: date) -> str:
    """Write paragraphs whose changes a reader can accept or reject.

    Args:
        shown: The paragraphs, in order.
        day: The day that every change bears.
    """
    numbers = count(1)

    def change() -> str:
        return f'w:id="{next(numbers)}" w:author="{_AUTHOR}" w:date="{moment(day)}"'

    written = []
    for paragraph in shown:
        mark = ""
        if paragraph.mark is not RunKind.EQUAL:
            mark = f"<w:rPr><w:{_ELEMENT[paragraph.mark]} {change()}/></w:rPr>"
        style = style_of(paragraph.depth, heading=paragraph.heading)
        words = "".join(_tracked_run(run, change) for run in paragraph.runs)
        written.append(_paragraph(style, words, mark))
    return "".join(written)


def drawn_body(shown: tuple[Row, ...], marks: Marks) -> str:
    """Write paragraphs whose changes are marked by how their words look."""
    return "".join(part for row in shown for part in _row(row, marks))


def plain_paragraph(words: str) -> str:
    """Write a paragraph at the left edge, without marks."""
    return _paragraph(style_of(0, heading=False), _run(words))


def _row(row: Row, marks: Marks) -> Iterator[str]:
    num, heading, words = (settle(runs, str) for runs in (row.num, row.heading, row.words))
    depth = row.place.depth
    if heading:
        yield _drawn(beside(num, heading), marks, style_of(depth, heading=True))
        num = ()
    for runs in paragraphs(beside(num, words)):
        yield _drawn(runs, marks, style_of(depth, heading=False))
    for note in row.notes:
        yield _paragraph("LawNote", _run(one_line(note)))


def _drawn(runs: Runs, marks: Marks, style: str) -> str:
    return _paragraph(style, "".join(_drawn_run(run, marks) for run in runs))


def _drawn_run(run: Run, marks: Marks) -> str:
    match run.kind:
        case RunKind.EQUAL:
            return _run(run.text)
        case RunKind.DELETED:
            text = f"[{run.text}]" if marks.brackets else run.text
            return _run(text, look="<w:strike/>" if marks.strike else "")
        case RunKind.INSERTED:
            return _run(
                run.text, look="<w:i/>" if marks.italic else '<w:u w:val="single"/>'
            )


def _tracked_run(run: Run, change: Callable[[], str]) -> str:
    if run.kind is RunKind.EQUAL:
        return _run(run.text)
    name = _ELEMENT[run.kind]
    text = "delText" if run.kind is RunKind.DELETED else "t"
    return f"<w:{name} {change()}>{_run(run.text, text=text)}</w:{name}>"


def _run(words: str, *, text: str = "t", look: str = "") -> str:
    """Write words of one look; tabs part the cells of a table."""
    pieces = (
        f'<w:{text} xml:space="preserve">{escape(piece)}</w:{text}>' if piece else ""
        for piece in visible(words).split("\t")
    )
    style = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f"<w:r>{style}{'<w:tab/>'.join(pieces)}</w:r>"


def _paragraph(style: str, words: str, mark: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{mark}</w:pPr>{words}</w:p>'

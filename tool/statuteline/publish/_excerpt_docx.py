"""One text, or a part of it, as a Word file: the law's words, with what is told above."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from statuteline.diff.compare import compare
from statuteline.model.text import canonical_blocks
from statuteline.model.work import Words
from statuteline.publish import _wording
from statuteline.publish._characters import one_line
from statuteline.publish._docx_body import drawn_body, plain_paragraph
from statuteline.publish._docx_package import Cover, package
from statuteline.publish._layout import rows
from statuteline.publish._profile import MARKS
from statuteline.publish.base import Profile

if TYPE_CHECKING:
    from statuteline.publish.base import Excerpt, Style


def excerpt_docx(excerpt: Excerpt, _style: Style) -> bytes:
    """Write a text with its days and whose words it holds.

    Args:
        excerpt: What to show.

    Returns:
        The bytes of the file, the same for the same text on any day.
    """
    text = excerpt.expression
    shown, front = text, canonical_blocks(text.front)
    if excerpt.provision is not None:
        shown, front = replace(text, body=(excerpt.provision,)), ""
    # A text compared with itself is laid out as redlines are, and has no marks.
    laid = rows(compare(shown, shown))
    words = (
        *map(plain_paragraph, filter(None, front.split("\n"))),
        drawn_body(laid, MARKS[Profile.CT]),
    )
    title = one_line(f"{excerpt.citation} {text.title}")
    days = _wording.lasting(text, excerpt.interval, excerpt.ends_by)
    told = [f"{days} ({text.id}).", _wording.whose(text.words)]
    if text.words is not Words.SOURCE:
        told.append(excerpt.notice)
    cover = Cover(
        title=title,
        day=text.start or text.id.version,
        first=tuple(map(one_line, told)),
        later=one_line(f"{title}: {text.id.label}"),
        language=_wording.language_of(text),
    )
    return package("".join(words), cover)

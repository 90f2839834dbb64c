"""One text, or a part of it, for reading in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from statuteline.model.days import day_in_words
from statuteline.model.provision import Coverage
from statuteline.model.text import canonical_blocks
from statuteline.model.work import Words
from statuteline.publish._characters import one_line
from statuteline.publish._wording import commencing, lasting, printed_as, whose
from statuteline.publish._wrap import Piece, wrap

if TYPE_CHECKING:
    from statuteline.model.provision import Provision
    from statuteline.publish.base import Excerpt, Style

_BOLD: Final = "1"
_DIM: Final = "2"
_STEP: Final = 4
_MISSING: Final = {
    Coverage.NOT_RESTATED: "[Not restated in this corpus.]",
    Coverage.REMOVED: "[Repealed.]",
}


def excerpt_text(excerpt: Excerpt, style: Style) -> str:
    """Write a text with its days, whose words it holds, and what is missing.

    Args:
        excerpt: What to show.
        style: Colour and width.

    Returns:
        Lines, ending with a line feed.
    """
    page = _Page(style)
    _head(page, excerpt)
    page.gap()
    if excerpt.provision is None:
        for block in excerpt.expression.front:
            page.prose(canonical_blocks((block,)), 0)
        if excerpt.expression.front:
            page.gap()
        for provision in excerpt.expression.body:
            _provision(page, provision, 0)
        _claims(page, excerpt)
    else:
        _provision(page, excerpt.provision, 0)
    return page.text()


class _Page:
    """Collects wrapped lines."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._lines: list[str] = []

    def gap(self) -> None:
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def line(self, words: str, *, depth: int = 0, code: str = "", lead: str = "") -> None:
        """Add one paragraph; ``lead`` stands before it, the rest hangs below it."""
        indent = " " * (_STEP * depth)
        pieces = (
            [Piece(one_line(lead), _BOLD if self._style.colour else "")] if lead else []
        )
        if lead and words:
            pieces.append(Piece(" "))
        pieces.append(Piece(one_line(words), code if self._style.colour else ""))
        rest = indent + " " * (_STEP if lead else 0)
        self._lines += wrap(pieces, width=self._style.width, first=indent, rest=rest)

    def prose(self, words: str, depth: int) -> None:
        for paragraph in words.split("\n"):
            self.line(" │ ".join(paragraph.split("\t")), depth=depth)

    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self._lines).rstrip() + "\n"


def _head(page: _Page, excerpt: Excerpt) -> None:
    expression = excerpt.expression
    page.line(expression.title, lead=excerpt.citation)
    days = lasting(expression, excerpt.interval, excerpt.ends_by)
    page.line(f"{days} ({expression.id}).")
    if excerpt.interval is not None:
        page.line(f"This is the text of {day_in_words(excerpt.at)}.")
    printed = printed_as(expression.status)
    if printed:
        page.line(f"{printed}.")
    if expression.edition is not None:
        page.line(f"As printed in the {expression.edition.name}.")
    page.line(whose(expression.words))
    if expression.words is not Words.SOURCE:
        page.line(excerpt.notice, code=_DIM)
    for pending in excerpt.pending:
        page.line(f"Pending, its first day not known: {pending}.")


def _provision(page: _Page, provision: Provision, depth: int) -> None:
    _own_words(page, provision, depth)
    for child in provision.children:
        _provision(page, child, depth + 1)
    if provision.wrap_up_text:
        under = bool(provision.num or provision.heading)
        page.prose(provision.wrap_up_text, depth + under)
    if depth <= 1:
        page.gap()


def _own_words(page: _Page, provision: Provision, depth: int) -> None:
    words, lead = provision.intro_text, provision.num or ""
    if provision.heading_text:
        page.line(provision.heading_text, depth=depth, lead=lead)
        if provision.commencement is not None:
            page.line(f"[{commencing(provision.commencement)}]", depth=depth + 1, code=_DIM)
    else:
        first, _, words = words.partition("\n")
        if lead or first:
            page.line(" │ ".join(first.split("\t")), depth=depth, lead=lead)
    if words:
        page.prose(words, depth + 1)
    missing = _MISSING.get(provision.coverage)
    if missing and not provision.intro_text:
        page.line(missing, depth=depth + 1, code=_DIM)


def _claims(page: _Page, excerpt: Excerpt) -> None:
    if not excerpt.expression.claims:
        return
    page.gap()
    page.line("What this document says of commencement:")
    for claim in excerpt.expression.claims:
        told = commencing(claim.commencement)
        page.line(f"{told} (“{claim.words}”)", depth=1, lead=f"{claim.section}:")

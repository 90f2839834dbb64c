"""The paragraphs and tables of a page, in reading order, each with how it is set."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.model.text import Paragraph, Role, Span, block_text, plain
from statuteline.publishers.us_ct.links import link_to_section
from statuteline.publishers.us_ct.page import classes_of, raw_words_of, words_of
from statuteline.publishers.us_ct.tables import is_laid_out, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from statuteline.model.text import Block, Mark, Prose

# fmt: off
_INLINE: Final = frozenset({
    "a", "abbr", "b", "big", "br", "cite", "code", "em", "font", "i", "img", "s", "small",
    "span", "strong", "sub", "sup", "tt", "u",
})
# fmt: on
_ROLES: Final = {
    "b": Role.BOLD,
    "strong": Role.BOLD,
    "i": Role.ITALIC,
    "em": Role.ITALIC,
}
_WHITE_SPACE: Final = re.compile(r"\s+")
_ITALIC_L: Final = re.compile(r"l{1,3}")
_NUMBER_END: Final = re.compile(r"\d[a-z]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph, heading or table of a page.

    Args:
        tag: The element that it is: ``p``, ``h3``, ``table``; empty for words that
            stand in none of these.
        classes: The classes of that element.
        catchline: The heading of a section that stands in it; empty for none.
        anchor: The name of that heading; empty for none.
        block: The words, behind the heading if there is one; None for none.
        line: The line of the page on which the element begins.
    """

    tag: str
    classes: frozenset[str]
    catchline: Prose
    anchor: str
    block: Block | None
    line: str

    @property
    def spans(self) -> Prose:
        """Its words as prose; of a table, without its columns."""
        if isinstance(self.block, Paragraph):
            return self.block.spans
        return plain(self.words)

    @property
    def words(self) -> str:
        """Its words, plain."""
        return block_text(self.block) if self.block is not None else ""


def passages_of(element: etree._Element) -> Iterator[Passage]:
    """Give the passages inside an element; of those without words, only rules across.

    Args:
        element: What holds them; where tags are missing or wrong, passages may stand
            inside one another, and are given one behind the other.
    """
    return _Reader(element).passages()


class _Reader:
    """Reads the passages of one element."""

    def __init__(self, element: etree._Element) -> None:
        self._element = element
        self._holder = element
        self._spans: list[Span] = []
        self._catchline: list[Span] = []
        self._anchor = ""

    def passages(self) -> Iterator[Passage]:
        """Give the passages, in reading order."""
        yield from self._inside(self._element, None)
        yield from self._flush()

    def _inside(self, element: etree._Element, mark: Mark | None) -> Iterator[Passage]:
        self._say(element.text, mark)
        for child in element:
            yield from self._child(child, mark)
            self._say(child.tail, mark)

    def _child(self, child: etree._Element, mark: Mark | None) -> Iterator[Passage]:
        if child.tag in _INLINE:
            if "catchln" in classes_of(child):
                yield from self._flush()
                self._catchline = _joined(list(_spans_of(child)))
                self._anchor = child.get("id", "")
            else:
                yield from self._inside(child, mark or _mark_of(child, self._text_so_far()))
            return
        yield from self._flush()
        if child.tag == "hr":
            yield self._passage(child, None)
        elif child.tag == "table" and ("nav_tbl" in classes_of(child)):
            yield self._passage(child, Paragraph(spans=plain(words_of(child))))
            return
        elif child.tag == "table" and not is_laid_out(child):
            yield self._passage(child, table_of(child, _cell_spans))
            return
        holder, self._holder = self._holder, child
        yield from self._inside(child, None)
        yield from self._flush()
        self._holder = holder

    def _text_so_far(self) -> str:
        return self._spans[-1].text if self._spans else ""

    def _say(self, text: str | None, mark: Mark | None) -> None:
        if text:
            self._spans.append(Span(text=text, mark=mark))

    def _flush(self) -> Iterator[Passage]:
        spans = tuple(_joined(self._spans))
        if spans or self._catchline:
            block = Paragraph(spans=spans) if spans else None
            yield self._passage(self._holder, block)
        self._spans, self._catchline, self._anchor = [], [], ""

    def _passage(self, element: etree._Element, block: Block | None) -> Passage:
        return Passage(
            tag=str(element.tag),
            classes=classes_of(element),
            catchline=tuple(self._catchline),
            anchor=self._anchor,
            block=block,
            line=str(element.sourceline),
        )


def _cell_spans(cell: etree._Element) -> Prose:
    """Read the words of a cell; a space parts what stands in paragraphs of their own."""
    spans: list[Span] = []
    for passage in passages_of(cell):
        if isinstance(passage.block, Paragraph):
            spans += [Span(text=" ")] if spans else []
            spans += passage.block.spans
    return tuple(spans)


def _spans_of(element: etree._Element) -> Iterator[Span]:
    """Read the words of a heading: plain, since all of it is bold."""
    if words := raw_words_of(element):
        yield Span(text=words)


def _mark_of(element: etree._Element, before: str) -> Mark | None:
    """Tell what an inline element says of its words."""
    if element.tag == "a":
        return link_to_section(element.get("href", ""), words_of(element))
    words = raw_words_of(element)
    if _ITALIC_L.fullmatch(words) and _NUMBER_END.search(before):
        return None  # the letter l of a number, italic to tell it from the digit
    if "inline_hd" in classes_of(element):
        return Role.BOLD
    return _ROLES.get(str(element.tag))


def _joined(spans: list[Span]) -> list[Span]:
    """Make white space single, and one span of neighbours under one mark."""
    joined: list[Span] = []
    for span in spans:
        text = _WHITE_SPACE.sub(" ", span.text)
        if not joined or joined[-1].text.endswith(" "):
            text = text.removeprefix(" ")
        if not text:
            continue
        if joined and joined[-1].mark == span.mark:
            joined[-1] = Span(text=joined[-1].text + text, mark=span.mark)
        else:
            joined.append(Span(text=text, mark=span.mark))
    if joined and (text := joined[-1].text.removesuffix(" ")):
        joined[-1] = Span(text=text, mark=joined[-1].mark)
    elif joined:
        joined.pop()
    return joined

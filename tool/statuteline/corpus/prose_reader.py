"""Prose, paragraphs and tables from Akoma Ntoso; every fault with its file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from lxml import etree

from statuteline.corpus.names import akn
from statuteline.errors import CorpusError, IdentifierError, SchemaViolationError
from statuteline.model.text import (
    Cell,
    Paragraph,
    Quantity,
    RangeRef,
    Ref,
    Role,
    Span,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.corpus.uris import Uris
    from statuteline.model.ids import WorkId
    from statuteline.model.text import Block, Mark, Prose

Value = TypeVar("Value")

_ROLES = {akn(role.value): role for role in Role}


def local_name(element: etree._Element) -> str:
    """Give the name of an element without its namespace."""
    return etree.QName(element).localname


class ProseReader:
    """Reads the words of one work.

    Args:
        uris: The URIs of the corpus.
        own: The work; links that are mere fragments lie inside it.
        where: The file's name, for messages.
    """

    def __init__(self, uris: Uris, own: WorkId, where: str) -> None:
        self._uris = uris
        self._own = own
        self._where = where

    def no_loose_words(self, element: etree._Element) -> None:
        """Refuse words between elements: no reader of this shape would see them."""
        for piece in (element.text, *(child.tail for child in element)):
            if piece and piece.strip():
                found = " ".join(piece.split())[:30]
                raise self.fault(
                    element, f"<{local_name(element)}> holds loose words: {found!r}"
                )

    def blocks(self, element: etree._Element) -> tuple[Block, ...]:
        """Read the paragraphs and tables of an element.

        Raises:
            SchemaViolationError: If it holds anything else.
        """
        self.no_loose_words(element)
        blocks: list[Block] = []
        for child in element:
            match local_name(child):
                case "p":
                    blocks.append(Paragraph(spans=self.spans(child)))
                case "table":
                    blocks.append(self._table(child))
                case name:
                    raise self.fault(child, f"<{name}> is no block of a text here")
        return tuple(blocks)

    def _table(self, element: etree._Element) -> Table:
        self.no_loose_words(element)
        rows = list(element)
        captions = rows[:1] if rows and rows[0].tag == akn("caption") else []
        for row in rows[len(captions) :]:
            if row.tag != akn("tr"):
                raise self.fault(row, f"<{local_name(row)}> is no row of a table here")
            self.no_loose_words(row)
        return Table(
            caption=self.spans(captions[0]) if captions else (),
            rows=tuple(
                tuple(self._cell(cell) for cell in row) for row in rows[len(captions) :]
            ),
        )

    def _cell(self, element: etree._Element) -> Cell:
        paragraphs = element.findall(akn("p"))
        if len(paragraphs) != 1 or len(element) != 1:
            raise self.fault(element, "A cell must hold one <p>")
        self.no_loose_words(element)
        return Cell(spans=self.spans(paragraphs[0]), header=element.tag == akn("th"))

    def spans(self, element: etree._Element) -> Prose:
        """Read the words of an element, with their marks."""
        spans = [Span(text=element.text)] if element.text else []
        for child in element:
            spans.append(Span(text=self.bare(child), mark=self._mark(child)))
            if child.tail:
                spans.append(Span(text=child.tail))
        return tuple(spans)

    def bare(self, element: etree._Element) -> str:
        """Take the words of an element that may hold no other."""
        if len(element):
            raise self.fault(element, f"<{local_name(element)}> may hold words only")
        return element.text or ""

    def _mark(self, element: etree._Element) -> Mark:
        def target(attribute: str) -> Ref:
            href = element.get(attribute) or ""
            parse = self._uris.target
            return Ref(
                target=self.parse(element, href, lambda text: parse(text, self._own))
            )

        match local_name(element):
            case "ref":
                return target("href")
            case "rref":
                return RangeRef(first=target("from").target, last=target("upTo").target)
            case "quantity":
                return Quantity(value=element.get("normalized") or "")
            case name if element.tag in _ROLES:
                return _ROLES[akn(name)]
            case name:
                raise self.fault(element, f"<{name}> is no mark of words here")

    def parse(
        self, element: etree._Element, text: str, parse: Callable[[str], Value]
    ) -> Value:
        """Read a value; what is wrong with it is told with the element's line."""
        try:
            return parse(text)
        except (IdentifierError, CorpusError) as error:
            raise self.fault(element, error.what, error.hint) from error

    def fault(
        self, element: etree._Element, what: str, hint: str = ""
    ) -> SchemaViolationError:
        """Make the error that tells file and line of an element."""
        return SchemaViolationError(
            what, where=f"{self._where}:{element.sourceline}", hint=hint
        )

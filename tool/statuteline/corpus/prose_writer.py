"""Prose, paragraphs and tables to Akoma Ntoso."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from statuteline.corpus.names import akn
from statuteline.model.text import Paragraph, Quantity, RangeRef, Ref, Role, Table

if TYPE_CHECKING:
    from statuteline.corpus.uris import Uris
    from statuteline.model.ids import WorkId
    from statuteline.model.text import Block, Prose


class ProseWriter:
    """Writes the words of one work.

    Args:
        uris: The URIs of the corpus.
        own: The work; links inside it are mere fragments.
    """

    def __init__(self, uris: Uris, own: WorkId) -> None:
        self._uris = uris
        self._own = own

    def blocks(self, parent: etree._Element, blocks: tuple[Block, ...]) -> None:
        """Append paragraphs and tables to an element."""
        for block in blocks:
            match block:
                case Paragraph():
                    self.spans(etree.SubElement(parent, akn("p")), block.spans)
                case Table():
                    self._table(parent, block)

    def _table(self, parent: etree._Element, table: Table) -> None:
        element = etree.SubElement(parent, akn("table"))
        if table.caption:
            self.spans(etree.SubElement(element, akn("caption")), table.caption)
        for row in table.rows:
            line = etree.SubElement(element, akn("tr"))
            for cell in row:
                box = etree.SubElement(line, akn("th" if cell.header else "td"))
                self.spans(etree.SubElement(box, akn("p")), cell.spans)

    def spans(self, element: etree._Element, spans: Prose) -> None:
        """Give an element the words of spans, with their marks."""
        for span in spans:
            if span.mark is None:
                if len(element):
                    element[-1].tail = (element[-1].tail or "") + span.text
                else:
                    element.text = (element.text or "") + span.text
                continue
            match span.mark:
                case Ref(target=target):
                    href = self._uris.href(target, self._own)
                    inline = etree.SubElement(element, akn("ref"), {"href": href})
                case RangeRef(first=first, last=last):
                    inline = etree.SubElement(
                        element,
                        akn("rref"),
                        {
                            "from": self._uris.href(first, self._own),
                            "upTo": self._uris.href(last, self._own),
                        },
                    )
                case Quantity(value=value):
                    inline = etree.SubElement(
                        element,
                        akn("quantity"),
                        {"refersTo": "#figure", "normalized": value},
                    )
                case Role.ORGANIZATION:
                    inline = etree.SubElement(
                        element, akn("organization"), {"refersTo": "#named-organization"}
                    )
                case Role() as role:
                    inline = etree.SubElement(element, akn(role.value))
            inline.text = span.text

"""Expressions to canonical Akoma Ntoso: the same value always gives the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from statuteline.corpus.meta_writer import append_meta, period_groups
from statuteline.corpus.names import AKN, OWN, ROOT_OF_KIND, STATUS_OF_COVERAGE, akn
from statuteline.corpus.prose_writer import ProseWriter
from statuteline.errors import CorpusError
from statuteline.model.work import Kind

if TYPE_CHECKING:
    from statuteline.corpus.settings import CorpusSettings
    from statuteline.corpus.uris import Uris
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression

_MIXED: Final = {akn(name) for name in ("p", "num", "heading", "caption")}
"""Elements whose white space is text: never indented inside."""


def write(expression: Expression, uris: Uris, settings: CorpusSettings) -> bytes:
    """Write an expression as canonical Akoma Ntoso.

    Args:
        expression: The text.
        uris: The URIs of the corpus it goes to.
        settings: What that corpus says of itself.

    Returns:
        UTF-8 bytes: fixed attribute order, two spaces of indentation that never
        touch mixed content, a line feed at the end.

    Raises:
        CorpusError: If a series is not set up, or the text holds a character that
            XML cannot carry.
    """
    try:
        root = _document(expression, uris, settings)
    except ValueError as error:
        raise CorpusError(
            f"The text holds a character that XML cannot carry: {error}",
            where=str(expression.id),
            hint="remove control characters from the source",
        ) from error
    return document_text(root).encode()


def document_text(root: etree._Element) -> str:
    """Write a finished document: declared, indented, ending with a line feed."""
    _indent(root)
    body = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def _document(
    expression: Expression, uris: Uris, settings: CorpusSettings
) -> etree._Element:
    root = etree.Element(akn("akomaNtoso"), nsmap={None: AKN, "sl": OWN})  # type: ignore[dict-item]
    document = etree.SubElement(
        root,
        akn(ROOT_OF_KIND[expression.kind]),
        {"name": expression.kind.value, "contains": "singleVersion"},
    )
    prose = ProseWriter(uris, expression.id.work)
    append_meta(document, expression, uris, settings)
    content = _Content(prose, period_groups(expression))
    if expression.front:
        prose.blocks(etree.SubElement(document, akn("preface")), expression.front)
    is_act = expression.kind in {Kind.STATUTE_SECTION, Kind.PUBLIC_ACT}
    body = etree.SubElement(document, akn("body" if is_act else "mainBody"))
    for provision in expression.body:
        content.provision(body, provision)
    return root


class _Content:
    """Writes the provisions of one text."""

    def __init__(self, prose: ProseWriter, groups: dict[str, str]) -> None:
        self._prose = prose
        self._groups = groups

    def provision(self, parent: etree._Element, provision: Provision) -> None:
        element = etree.SubElement(parent, akn(provision.level.value))
        element.set("eId", provision.eid.text)
        if provision.wid.text != provision.eid.text:
            element.set("wId", provision.wid.text)
        if provision.eid.text in self._groups:
            element.set("period", f"#{self._groups[provision.eid.text]}")
        if provision.coverage in STATUS_OF_COVERAGE:
            element.set("status", STATUS_OF_COVERAGE[provision.coverage])
        if provision.num is not None:
            etree.SubElement(element, akn("num")).text = provision.num
        if provision.heading:
            self._prose.spans(etree.SubElement(element, akn("heading")), provision.heading)
        if not provision.children:
            self._prose.blocks(etree.SubElement(element, akn("content")), provision.intro)
            return
        if provision.intro:
            self._prose.blocks(etree.SubElement(element, akn("intro")), provision.intro)
        for child in provision.children:
            self.provision(element, child)
        if provision.wrap_up:
            self._prose.blocks(etree.SubElement(element, akn("wrapUp")), provision.wrap_up)


def _indent(element: etree._Element, depth: int = 0) -> None:
    """Indent elements by two spaces a level, and touch no mixed content.

    Args:
        element: The top of what is indented, in place.
        depth: How deep it stands itself.
    """
    if element.tag in _MIXED or not len(element):
        return
    inner = "\n" + "  " * (depth + 1)
    element.text = inner
    for child in element:
        _indent(child, depth + 1)
        child.tail = inner
    element[-1].tail = "\n" + "  " * depth

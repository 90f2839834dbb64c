"""Canonical Akoma Ntoso to expressions; every fault with its file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from lxml import etree

from statuteline.corpus.meta_reader import Meta, read_meta
from statuteline.corpus.names import COVERAGE_OF_STATUS, ROOT_OF_KIND, akn
from statuteline.corpus.safe_xml import parse_xml
from statuteline.errors import CorpusError, IdentifierError, SchemaViolationError
from statuteline.model.ids import EId, WId
from statuteline.model.provision import Coverage, Level, Provision
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
from statuteline.model.work import Expression, Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.corpus.uris import Uris
    from statuteline.model.commencement import Commencement
    from statuteline.model.ids import WorkId
    from statuteline.model.text import Block, Mark, Prose

Value = TypeVar("Value")

_LEVELS = {akn(level.value): level for level in Level}
_ROLES = {akn(role.value): role for role in Role}


def read(data: bytes, uris: Uris, where: str) -> Expression:
    """Read one expression file.

    Args:
        data: The bytes of the file.
        uris: The URIs of the corpus it belongs to.
        where: The file's name, for messages.

    Returns:
        The expression; :func:`statuteline.corpus.writer.write` gives the same bytes
        back if the file was canonical.

    Raises:
        MalformedXmlError: If it is no XML that we accept.
        SchemaViolationError: If it is XML of another shape, with file and line.
    """
    return read_tree(parse_xml(data, where), uris, where)


def read_tree(root: etree._Element, uris: Uris, where: str) -> Expression:
    """Read an expression from a parsed document; see :func:`read`."""
    if root.tag != akn("akomaNtoso"):
        raise SchemaViolationError(
            f"The root is {_local(root)}, not akomaNtoso",
            where=f"{where}:{root.sourceline}",
        )
    if len(root) != 1:
        raise SchemaViolationError(
            f"<akomaNtoso> holds {len(root)} documents, not one",
            where=f"{where}:{root.sourceline}",
        )
    document = root[0]
    kind = _kind(document, where)
    meta = read_meta(_only(document, "meta", where), uris, where)
    content = _Content(uris, meta, where)
    front = document.find(akn("preface"))
    is_act = ROOT_OF_KIND[kind] == "act"
    body = _only(document, "body" if is_act else "mainBody", where)
    for element in document:
        if element.tag not in {akn("meta"), akn("preface"), body.tag}:
            raise SchemaViolationError(
                f"<{_local(element)}> is no part of a document here",
                where=f"{where}:{element.sourceline}",
            )
    content.no_loose_words(body)
    return Expression(
        id=meta.id,
        kind=kind,
        title=meta.title,
        words=meta.words,
        recorded=meta.recorded,
        created=meta.created,
        commencement=meta.whole,
        ends=meta.ends,
        events=meta.events,
        modifications=meta.modifications,
        evidence=meta.evidence,
        statements=meta.statements,
        claims=meta.claims,
        source=meta.source,
        front=content.blocks(front) if front is not None else (),
        body=tuple(content.provision(child) for child in body),
    )


def _kind(document: etree._Element, where: str) -> Kind:
    for kind, name in ROOT_OF_KIND.items():
        if document.tag == akn(name) and document.get("name") == kind.value:
            return kind
    raise SchemaViolationError(
        f'<{_local(document)} name="{document.get("name")}"> is no kind of document here',
        where=f"{where}:{document.sourceline}",
        hint="known: " + ", ".join(f"{ROOT_OF_KIND[k]} {k.value}" for k in Kind),
    )


class _Content:
    """Reads provisions and prose of one work."""

    def __init__(self, uris: Uris, meta: Meta, where: str) -> None:
        self._uris = uris
        self._own: WorkId = meta.id.work
        self._groups = meta.groups
        self._where = where

    def provision(self, element: etree._Element) -> Provision:
        level = _LEVELS.get(element.tag)
        if level is None:
            raise self._fault(element, f"<{_local(element)}> is no level of a text here")
        self.no_loose_words(element)
        parts: dict[str, etree._Element] = {}
        children: list[Provision] = []
        for child in element:
            name = _local(child)
            if name in {"num", "heading", "intro", "wrapUp", "content"}:
                if name in parts:
                    raise self._fault(child, f"A second <{name}>")
                parts[name] = child
            else:
                children.append(self.provision(child))
        self._check_parts(parts, has_children=bool(children))
        words = parts.get("intro" if children else "content")
        behind = parts.get("wrapUp")
        num = parts.get("num")
        eid = self._parse(element, element.get("eId") or "", EId.parse)
        return Provision(
            level=level,
            eid=eid,
            wid=self._parse(element, element.get("wId") or eid.text, WId.parse),
            num=self._bare(num) if num is not None else None,
            heading=self._prose(parts["heading"]) if "heading" in parts else (),
            intro=self.blocks(words) if words is not None else (),
            children=tuple(children),
            wrap_up=self.blocks(behind) if behind is not None else (),
            coverage=self._coverage(element),
            commencement=self._commencement(element),
        )

    def _check_parts(self, parts: dict[str, etree._Element], *, has_children: bool) -> None:
        """Refuse words at a place that a text of this shape does not have."""
        strange = {"content"} if has_children else {"intro", "wrapUp"}
        for name in parts.keys() & strange:
            beside = "beside lower levels" if has_children else "without lower levels"
            raise self._fault(parts[name], f"<{name}> cannot stand {beside}")

    def no_loose_words(self, element: etree._Element) -> None:
        """Refuse words between elements: no reader of this shape would see them."""
        for piece in (element.text, *(child.tail for child in element)):
            if piece and piece.strip():
                found = " ".join(piece.split())[:30]
                raise self._fault(
                    element, f"<{_local(element)}> holds loose words: {found!r}"
                )

    def _coverage(self, element: etree._Element) -> Coverage:
        status = element.get("status")
        if status is None:
            return Coverage.FULL
        if status not in COVERAGE_OF_STATUS:
            known = ", ".join(COVERAGE_OF_STATUS)
            raise self._fault(element, f"status is {status!r}", f"one of {known}")
        return COVERAGE_OF_STATUS[status]

    def _commencement(self, element: etree._Element) -> Commencement | None:
        period = element.get("period")
        if period is None:
            return None
        group = period.removeprefix("#")
        if group not in self._groups:
            raise self._fault(
                element, f"period names {period!r}, which is no temporalGroup"
            )
        return self._groups[group]

    def blocks(self, element: etree._Element) -> tuple[Block, ...]:
        self.no_loose_words(element)
        blocks: list[Block] = []
        for child in element:
            match _local(child):
                case "p":
                    blocks.append(Paragraph(spans=self._prose(child)))
                case "table":
                    blocks.append(self._table(child))
                case name:
                    raise self._fault(child, f"<{name}> is no block of a text here")
        return tuple(blocks)

    def _table(self, element: etree._Element) -> Table:
        self.no_loose_words(element)
        rows = list(element)
        captions = rows[:1] if rows and rows[0].tag == akn("caption") else []
        for row in rows[len(captions) :]:
            if row.tag != akn("tr"):
                raise self._fault(row, f"<{_local(row)}> is no row of a table here")
            self.no_loose_words(row)
        return Table(
            caption=self._prose(captions[0]) if captions else (),
            rows=tuple(
                tuple(self._cell(cell) for cell in row) for row in rows[len(captions) :]
            ),
        )

    def _cell(self, element: etree._Element) -> Cell:
        paragraphs = element.findall(akn("p"))
        if len(paragraphs) != 1 or len(element) != 1:
            raise self._fault(element, "A cell must hold one <p>")
        self.no_loose_words(element)
        return Cell(spans=self._prose(paragraphs[0]), header=element.tag == akn("th"))

    def _prose(self, element: etree._Element) -> Prose:
        spans = [Span(text=element.text)] if element.text else []
        for child in element:
            spans.append(Span(text=self._bare(child), mark=self._mark(child)))
            if child.tail:
                spans.append(Span(text=child.tail))
        return tuple(spans)

    def _bare(self, element: etree._Element) -> str:
        """Take the words of an element that may hold no other."""
        if len(element):
            raise self._fault(element, f"<{_local(element)}> may hold words only")
        return element.text or ""

    def _mark(self, element: etree._Element) -> Mark:
        def target(attribute: str) -> Ref:
            href = element.get(attribute) or ""
            parse = self._uris.target
            return Ref(
                target=self._parse(element, href, lambda text: parse(text, self._own))
            )

        match _local(element):
            case "ref":
                return target("href")
            case "rref":
                return RangeRef(first=target("from").target, last=target("upTo").target)
            case "quantity":
                return Quantity(value=element.get("normalized") or "")
            case name if element.tag in _ROLES:
                return _ROLES[akn(name)]
            case name:
                raise self._fault(element, f"<{name}> is no mark of words here")

    def _parse(
        self, element: etree._Element, text: str, parse: Callable[[str], Value]
    ) -> Value:
        try:
            return parse(text)
        except (IdentifierError, CorpusError) as error:
            raise self._fault(element, error.what, error.hint) from error

    def _fault(
        self, element: etree._Element, what: str, hint: str = ""
    ) -> SchemaViolationError:
        return SchemaViolationError(
            what, where=f"{self._where}:{element.sourceline}", hint=hint
        )


def _only(document: etree._Element, name: str, where: str) -> etree._Element:
    element = document.find(akn(name))
    if element is None:
        raise SchemaViolationError(
            f"<{_local(document)}> has no <{name}>", where=f"{where}:{document.sourceline}"
        )
    return element


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname

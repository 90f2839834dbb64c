"""Canonical Akoma Ntoso to expressions; every fault with its file and line."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from statuteline.corpus.meta_reader import Meta, read_meta
from statuteline.corpus.names import COVERAGE_OF_STATUS, ROOT_OF_KIND, akn, check_own
from statuteline.corpus.prose_reader import ProseReader, local_name
from statuteline.corpus.safe_xml import parse_xml
from statuteline.errors import SchemaViolationError
from statuteline.model.ids import EId, WId
from statuteline.model.provision import Coverage, Level, Provision
from statuteline.model.text import (
    Role,
)
from statuteline.model.work import Expression, Kind

if TYPE_CHECKING:
    from lxml import etree

    from statuteline.corpus.uris import Uris
    from statuteline.model.commencement import Commencement

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
            f"The root is {local_name(root)}, not akomaNtoso",
            where=f"{where}:{root.sourceline}",
        )
    check_own(root.nsmap.values(), where)
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
                f"<{local_name(element)}> is no part of a document here",
                where=f"{where}:{element.sourceline}",
            )
    content.prose.no_loose_words(body)
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
        status=meta.status,
        former=meta.former,
        edition=meta.edition,
        position=meta.position,
        notes=meta.notes,
        front=content.prose.blocks(front) if front is not None else (),
        body=tuple(content.provision(child) for child in body),
    )


def _kind(document: etree._Element, where: str) -> Kind:
    for kind, name in ROOT_OF_KIND.items():
        if document.tag == akn(name) and document.get("name") == kind.value:
            return kind
    raise SchemaViolationError(
        f'<{local_name(document)} name="{document.get("name")}"> is no kind of document '
        "here",
        where=f"{where}:{document.sourceline}",
        hint="known: " + ", ".join(f"{ROOT_OF_KIND[k]} {k.value}" for k in Kind),
    )


class _Content:
    """Reads the provisions of one text."""

    def __init__(self, uris: Uris, meta: Meta, where: str) -> None:
        self.prose = ProseReader(uris, meta.id.work, where)
        self._groups = meta.groups

    def provision(self, element: etree._Element) -> Provision:
        level = _LEVELS.get(element.tag)
        if level is None:
            raise self.prose.fault(
                element, f"<{local_name(element)}> is no level of a text here"
            )
        self.prose.no_loose_words(element)
        parts: dict[str, etree._Element] = {}
        children: list[Provision] = []
        for child in element:
            name = local_name(child)
            if name in {"num", "heading", "intro", "wrapUp", "content"}:
                if name in parts:
                    raise self.prose.fault(child, f"A second <{name}>")
                parts[name] = child
            else:
                children.append(self.provision(child))
        self._check_parts(parts, has_children=bool(children))
        words = parts.get("intro" if children else "content")
        behind = parts.get("wrapUp")
        num = parts.get("num")
        eid = self.prose.parse(element, element.get("eId") or "", EId.parse)
        return Provision(
            level=level,
            eid=eid,
            wid=self.prose.parse(element, element.get("wId") or eid.text, WId.parse),
            num=self.prose.bare(num) if num is not None else None,
            heading=self.prose.spans(parts["heading"]) if "heading" in parts else (),
            intro=self.prose.blocks(words) if words is not None else (),
            children=tuple(children),
            wrap_up=self.prose.blocks(behind) if behind is not None else (),
            coverage=self._coverage(element),
            commencement=self._commencement(element),
        )

    def _check_parts(self, parts: dict[str, etree._Element], *, has_children: bool) -> None:
        """Refuse words at a place that a text of this shape does not have."""
        strange = {"content"} if has_children else {"intro", "wrapUp"}
        for name in parts.keys() & strange:
            beside = "beside lower levels" if has_children else "without lower levels"
            raise self.prose.fault(parts[name], f"<{name}> cannot stand {beside}")

    def _coverage(self, element: etree._Element) -> Coverage:
        status = element.get("status")
        if status is None:
            return Coverage.FULL
        if status not in COVERAGE_OF_STATUS:
            known = ", ".join(COVERAGE_OF_STATUS)
            raise self.prose.fault(element, f"status is {status!r}", f"one of {known}")
        return COVERAGE_OF_STATUS[status]

    def _commencement(self, element: etree._Element) -> Commencement | None:
        period = element.get("period")
        if period is None:
            return None
        group = period.removeprefix("#")
        if group not in self._groups:
            raise self.prose.fault(
                element, f"period names {period!r}, which is no temporalGroup"
            )
        return self._groups[group]


def _only(document: etree._Element, name: str, where: str) -> etree._Element:
    element = document.find(akn(name))
    if element is None:
        raise SchemaViolationError(
            f"<{local_name(document)}> has no <{name}>",
            where=f"{where}:{document.sourceline}",
        )
    return element

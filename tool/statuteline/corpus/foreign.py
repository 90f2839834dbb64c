"""Akoma Ntoso of other makers, read for comparing: structure and words, no more."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from lxml import etree

from statuteline.corpus.names import AKN, akn
from statuteline.corpus.reader import read_tree
from statuteline.corpus.safe_xml import parse_xml
from statuteline.errors import CorpusError, IdentifierError, SchemaViolationError
from statuteline.model.ids import EId, ExpressionId, WId, WorkId, parse_date
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Cell, Paragraph, Table, plain
from statuteline.model.work import Expression, Kind, Words

if TYPE_CHECKING:
    from datetime import date

    from statuteline.corpus.uris import Uris
    from statuteline.model.text import Block

_LEVELS: Final = {akn(level.value): level for level in Level} | {
    akn("hcontainer"): Level.LEVEL
}
_NUM, _HEADING, _P, _TABLE = akn("num"), akn("heading"), akn("p"), akn("table")


def read_any(data: bytes, uris: Uris, where: str) -> Expression:
    """Read an Akoma Ntoso document of this corpus or of any other maker.

    Args:
        data: The bytes of the file.
        uris: The URIs of this corpus.
        where: The file's name, for messages.

    Returns:
        The expression. Of a document that is not in the shape of this corpus, only
        levels, numbers, headings and words are taken: enough to compare it, not to
        record it.

    Raises:
        MalformedXmlError: If it is no XML that we accept.
        SchemaViolationError: If it is no Akoma Ntoso document with a body.
    """
    root = parse_xml(data, where)
    try:
        return read_tree(root, uris, where)
    except (CorpusError, IdentifierError):
        return _Foreign(where).expression(root)


def read_provision(element: etree._Element, where: str) -> Provision:
    """Read one provision of any maker, with all below it.

    Args:
        element: Its element.
        where: The file's name, for messages.

    Raises:
        SchemaViolationError: If the element is no level of Akoma Ntoso.
    """
    level = _LEVELS.get(element.tag)
    if level is None:
        raise SchemaViolationError(
            f"<{etree.QName(element).localname}> is no level of a text",
            where=f"{where}:{element.sourceline}",
        )
    return _Foreign(where).provision(element, level)


def read_frame(root: etree._Element, where: str) -> Expression:
    """Read what a document says of itself, without its provisions.

    Args:
        root: The root of the document.
        where: The file's name, for messages.

    Raises:
        SchemaViolationError: If it is no Akoma Ntoso document with a body.
    """
    return _Foreign(where).frame(root)


class _Foreign:
    """Reads one document of another maker."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._used: dict[str, int] = {}

    def expression(self, root: etree._Element) -> Expression:
        body = root[0].find(akn("body")) if len(root) else None
        if body is None and len(root):
            body = root[0].find(akn("mainBody"))
        frame = self.frame(root)
        return replace(frame, body=self._provisions(body)) if body is not None else frame

    def frame(self, root: etree._Element) -> Expression:
        document = next(iter(root), None)
        if root.tag != akn("akomaNtoso") or document is None:
            raise self._fault(root, f"The root is not akomaNtoso of {AKN}")
        if document.find(akn("body")) is None and document.find(akn("mainBody")) is None:
            name = etree.QName(document).localname
            raise self._fault(document, f"<{name}> has no body of provisions")
        version = self._date(document, "FRBRExpression")
        return Expression(
            id=ExpressionId(self._work(document), "eng", version),
            kind=Kind.STATUTE_SECTION if document.tag == akn("act") else Kind.SUMMARY,
            title=self._title(document),
            words=Words.UNKNOWN,
            recorded=version,
            created=self._date(document, "FRBRWork"),
        )

    def _work(self, document: etree._Element) -> WorkId:
        country = document.find(f".//{akn('FRBRcountry')}")
        place = (country.get("value") if country is not None else None) or "xx"
        stem = re.sub(r"[^0-9A-Za-z]+", "-", PurePath(self._where).stem).strip("-")
        try:
            return WorkId.parse(f"{place}/{etree.QName(document).localname}/{stem}")
        except IdentifierError:
            return WorkId("xx", "file", stem or "text")

    def _title(self, document: etree._Element) -> str:
        title = document.find(f".//{akn('docTitle')}")
        words = _words(title) if title is not None else ""
        return words or PurePath(self._where).name

    def _date(self, document: etree._Element, level: str) -> date:
        element = document.find(f".//{akn(level)}/{akn('FRBRdate')}")
        if element is None:
            raise self._fault(document, f"<{level}> has no date")
        try:
            return parse_date((element.get("date") or "")[:10])
        except IdentifierError as error:
            raise self._fault(element, error.what) from error

    def _provisions(self, parent: etree._Element) -> tuple[Provision, ...]:
        found = []
        for child in parent:
            level = _LEVELS.get(child.tag)
            if level is not None:
                found.append(self.provision(child, level))
            else:
                blocks = _blocks(child)
                if blocks:
                    eid = self._eid(child, Level.PARAGRAPH)
                    found.append(_leaf(eid, blocks))
        return tuple(found)

    def provision(self, element: etree._Element, level: Level) -> Provision:
        eid = self._eid(element, level)
        num = heading = ""
        before: list[Block] = []
        behind: list[Block] = []
        children: list[Provision] = []
        for child in element:
            tag = child.tag
            below = _LEVELS.get(tag)
            if below is not None:
                children.append(self.provision(child, below))
            elif tag == _NUM and not num:
                num = _words(child)
            elif tag == _HEADING and not heading:
                heading = _words(child)
            else:
                (behind if children else before).extend(_blocks(child))
        return Provision(
            level=level,
            eid=eid,
            wid=WId(element.get("wId") or eid.text),
            num=num or None,
            heading=plain(heading),
            intro=tuple(before),
            children=tuple(children),
            wrap_up=tuple(behind),
        )

    def _eid(self, element: etree._Element, level: Level) -> EId:
        """Take the element's own eId, made unique; another maker's need not be ours."""
        given = element.get("eId") or element.get("id")
        given = given or f"{level.prefix}_{len(self._used)}"
        count = self._used.get(given, 0) + 1
        self._used[given] = count
        return EId(given if count == 1 else f"{given}-{count}")

    def _fault(self, element: etree._Element, what: str) -> SchemaViolationError:
        return SchemaViolationError(what, where=f"{self._where}:{element.sourceline}")


def _leaf(eid: EId, blocks: tuple[Block, ...]) -> Provision:
    return Provision(level=Level.PARAGRAPH, eid=eid, wid=WId(eid.text), intro=blocks)


def _blocks(element: etree._Element) -> tuple[Block, ...]:
    """Take the paragraphs and tables of an element, numbers of list items in front."""
    tag = element.tag
    if tag == _TABLE:
        return (_table(element),)
    if tag == _P or not len(element) or _mixed(element):
        words = _words(element)
        return (Paragraph(spans=plain(words)),) if words else ()
    return tuple(chain.from_iterable(map(_blocks, element)))


def _mixed(element: etree._Element) -> bool:
    """Tell whether words stand beside the elements inside an element."""
    if _is_words(element.text):
        return True
    return any(_is_words(child.tail) for child in element)


def _is_words(text: str | None) -> bool:
    return bool(text and not text.isspace())


def _table(element: etree._Element) -> Table:
    caption = element.find(akn("caption"))
    return Table(
        caption=plain(_words(caption)) if caption is not None else (),
        rows=tuple(
            tuple(
                Cell(spans=plain(_words(cell)), header=cell.tag == akn("th"))
                for cell in row
            )
            for row in element.iter(akn("tr"))
        ),
    )


def _words(element: etree._Element) -> str:
    text = _string(element) if len(element) else element.text or ""
    return " ".join(str(text).split())


_string: Final = etree.XPath("string()")

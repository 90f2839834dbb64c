"""Any XML or HTML as provisions, so that it can be compared: a reader for tests alone."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from lxml import etree, html

from statuteline.model.ids import EId, ExpressionId, WId, WorkId
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Paragraph, plain
from statuteline.model.work import Expression, Kind, Words

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2020, 1, 1)


def parsed(path: Path) -> etree._ElementTree:
    """Parse a file as the peer does: XML, whatever its name says, white space kept."""
    parser = etree.XMLParser(no_network=True, resolve_entities=False, remove_comments=True)
    try:
        return etree.parse(path, parser)
    except etree.XMLSyntaxError:
        tree: etree._ElementTree = html.parse(str(path))
        return tree


def read(path: Path) -> Expression:
    """Read a file: each element is a level of no number.

    An element's name and attributes are the words of its heading; its text before the
    first child is its own; text behind a child is a level without heading. White space
    counts as one space, and is left out at either end.
    """
    root = parsed(path).getroot()
    return Expression(
        id=ExpressionId(WorkId("xx", "file", "a"), "eng", DAY),
        kind=Kind.SUMMARY,
        title=path.name,
        words=Words.SOURCE,
        recorded=DAY,
        created=DAY,
        body=(_provision(root, "level_1"),),
    )


def name_of(element: etree._Element) -> str:
    """Give the words of an element's tag: its name and attributes."""
    attributes = (
        f"{_local(name)} {value!s}" for name, value in sorted(element.attrib.items())
    )
    return _squeezed(" ".join((_local(element.tag), *attributes)))


def _local(name: object) -> str:
    return str(name).rpartition("}")[2]


def _provision(element: etree._Element, eid: str) -> Provision:
    children: list[Provision] = []
    for child in element:
        if isinstance(child.tag, str):
            children.append(_provision(child, f"{eid}__level_{len(children) + 1}"))
        tail = _squeezed(child.tail)
        if tail:
            below = f"{eid}__level_{len(children) + 1}"
            children.append(_level(below, "", tail, ()))
    return _level(eid, name_of(element), _squeezed(element.text), tuple(children))


def _level(
    eid: str, heading: str, words: str, children: tuple[Provision, ...]
) -> Provision:
    return Provision(
        level=Level.LEVEL,
        eid=EId(eid),
        wid=WId(eid),
        heading=plain(heading) if heading else (),
        intro=(Paragraph(spans=plain(words)),) if words else (),
        children=children,
    )


def _squeezed(text: str | None) -> str:
    return " ".join((text or "").split())

"""Reading XML from strangers: no entities, no DTD, no network, bounded depth and size."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from statuteline.errors import MalformedXmlError

MAX_BYTES: Final = 64 * 1024 * 1024
"""Longer than any section of law; a whole code is many files."""
MAX_DEPTH: Final = 100
"""Deeper than any law nests; libxml2 itself stops at 256."""
_ENCODING: Final = re.compile(r"<\?xml\s[^>]*?encoding\s*=\s*[\"']([^\"']*)")
_PROLOG: Final = re.compile(r"(?>\s+|<!--.*?-->|<\?.*?\?>)*+", re.DOTALL)
"""What may stand before a document type: white space, comments, instructions."""


def parse_xml(data: bytes, where: str) -> etree._Element:
    """Parse a document that may come from anywhere.

    Args:
        data: The bytes of the file.
        where: Its name, for messages.

    Returns:
        The root element, with line numbers.

    Raises:
        MalformedXmlError: If it is too large, not UTF-8, declares a document type or
            entities, nests too deeply, or is not well-formed.
    """
    if len(data) > MAX_BYTES:
        raise MalformedXmlError(
            f"The file is larger than {MAX_BYTES // 1024 // 1024} MiB",
            where=where,
            hint="split it: one file holds one expression of one work",
        )
    _check_prolog(_decoded(data, where), where)
    root = _parsed(data, where)
    _check_depth(root, where)
    return root


def parse_part(data: bytes, where: str) -> etree._Element:
    """Parse a part of a document that is known to declare no type and no entities.

    Args:
        data: The bytes of the part, inside one element.
        where: The name of the file it is from, for messages.

    Returns:
        The root element.

    Raises:
        MalformedXmlError: If it is too large or not well-formed. libxml2 itself stops
            at 256 levels.
    """
    if len(data) > MAX_BYTES:
        raise MalformedXmlError(
            f"One part is larger than {MAX_BYTES // 1024 // 1024} MiB", where=where
        )
    return _parsed(data, where)


def _parsed(data: bytes, where: str) -> etree._Element:
    try:
        return etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as error:
        raise MalformedXmlError(
            f"Not well-formed XML: {' '.join(error.msg.split())}",
            where=f"{where}:{error.lineno or 1}",
        ) from error


_PARSER: Final = etree.XMLParser(
    encoding="utf-8",  # whatever the file says: the checks above read UTF-8 too
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    dtd_validation=False,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)


def _decoded(data: bytes, where: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise MalformedXmlError(
            f"Not UTF-8: byte 0x{data[error.start]:02x}",
            where=f"{where}:{line}",
            hint="save the file as UTF-8",
        ) from error
    if "\0" in text:  # two-byte encodings without a mark look like this
        line = text[: text.index("\0")].count("\n") + 1
        raise MalformedXmlError(
            "Not UTF-8 text: byte 0x00",
            where=f"{where}:{line}",
            hint="save the file as UTF-8",
        )
    return text


def _check_prolog(text: str, where: str) -> None:
    """Refuse other encodings and document types, and with these all entities."""
    declared = _ENCODING.match(text)
    if declared is not None and declared.group(1).lower() != "utf-8":
        raise MalformedXmlError(
            f"The file says that its encoding is {declared.group(1)!r}, not UTF-8",
            where=f"{where}:1",
            hint="save the file as UTF-8",
        )
    prolog = _PROLOG.match(text)
    start = prolog.end() if prolog is not None else 0
    if text.startswith("<!DOCTYPE", start):
        raise MalformedXmlError(
            "<!DOCTYPE is not allowed: documents here declare no types or entities",
            where=f"{where}:{text[:start].count(chr(10)) + 1}",
            hint="remove the declaration",
        )


def _check_depth(root: etree._Element, where: str) -> None:
    level = [root]
    for _ in range(MAX_DEPTH):
        level = [child for element in level for child in element]
        if not level:
            return
    raise MalformedXmlError(
        f"Elements nest deeper than {MAX_DEPTH}", where=f"{where}:{level[0].sourceline}"
    )

"""Reading XML from strangers: no entities, no DTD, no network, bounded depth and size."""

from __future__ import annotations

from typing import Final

from lxml import etree

from statuteline.errors import MalformedXmlError

MAX_BYTES: Final = 64 * 1024 * 1024
"""Longer than any section of law; a whole code is many files."""
MAX_DEPTH: Final = 100
"""Deeper than any law nests; libxml2 itself stops at 256."""


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
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise MalformedXmlError(
            f"Not UTF-8: byte 0x{data[error.start]:02x}", where=f"{where}:{line}"
        ) from error
    for forbidden in ("<!DOCTYPE", "<!ENTITY"):
        if forbidden in text:
            line = text[: text.index(forbidden)].count("\n") + 1
            raise MalformedXmlError(
                f"{forbidden} is not allowed: documents here declare no types or entities",
                where=f"{where}:{line}",
                hint="remove the declaration",
            )
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise MalformedXmlError(
            f"Not well-formed XML: {error.msg}", where=f"{where}:{error.lineno or 1}"
        ) from error
    _check_depth(root, where)
    return root


def _check_depth(root: etree._Element, where: str) -> None:
    level = [root]
    for _ in range(MAX_DEPTH):
        level = [child for element in level for child in element]
        if not level:
            return
    raise MalformedXmlError(
        f"Elements nest deeper than {MAX_DEPTH}", where=f"{where}:{level[0].sourceline}"
    )

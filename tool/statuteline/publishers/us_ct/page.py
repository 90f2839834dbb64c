"""A page of the legislature's site as HTML that can be read safely."""

from __future__ import annotations

from typing import Final

from lxml import etree

from statuteline.errors import SourceError
from statuteline.publishers.us_ct.addresses import page_kind

_MAX_BYTES: Final = 32 * 1024 * 1024
"""The largest chapter has some 2 MiB."""
_MAX_DEPTH: Final = 100
_UNREAD: Final = ("script", "style", "template", "noscript")


def page_body(data: bytes, where: str) -> etree._Element:
    """Find the element that holds what a page says.

    Args:
        data: The bytes of the page.
        where: Its name, for messages.

    Returns:
        The ``div`` that is named as the page's file, which all pages have.

    Raises:
        SourceError: If the page is too large, not UTF-8 text, nests too deeply, is no
            HTML, or is another page than one of the General Statutes.
    """
    text = _decoded(data, where)
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise SourceError("The page cannot be read as HTML", where=where) from error
    if root is None:  # a page of comments, or of half a document type
        raise SourceError("The page is empty", where=where)
    for fault in parser.error_log.filter_from_fatals():
        raise SourceError(
            f"The page cannot be read as HTML: {fault.message}",
            where=f"{where}:{fault.line}",
        )
    _check_depth(root, where)
    etree.strip_elements(root, *_UNREAD, with_tail=False)
    for line_break in root.iter("br"):
        line_break.text = " "  # its tail may hold what can be read, and not be set
    for element in root.iter("div"):
        if page_kind(element.get("id", "")) is not None:
            return element
    raise SourceError(
        "This is no page of the General Statutes: no part of it has the name of its file",
        where=where,
        hint="expected is a page such as chap_001.htm, art_001.htm or title_01.htm",
    )


def words_of(element: etree._Element) -> str:
    """Give all words inside an element, white space made single."""
    return " ".join(raw_words_of(element).split())


def raw_words_of(element: etree._Element) -> str:
    """Give all words inside an element, with the white space that they have."""
    return "".join(map(str, element.itertext()))


def classes_of(element: etree._Element) -> frozenset[str]:
    """Give the classes of an element."""
    return frozenset(element.get("class", "").split())


def _decoded(data: bytes, where: str) -> str:
    if len(data) > _MAX_BYTES:
        raise SourceError(
            f"The page is larger than {_MAX_BYTES // 1024 // 1024} MiB", where=where
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise SourceError(
            f"Not UTF-8: byte 0x{data[error.start]:02x}",
            where=f"{where}:{line}",
            hint="fetch the page again, or save it as UTF-8",
        ) from error
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise SourceError("Not text: byte 0x00", where=f"{where}:{line}")
    if not text.strip():
        raise SourceError("The page is empty", where=where)
    return text


def _check_depth(root: etree._Element, where: str) -> None:
    level = [root]
    for _ in range(_MAX_DEPTH):
        level = [child for element in level for child in element]
        if not level:
            return
    raise SourceError(
        f"Elements nest deeper than {_MAX_DEPTH}", where=f"{where}:{level[0].sourceline}"
    )

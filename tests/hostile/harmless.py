"""What other programs make of our output: read as they do, and nothing in it acts."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import html5lib
from lxml import etree
from markdown_it import MarkdownIt

from statuteline.publish._characters import is_unseen

if TYPE_CHECKING:
    from collections.abc import Callable

ACTING = ("script", "iframe", "object", "embed", "img", "form", "base")
FIELDS = ("f", "hyperlink", "instrText", "fldSimple", "oleObject", "altChunk")
"""Elements of workbooks and Word files that compute, lead elsewhere, or run."""
STARTS = ("=", "+", "-", "@", "\t", "\r")


def words_of(kind: str, data: bytes) -> str:
    """Give the words that a reader sees.

    Args:
        kind: The ending of the file's name.
        data: What we wrote.

    Raises:
        AssertionError: If something in it would act, or a character steers the display.
    """
    words = READERS[kind](data)
    assert {hex(ord(one)) for one in words if is_unseen(one)} == set()
    return " ".join(words.split())


def _page(data: bytes) -> str:
    page = html5lib.HTMLParser(namespaceHTMLElements=False).parse(data)
    return _seen(page)


def _seen(page: Any) -> str:  # noqa: ANN401 - an element of a library without types
    for element in page.iter():
        assert element.tag not in ACTING, element.tag
        for name, value in element.attrib.items():
            assert not str(name).startswith("on"), name
            assert not value.strip().lower().startswith(("javascript:", "data:")), value
            assert "192.0.2.1" not in value or name not in {"src", "href"}, value
    return "".join(page.itertext())


def _markdown(data: bytes) -> str:
    parser = MarkdownIt("commonmark").enable(["strikethrough", "table"])
    page = html5lib.parse(parser.render(data.decode()), namespaceHTMLElements=False)
    return _seen(page)


def _cells(data: bytes) -> str:
    rows = list(csv.reader(io.StringIO(data.decode(), newline="")))
    assert len({len(row) for row in rows}) == 1
    cells = [cell for row in rows[1:] for cell in row]
    assert [cell for cell in cells if cell.startswith(STARTS)] == []
    return " ".join(cells)


def _packed(data: bytes) -> str:
    words = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                root = etree.fromstring(archive.read(name))
                for element in root.iter(etree.Element):
                    assert etree.QName(element).localname not in FIELDS, element.tag
                    assert element.get("TargetMode") != "External"
                words += [str(one) for one in root.itertext()]
    return " ".join(words)


def _xml(data: bytes) -> str:
    root = etree.fromstring(data)
    for element in root.iter(etree.Element):
        assert etree.QName(element).localname != "script"
    for meta in root.iter("{*}meta"):
        meta.clear()  # facts for programs, word for word; nobody is shown them
    return " ".join(map(str, root.itertext()))


def _json(data: bytes) -> str:
    text = data.decode()
    json.loads(text)
    return text


READERS: dict[str, Callable[[bytes], str]] = {
    "xml": _xml,
    "csv": _cells,
    "docx": _packed,
    "html": _page,
    "json": _json,
    "md": _markdown,
    "txt": bytes.decode,
    "xlsx": _packed,
}

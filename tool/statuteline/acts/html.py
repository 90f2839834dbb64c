"""Acts and bills as HTML pages: underlined words are new, words in bold brackets gone."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, Final

from lxml import etree

from statuteline.acts._html_blocks import Page
from statuteline.acts.sections import plain_words, printed_act
from statuteline.corpus.safe_xml import MAX_DEPTH
from statuteline.errors import SourceError

if TYPE_CHECKING:
    from statuteline.model.acts import ActCited
    from statuteline.model.marked import PrintedAct

_ENCODINGS: Final = ("utf-8", "windows-1252")
"""What such pages are written in; no text of the second is by chance of the first."""


def read_act_html(data: bytes, name: str, act: ActCited | None = None) -> PrintedAct:
    """Read an act or a bill.

    Args:
        data: The bytes of the page.
        name: Its name, for messages.
        act: Which act it is, if that is known beside the page.

    Returns:
        The act. Every character of the page that is not blank, scripts and the like
        aside, is in it or in its furniture.

    Raises:
        SourceError: If the page is no HTML or holds no act.
    """
    page = Page(_root(_decoded(data, name), name))
    blocks = page.blocks()
    read = "".join(map(plain_words, blocks)) + "".join(page.debris)
    lost = page.letters() - sum(not character.isspace() for character in read)
    if lost:
        raise SourceError(
            f"{lost} characters of the page are not in the act that was read", where=name
        )
    return printed_act(blocks, name=name, act=act, furniture=tuple(page.debris))


def _decoded(data: bytes, name: str) -> str:
    for encoding in _ENCODINGS:
        try:
            return data.removeprefix(codecs.BOM_UTF8).decode(encoding)
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
    raise SourceError(
        "The page is neither UTF-8 nor windows-1252",
        where=f"{name}:{line}",
        hint="save it as UTF-8",
    )


def _root(text: str, name: str) -> etree._Element:
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    try:
        root = etree.fromstring(lines.encode(), parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        raise SourceError("The page cannot be read as HTML", where=f"{name}:1") from error
    if root is None:
        raise SourceError("The page is empty", where=f"{name}:1")
    level = [root]
    for _ in range(MAX_DEPTH):
        level = [child for element in level for child in element]
        if not level:
            return root
    raise SourceError(
        f"Elements nest deeper than {MAX_DEPTH}",
        where=f"{name}:{level[0].sourceline}",
        hint="save the page anew",
    )

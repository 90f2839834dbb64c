"""The shipped corpus with other people's words in it, and its pages read as trees."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import html5lib

from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.website.base import Page
from statuteline.website.source import Settings, Source

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from statuteline.website.base import Content, PageKind

AT = date(2026, 11, 27)
HOSTILE = "<script>alert(1)</script> </div> \"q\" 'a' & \u202e<img src=x onerror=y>"
_PAGE = '<!DOCTYPE html><html lang="en"><head><title>x</title></head><body>{}</body></html>'


def pages(kind: PageKind, source: Source) -> dict[str, Page]:
    return {one.path: one for one in kind.items(source) if isinstance(one, Page)}


def tree(content: Content) -> Element:
    """Read what a page holds; what is not valid is an error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    found: Element = parser.parse(_PAGE.format(content.body))
    return found


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def by_id(root: Element, anchor: str) -> Element:
    (found,) = [one for one in root.iter() if one.get("id") == anchor]
    return found


def ids(root: Element) -> list[str]:
    return [name for one in root.iter() if (name := one.get("id"))]


def copied(folder: Path) -> Path:
    return shutil.copytree(shipped(), folder / "copy")


def source_of(folder: Path) -> Source:
    return Source(open_corpus(folder), Settings(at=AT))


def hostile(folder: Path) -> Source:
    """Put hostile words where people can write words: titles, statements, judgements."""
    copy = copied(folder)
    quoted = escape(HOSTILE, {'"': "&quot;"})
    for name, old in (
        ("summary/pa-21-103/eng@2021-08-31.xml", "extends vacatur relief by"),
        ("summary/pa-21-103/eng@2021-08-31.xml", "AN ACT CONCERNING HUMAN TRAFFICKING"),
        ("faq/vacatur/eng@2026-11-21.xml", "The law is still too narrow."),
        ("pa/21-103/eng@2021-06-16.xml", "An Act Concerning Human Trafficking"),
        ("pa/21-103/eng@2021-06-16.xml", "Compelling a witness to testify"),
    ):
        path = copy / "us-ct" / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, quoted), "utf-8")
    judged = copy / "judgements.toml"
    text = judged.read_text("utf-8")
    escaped = HOSTILE.replace("\\", "\\\\").replace('"', '\\"')
    judged.write_text(text.replace("the statuteline developers", escaped), "utf-8")
    (copy / "corpus.toml").write_text(
        (copy / "corpus.toml")
        .read_text("utf-8")
        .replace("These texts are not official", escaped),
        "utf-8",
    )
    return source_of(copy)


def is_harmless(content: Content) -> bool:
    """Tell whether hostile words are words, and those that steer the display are seen."""
    root = tree(content)
    tags = {one.tag for one in root.iter()}
    return not tags & {"script", "img"} and "\u202e" not in content.body

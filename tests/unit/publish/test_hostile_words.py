"""Nothing in a text can break a format, in any of them."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import html5lib
import pytest
from lxml import etree
from markdown_it import MarkdownIt

from statuteline.model.change import Amended, Pairing, Reason, Run, RunKind
from statuteline.model.ids import WorkId
from statuteline.publish import format_names, output_format, render, render_bytes
from statuteline.publish._characters import is_unseen
from statuteline.publish._html_parts import walkable_parts
from statuteline.publish.base import Style

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.model.change import Comparison

HOSTILE = {
    "quotes": "a \"b\" 'c' \\ d, e; f",
    "brackets": "[a] (b) {c} {+d+} ⟨e⟩",
    "angles": "<script>alert(1)</script> </ins> </p> & &amp; ]]> <!-- -->",
    "formula": '=HYPERLINK("x") +1 -1 @SUM(A1)',
    "markdown": "**a** ~~b~~ `c` # d > e [f](g) ![h](i) _j_ 1. k",
    "control": "a\x00b\x07c\x1b[31md\x7fe\x85f\ud800g\ufffeh",
    "bidi": "a\u202eb\u202cc\u2066d\u2069e\u200ff\u2028g",
}


def with_words(identical: Comparison, words: str) -> Comparison:
    """Put words into every run, the summary and the title of a comparison."""
    runs = tuple(Run(kind=kind, text=f"{words} ") for kind in RunKind)
    line = replace(identical.lines[0], runs=runs)
    place = line.new or line.old
    assert place
    change = Amended(
        old=place.eid,
        new=place.eid,
        summary=words,
        pairing=Pairing(reason=Reason.SIMILAR_TEXT, confidence=0.5),
    )
    old, new = (
        replace(
            text,
            id=replace(text.id, work=WorkId("us-ct", "cgs", "1-1")),
            body=text.body[:1],
        )
        for text in (identical.old, identical.new)
    )
    return replace(
        identical,
        old=old,
        new=new,
        lines=(line,),
        changes=(change,),
    )


def _zip_parts(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        parts = [archive.read(name) for name in archive.namelist()]
    return "".join("".join(map(str, etree.fromstring(p).itertext())) for p in parts)


def _csv(data: bytes) -> str:
    rows = list(csv.reader(io.StringIO(data.decode(), newline="")))
    assert {len(row) for row in rows} == {10}
    return "".join(cell for row in rows for cell in row)


def _html(data: bytes) -> str:
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(data)
    assert page.find(".//script") is None
    return "".join(page.itertext())


def _markdown(data: bytes) -> str:
    html = MarkdownIt("commonmark").enable("strikethrough").render(data.decode())
    page = html5lib.parse(html, namespaceHTMLElements=False)
    for name in ("script", "img", "a", "hr"):
        assert page.find(f".//{name}") is None
    return "".join(page.itertext())


def _xml(data: bytes) -> str:
    return "".join(map(str, etree.fromstring(data).itertext()))


def _json(data: bytes) -> str:
    value = json.loads(data)
    return "".join(run["text"] for run in value["provisions"][0]["parts"]["intro"])


READERS: dict[str, Callable[[bytes], str]] = {
    "akn": _xml,
    "csv": _csv,
    "ct": bytes.decode,
    "ct-act": _html,
    "docx": _zip_parts,
    "html": _html,
    "json": _json,
    "markdown": _markdown,
    "text": bytes.decode,
    "xlsx": _zip_parts,
}
PRINTED = ["ct-act-pdf", "pdf"]
NAMES = [*READERS, *PRINTED]


@pytest.fixture
def reader(name: str, request: pytest.FixtureRequest) -> Callable[[bytes], str]:
    """Read the words of a format back; a PDF needs programs that may be missing."""
    if name not in PRINTED:
        return READERS[name]
    ask: Callable[..., str] = request.getfixturevalue("poppler")
    return lambda data: ask(data, "pdftotext")


def test_every_format_is_tried() -> None:
    assert set(NAMES) == set(format_names())


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("name", NAMES)
def test_hostile_words_come_out_as_words(
    identical: Comparison, name: str, words: str, reader: Callable[[bytes], str]
) -> None:
    data = render_bytes(with_words(identical, words), name, Style(width=10_000))
    shown = reader(data)
    letters = [c for c in words if c.isalnum() and c.isascii()]
    rest = iter(shown)
    assert all(letter in rest for letter in letters)
    if name != "json":
        assert not any(_steers(character) for character in shown)


def _steers(character: str) -> bool:
    return character not in "\n\r\t" and unicodedata.category(character)[0] == "C"


@pytest.mark.parametrize("name", [n for n in NAMES if n != "json"])
def test_an_unseen_character_is_named(
    identical: Comparison, name: str, reader: Callable[[bytes], str]
) -> None:
    data = render_bytes(with_words(identical, HOSTILE["bidi"]), name, Style(width=10_000))
    assert "⟨U+202E⟩" in reader(data)


@pytest.mark.parametrize("name", [n for n in NAMES if not output_format(n).binary])
def test_output_ends_with_a_line_feed(identical: Comparison, name: str) -> None:
    known = with_words(identical, "a")
    assert render(known, name).endswith("\n")


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_a_redline_to_be_walked_is_harmless(identical: Comparison, words: str) -> None:
    found = walkable_parts(with_words(identical, words))
    body = f"<!DOCTYPE html><title>x</title>{found.changes}{found.redline}"
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(body)
    tags = {element.tag for element in page.iter()}
    assert not tags & {"script", "img"}
    own = {"class", "id", "href", "hidden", "role", "aria-label", "tabindex"}
    assert {name for element in page.iter() for name in element.keys()} <= own  # noqa: SIM118
    assert not any(is_unseen(character) for character in found.redline)

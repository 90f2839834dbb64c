from __future__ import annotations

import io
import json
import re
import zipfile
from typing import TYPE_CHECKING

import html5lib
import pytest

from statuteline.model.ids import WorkId
from statuteline.website.base import Asset, Page
from statuteline.website.kinds._redlines import redline_items

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from statuteline.website.source import Source

VACATUR = WorkId.parse("us-ct/cgs/54-95c")
FOLDER = "us-ct/cgs/54-95c/diff"


def items(source: Source, work: WorkId) -> dict[str, Page | Asset]:
    ids = source.corpus.expression_ids(work)
    return {one.path: one for one in redline_items(source, ids)}


def body(source: Source, path: str) -> Element:
    work, _, _ = path.partition("/diff/")
    page = items(source, WorkId.parse(work))[path]
    assert isinstance(page, Page)
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    found: Element = parser.parse(f"<!DOCTYPE html><title>x</title>{page.write().body}")
    return found


def words(element: Element | None) -> str:
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def test_neighbours_and_the_ends_have_pages(source: Source) -> None:
    pages = [path for path in items(source, VACATUR) if path.endswith("/index.html")]
    assert pages == [
        f"{FOLDER}/2013-10-01..2016-10-01/index.html",
        f"{FOLDER}/2016-10-01..2021-10-01/index.html",
        f"{FOLDER}/2013-10-01..2021-10-01/index.html",
    ]


def test_days_and_acts_are_told_in_words_and_linked(source: Source) -> None:
    page = body(source, f"{FOLDER}/2016-10-01..2021-10-01/index.html")
    texts = page.find(".//dl")
    assert words(texts) == (
        "Old textIn force from 1 October 2016 eng@2016-10-01 "
        "New textIn force from 1 October 2021 eng@2021-10-01 "
        "Acts P.A. 21-103, S. 7, P.A. 21-104, S. 62 (amended), effective 1 October 2021"
    )
    assert texts is not None
    links = [one.get("href") for one in texts.iter("a")]
    assert links[:2] == ["../../2016-10-01/index.html", "../../2021-10-01/index.html"]
    assert links[2:] == ["../../../../pa/21-103/index.html#sec_7"]


def test_an_act_that_is_not_named_is_said_not_to_be(source: Source) -> None:
    page = body(source, "us-ct/cgs/46a-170/diff/2021-07-01..2022-10-01/index.html")
    assert "An act that our sources do not name (amended)" in words(page.find(".//dl"))


def test_every_step_between_the_ends_names_its_act(source: Source) -> None:
    page = body(source, "us-ct/cgs/53a-192a/diff/2013-10-01..2021-10-01/index.html")
    days = [one.get("datetime") for one in page.iter("time")]
    assert days == ["2015-10-01", "2016-10-01", "2017-10-01", "2021-10-01"]


@pytest.mark.parametrize(
    ("pair", "near"),
    [
        ("2013-10-01..2016-10-01", ["after", "From the first text to the last"]),
        ("2016-10-01..2021-10-01", ["before", "From the first text to the last"]),
        ("2013-10-01..2021-10-01", ["Step by step, from the first change"]),
    ],
)
def test_the_comparisons_beside_it_are_linked(
    source: Source, pair: str, near: list[str]
) -> None:
    page = body(source, f"{FOLDER}/{pair}/index.html")
    told = [words(one) for one in page.findall(".//nav//li")]
    assert [one.removeprefix("The comparison ") for one in told[:-2]] == near
    assert told[-2:] == ["Any two texts", "All texts of C.G.S. § 54-95c"]


def test_counts_are_told_in_words(source: Source) -> None:
    page = body(source, f"{FOLDER}/2016-10-01..2021-10-01/index.html")
    assert words(page.find(".//p[@class='counts']")) == (
        "5 changes: 4 inserted, 1 amended. Words: 105 deleted, 233 inserted."
    )


def test_the_same_comparison_is_there_as_files(source: Source) -> None:
    name = f"{FOLDER}/2016-10-01..2021-10-01/54-95c_2016-10-01_2021-10-01"
    found = items(source, VACATUR)
    page = found[f"{FOLDER}/2016-10-01..2021-10-01/index.html"]
    assert isinstance(page, Page)
    content = page.write()
    assert [one.path for one in content.alternates] == [
        f"{name}.{ending}" for ending in ("docx", "html", "txt", "json")
    ]
    written = {
        path.rpartition(".")[2]: one.write()
        for path, one in found.items()
        if isinstance(one, Asset) and path.startswith(name)
    }
    assert b"<w:ins " in zipfile.ZipFile(io.BytesIO(written["docx"])).read(
        "word/document.xml"
    )
    assert json.loads(written["json"])["schema"] == "statuteline/diff/1"
    assert b"{+any misdemeanor" in written["txt"]
    assert written["html"].startswith(b"<!DOCTYPE html>")


def test_a_page_has_no_style_and_no_script_of_its_own(source: Source) -> None:
    for path, item in items(source, VACATUR).items():
        if isinstance(item, Page):
            written = item.write().body
            assert not re.search(r"<script|<style| style=| on\w+=|https?:", written), path

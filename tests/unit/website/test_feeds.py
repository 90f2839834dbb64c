from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
from lxml import etree
from tests.unit.corpus.library_law import section

from statuteline.corpus.start import start_corpus
from statuteline.corpus.store import open_corpus
from statuteline.website.addresses import FEED
from statuteline.website.base import Asset, Page
from statuteline.website.kinds import home, statutes
from statuteline.website.kinds.feeds import GUIDE, INDEX, KIND
from statuteline.website.source import Settings, Source

if TYPE_CHECKING:
    import pytest

    from statuteline.corpus.store import Corpus
    from statuteline.model.ids import WorkId
    from statuteline.model.work import Expression
    from statuteline.website.source import Source as Made

SCHEMAS = Path(__file__).resolve().parents[3] / "site" / "schemas"
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def words(tree: etree._Element, path: str) -> list[str]:
    """Give the words of the elements that a path of the feed leads to."""
    return [str(one.text) for one in tree.iterfind(path, ATOM)]


def files(source: Made) -> dict[str, bytes]:
    return {one.path: one.write() for one in KIND.items(source) if isinstance(one, Asset)}


def test_the_feed_tells_each_text_once_the_latest_first(source: Made) -> None:
    feed = etree.fromstring(files(source)[FEED])
    ids, days = words(feed, "a:entry/a:id"), words(feed, "a:entry/a:updated")
    assert ids[0] == "urn:statuteline:text:us-ct/cgs/46a-170/eng@2024-06-06"
    assert len(ids) == len(set(ids)) == 25
    assert days == sorted(days, reverse=True)
    assert words(feed, "a:updated") == days[:1]


def test_an_entry_tells_what_changed_and_by_which_act(source: Made) -> None:
    feed = etree.fromstring(files(source)[FEED])
    place = words(feed, "a:entry/a:id").index(
        "urn:statuteline:text:us-ct/cgs/54-95c/eng@2021-10-01"
    )
    told = words(feed, "a:entry/a:summary")[place]
    assert "Subsection (b) is added." in told
    assert "Made by P.A. 21-103, S. 7, P.A. 21-104, S. 62." in told


def test_a_feed_of_a_site_with_an_address_names_it(source: Made) -> None:
    settings = Settings(at=source.settings.at, address="https://law.example.org/")
    feed = etree.fromstring(files(Source(source.corpus, settings))[FEED])
    assert feed.base == "https://law.example.org/"
    assert words(feed, "a:id") == ["https://law.example.org/changes.atom"]


def test_the_list_keeps_to_its_schema_and_names_every_text(source: Made) -> None:
    schema: dict[str, Any] = json.loads((SCHEMAS / "site-1.schema.json").read_text("utf-8"))
    listed = json.loads(files(source)[INDEX])
    jsonschema.Draft202012Validator(schema).validate(listed)
    (vacatur,) = (one for one in listed["works"] if one["work"] == "us-ct/cgs/54-95c")
    assert [one["page"] for one in vacatur["texts"]] == [
        f"us-ct/cgs/54-95c/{day}/index.html"
        for day in ("2013-10-01", "2016-10-01", "2021-10-01")
    ]


def test_the_guide_says_that_texts_are_not_official(source: Made) -> None:
    guide = files(source)[GUIDE].decode()
    assert "These texts are not official" in guide
    assert "- [54-95c](us-ct/cgs/54-95c/index.html): Vacating convictions" in guide


def test_each_statute_has_a_feed_of_its_own_texts_beside_its_page(source: Made) -> None:
    items = {one.path: one for one in statutes.KIND.items(source)}
    written = items["us-ct/cgs/54-95c/changes.atom"]
    assert isinstance(written, Asset)
    feed = etree.fromstring(written.write())
    assert words(feed, "a:id") == ["urn:statuteline:changes:us-ct/cgs/54-95c/"]
    assert words(feed, "a:title")[0].endswith(", C.G.S. § 54-95c: what changed")
    assert [one[-10:] for one in words(feed, "a:entry/a:id")] == [
        "2021-10-01",
        "2016-10-01",
        "2013-10-01",
    ]
    links = [str(one.get("href")) for one in feed.iterfind(".//a:link", ATOM)]
    assert links[:3] == [
        "changes.atom",
        "index.html",
        "diff/2016-10-01..2021-10-01/index.html",
    ]
    page = items["us-ct/cgs/54-95c/index.html"]
    assert isinstance(page, Page)
    content = page.write()
    assert written.path in {one.path for one in content.alternates}
    assert 'href="changes.atom"' in content.body


def test_the_texts_of_a_statute_are_read_once_for_its_pages_and_its_feed(
    source: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    expressions = type(source.corpus).expressions

    def counted(corpus: Corpus, work: WorkId) -> tuple[Expression, ...]:
        read.append(str(work))
        return expressions(corpus, work)

    own = "us-ct/cgs/54-95c/"
    items = [one for one in statutes.KIND.items(source) if one.path.startswith(own)]
    _ = source.changes, source.trace  # they ask for all texts, once a site
    monkeypatch.setattr(type(source.corpus), "expressions", counted)
    for one in items:
        one.write()
    assert read.count("us-ct/cgs/54-95c") == 1


def test_each_part_of_a_long_series_has_a_feed_and_names_it(
    source: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(home, "_LISTED", 3)
    items = {one.path: one for one in home.KIND.items(source)}
    page, written = (
        items[f"us-ct/cgs/by/54/{name}"] for name in ("index.html", "changes.atom")
    )
    assert isinstance(page, Page)
    assert isinstance(written, Asset)
    content = page.write()
    assert [one.path for one in content.alternates] == [written.path]
    assert 'href="changes.atom"' in content.body
    feed = etree.fromstring(written.write())
    told = {one.split("/")[2] for one in words(feed, "a:entry/a:id")}
    assert "54-95c" in told
    assert all(one.startswith("54-") for one in told)
    assert "../../54-95c/diff/2016-10-01..2021-10-01/index.html" in {
        one.get("href") for one in feed.iterfind(".//a:link", ATOM)
    }


def test_hostile_words_stay_words_in_the_feed_of_a_statute(tmp_path: Path) -> None:
    start_corpus(tmp_path / "own", name="<b>&", text="official")
    corpus = open_corpus(tmp_path / "own")
    corpus.add(section("11-1", "2005-01-01", "</title><script>alert(1)</script>", "A."))
    own = Source(corpus, Settings(at=date(2026, 11, 27), address="https://law.example/"))
    (written,) = (one for one in statutes.KIND.items(own) if one.path.endswith(".atom"))
    assert isinstance(written, Asset)
    feed = etree.fromstring(written.write())
    assert feed.base == "https://law.example/us-ct/cgs/11-1/"
    assert "<script>" in words(feed, "a:entry/a:title")[0]
    assert len(feed.findall(".//a:title", ATOM)) == 2

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
from lxml import etree

from statuteline.website.base import Asset
from statuteline.website.kinds.feeds import FEED, GUIDE, INDEX, KIND
from statuteline.website.source import Settings, Source

if TYPE_CHECKING:
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

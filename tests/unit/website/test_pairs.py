from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import html5lib

from statuteline.model.ids import ExpressionId, WorkId
from statuteline.website.base import Asset, Page
from statuteline.website.kinds import _pair_choice
from statuteline.website.kinds._pairs import pair_items

if TYPE_CHECKING:
    import pytest

    from statuteline.website.base import Item
    from statuteline.website.source import Source

TRAFFICKING = WorkId.parse("us-ct/cgs/53a-192a")
FOLDER = "us-ct/cgs/53a-192a/diff"


def items(source: Source, work: WorkId) -> tuple[Item, ...]:
    return tuple(pair_items(source, source.corpus.expression_ids(work)))


def test_one_text_has_no_such_page(source: Source) -> None:
    alone = ExpressionId(work=TRAFFICKING, language="eng", version=date(2013, 10, 1))
    assert tuple(pair_items(source, (alone,))) == ()


def test_two_texts_have_one_comparison_and_nothing_to_choose(source: Source) -> None:
    (page,) = items(source, WorkId.parse("us-ct/cgs/53a-82"))
    assert isinstance(page, Page)
    content = page.write()
    assert not content.fetches
    assert content.scripts == ()
    assert "<select" not in content.body
    assert "From the text of 1 October 2013 to the text of 1 October 2016" in content.body


def test_of_each_further_pair_there_is_a_file_and_of_each_text_its_words(
    source: Source,
) -> None:
    page, *assets = items(source, TRAFFICKING)
    assert isinstance(page, Page)
    assert page.path == f"{FOLDER}/index.html"
    schemas = {}
    for one in assets:
        assert isinstance(one, Asset)
        value = json.loads(one.write())
        schemas[one.path.removeprefix(f"{FOLDER}/")] = value["schema"]
    assert schemas == {
        "2013-10-01..2016-10-01.json": "statuteline/redline/1",
        "2013-10-01..2017-10-01.json": "statuteline/redline/1",
        "2015-10-01..2017-10-01.json": "statuteline/redline/1",
        "2015-10-01..2021-10-01.json": "statuteline/redline/1",
        "2016-10-01..2021-10-01.json": "statuteline/redline/1",
        "2013-10-01.json": "statuteline/words/1",
        "2015-10-01.json": "statuteline/words/1",
        "2016-10-01.json": "statuteline/words/1",
        "2017-10-01.json": "statuteline/words/1",
        "2021-10-01.json": "statuteline/words/1",
    }


def test_the_page_is_valid_and_every_choice_has_its_label(source: Source) -> None:
    page = items(source, TRAFFICKING)[0]
    assert isinstance(page, Page)
    content = page.write()
    assert content.fetches
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parse(f"<!DOCTYPE html><title>x</title>{content.body}")
    labels = {one.get("for") for one in tree.iter("label")}
    assert {one.get("id") for one in tree.iter("select")} <= labels
    (chooser,) = tree.iterfind(".//section[@data-pairs]")
    choice = json.loads(chooser.get("data-pairs", ""))
    assert len(choice["shown"]) + len(choice["written"]) == 10
    assert "Choosing needs JavaScript" in content.body


def test_a_record_that_was_corrected_can_be_chosen(source: Source) -> None:
    page = items(source, WorkId.parse("us-ct/cgs/53a-83b"))[0]
    assert isinstance(page, Page)
    content = page.write()
    assert "(superseded record)" in content.body
    assert "record corrected on 27 November 2026" in content.body


def test_where_not_every_pair_can_be_shown_the_page_says_so(
    source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told() -> str:
        page = items(source, TRAFFICKING)[0]
        assert isinstance(page, Page)
        return page.write().body

    assert "any two of the last" not in told()
    monkeypatch.setattr("statuteline.website.kinds._pairs.EACH", 3)
    monkeypatch.setattr(_pair_choice, "EACH", 3)
    body = told()
    assert "This statute has 5 texts." in body
    assert "any two of the last 3 can be compared" in body
    assert "statuteline diff us-ct/cgs/53a-192a DAY DAY" in body

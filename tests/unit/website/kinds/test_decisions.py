from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import html5lib
import pytest

from statuteline.model.ids import WorkId
from statuteline.model.interval import Interval
from statuteline.rules.document import document
from statuteline.rules.encodings import Encoding, Outcome, Reading, Requirement, Version
from statuteline.rules.facts import Choice, YesNo
from statuteline.rules.nodes import Origin
from statuteline.rules.predicates import all_of, define, not_
from statuteline.website import addresses
from statuteline.website.base import Asset, Page
from statuteline.website.kinds._decision_parts import code_place
from statuteline.website.kinds.decisions import KIND

if TYPE_CHECKING:
    from statuteline.website.source import Source

HOSTILE = "</script><script>alert(1)</script>\"'\u202e&amp;"
FIRST, SECOND = date(2016, 10, 1), date(2021, 10, 1)


def items(source: Source) -> dict[str, Page | Asset]:
    return {one.path: one for one in KIND.items(source)}


def body(source: Source, path: str) -> str:
    page = items(source)[path]
    assert isinstance(page, Page)
    return page.write().body


def words(html: str) -> str:
    """Give the text of a page, white space collapsed."""
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    return " ".join("".join(tree.itertext()).split())


def hostile() -> Encoding:
    """Write an encoding of two texts in which every word tries to become markup."""
    so = YesNo(name="is_so", ask=HOSTILE, judgement=True)
    which = Choice(name="which", ask=HOSTILE, values=(HOSTILE, "other"))

    def version(days: Interval, *, both: bool) -> Version:
        given = so.is_true().cite("sec_54-95c", HOSTILE)
        met = define(HOSTILE, all_of(given, which.is_(HOSTILE)) if both else given)
        yes = Outcome(name=f"yes {HOSTILE}", when=met, means=HOSTILE)
        no = Outcome(name=f"no {HOSTILE}", when=not_(met), means=HOSTILE)
        return Version(
            days=days,
            readings=(Reading(name=HOSTILE, outcomes=(yes, no), argued=HOSTILE),),
            requirements=(Requirement(name=HOSTILE, by=HOSTILE, met=given),),
        )

    return Encoding(
        name=f"us-ct/{HOSTILE}",
        title=HOSTILE,
        work=WorkId.parse("us-ct/cgs/54-95c"),
        governed_by=HOSTILE,
        versions=(
            version(Interval(start=FIRST, end=SECOND), both=False),
            version(Interval(start=SECOND), both=True),
        ),
    )


def test_every_encoding_has_its_pages(source: Source) -> None:
    found = items(source)
    for encoding in source.encodings:
        assert addresses.of_decision(encoding.name) in found
        for version in encoding.versions:
            start = version.days.start
            assert addresses.of_decision_text(encoding.name, start) in found
            rule = found[addresses.of_rule(encoding.name, start)]
            assert isinstance(rule, Asset)
            assert json.loads(rule.write()) == document(encoding, version)


def test_neighbours_and_ends_are_held_against_each_other(source: Source) -> None:
    pages = [path for path in items(source) if path.startswith("us-ct/law/vacatur/impact/")]
    assert pages == [
        f"us-ct/law/vacatur/impact/{pair}/index.html"
        for pair in (
            "2013-10-01..2016-10-01",
            "2016-10-01..2021-10-01",
            "2013-10-01..2021-10-01",
        )
    ]


def test_each_line_stands_beside_the_words_it_rests_on(source: Source) -> None:
    found = body(source, addresses.of_decision_text("us-ct/vacatur", SECOND))
    there = "../../../cgs/54-95c/2021-10-01/index.html"
    found = found[found.index('<h2 id="the-rule">') :]
    row = found[found.index("longest prison term is at most 10 years") :]
    row = row[: row.index("</li>")]
    assert f'<a href="{there}#sec_54-95c__subsec_a">(a)</a>' in row
    assert "<q>that carries a prison term of at most ten years</q>" in row


def test_the_page_says_what_it_is_not(source: Source) -> None:
    for path, item in items(source).items():
        if isinstance(item, Page):
            told = words(item.write().body)
            assert "Not legal advice, not a determination." in told, path
            assert "No lawyer has reviewed this encoding." in told, path
            assert source.corpus.settings.notice in told, path


def test_every_reading_is_told_and_named(source: Source) -> None:
    told = words(body(source, addresses.of_decision_text("us-ct/vacatur", FIRST)))
    assert told.count("Reading: narrow (one of two readings in print") >= 2
    assert told.count("Reading: broad (one of two readings in print") >= 2


def test_data_without_a_decision_asks_nothing(source: Source) -> None:
    found = body(source, addresses.of_decision_text("us-ct/council", date(2021, 7, 1)))
    assert "Seats: 35" in found
    assert "<form" not in found
    assert "json-logic" not in found


def test_an_impact_stands_beside_the_words_that_made_it(source: Source) -> None:
    found = body(source, addresses.of_impact("us-ct/vacatur", FIRST, SECOND))
    told = words(found)
    assert "Counts are of cases that can be told apart, never of people." in told
    assert "Was no relief, now may vacate: 15 distinguishable cases, where" in told
    assert "Was shall vacate, now no relief: 9 distinguishable cases, where" in told
    assert 'href="#change-' in found[found.index("changed: definition") :]
    assert "cgs/54-95c/diff/2016-10-01..2021-10-01/index.html" in found
    assert "<ins>" in found
    assert 'role="img" aria-label="As before shall vacate' in found


@pytest.mark.parametrize(
    "path",
    [
        addresses.of_decisions("us-ct"),
        addresses.of_decision(hostile().name),
        addresses.of_decision_text(hostile().name, FIRST),
        addresses.of_decision_text(hostile().name, SECOND),
        addresses.of_impact(hostile().name, FIRST, SECOND),
    ],
)
def test_no_word_becomes_markup(source: Source, path: str) -> None:
    source.__dict__["encodings"] = (hostile(),)
    found = body(source, path)
    assert "<script>alert" not in found
    assert "\u202e" not in found
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parse(f"<!DOCTYPE html><html><head><title>x</title></head><body>{found}")
    assert parser.errors == []
    for data in found.split('<script type="application/json"')[1:]:
        text = data[data.index(">") + 1 : data.index("</script>")]
        handed = json.loads(text)
        assert handed["rule"]["title"] == HOSTILE
        assert max(handed["order"]) == len(handed["lines"]) - 1


def test_too_many_cases_to_compare_are_said_to_be(source: Source) -> None:
    def version(days: Interval, kind: str) -> Version:
        facts = [YesNo(name=f"{kind}_{n}", ask="Is it?").is_true() for n in range(12)]
        yes = Outcome(name="yes", when=all_of(*facts), means="It is.")
        no = Outcome(name="no", when=not_(yes.when), means="It is not.")
        return Version(days=days, readings=(Reading(name="plain", outcomes=(yes, no)),))

    many = replace(
        hostile(),
        name="us-ct/many",
        versions=(
            version(Interval(start=FIRST, end=SECOND), "old"),
            version(Interval(start=SECOND), "new"),
        ),
    )
    source.__dict__["encodings"] = (many,)
    for path in (
        addresses.of_decision(many.name),
        addresses.of_impact(many.name, FIRST, SECOND),
    ):
        assert "too many cases to compare" in words(body(source, path))


def test_an_address_stays_inside_its_folder() -> None:
    for name in ("us-ct/../../x", "..", "us-ct//x", "/etc", "us-ct/a\\..\\b", "~", "%2e"):
        steps = addresses.of_decision(name).split("/")
        assert not {"", ".", ".."} & set(steps)
        assert "\\" not in "".join(steps)


def test_two_names_never_have_one_address() -> None:
    names = ("us-ct/a b", "us-ct/a~20b", "us-ct/a%20b", "us-ct/a/b", "us-ct/..", "us-ct/.")
    assert len({addresses.of_decision(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("origin", "told"),
    [
        (None, ("", "")),
        (
            Origin("/x/statuteline/tool/statuteline/law/us_ct/a.py", 7),
            ("law/us_ct/a.py, line 7", "https://h/law/us_ct/a.py#L7"),
        ),
        (Origin("/home/name/own/rules.py", 3), ("rules.py, line 3", "")),
        (Origin("/x/own.json", None, "$.readings[0]"), ("own.json $.readings[0]", "")),
    ],
)
def test_no_folder_of_the_builder_is_told(
    origin: Origin | None, told: tuple[str, str]
) -> None:
    assert code_place(origin, "https://h/") == told


def test_code_is_linked_where_it_is_published(source: Source) -> None:
    source.settings = replace(source.settings, code="https://h.example/statuteline")
    found = body(source, addresses.of_decision_text("us-ct/vacatur", SECOND))
    assert 'href="https://h.example/statuteline/law/us_ct/cgs_54_95c.py#L' in found

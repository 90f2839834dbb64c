"""Pages of statutes and of their texts, of the shipped corpus and of an invented one."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from functools import partial
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import html5lib
import pytest
from lxml import html
from tests.unit.corpus.library_law import section

from statuteline.corpus.start import start_corpus
from statuteline.corpus.store import open_corpus
from statuteline.history.in_force import TextInForce, expression_at
from statuteline.model.commencement import OnDate, Unknown
from statuteline.model.ids import EId, ProvisionRef, WorkId
from statuteline.model.provision import walk
from statuteline.model.published import (
    Edition,
    EditionKind,
    Heading,
    Note,
    NoteKind,
    Position,
)
from statuteline.model.text import plain
from statuteline.model.work import Event, EventKind, Evidence, Grade, Kind
from statuteline.website import addresses
from statuteline.website.base import Asset, Content, Page
from statuteline.website.kinds import statutes
from statuteline.website.source import Settings, Source

if TYPE_CHECKING:
    from statuteline.model.work import Expression

AT: Final = date(2026, 11, 27)
LIBRARY: Final = WorkId("us-ct", "cgs", "11-1")
HOSTILE: Final = "</script><script>alert(1)</script> \"a\" 'b' & \u202egnol\u202c"
FIRST: Final = section("11-1", "2001-10-01", "Libraries", "A library is open.", "To all.")
SECOND: Final = section("11-1", "2020-10-01", "Libraries", "A library is open.", "To most.")


def made(folder: Path, *texts: Expression, at: date = AT) -> Source:
    """Make a source of a corpus of official texts."""
    start_corpus(folder, name="Invented", text="official")
    corpus = open_corpus(folder)
    for text in texts:
        corpus.add(text)
    return Source(corpus, Settings(at=at, address="https://law.example/"))


def pages(source: Source) -> dict[str, Page]:
    return {one.path: one for one in statutes.KIND.items(source) if isinstance(one, Page)}


def files(source: Source) -> dict[str, Asset]:
    return {one.path: one for one in statutes.KIND.items(source) if isinstance(one, Asset)}


def page(source: Source, work: WorkId = LIBRARY) -> Content:
    return pages(source)[addresses.of_work(work)].write()


def tree_of(body: str) -> Any:  # noqa: ANN401 - what a path finds may be of any kind
    return html.fromstring(body)


def words(content: Content, css: str) -> list[str]:
    """Give the words of each element that a path finds, spaces folded."""
    found = tree_of(content.body).xpath(css)
    return [" ".join(one.text_content().split()) for one in found]


standing = partial(words, css="//*[contains(@class, 'standing')]//p")


# --- the state, in words -------------------------------------------------------------


def told(source: Source) -> str:
    return standing(page(source))[0]


def test_a_text_in_force_says_since_when_and_of_which_day_the_page_is(
    tmp_path: Path,
) -> None:
    source = made(tmp_path / "own", FIRST, SECOND)
    assert told(source) == (
        "In force since 1 October 2020. This page shows the law of 27 November 2026."
    )


def test_a_text_whose_end_is_known_says_until_when(tmp_path: Path) -> None:
    source = made(tmp_path / "own", FIRST, SECOND, at=date(2010, 1, 1))
    assert told(source).startswith(
        "In force since 1 October 2001, until 30 September 2020."
    )


def test_an_unknown_first_day_is_said_to_be_unknown(tmp_path: Path) -> None:
    bound = replace(FIRST, commencement=Unknown(by=date(2005, 1, 1)), events=())
    content = page(made(tmp_path / "own", bound))
    assert standing(content)[0].startswith(
        "In force by 1 January 2005; since when is not known."
    )
    assert "since 1 January 2005" not in content.body
    assert "temporalCoverage" not in content.data
    assert tree_of(content.body).xpath("//*[name()='circle'][@class='dot now']") == []


def test_a_statute_that_is_repealed_says_so_and_shows_no_text(tmp_path: Path) -> None:
    gone = section("11-1", "2022-10-01", "Libraries", "", event=EventKind.REPEAL)
    source = made(tmp_path / "own", FIRST, gone)
    content = page(source)
    assert standing(content)[0].startswith("Repealed on 1 October 2022.")
    assert "the-text" not in content.body.replace("the-texts", "")
    assert not content.searched
    assert json.loads(content.data)["legislationLegalForce"].endswith("NotInForce")
    told = words(content, "//p[@class='told']")
    assert told == [
        "In force from 1 October 2001 until 30 September 2022, repealed on 1 October 2022.",
        "Repealed on 1 October 2022; this record only marks the place.",
    ]
    assert tree_of(content.body).xpath("//nav//a/@href") == ["2001-10-01/index.html"]
    mark = pages(source)["us-ct/cgs/11-1/2022-10-01/index.html"].write()
    assert standing(mark)[0] == told[1]
    assert "InForce" not in mark.data.replace("NotInForce", "")
    assert "temporalCoverage" not in mark.data


def test_a_statute_to_come_says_when(tmp_path: Path) -> None:
    coming = section("11-1", "2030-10-01", "Libraries", "Open.", event=EventKind.GENERATION)
    content = page(made(tmp_path / "own", coming))
    assert standing(content)[0].startswith(
        "Not in force yet: takes effect on 1 October 2030."
    )
    assert words(content, "//nav//a") == ["After that day: text of 1 October 2030"]


def test_a_pending_text_is_told_apart_and_is_never_drawn(tmp_path: Path) -> None:
    pending = section("11-1", "2030-10-01", "Libraries", "Open.", pending=True)
    content = page(made(tmp_path / "own", FIRST, pending))
    tree = tree_of(content.body)
    apart = tree.xpath("//ul[@class='apart']//a/@href")
    assert apart[0] == "2030-10-01/index.html"
    drawn = tree.xpath("//*[name()='svg'][@class='drawn']//*[name()='a']/@href")
    assert drawn == ["2001-10-01/index.html"]
    assert "2030" not in "".join(words(content, "//ol[@class='timeline']"))
    assert told(made(tmp_path / "alone", pending)).startswith("Not known to be in force")


def test_a_change_without_words_is_told_and_puts_the_text_behind(tmp_path: Path) -> None:
    event = Event(day=date(2015, 1, 1), kind=EventKind.AMENDMENT, act=None)
    known = replace(SECOND, events=(*FIRST.events, event, *SECOND.events))
    content = page(made(tmp_path / "own", FIRST, known, at=date(2018, 1, 1)))
    assert standing(content)[0].startswith(
        "There is no text of C.G.S. § 11-1 for 1 January 2018 in this corpus: it was "
        "changed on 1 January 2015"
    )
    steps = words(content, "//ol[@class='timeline']/li/h3")
    assert steps == ["1 October 2001", "1 January 2015", "1 October 2020"]
    behind = page(made(tmp_path / "two", FIRST, known, at=date(2010, 1, 1)))
    assert "behind the law: it changes on 1 January 2015" in " ".join(standing(behind))


# --- the timeline --------------------------------------------------------------------


def test_each_entry_tells_its_text_its_change_and_what_to_compare(source: Source) -> None:
    content = page(source, WorkId("us-ct", "cgs", "54-95c"))
    tree = tree_of(content.body)
    days = [one.text_content() for one in tree.xpath("//ol[@class='timeline']//h3/a")]
    assert days == ["1 October 2013", "1 October 2016", "1 October 2021"]
    assert tree.xpath("//ol//a[@aria-current]/@href") == ["2021-10-01/index.html"]
    last = tree.xpath("//ol[@class='timeline']/li")[-1]
    assert "Amended by P.A. 21-103, S. 7 and P.A. 21-104, S. 62." in words(
        content, "//li/p"
    )
    acts = last.xpath(".//a[contains(., 'P.A.')]/@href")
    assert [one.partition("#")[0] for one in acts] == ["../../pa/21-103/index.html"]
    assert last.xpath(".//a/@href")[-1] == "diff/2016-10-01..2021-10-01/index.html"
    assert "Subsection (b) is added." in words(content, "//ul[@class='did']/li")
    first = tree.xpath("//ol[@class='timeline']/li")[0]
    assert "diff/2013-10-01..2021-10-01/index.html" in first.xpath(".//a/@href")


def test_every_day_leads_to_the_text_that_is_in_force_on_it(source: Source) -> None:
    """What the date picker has to go by is what ``expression_at`` answers."""
    for work in source.corpus.works(Kind.STATUTE_SECTION):
        items = tree_of(page(source, work).body).xpath("//li[@data-start]")
        spans = [
            (one.get("data-start"), one.get("data-end", "9999"), one.xpath(".//a/@href")[0])
            for one in items
        ]
        records = source.corpus.expressions(work)
        for year in range(1980, 2030):
            day = date(year, 10, 1)
            hits = [to for start, end, to in spans if start <= day.isoformat() < end]
            answer = expression_at(records, day)
            here = isinstance(answer, TextInForce)
            assert len(hits) == here
            if isinstance(answer, TextInForce):
                assert hits[0].startswith(addresses.version_name(answer.expression.id))


def test_records_that_were_corrected_are_told_apart(source: Source) -> None:
    content = page(source, WorkId("us-ct", "cgs", "53a-83b"))
    found = tree_of(content.body).xpath("//ul[@class='replaced']//a/@href")
    assert found == [
        "2017-10-01/index.html",
        "diff/index.html#2017-10-01..2017-10-01~2026-11-27",
        "2021-10-01/index.html",
        "diff/index.html#2021-10-01..2021-10-01~2026-11-27",
    ]
    old = pages(source)["us-ct/cgs/53a-83b/2021-10-01/index.html"].write()
    assert standing(old)[0] == (
        "This record was replaced by a corrected one on 27 November 2026; the law did not "
        "change that day."
    )
    assert "../2021-10-01~2026-11-27/index.html" in old.body


# --- the page of a text --------------------------------------------------------------


def test_the_words_of_a_text_are_the_same_on_every_day(tmp_path: Path) -> None:
    path = "us-ct/cgs/11-1/2001-10-01/index.html"
    made(tmp_path / "own", FIRST)
    corpus = open_corpus(tmp_path / "own")

    def lasting(at: date) -> tuple[str, str]:
        content = pages(Source(corpus, Settings(at=at)))[path].write()
        head, mark, rest = content.body.partition('<div class="reading">')
        assert mark
        return head, rest

    today = lasting(AT)
    later = lasting(date(2040, 1, 1))
    assert today[1] == later[1]
    assert today[0] != later[0]
    corpus.add(SECOND)
    replaced = lasting(AT)
    assert replaced[1] == today[1]
    assert "replaced on 1 October 2020" in replaced[0]


def test_a_text_that_is_no_longer_the_law_says_so_and_leads_on(source: Source) -> None:
    found = pages(source)
    old = found["us-ct/cgs/54-95c/2016-10-01/index.html"].write()
    assert "On 27 November 2026 this text is not the law." in standing(old)[0]
    links = tree_of(old.body).xpath("//nav//a/@href")
    assert links == [
        "../2013-10-01/index.html",
        "../diff/2013-10-01..2016-10-01/index.html",
        "../2021-10-01/index.html",
        "../diff/2016-10-01..2021-10-01/index.html",
    ]
    assert old.canonical == "us-ct/cgs/54-95c/2016-10-01/index.html"
    assert not old.searched
    new = found["us-ct/cgs/54-95c/2021-10-01/index.html"].write()
    assert "This text is in force on 27 November 2026." in standing(new)[0]


def test_every_word_of_a_text_stands_on_its_page_in_order(source: Source) -> None:
    found = pages(source)
    for work in source.corpus.works(Kind.STATUTE_SECTION):
        for text in source.corpus.expressions(work):
            content = found[addresses.of_version(text.id)].write()
            law = tree_of(content.body).xpath("//div[contains(@class, 'law')]")[0]
            for ours in law.xpath(".//a[@class='permalink'] | .//p[@class='note']"):
                ours.clear(keep_tail=True)
            parts = (
                part
                for one in walk(text.body)
                for part in (one.num, one.heading_text, one.intro_text)
            )
            # Words behind the children of a provision are looked for by themselves.
            told = "".join(law.text_content().split())
            at = 0
            for part in filter(None, parts):
                at = told.index("".join(part.split()), at)
            for one in walk(text.body):
                assert "".join(one.wrap_up_text.split()) in told


# --- code, source and files ----------------------------------------------------------


def test_every_link_of_the_code_stands_beside_its_provision(source: Source) -> None:
    for work in source.corpus.works(Kind.STATUTE_SECTION):
        answer = expression_at(source.corpus.expressions(work), AT)
        assert isinstance(answer, TextInForce)
        of_eid = source.links_by_text.get(answer.expression.id, {})
        tree = tree_of(page(source, work).body)
        beside = {
            one.getparent().get("id"): " ".join(one.text_content().split())
            for one in tree.xpath("//details[@class='code']")
        }
        assert set(beside) == {eid.text for eid in of_eid}
        for eid, links in of_eid.items():
            for one in links:
                assert one.link.unit.name in beside[eid.text]
            assert "checked against this text" in beside[eid.text]


def test_files_are_those_of_the_corpus_and_of_the_commands(source: Source) -> None:
    corpus, found, known = source.corpus, files(source), pages(source)
    for work in corpus.works(Kind.STATUTE_SECTION):
        for one in corpus.expression_ids(work):
            data = found[f"{one}.xml"].write()
            assert data == corpus.path(one).read_bytes()
            content = known[addresses.of_version(one)].write()
            assert sha256(data).hexdigest() in content.body
            assert [two.path for two in content.alternates] == [
                f"{one}.{ending}" for ending in ("xml", "json", "txt", "docx")
            ]
            assert {two.path for two in content.alternates} <= set(found)
            shown = json.loads(found[f"{one}.json"].write())
            assert shown["expression"] == str(one)
            assert shown["schema"] == "statuteline/show/1"
    assert found["SHA256SUMS"].write() == (corpus.root / "SHA256SUMS").read_bytes()


@pytest.mark.parametrize(("form", "ending"), [("json", "json"), ("text", "txt")])
def test_a_file_is_what_the_command_shows_for_the_first_day(
    source: Source, form: str, ending: str
) -> None:
    found = files(source)
    for one in source.corpus.expression_ids(WorkId("us-ct", "cgs", "54-95c")):
        shown = subprocess.run(
            [
                Path(sys.executable).with_name("statuteline"),
                *("show", one.work.number, "--at", str(one.version)),
                *("--format", form, "--corpus", source.corpus.root),
            ],
            capture_output=True,
            check=True,
            env={**os.environ, "COLUMNS": "80", "NO_COLOR": "1"},
        )
        assert found[f"{one}.{ending}"].write() == shown.stdout


def test_notes_and_the_place_in_the_code_are_told(tmp_path: Path) -> None:
    text = replace(
        FIRST,
        edition=Edition(revised_to=date(2025, 1, 1), kind=EditionKind.REVISION),
        position=Position(
            title=Heading(number="TITLE 11", name="LIBRARIES"),
            chapter=Heading(number="CHAPTER 188"),
        ),
        notes=(
            Note(kind=NoteKind.SOURCE, words=plain("(An invented act.)")),
            Note(kind=NoteKind.ANNOTATION, words=plain("1 A. 2.")),
        ),
    )
    source = made(tmp_path / "own", text)
    current, own = page(source), pages(source)[addresses.of_version(text.id)].write()
    for content in (current, own):
        assert words(content, "//p[@class='position']") == [
            "TITLE 11: LIBRARIES · CHAPTER 188"
        ]
        assert "As printed in the revision of 2025." in words(content, "//p")
        assert "(An invented act.)" in words(content, "//p[@class='editors']")
    assert "1 A. 2." not in current.body
    assert "1 note on a decision of a court" in current.body
    assert "1 A. 2." in own.body


# --- linked data ---------------------------------------------------------------------


def test_linked_data_tells_what_is_known(tmp_path: Path) -> None:
    act = ProvisionRef(WorkId("us-ct", "pa", "20-1"), EId.parse("sec_2"))
    day = date(2020, 10, 1)
    changed = replace(SECOND, events=(Event(day=day, kind=EventKind.AMENDMENT, act=act),))
    source = made(tmp_path / "own", FIRST, changed)
    found = pages(source)
    data = json.loads(found["us-ct/cgs/11-1/index.html"].write().data)
    assert data["@type"] == "Legislation"
    assert data["@id"] == "https://law.example/us-ct/cgs/11-1/index.html"
    assert data["legislationIdentifier"] == "/akn/us-ct/act/cgs/1958/11-1"
    assert data["legislationLegalForce"] == "https://schema.org/InForce"
    assert data["legislationDateVersion"] == "2020-10-01"
    assert data["temporalCoverage"] == "2020-10-01/.."
    assert data["legislationConsolidates"] == [
        {"@type": "Legislation", "legislationIdentifier": "P.A. 20-1, S. 2"}
    ]
    assert {one["legislationLegalValue"] for one in data["encoding"]} == {
        "https://schema.org/UnofficialLegalValue"
    }
    assert [one["legislationDateVersion"] for one in data["workExample"]] == [
        "2001-10-01",
        "2020-10-01",
    ]
    old = json.loads(found["us-ct/cgs/11-1/2001-10-01/index.html"].write().data)
    assert old["temporalCoverage"] == "2001-10-01/2020-09-30"
    assert old["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert old["encoding"][0]["contentUrl"].endswith("us-ct/cgs/11-1/eng@2001-10-01.xml")


# --- every page ----------------------------------------------------------------------


def test_no_words_of_a_text_become_markup(tmp_path: Path) -> None:
    text = replace(
        section("11-1", "2001-10-01", HOSTILE, HOSTILE, HOSTILE),
        evidence=(
            Evidence(about=EId.parse("sec_11-1"), grade=Grade.OFFICIAL_TEXT, note=HOSTILE),
        ),
        notes=tuple(Note(kind=kind, words=plain(HOSTILE)) for kind in NoteKind),
        position=Position(
            title=Heading(number=HOSTILE, name=HOSTILE), chapter=Heading(number=HOSTILE)
        ),
        former=HOSTILE,
    )
    later = replace(
        section("11-1", "2020-10-01", "Plain", "Plain words."),
        commencement=OnDate(day=date(2020, 10, 1)),
    )
    for texts in ((text,), (text, later)):
        source = made(tmp_path / str(len(texts)), *texts)
        for one in pages(source).values():
            content = one.write()
            assert "<script" not in content.body + content.data
            assert "\u202e" not in content.body
            json.loads(content.data or "{}")
            parsed(content)


def test_every_page_of_the_shipped_corpus_is_valid_small_and_well_ordered(
    source: Source,
) -> None:
    for path, one in pages(source).items():
        if "/diff/" in path:
            continue
        content = one.write()
        parsed(content)
        tree = tree_of(f"<main>{content.body}</main>")
        assert len(content.body.encode()) < 36_000
        assert len(tree.xpath("//h1")) == 1
        ranks = [int(two.tag[1]) for two in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert all(after - before <= 1 for before, after in pairwise(ranks))
        assert " style=" not in content.body
        assert not re.search(r" on[a-z]+=", content.body)
        assert "not official" in content.body
        told = words(content, "//div[contains(@class, 'standing')]//p | //li/h3 | //li/p")
        assert not re.search(r"\d{4}-\d\d-\d\d", " ".join(told))


def parsed(content: Content) -> None:
    """Read a page strictly."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    parser.parse(f"<!DOCTYPE html><html lang=en><title>x</title><main>{content.body}")
    faults = [one for one in parser.errors if one[1] != "expected-closing-tag-but-got-eof"]
    assert faults == []

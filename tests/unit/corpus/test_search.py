from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.corpus.search import Found, search
from statuteline.errors import QueryError, WorkNotFoundError
from statuteline.history.standing import StandingKind
from statuteline.model.commencement import Unknown
from statuteline.model.ids import EId, WId
from statuteline.model.interval import Interval
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Paragraph, plain

from .library_law import LAW, fill, section

if TYPE_CHECKING:
    from statuteline.corpus.store import Corpus

NOW = date(2026, 1, 1)
Look = Callable[..., Found]


@pytest.fixture
def look(corpus: Corpus) -> Look:
    fill(corpus)

    def call(
        query: str,
        at: date | None = NOW,
        scope: tuple[str, ...] = (),
        limit: int = 20,
    ) -> Found:
        return search(corpus, query, at=at, scope=scope, limit=limit)

    return call


def cited(found: Found) -> list[str]:
    return [hit.citation.removeprefix("C.G.S. § ") for hit in found.hits]


def marked(found: Found) -> list[str]:
    return [
        "".join(f"[{one.text}]" if one.found else one.text for one in hit.glimpses)
        for hit in found.hits
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("open", ["11-1"]),
        ("OPEN", ["11-1"]),
        ("card", ["11-1(a)"]),
        ("reader's", ["11-1(a)"]),
        ("reader’s", ["11-1(a)"]),
        ("returned open", ["11-1"]),
        ("is", ["11a-1", "11-1"]),
        ("book", ["11a-1", "11-1(a)"]),
        ("book NOT bicycle", ["11-1(a)"]),
        ("bicycle OR card", ["11a-1", "11-1(a)"]),
        ("bicycles", ["11a-1"]),
        ("book*", ["11a-1", "11-1(a)"]),
        ("bicycl*", ["11a-1"]),
        ("bicycl", []),
        ('"no book"', ["11a-1"]),
        ('"book no"', []),
        ('"as long as (b) it is"', ["11-1(a)"]),
        ("card NEAR/1 free", ["11-1(a)"]),
        ("reader NEAR/1 free", []),
        ("11-2a", ["11-1(b)"]),
        ("11–2a", ["11-1(b)"]),
        ("11-2", []),
        ("2a", ["11-1(b)"]),
        ("café", []),
    ],
)
def test_the_texts_of_a_day_are_found_by_their_words(
    query: str, expected: list[str], look: Look
) -> None:
    assert sorted(cited(look(query))) == sorted(expected)


@pytest.mark.parametrize("query", ["cafe", "CAFÉ", "cafe\u0301", '"a café may"'])
def test_accents_do_not_matter(query: str, look: Look) -> None:
    assert cited(look(query, date(2010, 1, 1))) == ["11-1(a)"]


@pytest.mark.parametrize("day", ["2001-09-30", "2001-10-01", "2020-09-30", "2020-10-01",
                                 "2022-09-30", "2022-10-01", "2031-01-01"])  # fmt: skip
def test_only_the_texts_of_the_day_are_found(day: str, look: Look) -> None:
    at = date.fromisoformat(day)
    found = look("fee OR card OR map", at)
    texts = {str(hit.standing.expression.id) for hit in found.hits}
    wanted = set()
    if date(2001, 10, 1) <= at < date(2020, 10, 1):
        wanted |= {"us-ct/cgs/11-1/eng@2001-10-01"}
    if date(2020, 10, 1) <= at:
        wanted |= {"us-ct/cgs/11-1/eng@2020-10-01"}
    if date(2001, 10, 1) <= at < date(2022, 10, 1):
        wanted |= {"us-ct/cgs/11-2a/eng@2001-10-01"}
    assert texts == wanted
    assert (found.total, found.pending) == (len(wanted), 1)
    assert found.total + found.pending + found.others == 4


def test_every_text_ever_recorded_has_its_standing(look: Look) -> None:
    found = look("11-1 OR 11-2a OR 11-3", None)
    standing = {
        str(hit.standing.expression.id)[10:]: (hit.standing.kind, hit.standing.interval)
        for hit in found.hits
    }
    assert standing == {
        "11-1/eng@2001-10-01": (
            StandingKind.DATED,
            Interval(start=date(2001, 10, 1), end=date(2020, 10, 1)),
        ),
        "11-1/eng@2020-10-01": (
            StandingKind.DATED,
            Interval(start=date(2020, 10, 1)),
        ),
        "11-2a/eng@2001-10-01": (
            StandingKind.DATED,
            Interval(start=date(2001, 10, 1), end=date(2022, 10, 1)),
        ),
        "11-2a/eng@2022-10-01": (
            StandingKind.REPEALED,
            Interval(start=date(2022, 10, 1)),
        ),
        "11-3/eng@2030-10-01": (StandingKind.PENDING, None),
    }
    assert (found.pending, found.others) == (0, 0)


def test_days_of_which_only_the_latest_is_known_are_told_so(corpus: Corpus) -> None:
    for version in ("2005-01-01", "2015-01-01"):
        text = section("3-1", version, "Clocks", "A clock is wound.")
        day = date.fromisoformat(version)
        corpus.add(replace(text, commencement=Unknown(by=day), events=()))
    (hit,) = search(corpus, "clock", at=date(2010, 1, 1)).hits
    assert hit.standing.expression.by == date(2005, 1, 1)
    assert hit.standing.ends_by == date(2015, 1, 1)
    (hit,) = search(corpus, "clock", at=NOW).hits
    assert hit.standing.ends_by is None


def test_a_work_comes_before_those_that_cite_it_however_long_it_is(
    corpus: Corpus,
) -> None:
    words = " ".join(["shelf"] * 5_000)
    corpus.add(section("7-1", "2001-10-01", "Shelves", words))
    for number in ("7-2", "7-1a"):
        cites = section(number, "2001-10-01", "Section 7-1", "See 7-1, 7-1, 7-1 and 7-1.")
        corpus.add(cites)
    for query in ("7-1", "7–1", '"7-1"', "7-1 OR book"):
        assert cited(search(corpus, query, at=NOW))[0] == "7-1", query
    assert cited(search(corpus, "7-1A OR see", at=NOW))[0] == "7-1a"


def test_number_and_title_count_more_than_words(look: Look) -> None:
    found = look("11-2a OR fee", date(2010, 1, 1))
    assert cited(found) == ["11-2a", "11-1(b)"]
    assert found.hits[0].score > found.hits[1].score


def test_the_words_are_shown_where_they_stand(look: Look) -> None:
    assert marked(look("book free")) == [
        "(a) The reader’s card is [free], and so is each [book], as long as"
    ]
    assert marked(look('"bicycle is no"')) == ["A [bicycle is no] book, but may be lent."]
    (hit,) = look("open time").hits
    assert hit.also == ("C.G.S. § 11-1(b)",)
    (hit,) = look("bicycles").hits
    assert [(one.text, one.found) for one in hit.title] == [("Bicycles", True)]
    assert marked(look("bicycles")) == ["A bicycle is no book, but may be lent."]


def test_a_long_provision_is_cut_around_the_words(corpus: Corpus) -> None:
    words = " ".join(["shelf"] * 200 + ["key, bell and key"] + ["door"] * 200)
    corpus.add(section("7-1", "2001-10-01", "Doors", words))
    (shown,) = marked(search(corpus, "bell key", at=NOW))
    assert shown.startswith("… shelf ")
    assert "[key], [bell] and [key]" in shown
    assert shown.endswith("door …")
    assert len(shown) < 300


def test_a_limit_keeps_the_best(look: Look) -> None:
    best, _ = look("book").hits
    found = look("book", limit=1)
    assert (found.hits, found.total) == ((best,), 2)


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (("cgs",), 3),
        (("CGS",), 3),
        (("us-ct/cgs",), 3),
        (("11",), 2),
        (("11a",), 1),
        (("11A",), 1),
        (("cgs/11",), 2),
        (("us-ct/cgs/11-1",), 1),
        (("11-1",), 1),
        (("11-1", "11a"), 2),
    ],
)
def test_a_part_of_the_corpus_is_searched(
    scope: tuple[str, ...], expected: int, look: Look
) -> None:
    assert look("is", date(2010, 1, 1), scope=scope).total == expected


@pytest.mark.parametrize(
    "scope", ["pa", "1", "11-", "us-ct/pa", "a/b/c/d", "%", "11_1", ""]
)
def test_a_part_that_is_not_there_is_told(scope: str, look: Look) -> None:
    with pytest.raises(WorkNotFoundError, match="no work in") as caught:
        look("is", scope=("11", scope))
    assert "cgs" in caught.value.hint


def test_a_query_that_makes_no_sense_reads_nothing(corpus: Corpus) -> None:
    with pytest.raises(QueryError):
        search(corpus, "(", at=NOW)
    assert not (corpus.root / ".index").exists()


def test_provisions_that_cannot_be_cited_by_number_have_their_address(
    corpus: Corpus,
) -> None:
    base = LAW[5]
    (top,) = base.body
    unnumbered, second, again = (
        Provision(
            level=Level.SUBSECTION,
            eid=EId(f"{top.eid}__subsec_{name}"),
            wid=WId(f"{top.eid}__subsec_{name}"),
            num=num,
            intro=(Paragraph(spans=plain(words)),),
        )
        for name, num, words in (
            ("x1", None, "lamp"),
            ("b", "(b)", "ink"),
            ("b2", "(b)", "glue"),
        )
    )
    corpus.add(replace(base, body=(replace(top, children=(unnumbered, second, again)),)))
    assert [cited(search(corpus, word, at=NOW)) for word in ("lamp", "ink", "glue")] == [
        ["11a-1#sec_11a-1__subsec_x1"],
        ["11a-1(b)"],
        ["11a-1#sec_11a-1__subsec_b2"],
    ]
    for word in ("lamp", "ink", "glue"):
        (hit,) = search(corpus, word, at=NOW).hits
        assert corpus.cite(hit.citation).work == hit.standing.expression.id.work

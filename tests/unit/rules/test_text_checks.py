from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from statuteline.corpus.store import open_corpus
from statuteline.law import encodings
from statuteline.model.commencement import OnDate
from statuteline.model.ids import EId, ExpressionId, WId, WorkId
from statuteline.model.interval import Interval
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Paragraph, plain
from statuteline.model.work import Expression, Kind, Words
from statuteline.rules import findings
from statuteline.rules.citing import works_cited
from statuteline.rules.encodings import (
    Axiom,
    Burden,
    Encoding,
    NotEncoded,
    Outcome,
    Reading,
    Version,
)
from statuteline.rules.facts import YesNo
from statuteline.rules.flat_text import flat_text
from statuteline.rules.nodes import cited
from statuteline.rules.predicates import not_
from statuteline.rules.text_checks import TextCheck, check_texts
from statuteline.rules.uncovered import uncovered

WORK, OTHER = WorkId.parse("us-ct/cgs/1-1"), WorkId.parse("us-ct/cgs/2-2")
SECTION = "sec_1-1"
A, B = f"{SECTION}__subsec_a", f"{SECTION}__subsec_b"
YEAR_2020, YEAR_2022 = date(2020, 1, 1), date(2022, 1, 1)
lent = YesNo(name="lent", ask="Was a bicycle lent?")


def part(eid: str, words: str, *children: Provision, after: str = "") -> Provision:
    return Provision(
        level=Level.SECTION if eid == SECTION else Level.SUBSECTION,
        eid=EId.parse(eid),
        wid=WId.parse(eid),
        num="Sec. 1-1." if eid == SECTION else f"({eid[-1]})",
        heading=plain("Bicycles") if eid == SECTION else (),
        intro=(Paragraph(spans=plain(words)),),
        children=children,
        wrap_up=(Paragraph(spans=plain(after)),) if after else (),
    )


def text(day: date, *below: Provision, words: Words = Words.RESTATED) -> Expression:
    return Expression(
        id=ExpressionId(WORK, "eng", day),
        kind=Kind.STATUTE_SECTION,
        title="Bicycles",
        words=words,
        recorded=date(2026, 1, 2),
        created=YEAR_2020,
        commencement=OnDate(day=day),
        body=(part(SECTION, "A mayor lends bicycles as follows:", *below),),
    )


FIRST = text(
    YEAR_2020,
    part(A, "A lender may lend  any bicycle , with a bell."),
    part(B, "The borrower pays two dollars."),
)
SECOND = text(
    YEAR_2022,
    part(A, "A lender may lend any tandem."),
    part(B, "The borrower pays three dollars, and any bicycle is lent with a bell."),
)
BOTH = {WORK: (FIRST, SECOND)}


def encoding(
    eid: str,
    words: str,
    *,
    end: date | None = YEAR_2022,
    burdens: tuple[Burden, ...] = (),
    not_encoded: tuple[NotEncoded, ...] = (),
) -> Encoding:
    """Make an encoding of the first text that cites some words of it."""
    fine = lent.is_true().cite(eid, words)
    outcomes = (
        Outcome(name="fine", when=fine, means=""),
        Outcome(name="none", when=not_(lent.is_true()), means=""),
    )
    version = Version(
        days=Interval(start=YEAR_2020, end=end),
        readings=(Reading(name="plain", outcomes=outcomes),),
        burdens=burdens,
        not_encoded=not_encoded,
    )
    return Encoding(
        name="us-ct/lending",
        title="Lending bicycles",
        work=WORK,
        governed_by="day of the loan",
        versions=(version,),
    )


def told(check: TextCheck) -> list[tuple[findings.Kind, str]]:
    return [(finding.kind, finding.what) for finding in check.findings]


def test_every_shipped_encoding_stands_beside_the_shipped_texts() -> None:
    corpus = open_corpus(None)
    assert encodings()
    for one in encodings():
        texts = {work: corpus.expressions(work) for work in works_cited(one)}
        assert check_texts(one, texts) == TextCheck(
            findings=(), missing=(), only_addresses=()
        )


@pytest.mark.parametrize(
    ("eid", "words"),
    [
        (A, "lend any bicycle, with a bell"),
        (A, "lend\n any bicycle"),
        (SECTION, "two dollars."),
        (SECTION, "lends bicycles as follows:"),
        (SECTION, "Bicycles"),
    ],
)
def test_words_that_are_there_are_found(eid: str, words: str) -> None:
    assert told(check_texts(encoding(eid, words), BOTH)) == []


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("two dollars", f"they stand in {B}"),
        ("may lend any bi", ""),  # not a whole word
        ("mayor", f"they stand in {SECTION}"),
        ("with a bell. (b) The borrower", ""),  # of two provisions
        ("of no provision", ""),
    ],
)
def test_words_that_are_elsewhere_or_nowhere_are_told_with_their_line(
    words: str, hint: str
) -> None:
    check = check_texts(encoding(A, words), BOTH)
    (finding,) = check.findings
    assert finding.kind is findings.Kind.WORDS_NOT_THERE
    assert finding.what == f"{A} of {FIRST.id} has no words {words!r}"
    assert finding.hint == hint
    assert "test_text_checks.py:" in finding.where


def test_words_must_stand_in_every_text_of_the_days() -> None:
    lasting = encoding(A, "may lend any bicycle", end=None)
    assert told(check_texts(lasting, BOTH)) == [
        (
            findings.Kind.WORDS_NOT_THERE,
            f"{A} of {SECOND.id} has no words 'may lend any bicycle'",
        )
    ]
    assert told(check_texts(encoding(A, "A lender may lend", end=None), BOTH)) == []


@pytest.mark.parametrize(
    ("start", "bound", "kinds"),
    [
        (date(2020, 6, 1), False, [findings.Kind.NOT_A_START]),
        (date(2020, 6, 1), True, []),
        (
            date(2019, 1, 1),
            True,
            [findings.Kind.NOT_A_START, findings.Kind.NOT_IN_FORCE],
        ),
    ],
)
def test_only_a_first_day_that_is_a_bound_may_lie_inside_a_text(
    start: date, *, bound: bool, kinds: list[findings.Kind]
) -> None:
    one = encoding(A, "may lend")
    version = replace(
        one.versions[0], days=Interval(start=start, end=date(2021, 1, 1)), bound=bound
    )
    check = check_texts(replace(one, versions=(version,)), BOTH)
    assert [finding.kind for finding in check.findings] == kinds


def test_days_without_a_text_are_told() -> None:
    early = encoding(A, "may lend")
    days = Interval(start=date(2019, 1, 1), end=date(2020, 6, 1))
    moved = replace(early, versions=(replace(early.versions[0], days=days),))
    assert told(check_texts(moved, BOTH)) == [
        (findings.Kind.NOT_A_START, f"No text of {WORK} begins on 2019-01-01"),
        (
            findings.Kind.NOT_IN_FORCE,
            f"There is no text of {WORK} for 2019-01-01, on which {A} is cited",
        ),
    ]
    ended = {WORK: (replace(FIRST, ends=date(2021, 1, 1)),)}
    assert told(check_texts(early, ended)) == [
        (
            findings.Kind.NOT_IN_FORCE,
            f"There is no text of {WORK} for 2021-01-01, on which {A} is cited",
        )
    ]


def test_an_axiom_counts_on_all_its_own_days() -> None:
    axiom = Axiom(
        name="bells",
        holds=lent.is_true(),
        cited=cited(A, "with a bell"),
        days=Interval(start=YEAR_2020),
    )
    one = replace(encoding(A, "may lend"), axioms=(axiom,))
    (finding,) = check_texts(one, BOTH).findings
    assert finding.what == f"{A} of {SECOND.id} has no words 'with a bell'"
    assert finding.hint == f"they stand in {B}"


def test_data_and_what_is_not_encoded_are_looked_for_too() -> None:
    burden = Burden(on="lender", of="a bell", standard=None, cited=cited(B, "a horn"))
    nowhere = EId.parse(f"{SECTION}__subsec_c")
    left = (
        NotEncoded(eid=nowhere, words="", reason="?"),
        NotEncoded(eid=EId.parse(B), words="The borrower", reason="?"),
    )
    one = encoding(A, "may lend", burdens=(burden,), not_encoded=left)
    assert told(check_texts(one, BOTH)) == [
        (findings.Kind.WORDS_NOT_THERE, f"{B} of {FIRST.id} has no words 'a horn'"),
        (findings.Kind.NOT_IN_FORCE, f"{FIRST.id} has no {nowhere}"),
    ]


def test_a_work_without_texts_is_named_and_not_looked_at() -> None:
    one = encoding(A, "may lend")
    axiom = Axiom(
        name="elsewhere",
        holds=lent.is_true(),
        cited=cited("sec_2-2", "x", work=str(OTHER)),
        days=Interval(start=YEAR_2020),
    )
    check = check_texts(replace(one, axioms=(axiom,)), {WORK: (FIRST, SECOND)})
    assert check == TextCheck(findings=(), missing=(OTHER,), only_addresses=())


def test_of_official_texts_only_the_addresses_are_looked_at() -> None:
    official = replace(FIRST, words=Words.OFFICIAL)
    check = check_texts(encoding(A, "never said"), {WORK: (official, SECOND)})
    assert check.findings == ()
    assert check.only_addresses == (official.id,)
    gone = encoding(f"{SECTION}__subsec_c", "never said")
    (finding,) = check_texts(gone, {WORK: (official, SECOND)}).findings
    assert finding.kind is findings.Kind.NOT_IN_FORCE


def test_what_no_citation_covers_is_told_word_for_word() -> None:
    left = (NotEncoded(eid=EId.parse(B), words="two dollars", reason="?"),)
    one = encoding(A, "may lend any bicycle", not_encoded=left)
    cover = {str(p.eid): p for p in uncovered(one.versions[0], FIRST)}
    assert list(cover) == [SECTION, A, B]
    assert (cover[A].words, cover[A].cited, cover[A].left_out) == (9, 4, 0)
    assert cover[A].rest == ("A lender", "with a bell.")
    assert (cover[B].words, cover[B].cited, cover[B].left_out) == (5, 0, 2)
    assert cover[B].rest == ("The borrower pays",)
    assert cover[SECTION].rest == ("A mayor lends bicycles as follows:",)


def test_words_behind_the_parts_are_of_the_whole() -> None:
    body = (part(SECTION, "Before.", part(A, "Inside."), after="Behind."),)
    flat = flat_text(body)
    assert flat.words == "Sec. 1-1.\nBicycles\nBefore.\n(a)\nInside.\nBehind.\n"
    whole, inner = flat.stretches
    assert [flat.words[start:end] for start, end in whole.own] == ["Before.", "Behind."]
    assert flat.words[inner.start : inner.end] == "(a)\nInside.\n"

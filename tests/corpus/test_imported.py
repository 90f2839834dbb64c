"""The imported documents of the corpus are what their importers make of the sources."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.importers import importer
from statuteline.importers.base import CodeReader, Source
from statuteline.model.ids import ExpressionId, WorkId

SOURCES = Path(__file__).resolve().parents[1] / "sources"
RECORDED = date(2026, 11, 22)
SUMMARY = "us-ct/summary/pa-21-103/eng@2021-08-31"
FAQ = "us-ct/faq/vacatur/eng@2026-11-21"


def source(name: str) -> bytes:
    return (SOURCES / name).read_bytes()


@pytest.mark.parametrize(
    ("expression", "kind", "given"),
    [
        (
            SUMMARY,
            "act-summary",
            Source(
                name="002_cbb9d4ade4911ffd.txt",
                data=b"",
                recorded=RECORDED,
                dated=date(2021, 8, 31),
            ),
        ),
        (
            FAQ,
            "faq",
            Source(
                name="000_ab743b98e2784593.txt",
                data=b"",
                recorded=RECORDED,
                received=date(2026, 11, 21),
                work=WorkId.parse("us-ct/faq/vacatur"),
            ),
        ),
    ],
    ids=["summary", "faq"],
)
def test_importing_the_source_again_gives_the_stored_bytes(
    expression: str, kind: str, given: Source
) -> None:
    corpus = open_corpus(shipped())
    read = importer(kind).read
    assert not isinstance(read, CodeReader)
    text = read(replace(given, data=source(given.name)))
    stored = corpus.path(ExpressionId.parse(expression)).read_bytes()
    with corpus.recording(dry_run=True) as recorder:
        assert recorder.check(text).data == stored


def test_every_character_of_the_source_is_stored_once_and_in_order() -> None:
    corpus = open_corpus(shipped())
    raw = source("002_cbb9d4ade4911ffd.txt").decode("utf-8-sig")
    tree = etree.fromstring(corpus.path(ExpressionId.parse(SUMMARY)).read_bytes())
    space = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
    told = "".join(
        str(piece)
        for part in (f".//{space}preface", f".//{space}mainBody")
        for element in tree.iterfind(part)
        for piece in element.itertext()
    )
    assert "".join(told.split()) == "".join(raw.split())


def test_what_the_summary_says_of_commencement_is_what_the_act_has() -> None:
    corpus = open_corpus(shipped())
    summary = corpus.read(ExpressionId.parse(SUMMARY))
    act = corpus.read(ExpressionId.parse("us-ct/pa/21-103/eng@2021-06-16"))
    sections = {p.eid: p.commencement for p in act.body}
    assert len(summary.claims) == len(sections) == 8
    for claim in summary.claims:
        assert claim.section.work == act.id.work
        assert claim.section.eid is not None
        assert sections[claim.section.eid] == claim.commencement

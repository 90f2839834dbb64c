"""The page of questions with answers: for which texts each assertion holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.unit.website.kinds.invented import (
    by_id,
    hostile,
    is_harmless,
    pages,
    tree,
    words,
)

from statuteline.law import law
from statuteline.website.kinds.questions import KIND

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

    import pytest

    from statuteline.website.source import Source

PAGE = "us-ct/faq/vacatur/index.html"
DISCRETION = "faq-vacatur-7"


def answers(root: Element, anchor: str) -> dict[str, dict[str, str]]:
    """Read the tables of an assertion: by sentence, the answer of each text."""
    found = {}
    for table in by_id(root, anchor).iter("table"):
        rows = [list(row) for row in table.iter("tr")][1:]
        (caption,) = table.iter("caption")
        found[words(caption)] = {words(row[0]): words(row[1]) for row in rows}
    return found


def test_an_assertion_is_asked_of_every_text(source: Source) -> None:
    root = tree(pages(KIND, source)[PAGE].write())
    (table,) = answers(root, DISCRETION).values()
    name = "The law of {}"
    assert table == {
        name.format("1 October 2013"): "✗ does not hold",
        name.format("1 October 2016, read as “narrow”"): "✗ does not hold",
        name.format("1 October 2016, read as “broad”"): "✗ does not hold",
        name.format("1 October 2021"): "✗ does not hold",
        "The proposal, which was never law": "✓ holds",
    }


def test_what_a_text_does_not_ask_for_is_said(source: Source) -> None:
    root = tree(pages(KIND, source)[PAGE].write())
    told = {
        table["The proposal, which was never law"]
        for table in answers(root, "faq-vacatur-1").values()
    }
    assert told == {"– cannot be asked: it does not ask for “conviction for prostitution”"}


def test_the_act_is_said_to_differ_from_the_proposal(source: Source) -> None:
    told = words(tree(pages(KIND, source)[PAGE].write()))
    assert (
        "The act as passed differs from the proposal: for prostitution the court must "
        "vacate." in told
    )
    assert "What the document proposes was never law." in told


def test_procedure_of_proposal_and_act_stands_side_by_side(source: Source) -> None:
    root = tree(pages(KIND, source)[PAGE].write())
    (table,) = [one for one in root.iter("table") if one.get("class") == "sides"]
    rows = [[words(cell) for cell in row] for row in table.iter("tr")]
    steps = {row[0]: row[1:] for row in rows}
    assert steps["notice to the victim"] == [
        "✓ yes, by the applicant",
        "– no such step",
        "✓ yes, by the applicant",
    ]
    assert steps["victim's input considered"] == [
        "✓ yes, by the court",
        "– no such step",
        "– no such step",
    ]


def test_it_is_never_shown_as_law_or_as_dated(source: Source) -> None:
    told = words(tree(pages(KIND, source)[PAGE].write()))
    assert "They are not law, and not ours." in told
    assert "Undated; received on 21 November 2026." in told
    assert "Its author: not named in the document." in told


def test_what_asserts_nothing_is_put_to_no_test(source: Source) -> None:
    told = words(tree(pages(KIND, source)[PAGE].write()))
    assert told.count("A question: it asserts nothing.") == 3
    assert told.count("A figure: it says nothing of the law") == 2
    assert "Not put to the test: An opinion on the law." in told


def test_a_document_that_no_claim_is_about_is_a_page(
    source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = law()
    for proposals in ((), known.proposals):
        left = replace(known, claims=(), proposals=proposals)
        monkeypatch.setattr(
            "statuteline.website.kinds.questions.law", lambda left=left: left
        )
        told = words(tree(pages(KIND, source)[PAGE].write()))
        assert "Nothing bears this out yet." in told
        assert ("The proposal, held against the law" in told) is bool(proposals)


def test_words_of_others_are_words(tmp_path: Path) -> None:
    content = pages(KIND, hostile(tmp_path))[PAGE].write()
    assert is_harmless(content)
    assert "alert(1)" in words(tree(content))

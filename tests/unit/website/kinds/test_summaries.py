"""The page of a summary: its own words, and what bears out each statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.website.kinds.invented import (
    by_id,
    hostile,
    is_harmless,
    pages,
    tree,
    words,
)

from statuteline.model.ids import WorkId
from statuteline.model.provision import walk
from statuteline.model.text import block_text
from statuteline.website.kinds.summaries import KIND

if TYPE_CHECKING:
    from pathlib import Path

    from statuteline.website.source import Source

SUMMARY = WorkId.parse("us-ct/summary/pa-21-103")
PAGE = "us-ct/summary/pa-21-103/index.html"


def test_no_word_of_the_document_is_changed_or_left_out(source: Source) -> None:
    told = words(tree(pages(KIND, source)[PAGE].write()))
    (text,) = source.texts_of(SUMMARY).records
    for one in walk(text.body):
        for block in (*one.intro, *one.wrap_up):
            for line in block_text(block).split("\n"):
                for cell in line.split("\t"):
                    assert " ".join(cell.split()) in told


def test_statements_are_numbered_and_lead_to_their_place_beside_the_law(
    source: Source,
) -> None:
    root = tree(pages(KIND, source)[PAGE].write())
    third = by_id(root, "summary-pa-21-103-3")
    assert words(third).startswith("Statement 3 about P.A. 21-103, S. 7")
    assert [one.get("href") for one in third.iter("a")][1] == (
        "../../pa/21-103/index.html#summary-pa-21-103-3"
    )
    assert "Proved: The act adds notice to the victim to the procedure." in words(third)


def test_it_says_whose_words_it_holds_from_which_file_and_day(source: Source) -> None:
    told = words(tree(pages(KIND, source)[PAGE].write()))
    assert "The words of the document itself; not law." in told
    assert "Office of Legislative Research" in told
    assert "31 August 2021" in told
    (text,) = source.texts_of(SUMMARY).records
    assert text.source is not None
    assert f"{text.source.name}, SHA-256 {text.source.sha256}" in told
    assert source.corpus.digest(text.id) in told


def test_words_of_others_are_words(tmp_path: Path) -> None:
    content = pages(KIND, hostile(tmp_path))[PAGE].write()
    assert is_harmless(content)
    assert "alert(1)" in words(tree(content))

"""The page of an act: what each section does, and what stands beside it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.unit.website.kinds.invented import (
    by_id,
    copied,
    hostile,
    ids,
    is_harmless,
    pages,
    source_of,
    tree,
    words,
)

from statuteline.model.ids import WorkId
from statuteline.trace.coverage import of_act
from statuteline.website.kinds._bands import bands
from statuteline.website.kinds.acts import KIND

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from statuteline.website.source import Source

ACT = WorkId.parse("us-ct/pa/21-103")
PAGE = "us-ct/pa/21-103/index.html"


def row(root: Element, number: int) -> Element:
    (table,) = [one for one in root.iter("table") if one.get("class") == "act-sections"]
    return list(table.iter("tr"))[number]


def links(element: Element) -> list[str]:
    return [one.get("href") or "" for one in element.iter("a")]


def test_each_section_says_from_when_it_has_effect(source: Source) -> None:
    root = tree(pages(KIND, source)[PAGE].write())
    assert "In force from 1 July 2021." in words(row(root, 1))
    for number in range(2, 8):
        assert "In force from 1 October 2021." in words(row(root, number))


def test_a_day_that_is_not_known_is_no_date(source: Source) -> None:
    told = words(row(tree(pages(KIND, source)[PAGE].write()), 8))
    assert "In force from passage, on a day that is not in this record." in told
    assert "The day is unknown." in told
    assert "2021" not in told
    assert "No change of a statute is on record." in told


def test_a_section_leads_to_the_texts_on_both_sides_of_what_it_did(source: Source) -> None:
    root = tree(pages(KIND, source)[PAGE].write())
    assert links(row(root, 7)) == [
        "#sec_7",
        "../../cgs/54-95c/index.html",
        "../../cgs/54-95c/2021-10-01/index.html",
        "../../cgs/54-95c/diff/2016-10-01..2021-10-01/index.html",
    ]
    assert links(row(root, 1))[-1].endswith(
        "46a-170/diff/2019-07-01..2021-07-01/index.html"
    )
    corrected = "2017-10-01~2026-11-27..2021-10-01~2026-11-27"
    assert links(row(root, 5))[-1].endswith(f"53a-83b/diff/{corrected}/index.html")


def test_acts_that_are_not_held_are_named_and_lead_nowhere(source: Source) -> None:
    content = pages(KIND, source)[PAGE].write()
    assert "hold them: P.A. 21-102, P.A. 21-104." in words(tree(content))
    assert not [to for to in links(tree(content)) if "21-102" in to or "21-104" in to]


def test_all_that_has_to_do_with_the_act_stands_there_once(source: Source) -> None:
    act = source.texts_of(ACT).records[-1]
    found = bands(source, act, PAGE)
    part = of_act(source.trace, ACT)
    statements = [item.what.tied.id for band in found for item in band.statements]
    changes = [item.what.claimed.change.id for band in found for item in band.changes]
    assert sorted(statements) == sorted(one.id for one in part.statements)
    assert sorted(changes) == sorted(one.change.id for one in part.changes)
    claims = {item.what.name for band in found for item in band.claims}
    assert claims == {one.name for one in part.claims}


def test_sections_that_one_statement_speaks_of_are_one_band(source: Source) -> None:
    act = source.texts_of(ACT).records[-1]
    found = [[str(ref.eid) for ref in band.sections] for band in bands(source, act, PAGE)]
    assert found == [
        ["sec_1", "sec_8"],
        ["sec_2"],
        ["sec_3", "sec_4", "sec_5"],
        ["sec_6"],
        ["sec_7"],
    ]


def test_what_belongs_to_another_knows_it_and_is_known_by_it(source: Source) -> None:
    root = tree(pages(KIND, source)[PAGE].write())
    assert len(ids(root)) == len(set(ids(root)))
    together = {
        one.get("id"): set((one.get("data-with") or "").split())
        for one in root.iter("article")
    }
    assert together
    for name, others in together.items():
        assert all(name in together[other] for other in others)
        assert set(links(by_id(root, str(name)))) >= {f"#{other}" for other in others}


def test_the_proof_of_a_statement_stands_beside_it(source: Source) -> None:
    act = source.texts_of(ACT).records[-1]
    (band,) = [one for one in bands(source, act, PAGE) if len(one.sections) == 1][-1:]
    (said,) = [
        one for one in band.statements if "rather than just prostitution" in one.what.words
    ]
    _, _, claims = said.others
    results = {
        item.what.says: item.what.result
        for item in band.claims
        if item.anchor in dict(claims)
    }
    says = "Before the act, read {}, relief was for prostitution alone."
    assert results[says.format("narrowly")] == "proved"
    assert results[says.format("broadly")] == "refuted"
    (refuted,) = [i.what for i in band.claims if i.what.says == says.format("broadly")]
    assert refuted.witness is not None
    (absent,) = [line for line in refuted.witness.facts if line.startswith("no: ")]
    assert "conviction for prostitution" in absent


def test_an_act_without_anything_beside_it_is_a_page(tmp_path: Path) -> None:
    copy = copied(tmp_path)
    for name in ("cgs", "summary", "faq", "cases"):
        shutil.rmtree(copy / "us-ct" / name)
    root = tree(pages(KIND, source_of(copy))[PAGE].write())
    assert "C.G.S. § 54-95c, which is not held here." in words(row(root, 7))
    assert "beside" not in ids(root)


def test_words_of_others_are_words(tmp_path: Path) -> None:
    content = pages(KIND, hostile(tmp_path))[PAGE].write()
    assert is_harmless(content)
    assert "alert(1)" in words(tree(content))

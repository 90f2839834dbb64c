"""Places of change, and what is far from all of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import html5lib
import pytest

from statuteline.corpus.locate import shipped
from statuteline.corpus.reader import read
from statuteline.corpus.store import open_corpus
from statuteline.diff.compare import compare
from statuteline.publish._html_redline import walkable
from statuteline.publish._layout import anchor_of, rows
from statuteline.publish._selection import selected
from statuteline.publish._spots import AROUND, spots
from statuteline.publish.base import Style

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from statuteline.model.change import Comparison

_FOLDER = Path(__file__).resolve().parents[2] / "golden" / "diff"
_URIS = open_corpus(shipped()).uris


def golden(case: str) -> Comparison:
    old, new = (
        read((_FOLDER / case / name).read_bytes(), _URIS, f"{case}/{name}")
        for name in ("before.xml", "after.xml")
    )
    return compare(old, new)


@pytest.fixture(params=sorted(path.name for path in _FOLDER.iterdir()))
def case(request: pytest.FixtureRequest) -> Comparison:
    return golden(request.param)


def parsed(written: str) -> Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    page: Element = parser.parse(f"<!DOCTYPE html><title>x</title>{written}")
    return page


def classes(element: Element) -> list[str]:
    return str(element.get("class", "")).split()


def test_every_row_is_there_once_and_in_its_order(case: Comparison) -> None:
    assert tuple(spot.row for spot in spots(case)) == rows(case)


def test_every_place_has_its_number_and_each_change_one(case: Comparison) -> None:
    found = spots(case)
    numbers = [spot.number for spot in found if spot.number]
    assert numbers == list(range(1, len(numbers) + 1))
    anchors = {spot.row.anchor for spot in found if spot.number}
    led_to = {anchor_of(change, rows(case)) for change in case.changes}
    assert led_to - {None} <= anchors


def test_what_is_far_is_what_the_other_formats_leave_out(case: Comparison) -> None:
    found = spots(case)
    near = [spot.row for spot in found if not spot.far]
    shown = selected(case, Style(context=AROUND))
    assert near == [row for row in shown if row.num or row.heading or row.words]
    notes = [row.notes[0] for row in shown if "left out." in "".join(row.notes)]
    assert [spot.instead for spot in found if spot.instead] == notes


def test_nothing_near_stands_in_what_is_far(case: Comparison) -> None:
    page = parsed(walkable(spots(case)))
    for far in page.iterfind(".//div"):
        if "provision" in classes(far) and "far" in classes(far):
            assert not far.findall(".//div[@id]/div[@class='own changed']")
            owns = [one for one in far.iter("div") if "own" in classes(one)]
            assert all("far" in classes(one) for one in owns)


def test_links_go_from_each_place_to_the_next_and_back(case: Comparison) -> None:
    page = parsed(walkable(spots(case)))
    ids = {str(one.get("id")) for one in page.iter() if one.get("id")}
    count = len([one for one in ids if one.startswith("change-")])
    links = [str(one.get("href"))[1:] for one in page.iter("a")]
    assert len(ids) == len([one for one in page.iter() if one.get("id")])
    assert sorted(links) == sorted(
        [f"change-{n}" for n in range(1, count)]
        + [f"change-{n}" for n in range(2, count + 1)]
    )


def test_each_of_two_texts_has_the_marks_of_its_own(case: Comparison) -> None:
    page = parsed(walkable(spots(case)))
    for name, other in (("Old text", "ins"), ("New text", "del")):
        sides = page.findall(f".//div[@aria-label='{name}']")
        assert not any(list(side.iter(other)) for side in sides)


@pytest.mark.parametrize("name", ["inserted", "repealed"])
def test_what_a_new_or_a_former_provision_holds_is_one_place(name: str) -> None:
    found = spots(golden(f"nested-provision-{name}"))
    numbers = [spot.number for spot in found]
    assert numbers == [None, None, 1, None, None, None, None, None, 2]

"""Letters and rules of a page: what they say, and where they stand."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from statuteline.errors import PdfError
from statuteline.pdf.document import pdf_pages

from ..drafts.pdf_files import pdf_file  # noqa: TID252 -- no package

if TYPE_CHECKING:
    from statuteline.pdf.page import Page, Rule


def only(data: bytes) -> Page:
    (page,) = pdf_pages(data, "a.pdf")
    return page


def text(page: Page) -> str:
    return "".join(glyph.text for glyph in page.glyphs)


def near(rule: Rule, *wanted: float) -> bool:
    return all(math.isclose(a, b, abs_tol=0.01) for a, b in zip(rule, wanted, strict=True))


def test_letters_have_places_widths_and_weight() -> None:
    page = only(pdf_file([(72, 700, "Books"), (72, 680, "Maps")], bold="Maps"))
    assert text(page) == "BooksMaps"
    first, *_, last = page.glyphs
    assert (first.left, first.height, first.size, first.bold) == (72, 700, 12, False)
    assert math.isclose(first.right - first.left, 12 * 0.667, abs_tol=0.01)
    assert (last.height, last.bold) == (680, True)
    assert page.number == 1


def test_pages_come_one_by_one() -> None:
    data = pdf_file([(72, 700, "a")], [(72, 700, "b")])
    assert [(page.number, text(page)) for page in pdf_pages(data, "a.pdf")] == [
        (1, "a"),
        (2, "b"),
    ]


@pytest.mark.parametrize(
    ("shown", "lefts"),
    [
        ("BT /F1 10 Tf 1 0 0 1 50 60 Tm [(a) -1000 (b)] TJ ET", [50, 64.44]),
        ("BT /F1 10 Tf 2 Tc 50 60 Td (ab) Tj ET", [50, 56.44]),
        ("BT /F1 10 Tf 50 Tz 50 60 Td (ab) Tj ET", [50, 52.22]),
        ("q 2 0 0 2 0 0 cm BT /F1 5 Tf 25 30 Td (ab) Tj ET Q", [50, 54.44]),
        ("BT /F1 10 Tf 12 TL 50 72 Td (a) Tj (b) ' ET", [50, 50]),
        ("BT /F1 10 Tf 50 84 TD 0 -12 TD (a) Tj T* (b) Tj ET", [50, 50]),
        ('BT /F1 10 Tf 50 60 Td (a) Tj 0 0 Td 0 1 (b) " ET', [50, 50]),
    ],
)
def test_text_is_placed_as_the_instructions_say(shown: str, lefts: list[float]) -> None:
    page = only(pdf_file([], drawn=shown))
    assert text(page) == "ab"
    assert [round(glyph.left, 2) for glyph in page.glyphs] == lefts
    assert {round(glyph.size) for glyph in page.glyphs} == {10}


def test_word_space_counts_for_spaces_only() -> None:
    page = only(pdf_file([], drawn="BT /F1 10 Tf 5 Tw 50 60 Td (a b) Tj ET"))
    assert [round(glyph.left, 2) for glyph in page.glyphs] == [50, 54.44, 61.94]


@pytest.mark.parametrize(
    ("drawn", "wanted"),
    [
        ("100 50 80 0.5 re f", (100, 180, 50, 50.5)),
        ("0.7 w 100 50 m 180 50 l S", (100, 180, 49.65, 50.35)),
        ("q 0.5 0 0 0.5 0 0 cm 1 w 200 100 m 360 100 l S Q", (100, 180, 49.75, 50.25)),
        ("1 w 60 10 m 60 90 l S", (59.5, 60.5, 10, 90)),
        ("0.2 g 100 50 80 1 re f*", (100, 180, 50, 51)),
        ("0 0 0.3 rg 100 50 80 1 re B", (100, 180, 50, 51)),
        ("0 0 0 1 k 100 50 80 1 re f", (100, 180, 50, 51)),
    ],
)
def test_dark_thin_bars_and_strokes_are_rules(
    drawn: str, wanted: tuple[float, ...]
) -> None:
    assert any(near(rule, *wanted) for rule in only(pdf_file([], drawn=drawn)).rules)


@pytest.mark.parametrize(
    "drawn",
    [
        "1 g 100 50 80 1 re f",
        "0.9 0.9 1 rg 100 50 80 1 re f",
        "0 0 0 0 K 100 50 m 180 50 l S",
        "100 50 80 40 re f",
        "100 50 80 1 re W n",
    ],
)
def test_light_or_thick_areas_and_clips_are_none(drawn: str) -> None:
    assert only(pdf_file([], drawn=drawn)).rules == ()


def test_a_stroked_box_has_four_sides() -> None:
    assert len(only(pdf_file([], drawn="100 50 80 40 re S")).rules) == 4


def test_turned_letters_stand_apart() -> None:
    page = only(pdf_file([(72, 700, "Books"), (20, 400, "DRAFT")], turned="DRAFT"))
    assert (text(page), page.turned) == ("Books", "DRAFT")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\nbooks", b"books"])
def test_broken_files_are_refused(data: bytes) -> None:
    with pytest.raises(PdfError, match="cannot be read") as caught:
        list(pdf_pages(data, "a.pdf"))
    assert caught.value.where == "a.pdf"

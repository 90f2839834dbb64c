"""The page is valid, self-contained, and says in words what it shows by marks."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statuteline.model.change import Part, Run, RunKind
from statuteline.publish import render
from statuteline.publish._characters import visible
from statuteline.publish._html_redline import marked, redline
from statuteline.publish._layout import rows
from statuteline.publish._marked import settle

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from statuteline.model.change import Comparison

_SPACE = {"h": "http://www.w3.org/1999/xhtml"}


def _page(written: str) -> Element:
    page: Element = html5lib.HTMLParser(strict=True).parse(written)
    return page


@pytest.fixture(scope="module")
def written(comparison: Comparison) -> str:
    return render(comparison, "html")


@pytest.fixture(scope="module")
def page(written: str) -> Element:
    return _page(written)


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _by_id(page: Element, name: str) -> Element:
    (found,) = page.iterfind(f".//*[@id='{name}']")
    return found


def test_landmarks_and_headings(page: Element) -> None:
    assert page.get("lang") == "en"
    (main,) = page.iterfind(".//h:main", _SPACE)
    (headline,) = page.iterfind(".//h:h1", _SPACE)
    assert headline in list(main)
    names = [h.text for h in page.iterfind(".//h:h2", _SPACE)]
    assert names == ["Changes", "Redline"]
    (title,) = page.iterfind(".//h:title", _SPACE)
    assert title.text == "Lending rules: eng@2016-10-01 and eng@2021-10-01 compared"


def test_every_id_is_unique_and_every_link_has_a_target(page: Element) -> None:
    ids = [e.get("id") for e in page.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    links = [e.get("href") for e in page.iterfind(".//h:a", _SPACE)]
    assert len(links) == 14
    assert {str(link).removeprefix("#") for link in links} <= set(ids)


def test_nothing_is_fetched_or_run(written: str) -> None:
    assert not re.search(r"<script|<link|<img|src=|url\(|@import|https?:| on\w+=", written)
    assert " title=" not in written
    assert " style=" not in written


def test_policy_allows_exactly_this_style(written: str) -> None:
    style = written.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}';" in written
    for query in ("prefers-color-scheme: dark", "print", "forced-colors: active"):
        assert f"@media {query}" in style or f"@media ({query})" in style


def test_deletions_are_bracketed_and_both_marks_are_spoken(page: Element) -> None:
    place = _words(_by_id(page, "sec_1-1__subsec_a"))
    assert "deleted: [fourteen] end of deletion" in place
    assert "inserted: twenty-one end of insertion" in place
    assert place.endswith("days.Moved from the undivided text.")


def test_number_and_words_of_an_insertion_are_one_mark(page: Element) -> None:
    place = _by_id(page, "sec_1-1__subsec_b")
    (mark,) = place.iterfind(".//h:ins", _SPACE)
    assert _words(mark) == (
        "inserted: (b) A reader may renew a loan once. end of insertion"
    )


def test_provisions_nest_and_a_repealed_one_keeps_its_place(page: Element) -> None:
    waiver = _by_id(page, "sec_1-2__subsec_d")
    below = [e.get("id") for e in waiver.iterfind("./h:div[@id]", _SPACE)]
    assert below == [
        "sec_1-2__subsec_d__subdiv_1",
        "old-sec_1-2__subsec_b__subdiv_2",
    ]
    assert _words(waiver).endswith("and shall tell the reader so.")


def test_tabbed_words_become_a_table(page: Element) -> None:
    (table,) = page.iterfind(".//h:table", _SPACE)
    cells = [_words(cell) for cell in table.iterfind(".//h:td", _SPACE)]
    assert cells[0] == "Book"
    assert cells[1].endswith("cents")
    assert cells[2:] == ["Film", "one dollar"]


def test_steering_characters_are_shown_not_obeyed(written: str) -> None:
    assert "reads ⟨U+202E⟩drac⟨U+202C⟩ is ⟨U+0007⟩valid" in written
    assert not {"\u202e", "\u202c", "\u0007"} & set(written)


def test_markup_in_the_law_is_text(written: str, page: Element) -> None:
    assert "&amp; never &gt; &lt;five&gt; {5}." in written
    assert "(a) <fees> & costs was amended." in _words(page)


def test_the_law_s_own_brackets_are_told_apart(written: str, identical: Comparison) -> None:
    sentence = "Brackets that are not struck through belong to the text itself."
    assert sentence in written
    assert sentence not in render(identical, "html")


def test_missing_words_and_the_notice_are_said(page: Element) -> None:
    assert "that this record does not hold." in _words(_by_id(page, "sec_1-2__subsec_e"))
    assert "Restatement in plain words by statuteline; not the official text." in _words(
        page
    )


def test_no_difference_is_said(identical: Comparison) -> None:
    page = _page(render(identical, "html"))
    assert "No difference: the two texts have the same words." in _words(page)
    assert not page.findall(".//h:li", _SPACE)


def test_words_behind_children_without_their_provision_still_appear(
    comparison: Comparison,
) -> None:
    lines = tuple(line for line in comparison.lines if line.part.value == "wrap-up")
    shown = redline(rows(replace(comparison, lines=lines)))
    assert "and shall tell the reader so." in shown
    assert shown.count("<div") == shown.count("</div>")


def test_a_change_that_no_row_shows_has_no_link(comparison: Comparison) -> None:
    page = _page(render(replace(comparison, lines=()), "html"))
    links = [e.get("href") for e in page.iterfind(".//h:a", _SPACE)]
    assert links == ["#the-redline"]


_BLOCKS = {f"{{{_SPACE['h']}}}{name}" for name in ("p", "td", "h3", "h4", "h5", "h6")}


def _side(element: Element, dropped: str) -> str:
    """Read a redline as somebody does who skips one kind of mark, and our own words."""
    tag = element.tag.rpartition("}")[2]
    if tag == dropped or element.get("class") in {"cue", "note"}:
        return element.tail or ""
    inner = (element.text or "") + "".join(_side(child, dropped) for child in element)
    if tag == "del":
        assert inner[0] + inner[-1] == "[]"
        inner = inner[1:-1]
    return inner + (" " if element.tag in _BLOCKS else "") + (element.tail or "")


@pytest.mark.parametrize(
    ("dropped", "kind"), [("del", RunKind.DELETED), ("ins", RunKind.INSERTED)]
)
def test_both_texts_can_be_read_from_the_page(
    page: Element, comparison: Comparison, dropped: str, kind: RunKind
) -> None:
    (law,) = page.iterfind(".//h:div[@class='law']", _SPACE)
    parts = [
        "".join(visible(run.text) for run in line.runs if run.kind is not kind)
        for line in comparison.lines
    ]
    assert _side(law, dropped).split() == " ".join(parts).split()


_RUN = st.builds(
    lambda kind, text: Run(kind=kind, text=text),
    st.sampled_from(RunKind),
    st.text(st.sampled_from("ab <>&[]\"'\u202e\u0000\x85"), min_size=1),
)


@settings(max_examples=50)
@given(st.lists(_RUN).map(tuple))
def test_any_words_stay_valid_markup(runs: tuple[Run, ...]) -> None:
    head = '<!DOCTYPE html><html lang="en"><title>x</title><p>'
    _page(f"{head}{marked(settle(runs, visible))}</p></html>")


def test_closing_words_of_one_text_stay_in_their_provision(
    comparison: Comparison,
) -> None:
    lines = tuple(
        replace(line, old=None) if line.part is Part.WRAP_UP else line
        for line in comparison.lines
    )
    page = _page(render(replace(comparison, lines=lines), "html"))
    waiver = _by_id(page, "sec_1-2__subsec_d")
    assert _words(waiver).endswith("and shall tell the reader so.")

from __future__ import annotations

import pytest

from statuteline.errors import SourceError
from statuteline.importers._lines import Gap, Line
from statuteline.importers._paragraphs import (
    blocks,
    column_width,
    ends_sentence,
    is_whole,
    paragraphs,
)

FULL = "mmmmmmmmmm mmmmmmmmmm mmmmmmmmmm mm."
COLUMN = column_width([Line(number=1, text=FULL, gap=Gap.LINE)])


def _lines(*texts: str) -> tuple[Line, ...]:
    return tuple(Line(number=n, text=t, gap=Gap.LINE) for n, t in enumerate(texts, 1))


def _read(*texts: str, state: str = "") -> list[tuple[str | None, str]]:
    found = paragraphs("file", _lines(*texts), COLUMN, state)
    return [(paragraph.num, paragraph.text) for paragraph in found]


def test_short_line_that_ends_a_sentence_ends_the_paragraph() -> None:
    assert _read("It is so.", "The next.") == [(None, "It is so."), (None, "The next.")]


def test_short_line_inside_a_sentence_does_not() -> None:
    assert _read("It is", "so here.") == [(None, "It is so here.")]


def test_full_line_that_ends_a_sentence_does_not() -> None:
    assert _read(FULL, "The next.") == [(None, f"{FULL} The next.")]


def test_inset_line_opens_a_paragraph_behind_a_full_one() -> None:
    inset = "The next one is"
    assert _read(FULL, inset, "set in.") == [(None, FULL), (None, f"{inset} set in.")]


def test_heading_at_the_top_of_a_page_stands_alone() -> None:
    page = Line(number=2, text="Next Head", gap=Gap.PAGE)
    found = paragraphs("file", (*_lines(FULL), page), COLUMN)
    assert [(one.text, one.alone) for one in found] == [(FULL, True), ("Next Head", True)]


def test_list_items_follow_a_colon_and_each_other() -> None:
    assert _read("It:", "1. asks and", "2. pays", "soon.", "The next.") == [
        (None, "It:"),
        ("1.", "asks and"),
        ("2.", "pays soon."),
        (None, "The next."),
    ]


def test_list_goes_on_behind_a_wide_gap() -> None:
    assert _read("2. pays.", state="1.") == [("2.", "pays.")]
    assert _read("1. asks;", state=":") == [("1.", "asks;")]


def test_number_carried_over_from_the_line_before_opens_no_item() -> None:
    assert _read("under age", "18. It ends.") == [(None, "under age 18. It ends.")]


@pytest.mark.parametrize(
    ("texts", "line", "words"),
    [
        (("It:", "1. asks;", "3. pays."), 3, "goes from 1. to 3."),
        (("It:", "2. pays."), 2, "begins with 2."),
        (("It is so.", "1. pays."), 2, "belongs to no list"),
        (("It:", "1. asks;", "1. pays."), 3, "goes from 1. to 1."),
    ],
)
def test_broken_list_is_refused_with_its_line(
    texts: tuple[str, ...], line: int, words: str
) -> None:
    with pytest.raises(SourceError, match=words) as caught:
        _read(*texts)
    assert caught.value.where == f"file, line {line}"


def test_wide_gaps_part_blocks() -> None:
    lines = (*_lines("a", "b"), Line(number=9, text="c", gap=Gap.PARAGRAPH))
    assert [len(block) for block in blocks(lines)] == [2, 1]


@pytest.mark.parametrize(
    ("text", "ends"),
    [("so.", True), ("so.”)", True), ("so (e.g.", False), ("so;", False), ("", False)],
)
def test_sentence_end(text: str, *, ends: bool) -> None:
    assert ends_sentence(text) is ends


@pytest.mark.parametrize("text", ["It (is so.", 'It "is so.', "It [is so.", "It is"])
def test_words_with_something_left_open_are_not_whole(text: str) -> None:
    assert not is_whole(text)
    assert is_whole('It (is [so]) "here."')

from __future__ import annotations

import pytest

from statuteline.importers._lines import Gap, joined, printed_lines


def _never(_line: str) -> bool:
    return False


def test_gaps_are_told_by_blank_lines_and_leading_spaces() -> None:
    text = "One \n\ngoes on \n\n \n\nHead \n On a page \n\nCell \nSame cell \n"
    found = printed_lines(text, _never)
    assert [(line.text, line.gap) for line in found.lines] == [
        ("One", Gap.PARAGRAPH),
        ("goes on", Gap.LINE),
        ("Head", Gap.PARAGRAPH),
        ("On a page", Gap.PAGE),
        ("Cell", Gap.LINE),
        ("Same cell", Gap.TIGHT),
    ]


def test_without_blank_lines_inside_sentences_a_blank_line_parts_paragraphs() -> None:
    found = printed_lines("One\ngoes on\nand on.\n\nTwo", _never)
    gaps = [line.gap for line in found.lines]
    assert gaps == [Gap.PARAGRAPH, Gap.LINE, Gap.LINE, Gap.PARAGRAPH]


def test_furniture_is_set_aside_and_marks_a_page() -> None:
    found = printed_lines("It goes\n  Page 3\non here", lambda line: line == "Page 3")
    assert [(line.number, line.gap) for line in found.lines][1] == (3, Gap.PAGE)
    (piece,) = found.furniture
    assert (piece.line, piece.column, piece.text) == (2, 3, "Page 3")


@pytest.mark.parametrize(
    ("text", "words", "dropped"),
    [
        ("a known re-\nnewal of the renewal", "a known renewal of the renewal", 1),
        ("a re-\nnewal once", "a re-newal once", 0),
        ("a re-\nnewal, renewal, re-newal", "a re-newal, renewal, re-newal", 0),
        ("(§§ 3-\n5)", "(§§ 3-5)", 0),
        ("(§\n6)", "(§ 6)", 0),
        ("PA 21-103—\nHB 1", "PA 21-103—HB 1", 0),
        ("set –\naside", "set – aside", 0),
    ],
)
def test_hyphen_goes_only_if_the_document_knows_the_joined_word_alone(
    text: str, words: str, dropped: int
) -> None:
    found = printed_lines(text, _never)
    assert joined(found.lines) == words
    assert len(found.furniture) == dropped


@pytest.mark.parametrize(
    ("text", "closed"),
    [("a", False), ("a \n", False), ("a \n\n", True), ("a\n \n b", False)],
)
def test_closed_means_a_blank_line_at_the_end(text: str, *, closed: bool) -> None:
    assert printed_lines(text, _never).closed is closed

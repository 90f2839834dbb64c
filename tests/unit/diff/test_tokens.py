from __future__ import annotations

import pytest

from statuteline.diff.tokens import carries_meaning, is_word, tokens


@pytest.mark.parametrize(
    "whole",
    [
        "54-95c",
        "53a-192a",
        "42a-9-406",
        "$5,000.00",
        "60%",
        "2.5-mile",
        "10,000-pound",
        "1st",
        "19a",
        "ten-year",
        "attorney's",
        "owner’s",
        "(a)",
        "(viii)",
        "(AA)",
        "(12)",
        "§",
    ],
)
def test_word_number_or_label_is_one_token(whole: str) -> None:
    assert tokens(whole) == (whole,)


def test_labels_and_marks_stand_apart() -> None:
    assert tokens("(a)(1), see 1-2.") == ("(a)", "(1)", ",", " ", "see", " ", "1-2", ".")


def test_a_stop_behind_a_figure_is_no_part_of_it() -> None:
    assert tokens("$5,000.") == ("$5,000", ".")


@pytest.mark.parametrize(
    ("token", "word", "meaning"),
    [
        ("fee", True, True),
        ("The", True, False),
        (",", False, False),
        (" ", False, False),
        ("(a)", True, True),
    ],
)
def test_words_and_meaning(token: str, word: bool, meaning: bool) -> None:  # noqa: FBT001
    assert is_word(token) is word
    assert carries_meaning(token) is meaning

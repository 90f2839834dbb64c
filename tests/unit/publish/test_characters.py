"""Characters that steer the display are shown."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuteline.publish._characters import columns, is_unseen, one_line, visible


@pytest.mark.parametrize(
    "character",
    ["\u202e", "\u2066", "\u200b", "\ufeff", "\x1b", "\x7f", "\x85", "\u2028", "\ud800"],
)
def test_steering_characters_become_code_points(character: str) -> None:
    assert visible(f"a{character}b") == f"a⟨U+{ord(character):04X}⟩b"


@given(st.text())
def test_nothing_unseen_is_left(text: str) -> None:
    assert not any(is_unseen(c) for c in visible(text))


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"])))
def test_ordinary_words_stay_as_they_are(text: str) -> None:
    assert visible(text) == text


def test_one_line_folds_white_space_before_showing() -> None:
    assert one_line(" a\n\tb\u202e ") == "a b⟨U+202E⟩"


def test_columns_count_what_a_terminal_shows() -> None:
    assert columns(unicodedata.normalize("NFD", "é§")) == 2
    assert columns("法a") == 3
    assert columns("ก\u0e34") == 1  # a vowel sign without a combining class
    assert columns("\u1112\u1161\u11ab") == 2  # one syllable of Hangul in three letters

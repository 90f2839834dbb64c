"""Spaces that a capture left are taken out, and no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuteline.publishers.us_ct.strays import without_strays


@pytest.mark.parametrize(
    ("captured", "words"),
    [
        ("under section 9-12 , or 9-13 .", "under section 9-12, or 9-13."),
        (
            "sections 1-1 l and 10a-109 ll ; chapter 319 l",
            "sections 1-1l and 10a-109ll; chapter 319l",
        ),
        ("the fee is .04 or .5 ; none", "the fee is .04 or .5; none"),
        ("I, ...., of .... , and . . . .", "I, ...., of .... , and . . . ."),
        ("( ) Yes ( ) No", "( ) Yes ( ) No"),
        ("a list of l words, 9-1 l'eau", "a list of l words, 9-1 l'eau"),
    ],
)
def test_strays(captured: str, words: str) -> None:
    assert without_strays(captured) == words


@given(st.text(alphabet="19-al .,;:)(”x", max_size=40))
def test_only_spaces_go_and_none_is_left_to_take(text: str) -> None:
    once = without_strays(text)
    assert once.replace(" ", "") == text.replace(" ", "")

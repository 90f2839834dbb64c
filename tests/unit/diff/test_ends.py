"""Common ends are found without dividing a word or a space."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuteline.diff.ends import common_share, common_words
from statuteline.diff.tokens import tokens

WORDS = st.lists(
    st.sampled_from(["a", "fee", "fees", "53a-82", "53a", "-", "(a)", ",", " ", " ", "\n"]),
    max_size=12,
).map("".join)


@pytest.mark.parametrize(
    ("old", "new", "ends"),
    [
        ("a fee of ten cents is due", "a fee of two cents is due", (8, 7)),
        ("a fee is due", "a fee or more is due", (5, 4)),
        ("a fee is due", "a fee is due to it", (8, 0)),
        ("a fee is due", "no fee is due", (0, 7)),
        ("a fee", "a\nfee", (0, 0)),
        ("a fee  is", "a fee  as", (0, 0)),
        ("fee", "fees", (0, 0)),
    ],
)
def test_common_words(old: str, new: str, ends: tuple[int, int]) -> None:
    assert common_words(old, new) == ends


@given(WORDS, WORDS, WORDS, WORDS)
def test_what_is_cut_off_is_the_same_and_its_tokens_are_whole(
    head: str, one: str, other: str, tail: str
) -> None:
    texts = f"{head}{one}{tail}", f"{head}{other}{tail}"
    start, end = common_words(*texts)
    assert start + end <= min(map(len, texts))
    heads = {text[:start] for text in texts}
    tails = {text[len(text) - end :] for text in texts}
    assert len(heads) == len(tails) == 1
    for text in texts:
        pieces = text[:start], text[start : len(text) - end], text[len(text) - end :]
        assert sum(map(tokens, pieces), ()) == tokens(text)


def test_common_share() -> None:
    assert common_share("abcd", "abxd") == 0.75
    assert common_share(b"aaaa", b"aaaaaaaa") == 0.5

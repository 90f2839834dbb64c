"""Layout does not count, words do."""

from __future__ import annotations

import pytest

from statuteline.corpus.code_layout import without_layout


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (b"<section>\n <num>1</num>\n</section>", b"<section><num>1</num></section>"),
        (b"<p>\n  a fee\n  is due\n</p>", b"<p>a fee is due</p>"),
        (b"<a:content> <a:p>a</a:p> </a:content>", b"<a:content><a:p>a</a:p></a:content>"),
        (
            b"<content>\n<p>a <b>fee</b></p></content>",
            b"<content><p>a <b>fee</b></p></content>",
        ),
    ],
)
def test_layout_alone_makes_no_difference(one: bytes, other: bytes) -> None:
    assert without_layout(one) == without_layout(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (b"<p><b>a</b> <b>fee</b></p>", b"<p><b>a</b><b>fee</b></p>"),
        (b"<p>a <b>fee</b></p>", b"<p>a<b>fee</b></p>"),
        (b"<p>a fee</p>", b"<p>afee</p>"),
        (b"<p>a</p><p>fee</p>", b"<p>a fee</p>"),
        (b"<p>a <ps>fee</ps></p>", b"<p>a<ps>fee</ps></p>"),
    ],
)
def test_words_and_structure_do(one: bytes, other: bytes) -> None:
    assert without_layout(one) != without_layout(other)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuteline.importers._sentences import sentence_bounds


@pytest.mark.parametrize(
    "sentences",
    [
        ["It is so.", "It was."],
        ['They are "victims of [it]."', "Although it is new, it is known."],
        ["They vacate – or set aside – it.", "Then 60 percent go."],
        ["(It is.)", "“Was it?”", "No.", "Not here!"],
        ["See No. 4 of Doe v. Roe, e.g. The Book.", "60 went."],
        ["The U.S. Court of Dr. J. Doe sits.", "It rose."],
        ["No stop at the end"],
    ],
)
def test_sentences_are_parted_where_a_reader_parts_them(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [text[start:end] for start, end in sentence_bounds(text)] == sentences


@given(st.lists(st.sampled_from(["A", "b.", "c?", '"D.', "No.", "5"]), min_size=1))
def test_only_space_lies_between_sentences(words: list[str]) -> None:
    text = " ".join(words)
    found = sentence_bounds(text)
    assert " ".join(text[start:end] for start, end in found) == text

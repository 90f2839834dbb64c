"""The same words written as text, as a page and as a Word file are the same text."""

from __future__ import annotations

import string
from datetime import date
from textwrap import wrap
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from hypothesis import given, settings
from hypothesis import strategies as st

from statuteline.drafts import read_draft
from statuteline.drafts.base import DraftFile
from statuteline.model.provision import walk

from .word_files import paragraph, word_file

if TYPE_CHECKING:
    from statuteline.model.work import Expression

_MARKERS = ("(a)", "(b)", "(c)", "(1)", "(2)", "(A)", "(B)", "(i)", "(ii)", "1.", "2.")
_HEADS = ("", "Sec. 1.", "Sec. 2.", "Section 3.", "§ 54-95c.", "§ 5", *_MARKERS)
_PIECES = (
    "a < b",
    "A&B",
    "§ 5",
    "subsection (a)",
    "$5.00",
    "“book”",
    "well-known",
    "fées;",
)
_words = st.lists(
    st.one_of(
        st.text(string.ascii_letters, min_size=1, max_size=9),
        st.sampled_from((*_PIECES, *_MARKERS, "and", "or", "shall:")),
    ),
    min_size=1,
    max_size=30,
).map(" ".join)
_paragraphs = st.lists(
    st.builds(
        lambda head, words, end: f"{head} {words}{end}".strip(),
        st.sampled_from(_HEADS),
        _words,
        st.sampled_from(("", ".", ";", "; and", ":")),
    ),
    min_size=1,
    max_size=8,
)


def _read(name: str, data: bytes) -> Expression:
    return read_draft(DraftFile(name=name, data=data, read_on=date(2031, 3, 4))).expression


@settings(deadline=None)  # the first call imports the reader of PDF files
@given(_paragraphs)
def test_any_kind_of_file_gives_the_same_provisions(paragraphs: list[str]) -> None:
    text = _read("a.txt", "\n\n".join(paragraphs).encode())
    page = "".join(f"<p>{escape(one)}</p>\n" for one in paragraphs)
    word = "".join(paragraph(escape(one)) for one in paragraphs)
    assert _read("a.html", f"<!DOCTYPE html>{page}".encode()).body == text.body
    assert _read("a.docx", word_file(word)).body == text.body


@settings(deadline=None)  # the same
@given(_paragraphs, st.integers(min_value=30, max_value=100))
def test_nothing_is_lost_or_added(paragraphs: list[str], width: int) -> None:
    lines = [line for one in paragraphs for line in (*wrap(one, width), "")]
    text = _read("a.txt", "\n".join(lines).encode())
    read = "".join(
        f"{one.num or ''}{one.heading_text}{one.intro_text}{one.wrap_up_text}"
        for one in walk(text.body)
    )
    assert sorted("".join(read.split())) == sorted("".join("".join(paragraphs).split()))

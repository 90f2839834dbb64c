from __future__ import annotations

import pytest

from statuteline.model.text import (
    Cell,
    Paragraph,
    Role,
    Span,
    Table,
    block_text,
    canonical,
    canonical_blocks,
    plain,
)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("  two\t\n words ", "two words"),
        ("a\u00a0b", "a b"),
        ("see 27-103 , or", "see 27-103, or"),
        ("( a )", "( a)"),
        ("cafe\u0301", "café"),
        ("", ""),
        (" \n", ""),
        ("a — b", "a — b"),
    ],
)
def test_canonical_words(raw: str, words: str) -> None:
    assert canonical(raw) == words


def test_no_words_make_no_span() -> None:
    assert plain("") == ()
    assert plain("a") == (Span(text="a"),)


def test_a_table_is_given_row_by_row() -> None:
    def cell(words: str) -> Cell:
        return Cell(spans=plain(words))

    rows = ((cell(" A "), cell("B")), (cell("1"), cell("")))
    table = Table(caption=plain("Over"), rows=rows)
    assert block_text(table) == "Over\n A \tB\n1\t"
    assert block_text(Table(caption=(), rows=rows[1:])) == "1\t"
    marked = Paragraph(spans=(Span(text="a "), Span(text="b", mark=Role.BOLD)))
    assert canonical_blocks((marked, table)) == "a b\nOver\nA\tB\n1\t"

"""PDF files."""

from __future__ import annotations

import sys
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfWriter

from statuteline.errors import DraftError

from .pdf_files import column, pdf_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.drafts.base import DraftText

    Outline = Callable[..., list[str]]
    Read = Callable[..., DraftText]

_PAGE = (
    "AN ACT.",
    "",
    "Sec. 1. Fees. (a) A reader pays",
    "one dollar under subsection",
    "(a) of this law.",
    "(b) The well-",
    "known librarian may waive it.",
)
_READ = [
    "level_1 | AN ACT.",
    "sec_1 | Sec. 1. | Fees.",
    "sec_1__subsec_a | (a) | A reader pays one dollar under subsection (a) of this law.",
    "sec_1__subsec_b | (b) | The well-known librarian may waive it.",
]


def test_printed_lines_become_provisions(outline: Outline) -> None:
    assert outline(pdf_file(column(*_PAGE))) == _READ


def test_pieces_of_a_line_are_put_together_in_their_places(outline: Outline) -> None:
    pieces = [
        (200, 700, "are lent."),
        (72, 700, "Books"),
        (110, 704, "1"),
        (72, 672, "§ 5"),
    ]
    assert outline(pdf_file(pieces)) == ["sec | Books 1 are lent. / § 5"]


def test_bold_words_behind_a_number_are_the_heading(outline: Outline) -> None:
    pieces = [(72, 700, "Sec. 5. Loans."), (160, 700, "Books are lent.")]
    assert outline(pdf_file(pieces, bold="Sec. 5. Loans.")) == [
        "sec_5 | Sec. 5. | Loans. | Books are lent."
    ]


def test_an_indent_begins_a_paragraph(outline: Outline) -> None:
    lines = ("    Books are lent. They come", "back.", "    Maps are", "not lent.")
    assert outline(pdf_file(column(*lines))) == [
        "sec | Books are lent. They come back. / Maps are not lent."
    ]


def _numbered(*lines: str, first: int = 1) -> list[tuple[float, float, str]]:
    """Put a number into the margin of each line."""
    words = column(*lines)
    numbers = [(40.0, h, str(n)) for n, (_, h, _) in enumerate(words, start=first)]
    return [one for pair in zip(numbers, words, strict=True) for one in pair]


def test_line_numbers_in_the_margin_are_left_out_and_told(
    read: Read, outline: Outline
) -> None:
    pages = (_numbered(*_PAGE), _numbered("Sec. 2. It ends."))
    assert outline(pdf_file(*pages)) == [*_READ, "sec_2 | Sec. 2. | It ends."]
    assert "7 line numbers in the margin are left out" in read(pdf_file(*pages)).notes


def test_a_page_number_at_the_foot_does_not_hide_line_numbers(outline: Outline) -> None:
    page = [*_numbered(*_PAGE), (300.0, 40.0, "12")]
    assert outline(pdf_file(page))[-1].endswith("may waive it. / 12")


def test_numbers_that_do_not_count_on_are_words(outline: Outline) -> None:
    lines = ("5 books are lent", "7 maps are lent", "8 lists are kept")
    assert outline(pdf_file(column(*lines))) == [f"sec | {' '.join(lines)}"]
    others = ("1 book is lent", "to each reader who", "2 cards are", "given by the clerk")
    assert outline(pdf_file(column(*others))) == [f"sec | {' '.join(others)}"]


def test_running_heads_are_left_out_and_told(read: Read, outline: Outline) -> None:
    def page(number: int, *lines: str) -> list[tuple[float, float, str]]:
        head, foot = (72.0, 760.0, "Bill No. 5"), (300.0, 40.0, f"{number} of 3")
        return [foot, head, *column(*lines)]

    data = pdf_file(
        page(1, "§ 5. A reader"),
        page(2, "who is late", "pays."),
        page(3, "§ 6. It ends."),
    )
    assert outline(data) == [
        "sec_5 | § 5. | A reader who is late pays.",
        "sec_6 | § 6. | It ends.",
    ]
    assert any(note.startswith("6 lines that repeat") for note in read(data).notes)


def test_the_edge_of_a_single_page_stays(outline: Outline) -> None:
    data = pdf_file([(72, 760, "Bill No. 5"), *column("Books are lent.")])
    assert outline(data) == ["sec | Bill No. 5 / Books are lent."]


def test_equal_words_at_different_heights_stay(outline: Outline) -> None:
    pages = (column("Books", "are.", "", "Maps."), column("Books", "", "", "x.", top=650))
    assert outline(pdf_file(*pages)) == ["sec | Books are. / Maps. Books / x."]


def test_turned_words_and_columns_are_told(read: Read) -> None:
    left = column("a", "b", "c", "d", "e", "f", "g")
    right = column("h", "i", "j", "k", "l", "m", "n", left=330)
    found = read(pdf_file([*left, *right, (20.0, 400.0, "DRAFT")], turned="DRAFT"))
    assert "page 1: words that run in another direction, which are left out" in found.notes
    assert any(n.startswith("page 1: perhaps more than one column") for n in found.notes)
    assert "DRAFT" not in found.expression.body[0].intro_text
    assert not any("column" in note for note in read(pdf_file(left)).notes)


def test_a_page_without_text_is_told(read: Read) -> None:
    found = read(pdf_file(column("Books are lent."), []))
    assert "page 2: no text, perhaps a picture" in found.notes


def test_pictures_of_a_text_are_refused(read: Read) -> None:
    with pytest.raises(DraftError, match="holds no text"):
        read(pdf_file([]), "a.pdf")


def test_an_encrypted_file_is_refused(read: Read) -> None:
    writer = PdfWriter(BytesIO(pdf_file(column("Books are lent."))))
    writer.encrypt("secret", algorithm="RC4-128")
    store = BytesIO()
    writer.write(store)
    with pytest.raises(DraftError, match="is encrypted"):
        read(store.getvalue(), "a.pdf")


def test_too_many_pages_are_refused(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("statuteline.pdf.document.MAX_PAGES", 2)
    page = column("Books are lent.")
    assert read(pdf_file(page, page)).expression.body
    with pytest.raises(DraftError, match="has 3 pages, more than 2"):
        read(pdf_file(page, page, page), "a.pdf")


def test_without_the_extra_it_says_how_to_install_it(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    monkeypatch.delitem(sys.modules, "statuteline.pdf.document", raising=False)
    with pytest.raises(DraftError) as caught:
        read(pdf_file(column("Books.")), "a.pdf")
    assert caught.value.hint == "pip install 'statuteline[pdf]'"


def test_a_file_cut_off_or_damaged_never_ends_in_another_error(read: Read) -> None:
    data = pdf_file(column(*_PAGE))
    broken = [data[:end] for end in range(8, len(data), 11)]
    broken += [
        data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]
        for place in range(0, len(data), 7)
    ]
    refused = 0
    for one in broken:
        try:
            read(one, "a.pdf")
        except DraftError as error:
            assert error.where.startswith("a.pdf")  # noqa: PT017 - either outcome is right
            refused += 1
    assert refused


def test_a_pdf_is_known_by_its_bytes(outline: Outline) -> None:
    assert outline(pdf_file(column("Books.")), "a.txt") == ["sec | Books."]

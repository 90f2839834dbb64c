"""Plain text and simple Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from statuteline.errors import DraftError
from statuteline.model.work import Kind, Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.drafts.base import DraftText

    Outline = Callable[..., list[str]]
    Read = Callable[..., DraftText]


def test_a_draft_is_named_after_its_file_and_was_never_in_force(read: Read) -> None:
    text = read("Books are lent.", "fees v2.txt").expression
    assert str(text.id) == "xx/draft/fees-v2-txt/eng@2031-03-04"
    assert (text.kind, text.words, text.title) == (Kind.DRAFT, Words.SOURCE, "fees v2.txt")
    assert (text.start, text.commencement) == (None, None)
    assert text.source is not None
    assert len(text.source.sha256) == 64


def test_a_text_without_any_heading_is_one_section(outline: Outline) -> None:
    assert outline("Books are lent.\n\nThey come back.\n") == [
        "sec | Books are lent. / They come back."
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\f", "\u2028"])
def test_wrapped_lines_are_one_paragraph_whatever_ends_them(
    end: str, outline: Outline
) -> None:
    text = f"Sec. 5.\tA reader pays{end}   for each\u00a0day.{end}{end}It is one dollar."
    assert outline(text) == [
        "sec_5 | Sec. 5. | A reader pays for each day. / It is one dollar."
    ]


def test_a_long_line_says_that_nothing_is_wrapped(outline: Outline) -> None:
    long = "Books " + "that are read " * 10 + "are lent"
    assert outline(f"{long}\nand returned") == [f"sec | {long} / and returned"]


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"])
def test_a_mark_of_unicode_is_no_text(mark: bytes, outline: Outline) -> None:
    encoding = {0xEF: "utf-8", 0xFF: "utf-16-le", 0xFE: "utf-16-be"}[mark[0]]
    assert outline(mark + "§ 5. Fées.".encode(encoding)) == ["sec_5 | § 5. | Fées."]


def test_other_encodings_are_refused_with_the_place(read: Read) -> None:
    with pytest.raises(DraftError) as caught:
        read(b"Books\nare lent \x96 always")
    assert (caught.value.where, caught.value.what) == (
        "draft.txt:2",
        "The file is not UTF-8: its byte 16 is 0x96",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Section 1. Books are lent.", ["sec_1 | Section 1. | Books are lent."]),
        ("SEC. 2. Books are lent.", ["sec_2 | SEC. 2. | Books are lent."]),
        ("§ 54-95c. Books are lent.", ["sec_54-95c | § 54-95c. | Books are lent."]),
        ("§54-95c. Books are lent.", ["sec_54-95c | §54-95c. | Books are lent."]),
        ("§ 5 Fees\n\nBooks are lent.", ["sec_5 | § 5 | Fees | Books are lent."]),
        ("Sec. 5. Fees.\n\n(b) x", ["sec_5 | Sec. 5. | Fees. / (b) x"]),
        ("**Sec. 5. Fees.** A fee.", ["sec_5 | Sec. 5. | Fees. | A fee."]),
        ("Section 5 of this act applies.", ["sec | Section 5 of this act applies."]),
        ("§§ 5 and 6. They end.", ["sec | §§ 5 and 6. They end."]),
        ("Sec. 5. Fees. It is due.", ["sec_5 | Sec. 5. | Fees. It is due."]),
        ("Sec. 5. This act applies.", ["sec_5 | Sec. 5. | This act applies."]),
        ("# Section 5: Fees\n\nDue.", ["sec_5 | Section 5: | Fees | Due."]),
        ("## § 5 — Fees ##\nDue.", ["sec_5 | § 5 | Fees | Due."]),
        ("# Fees\nDue.", ["sec | Fees / Due."]),
    ],
)
def test_a_section_begins_with_its_number(
    text: str, expected: list[str], outline: Outline
) -> None:
    assert outline(text) == expected


def test_words_before_the_first_section_stand_alone(outline: Outline) -> None:
    assert outline("AN ACT.\n\nSec. 1. A.\n\nSec. 2. B.\n\nSec. 1. C.") == [
        "level_1 | AN ACT.",
        "sec_1 | Sec. 1. | A.",
        "sec_2 | Sec. 2. | B.",
        "sec_1-2 | Sec. 1. | C.",
    ]


def test_a_number_that_comes_again_never_takes_another_address(outline: Outline) -> None:
    found = outline("Sec. 1. A.\n\nSec. 1-2. B.\n\nSec. 1. C.\n\nSec. 1. D.")
    assert [line.split(" ")[0] for line in found] == [
        "sec_1",
        "sec_1-2",
        "sec_1-3",
        "sec_1-4",
    ]


def test_a_heading_inside_a_section_is_part_of_it(outline: Outline) -> None:
    assert outline("# Part\n## § 5\nDue.\n### When\nNow.\n## Other\nX.") == [
        "level_1 | Part",
        "sec_5 | § 5 | Due. / When / Now.",
        "level_3 | Other / X.",
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_the_mark_of_an_encoding_tells_it(encoding: str, read: Read) -> None:
    read_back = read("Books are lent.\n".encode(encoding), "fees.txt").expression
    assert read_back.body == read("Books are lent.\n", "fees.txt").expression.body

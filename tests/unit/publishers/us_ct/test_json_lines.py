"""Lines that are chapters are read into sections, with nothing left out."""

from __future__ import annotations

import json
import lzma
from datetime import date
from typing import Any

import pytest

from statuteline.errors import SourceError
from statuteline.model.published import (
    Edition,
    EditionKind,
    NoteKind,
    PublishedSection,
    Status,
)
from statuteline.model.text import block_text, prose_text
from statuteline.publishers.us_ct.json_lines import (
    BareNumber,
    LooseHeading,
    Record,
    read_json_lines,
)

EDITION = Edition(revised_to=date(2025, 1, 1), kind=EditionKind.REVISION)


def record(heading: str, *body: str, **more: object) -> dict[str, object]:
    return {
        "heading": heading,
        "status": "active",
        "body": list(body),
        "sourceNotes": [],
        "history": [],
    } | more


def chapter(*records: dict[str, object]) -> str:
    return json.dumps(
        {
            "number": "009",
            "name": "Lending",
            "title": {"number": "02c", "name": "Books"},
            "provisions": records,
        }
    )


def read(*records: dict[str, object]) -> list[Record]:
    return list(read_json_lines([chapter(*records)], EDITION, "books"))


def section(heading: str, *body: str, **more: object) -> PublishedSection:
    (found,) = read(record(heading, *body, **more))
    assert isinstance(found, PublishedSection)
    return found


def test_a_section_with_all_that_stands_around_it() -> None:
    found = section(
        "Sec. 2c-7 l . (Formerly Sec. 2b-1). Fees for maps.",
        "(a) Under section 2c-7 k , a fee.",
        "(b) None else.",
        "See Sec. 2c-9 re bicycles.",
        "*Cited. 12 C. 34.",
        sourceNotes=["(P.A. 91-1, S. 2.)", "*Note: Act 91-1 is special."],
        history=["History: P.A. 92-3 amended Subsec. (a)."],
    )
    assert (found.number, found.printed, found.former) == ("2c-7l", "Sec. 2c-7l.", "2b-1")
    assert prose_text(found.heading) == "Fees for maps."
    assert [block_text(block) for block in found.body] == [
        "(a) Under section 2c-7 k, a fee.",
        "(b) None else.",
    ]
    assert [note.kind for note in found.notes] == [
        NoteKind.SOURCE,
        NoteKind.EDITORIAL,
        NoteKind.HISTORY,
        NoteKind.CROSS_REFERENCE,
        NoteKind.ANNOTATION,
    ]
    assert found.edition is EDITION
    assert (found.position.title.number, found.position.chapter.name) == ("02c", "Lending")
    assert found.source == "books, line 1, Sec. 2c-7l. (Formerly Sec. 2b-1). Fees f"


def test_the_status_is_that_of_the_body_not_of_the_record() -> None:
    heading = "Sec. 2c-1. (Note: This section is repealed, effective July 1, 2027.) Fees."
    assert section(heading, "A fee.", status="repealed").status is Status.ACTIVE
    assert section("Sec. 2c-1.", "Reserved for future use.").status is Status.RESERVED


def test_leftovers_and_loose_headings_are_told_apart() -> None:
    bare, first, loose = read(
        record("2c-3 l", "As the range says."),
        record("Sec. 2c-4. Cards.", "A card is free.", "(B)*", "READERS' CARDS"),
    )
    assert isinstance(bare, BareNumber)
    assert (bare.number, bare.body) == ("2c-3l", ("As the range says.",))
    assert isinstance(first, PublishedSection)
    assert len(first.body) == 1
    assert isinstance(loose, LooseHeading)
    assert (loose.number, loose.name) == ("(B)*", "READERS' CARDS")


@pytest.mark.parametrize("pack", [bytes, lzma.compress])
def test_a_file_is_read_plain_or_packed(pack: Any) -> None:  # noqa: ANN401 - a type or a function
    data = pack(f"{chapter(record('Sec. 2c-1. Cards.', 'Free.'))}\n\n".encode())
    (found,) = read_json_lines(data, EDITION, "books")
    assert isinstance(found, PublishedSection)
    assert found.number == "2c-1"


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"number": "1"}',
        chapter(record("Cards.", "Free.")),
        "[" * 100_000,
    ],
)
def test_what_is_no_chapter_is_told_with_its_line(line: str) -> None:
    with pytest.raises(SourceError) as raised:
        list(read_json_lines(["", line], EDITION, "books"))
    assert raised.value.where == "books, line 2"


def test_a_broken_file_is_told() -> None:
    packed = lzma.compress(chapter(record("Sec. 2c-1. Cards.", "Free.")).encode())
    for data in (packed[:-20], b"\xff\xfe"):
        with pytest.raises(SourceError) as raised:
            list(read_json_lines(data, EDITION, "books"))
        assert raised.value.where == "books"

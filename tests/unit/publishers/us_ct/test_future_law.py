from __future__ import annotations

from datetime import date

import pytest

from statuteline.model.acts import ActCited, ActKind, Session
from statuteline.model.commencement import OnDate, OnEvent
from statuteline.model.provision import Level
from statuteline.model.published import (
    Edition,
    EditionKind,
    Heading,
    Note,
    NoteKind,
    Position,
    PublishedSection,
    Status,
)
from statuteline.model.text import (
    Paragraph,
    Role,
    Span,
    block_text,
    plain,
    prose_text,
)
from statuteline.publishers.us_ct.future_law import PartedSection, part_future_law
from statuteline.publishers.us_ct.future_notes import is_future_note, read_future_note

NOTE = (
    "*Note: On and after July 1, 2025, {scope}, as amended by section 3 of public act "
    "24-7, {verb} to read as follows:"
)
WHOLE = NOTE.format(scope="this section", verb="is")
PART = NOTE.format(scope="subsection (b) of this section", verb="is")


def section(
    heading: str, *body: str, sources: tuple[str, ...] = ("(P.A. 9-1.)",)
) -> PublishedSection:
    return PublishedSection(
        numbers=("9-1",),
        is_range=False,
        printed="Sec. 9-1.",
        former=None,
        heading=plain(heading),
        status=Status.ACTIVE,
        body=tuple(Paragraph(spans=plain(words)) for words in body),
        notes=(
            *(Note(kind=NoteKind.SOURCE, words=plain(words)) for words in sources),
            Note(kind=NoteKind.HISTORY, words=plain("History: P.A. 24-7 added fees.")),
        ),
        edition=Edition(revised_to=date(2025, 1, 1), kind=EditionKind.REVISION),
        position=Position(title=Heading(number="09"), chapter=Heading(number="1")),
        source="invented",
    )


def texts(parted: PartedSection) -> list[str]:
    return [block_text(block) for block in parted.body]


def test_a_section_of_which_nothing_is_to_come_stays_as_it_is() -> None:
    whole = section("Books.", "*(a) Books are lent.", "“Book” means a book.”")
    parted = part_future_law(whole)
    assert parted.heading == whole.heading
    assert parted.body == whole.body
    assert parted.notes == whole.notes
    assert (parted.starts, parted.ends, parted.pending, parted.unread) == (
        None,
        None,
        (),
        (),
    )


def test_a_coming_section_with_the_same_heading() -> None:
    parted = part_future_law(
        section(
            "*(See end of section for amended version and effective date.) Books. Fees.",
            "(a) Books are lent.",
            "(b) Fees are due.",
            WHOLE,
            "“Sec. 9-1. Books. Fees. (a) Books and “maps” are lent.",
            "(b) No fees are due.”",
            sources=("(P.A. 9-1.)", "(P.A. 9-1; P.A. 24-7, S. 3.)"),
        )
    )
    assert prose_text(parted.heading) == "Books. Fees."
    assert texts(parted) == ["(a) Books are lent.", "(b) Fees are due."]
    (pending,) = parted.pending
    assert pending.heading is None
    assert not pending.has_heading_in_body
    assert [block_text(block) for block in pending.body] == [
        "(a) Books and “maps” are lent.",
        "(b) No fees are due.",
    ]
    assert pending.note.commencement == OnDate(day=date(2025, 7, 1))
    assert pending.note.scope == ()
    (act,) = pending.note.acts
    assert act.sections == ("3",)
    assert [prose_text(note.words) for note in pending.sources] == [
        "(P.A. 9-1; P.A. 24-7, S. 3.)"
    ]
    assert [note.kind for note in parted.notes] == [NoteKind.SOURCE, NoteKind.HISTORY]
    assert parted.unread == ()


def test_a_coming_provision_is_parted_from_the_marked_present_one() -> None:
    parted = part_future_law(
        section(
            "*(See end of section for amended version of subsection (b) and effective "
            "date.) Books.",
            "(a) Books are lent.",
            "*(b) Fees are due.",
            "*(c) This mark points elsewhere.",
            PART,
            "“(b) (1) No fees are due.”",
        )
    )
    assert prose_text(parted.heading) == "Books."
    assert texts(parted) == [
        "(a) Books are lent.",
        "(b) Fees are due.",
        "*(c) This mark points elsewhere.",
    ]
    (pending,) = parted.pending
    assert pending.note.scope == (((Level.SUBSECTION, "b"),),)
    assert [block_text(block) for block in pending.body] == ["(b) (1) No fees are due."]
    # One source note: it stays with the present text.
    assert pending.sources == ()
    assert len(parted.notes) == 2


def test_a_coming_heading() -> None:
    before = "*(See end of section for amended version and effective date). Books."
    numbered = part_future_law(
        section(before, "(a) Old.", WHOLE, "“Sec. 9-1. Maps. Fees. (a) New.”")
    ).pending[0]
    assert numbered.heading is not None
    assert prose_text(numbered.heading) == "Maps. Fees."
    assert [block_text(block) for block in numbered.body] == ["(a) New."]
    # Without a number nothing tells where the heading ends.
    joined = part_future_law(
        section(before, "Old.", WHOLE, "“Sec. 9-1. Maps. Fees. New.”")
    ).pending[0]
    assert joined.heading is None
    assert joined.has_heading_in_body
    assert [block_text(block) for block in joined.body] == ["Maps. Fees. New."]


def test_number_and_heading_in_front_of_a_coming_provision() -> None:
    for start in (("“ Sec. 9-1. Books.", "(b) New.”"), ("“Sec. 9-1. Books. (b) New.”",)):
        (pending,) = part_future_law(section("Books.", "(b) Old.", PART, *start)).pending
        assert pending.heading is None
        assert not pending.has_heading_in_body
        assert [block_text(block) for block in pending.body] == ["(b) New."]


def test_two_coming_texts() -> None:
    parted = part_future_law(
        section(
            "Books.",
            "(a) One.",
            "(b) Two.",
            PART,
            "“(b) Three.”",
            WHOLE.replace("July 1, 2025", "May 1, 2026"),
            "“Sec. 9-1. Books. (a) Four.",
            "(b) Five.”",
            sources=("(P.A. 9-1.)", "(P.A. 9-2.)", "(P.A. 9-3.)"),
        )
    )
    assert [len(one.body) for one in parted.pending] == [1, 2]
    assert [prose_text(one.sources[0].words) for one in parted.pending] == [
        "(P.A. 9-2.)",
        "(P.A. 9-3.)",
    ]
    assert len(parted.body) == 2


def test_marks_on_words_stay() -> None:
    body = (
        Paragraph(spans=plain("Old.")),
        Paragraph(spans=plain(WHOLE)),
        Paragraph(
            spans=(
                Span(text="“Sec. 9-1. Books. "),
                Span(text="Maps", mark=Role.ITALIC),
                Span(text=" are lent.”"),
            )
        ),
    )
    marked = PublishedSection(
        **{name: getattr(section("Books."), name) for name in section("x").__slots__}
        | {"body": body}
    )
    (pending,) = part_future_law(marked).pending
    assert pending.body == (
        Paragraph(spans=(Span(text="Maps", mark=Role.ITALIC), Span(text=" are lent."))),
    )


def test_a_section_that_begins_or_ends_on_a_day() -> None:
    starts = part_future_law(
        section("(Note: This section is effective July 1, 2026.) Books.", "Lent.")
    )
    assert (starts.starts, starts.ends) == (date(2026, 7, 1), None)
    assert prose_text(starts.heading) == "Books."
    ends = part_future_law(
        section("(Note: This section is repealed, effective July 1, 2025.) Books.", "Lent.")
    )
    assert (ends.starts, ends.ends) == (None, date(2025, 7, 1))
    assert prose_text(ends.heading) == "Books."


@pytest.mark.parametrize(
    "body",
    [
        ("Old.",),
        ("Old.", WHOLE),
        ("Old.", WHOLE, "No quotation mark.”"),
        ("Old.", WHOLE, "“Sec. 9-1. Books. New.", "See Sec. 9-2 re maps."),
        ("Old.", "*Note: On and after a day, it is to read as follows:", "“New.”"),
    ],
)
def test_what_is_not_certain_stays_together_and_is_told(body: tuple[str, ...]) -> None:
    heading = "*(See end of section for amended version and effective date.) Books."
    whole = section(heading, *body)
    parted = part_future_law(whole)
    assert parted.body == whole.body
    assert parted.heading == whole.heading
    assert parted.pending == ()
    assert len(parted.unread) == 1


def scope_of(words: str) -> list[str]:
    note = read_future_note(NOTE.format(scope=words, verb="is"))
    assert note is not None
    return [
        " ".join(f"{level.value} {label}" for level, label in path) for path in note.scope
    ]


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("this section", []),
        ("subsection (c) of this section", ["subsection c"]),
        ("subsections (a) and (b) of this section", ["subsection a", "subsection b"]),
        ("subsections (a) to (c) of this section", [f"subsection {one}" for one in "abc"]),
        ("subsection (e)(1) of this section", ["subsection e subdivision 1"]),
        (
            "subdivision (2) of subsection (e) of this section",
            ["subsection e subdivision 2"],
        ),
        ("subdivision (84) of this section", ["subdivision 84"]),
        (
            "subparagraph (B) of subdivision (2) of subsection (e) of this section",
            ["subsection e subdivision 2 subparagraph B"],
        ),
    ],
)
def test_what_a_coming_text_replaces(words: str, scope: list[str]) -> None:
    assert scope_of(words) == scope


def test_acts_and_events_of_a_note() -> None:
    note = read_future_note(
        "* Note: On and after enactment of a compact by nine libraries, this section, as "
        "amended by sections 3 and 4 of public act 23-1 of the September 26 special "
        "session and section 5 of special act 24-2, is to read as follows:"
    )
    assert note is not None
    assert note.commencement == OnEvent(event="enactment of a compact by nine libraries")
    assert [(one.origin, one.sections) for one in note.acts] == [
        (
            ActCited(
                session=Session(year=2023, special="Sept. 26"),
                kind=ActKind.PUBLIC,
                number="1",
            ),
            ("3", "4"),
        ),
        (ActCited(session=Session(year=2024), kind=ActKind.SPECIAL, number="2"), ("5",)),
    ]
    added = read_future_note(
        "Note: On and after May 1, 2026, subdivision (84) of this section, added by "
        "section 4 of public act 25-1, as amended by section 2 of public act 25-9, is to "
        "read as follows:"
    )
    assert added is not None
    assert added.is_added
    assert len(added.acts) == 2


def test_other_notes_are_no_future_notes() -> None:
    assert is_future_note(WHOLE)
    assert not is_future_note("*Note: Chapter 9 is also reserved for future use.")

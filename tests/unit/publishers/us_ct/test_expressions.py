"""Invented sections of a library's code, as printed, become texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.acts.coming import coming_section
from statuteline.model.commencement import OnDate, Unknown
from statuteline.model.ids import EId, ProvisionRef, WorkId
from statuteline.model.provision import Coverage, walk
from statuteline.model.published import (
    Heading,
    Note,
    NoteKind,
    Position,
    PublishedSection,
    Status,
)
from statuteline.model.text import Paragraph, plain
from statuteline.model.work import (
    Event,
    EventKind,
    Expression,
    ModificationKind,
    SourceDocument,
)
from statuteline.publishers.us_ct.addresses import edition_of
from statuteline.publishers.us_ct.expressions import Made, expressions_of
from statuteline.publishers.us_ct.hierarchy import divide_section

if TYPE_CHECKING:
    from statuteline.structure.hierarchy import Division

DAY = date(2026, 7, 1)
SOURCE = SourceDocument(name="library.htm", sha256="0" * 64)
CARDS = ("(a) Each reader has a card.", "(b) A card costs (1) one dollar, or (2) two.")


def printed(
    *body: str, source: str = "", history: str = "", status: Status = Status.ACTIVE
) -> PublishedSection:
    notes = ((NoteKind.SOURCE, source), (NoteKind.HISTORY, history))
    return PublishedSection(
        numbers=("9-1",),
        is_range=False,
        printed="Sec. 9-1.",
        former="8-1",
        heading=plain("Cards."),
        status=status,
        body=tuple(Paragraph(spans=plain(words)) for words in body),
        notes=tuple(Note(kind=k, words=plain(words)) for k, words in notes if words),
        edition=edition_of(2025),
        position=Position(title=Heading(number="9"), chapter=Heading(number="1")),
        source="library.htm#sec_9-1",
    )


def made(section: PublishedSection) -> Made:
    return expressions_of(section, SOURCE, DAY, coming_section)


def text_of(section: PublishedSection) -> Expression:
    found = made(section)
    assert found.lost == ""
    return found.texts[0]


def act(number: str, section: str | None = None) -> ProvisionRef:
    eid = EId(f"sec_{section}") if section else None
    return ProvisionRef(WorkId("us-ct", "pa", number), eid)


def test_the_notes_tell_the_acts_and_since_when_the_text_is_in_force() -> None:
    text = text_of(
        printed(
            *CARDS,
            source="(P.A. 90-4, S. 7; P.A. 13-2, S. 3, 5; P.A. 21-9, S. 12(e).)",
            history="History: P.A. 13-2 amended Subsec. (a) re cards, effective July 1, "
            "2013; P.A. 21-9 amended Subsec. (b)(2) by making a technical change.",
        )
    )
    assert text.commencement == OnDate(day=date(2021, 10, 1))
    assert text.id.version == date(2021, 10, 1)
    assert text.events == (
        Event(day=date(1990, 10, 1), kind=EventKind.GENERATION, act=act("90-4", "7")),
        Event(day=date(2013, 7, 1), kind=EventKind.AMENDMENT, act=act("13-2")),
        Event(day=date(2021, 10, 1), kind=EventKind.AMENDMENT, act=act("21-9", "12")),
    )
    (change,) = text.modifications
    assert (change.kind, change.act) == (ModificationKind.SUBSTITUTION, act("21-9", "12"))
    assert change.destination.eid == EId("sec_9-1__subsec_b__subdiv_2")
    assert made(printed(*CARDS)).unread == 0


def test_an_old_revision_made_it_and_the_first_act_only_amended() -> None:
    text = text_of(printed(*CARDS, source="(1949 Rev., S. 7; P.A. 90-4, S. 7.)"))
    assert [event.kind for event in text.events] == [EventKind.AMENDMENT]


def test_without_notes_only_the_day_of_the_edition_is_known() -> None:
    text = text_of(printed(*CARDS))
    assert text.commencement == Unknown(by=date(2025, 1, 1))
    assert text.id.version == date(2025, 1, 1)
    assert (text.events, text.modifications) == ((), ())


def test_what_is_not_read_is_counted_and_stays_in_the_notes() -> None:
    section = printed(*CARDS, source="(P.A. 90-4, S. 7; the founder's will.)")
    assert made(section).unread == 1
    assert text_of(section).notes == section.notes


def test_a_repealed_section_says_since_when() -> None:
    text = text_of(
        printed(
            "Section 9-1 is repealed, effective July 1, 2016.",
            source="(P.A. 90-4, S. 7; P.A. 16-3, S. 9.)",
            status=Status.REPEALED,
        )
    )
    assert text.commencement == OnDate(day=date(2016, 7, 1))
    assert text.events == (
        Event(day=date(2016, 7, 1), kind=EventKind.REPEAL, act=act("16-3", "9")),
    )
    assert text.body[0].coverage is Coverage.REMOVED
    assert text.body[0].intro_text.startswith("Section 9-1 is repealed")


def test_a_provision_that_got_another_number_is_told_with_both() -> None:
    text = text_of(
        printed(
            *CARDS,
            source="(P.A. 90-4, S. 7; P.A. 21-9, S. 1.)",
            history="History: P.A. 21-9 added new Subsec. (a) re cards and redesignated "
            "existing Subsec. (a) as Subsec. (b).",
        )
    )
    renumbered = [
        (one.previous and one.previous.eid, one.destination.eid)
        for one in text.modifications
        if one.kind is ModificationKind.RENUMBERING
    ]
    assert renumbered == [(EId("sec_9-1__subsec_a"), EId("sec_9-1__subsec_b"))]


def test_every_character_is_kept_in_order() -> None:
    found = made(printed(*CARDS, source="(P.A. 90-4, S. 7.)", history="History: None."))
    said = "Sec. 9-1. 8-1 Cards." + "".join(CARDS) + "(P.A. 90-4, S. 7.) History: None."
    assert found.characters == len("".join(said.split()))
    assert [p.num for p in walk(found.texts[0].body)] == [
        "Sec. 9-1.", "(a)", "(b)", "(1)", "(2)",
    ]  # fmt: skip


def test_a_lost_character_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(section: PublishedSection) -> Division:
        lost = replace(section, body=(Paragraph(spans=plain("(a) Each reader has a")),))
        return divide_section(lost)

    monkeypatch.setattr("statuteline.publishers.us_ct.expressions.divide_section", careless)
    found = made(printed(*CARDS))
    assert found.lost == "character 35: 'card.(b)Acardcosts(1)onedollar' became ''"


@pytest.mark.parametrize("status", [Status.RESERVED, Status.TRANSFERRED, Status.OBSOLETE])
def test_what_is_no_law_keeps_its_words_and_its_status(status: Status) -> None:
    section = replace(printed("Words.", status=status), heading=(), former=None)
    text = text_of(section)
    assert (text.status, text.title) == (status, f"Sec. 9-1. {status.value.capitalize()}")
    assert text.body[0].coverage is Coverage.FULL


def test_numbers_that_open_nothing_are_told() -> None:
    assert made(printed("(b) A card costs ten cents.")).unplaced
    assert not made(printed("A card costs ten cents.")).unplaced


def with_coming_text() -> PublishedSection:
    section = printed(
        "(a) Each reader has a card.",
        "*(b) A card costs one dollar.",
        "*Note: On and after July 1, 2025, subsection (b) of this section, as amended by "
        "section 5 of public act 24-81, is to read as follows:",
        "“(b) A card costs three dollars.”",
        source="(P.A. 90-4, S. 7; P.A. 24-81, S. 5.)",
        history="History: P.A. 24-81 amended Subsec. (b) by raising the fee, effective "
        "July 1, 2025.",
    )
    words = (
        "*(See end of section for amended version of subsection (b) and effective date.) "
        "Cards."
    )
    return replace(section, heading=plain(words))


def test_law_that_is_to_come_is_a_text_of_its_own() -> None:
    found = made(with_coming_text())
    assert found.lost == ""
    now, later = found.texts
    assert (now.title, later.title) == ("Cards.", "Cards.")
    assert now.commencement == OnDate(day=date(1990, 10, 1))
    assert later.commencement == OnDate(day=date(2025, 7, 1))
    assert later.id.version == date(2025, 7, 1)
    words = [[child.intro_text for child in text.body[0].children] for text in found.texts]
    assert words == [
        ["Each reader has a card.", "A card costs one dollar."],
        ["Each reader has a card.", "A card costs three dollars."],
    ]
    change = Event(day=date(2025, 7, 1), kind=EventKind.AMENDMENT, act=act("24-81", "5"))
    assert change in now.events
    assert later.events[-1] == change
    editorial = [n.words for n in now.notes if n.kind is NoteKind.EDITORIAL]
    assert len(editorial) == 3


def test_a_coming_text_that_cannot_be_placed_stays_in_the_notes() -> None:
    section = with_coming_text()
    found = expressions_of(section, SOURCE, DAY, lambda _present, _pending: None)
    assert (len(found.texts), found.unread, found.lost) == (1, 1, "")
    assert found.texts[0].events[-1].day == date(2025, 7, 1)


def test_a_section_that_has_no_effect_yet_begins_on_its_day() -> None:
    words = plain("(Note: This section is effective July 1, 2025.) Cards.")
    text = text_of(replace(printed(*CARDS), heading=words))
    assert text.commencement == OnDate(day=date(2025, 7, 1))


def test_a_section_that_is_to_be_repealed_ends_on_that_day() -> None:
    words = plain("(Note: This section is repealed, effective July 1, 2025.) Cards.")
    text = text_of(replace(printed(*CARDS, source="(P.A. 90-4.)"), heading=words))
    assert (text.ends, text.status) == (date(2025, 7, 1), Status.ACTIVE)


def test_a_repeal_that_the_notes_announce_is_no_amendment() -> None:
    text = text_of(
        printed(
            *CARDS,
            source="(P.A. 90-4, S. 7; P.A. 24-9, S. 2.)",
            history="History: P.A. 24-9 repealed section, effective July 1, 2025.",
        )
    )
    assert text.events[-1] == Event(
        day=date(2025, 7, 1), kind=EventKind.REPEAL, act=act("24-9", "2")
    )


def test_a_repeal_of_a_part_amends_the_section() -> None:
    text = text_of(
        printed(
            *CARDS,
            source="(P.A. 90-4, S. 7; P.A. 24-9, S. 2.)",
            history="History: P.A. 24-9 repealed Subsec. (b), effective July 1, 2025.",
        )
    )
    assert text.events[-1].kind is EventKind.AMENDMENT


def test_an_act_of_a_session_after_the_edition_is_a_misprint() -> None:
    found = made(
        printed(
            *CARDS,
            source="(P.A. 90-4, S. 7.)",
            history="History: P.A. 38-9 amended Subsec. (b) re cards.",
        )
    )
    assert found.unread == 1
    assert [event.act for event in found.texts[0].events] == [act("90-4", "7")]

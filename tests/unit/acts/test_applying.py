from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from statuteline.acts.agreement import Aside, Level
from statuteline.acts.changes import Change, Refusal
from statuteline.acts.two_sides import Differs, Exact, NoBase, NoBaseReason
from statuteline.model.acts import ActCited, ActKind, Session
from statuteline.model.commencement import FromPassage, OnDate, OnEvent
from statuteline.model.ids import EId, ExpressionId, ProvisionRef, WorkId
from statuteline.model.provision import Coverage
from statuteline.model.published import Edition, EditionKind, Note, NoteKind, Status
from statuteline.model.text import plain
from statuteline.model.work import (
    Event,
    EventKind,
    Expression,
    Modification,
    ModificationKind,
)

from .invented_law import (
    ACT_WORK,
    AMENDED,
    BICYCLES,
    FEES,
    FINES,
    RECORDED,
    SOURCE,
    act,
    section,
    shown,
    text,
    worked,
)

BASE = text("9-12", FEES, FINES, BICYCLES)
WORK = BASE.id.work
OCTOBER = date(2031, 10, 1)
JULY = date(2031, 7, 1)
WHOLE = f"Section 9-12 of the general statutes {AMENDED} (Effective October 1, 2031):"
PART = (
    f"Subsection (b) of section 9-12 of the general statutes {AMENDED} (Effective October "
    "1, 2031):"
)
CHEAPER = "(a) Each reader pays a yearly fee of [ten] <four> dollars to the library."


def only(changes: tuple[Change, ...]) -> Change:
    (found,) = changes
    return found


def ref(section_number: str) -> ProvisionRef:
    return ProvisionRef(ACT_WORK, EId(f"sec_{section_number}"))


def test_a_whole_section() -> None:
    (found,) = worked(act(section("1", WHOLE, CHEAPER, FINES, BICYCLES)), BASE)
    change = only(found.changes)
    assert isinstance(change.check, Exact)
    assert (change.check.level, change.check.asides) == (Level.IDENTICAL, ())
    made = change.text
    assert made is not None
    assert shown(made) == [
        "(a) Each reader pays a yearly fee of four dollars to the library.",
        FINES,
        "(c) The library may lend bicycles",
        "(1) to readers, and",
        "(2) to guests.",
    ]
    assert made.id == ExpressionId(WORK, "eng", OCTOBER)
    assert made.commencement == OnDate(day=OCTOBER)
    assert made.events == (Event(day=OCTOBER, kind=EventKind.AMENDMENT, act=ref("1")),)
    assert made.modifications == (
        Modification(
            kind=ModificationKind.SUBSTITUTION,
            act=ref("1"),
            destination=ProvisionRef(WORK, EId("sec_9-12__subsec_a")),
        ),
    )
    assert (made.source, made.recorded) == (SOURCE, RECORDED)
    assert made.body[0].heading == BASE.body[0].heading


def test_one_subsection_leaves_the_others_as_they_are() -> None:
    line = "(b) A book that is lost costs the reader [twice] <three times> its price."
    (found,) = worked(act(section("1", PART, line)), BASE)
    made = only(found.changes).text
    assert made is not None
    assert shown(made)[1] == (
        "(b) A book that is lost costs the reader three times its price."
    )
    before, after = BASE.body[0].children, made.body[0].children
    assert (before[0], before[2]) == (after[0], after[2])


def test_a_subsection_put_between_keeps_the_lasting_ids() -> None:
    clause = WHOLE.replace("Section 9-12", "Subsections (b) and (c) of section 9-12")
    lines = (
        "<(b) Lost bicycles are found by the library.>",
        "[(b)] <(c)> A book that is lost costs the reader twice its price.",
        "[(c)] <(d)> The library may lend bicycles (1) to readers, and (2) to guests.",
    )
    (found,) = worked(act(section("1", clause, *lines)), BASE)
    made = only(found.changes).text
    assert made is not None
    ids = [(one.num, one.wid.text) for one in made.body[0].children]
    assert ids == [
        ("(a)", "sec_9-12__subsec_a"),
        ("(b)", "sec_9-12__subsec_b@2031-10-01"),
        ("(c)", "sec_9-12__subsec_b"),
        ("(d)", "sec_9-12__subsec_c"),
    ]
    kinds = {(one.kind, str(one.destination.eid)) for one in made.modifications}
    assert (ModificationKind.INSERTION, "sec_9-12__subsec_b") in kinds
    assert (ModificationKind.RENUMBERING, "sec_9-12__subsec_c") in kinds


def test_two_subsections_that_do_not_touch() -> None:
    clause = WHOLE.replace("Section 9-12", "Subsections (a) and (c) of section 9-12")
    bicycles = BICYCLES.replace("guests", "[guests] <all>")
    lines = (CHEAPER, bicycles)
    (found,) = worked(act(section("1", clause, *lines)), BASE)
    made = only(found.changes).text
    assert shown(made)[0].endswith("four dollars to the library.")
    assert shown(made)[1] == FINES
    assert shown(made)[-1] == "(2) to all."


def test_a_subdivision() -> None:
    clause = WHOLE.replace(
        "Section 9-12", "Subdivision (2) of subsection (c) of section 9-12"
    )
    (found,) = worked(act(section("1", clause, "(2) to <known> guests.")), BASE)
    made = only(found.changes).text
    assert shown(made)[-2:] == ["(1) to readers, and", "(2) to known guests."]


def test_what_differs_is_compared_and_makes_no_text() -> None:
    line = "(a) Each reader pays a yearly fee of [nine] <four> dollars to the library."
    (found,) = worked(act(section("1", WHOLE, line, FINES, BICYCLES)), BASE)
    change = only(found.changes)
    assert isinstance(change.check, Differs)
    told = [one.summary for one in change.check.comparison.changes]
    assert len(told) == 1
    assert "nine" in told[0]
    assert (change.text, change.refusal) == (None, Refusal.NOT_EXACT)


def test_brackets_of_the_law_itself() -> None:
    base = text("9-12", "A fee [of the library] is due.")
    (found,) = worked(
        act(section("1", WHOLE, "A fee [of the library] is [due] <paid>.")), base
    )
    change = only(found.changes)
    assert isinstance(change.check, Exact)
    assert shown(change.text) == ["Sec. 9-12. A fee [of the library] is paid."]


def test_print_is_left_aside_and_told() -> None:
    base = text(
        "9-12", "A “fee” is due , as told in section 1-1 l.", "See Sec. 1-2 re piers."
    )
    line = 'A "fee" is due, as told in section 1-1l<, always>.'
    (found,) = worked(act(section("1", WHOLE, line)), base)
    check = only(found.changes).check
    assert isinstance(check, Exact)
    assert check.level is Level.ASIDE
    assert check.asides == (
        Aside.SPACES,
        Aside.QUOTATION_MARKS,
        Aside.LETTER_L,
        Aside.NOTES,
    )


def test_words_get_the_quotation_marks_of_the_law() -> None:
    base = text("9-12", "A “fee” is due.")
    (found,) = worked(
        act(section("1", WHOLE, 'A "fee"< or "fine"> is due.')),
        base,
    )
    assert shown(only(found.changes).text) == ["Sec. 9-12. A “fee” or “fine” is due."]


def test_notes_and_edition_of_the_old_text_are_not_carried() -> None:
    edition = Edition(revised_to=date(2030, 1, 1), kind=EditionKind.REVISION)
    note = Note(kind=NoteKind.SOURCE, words=plain("(P.A. 29-1, S. 1.)"))
    base = replace(BASE, edition=edition, notes=(note,))
    (found,) = worked(act(section("1", WHOLE, CHEAPER, FINES, BICYCLES)), base)
    made = only(found.changes).text
    assert made is not None
    assert (made.edition, made.notes) == (None, ())


def test_a_later_section_of_the_act_changes_what_an_earlier_one_left() -> None:
    second = WHOLE.replace("statutes ", "statutes, as amended by section 1 of this act, ")
    third = CHEAPER.replace("[ten] <four>", "[four] <five>")
    found = worked(
        act(
            section("1", WHOLE, CHEAPER, FINES, BICYCLES),
            section("2", second, third, FINES, BICYCLES),
        ),
        BASE,
    )
    one, two = (only(each.changes) for each in found)
    assert isinstance(two.check, Exact)
    assert two.text is not None
    assert one.text is not None
    assert one.text.id == two.text.id
    assert shown(two.text)[0].endswith("five dollars to the library.")
    assert [event.act for event in two.text.events] == [ref("1"), ref("2")]


def test_sections_take_effect_in_the_order_of_their_days() -> None:
    soon = WHOLE.replace("October", "July")
    dearer = CHEAPER.replace("[ten] <four>", "[four] <six>")
    found = worked(
        act(
            section("1", WHOLE, dearer, FINES, BICYCLES),
            section("2", soon, CHEAPER, FINES, BICYCLES),
        ),
        BASE,
    )
    one, two = (only(each.changes).text for each in found)
    assert one is not None
    assert two is not None
    assert (one.start, two.start) == (OCTOBER, JULY)
    assert shown(one)[0].endswith("six dollars to the library.")


def test_a_change_on_the_same_day_by_another_act_stands_on_the_first() -> None:
    first = only(
        worked(act(section("1", WHOLE, CHEAPER, FINES, BICYCLES)), BASE)[0].changes
    ).text
    assert first is not None
    other = ActCited(session=Session(year=2031), kind=ActKind.PUBLIC, number="9")
    line = CHEAPER.replace("[ten] <four>", "[four] <five>")
    (found,) = worked(
        act(section("1", WHOLE, line, FINES, BICYCLES), cited=other), BASE, first
    )
    made = only(found.changes).text
    assert made is not None
    acts = [one.act.work.number for one in made.events if one.act is not None]
    assert acts == ["31-7", "31-9"]
    assert [one.act.work.number for one in made.modifications] == ["31-7", "31-9"]


def test_an_act_that_is_recorded_is_checked_against_the_law_before_it() -> None:
    printed = act(section("1", WHOLE, CHEAPER, FINES, BICYCLES))
    first = only(worked(printed, BASE)[0].changes)
    assert first.text is not None
    again = only(worked(printed, BASE, first.text)[0].changes)
    assert again == first


def test_from_passage_and_by_event() -> None:
    passage = WHOLE.replace("October 1, 2031", "from passage")
    event = WHOLE.replace("October 1, 2031", "when the pier opens")
    for clause, commencement, start in (
        (passage, FromPassage(day=date(2031, 6, 3)), date(2031, 6, 3)),
        (event, OnEvent(event="when the pier opens"), None),
    ):
        (found,) = worked(act(section("1", clause, CHEAPER, FINES, BICYCLES)), BASE)
        made = only(found.changes).text
        assert made is not None
        assert (made.commencement, made.start) == (commencement, start)
        assert made.id.version == date(2031, 6, 3)
        assert bool(made.events) is (start is not None)


def test_a_later_text_would_lack_the_change() -> None:
    later = text("9-12", FEES, FINES, start=date(2032, 1, 1))
    (found,) = worked(act(section("1", WHOLE, CHEAPER, FINES, BICYCLES)), BASE, later)
    change = only(found.changes)
    assert isinstance(change.check, Exact)
    assert (change.refusal, change.other) == (Refusal.LATER_TEXT, later)


def published(start: date, revised: date, *events: Event) -> Expression:
    edition = Edition(revised_to=revised, kind=EditionKind.SUPPLEMENT)
    return replace(
        text("9-12", FEES, FINES, start=start), edition=edition, events=tuple(events)
    )


def test_a_published_text_that_tells_of_the_act_is_not_made_again() -> None:
    event = Event(day=OCTOBER, kind=EventKind.AMENDMENT, act=ref("1"))
    known = published(OCTOBER, date(2032, 1, 1), event)
    (found,) = worked(act(section("1", WHOLE, CHEAPER, FINES, BICYCLES)), BASE, known)
    change = only(found.changes)
    assert isinstance(change.check, Exact), "checked against the text before"
    assert (change.text, change.refusal, change.other) == (None, Refusal.PUBLISHED, known)


def test_an_act_that_a_text_only_announces_is_checked_against_it() -> None:
    event = Event(day=OCTOBER, kind=EventKind.AMENDMENT, act=ref("1"))
    base = replace(BASE, events=(event,))
    (found,) = worked(act(section("1", WHOLE, CHEAPER, FINES, BICYCLES)), base)
    assert isinstance(only(found.changes).check, Exact)


def test_a_coming_text_of_an_older_edition_is_amended_on_its_day() -> None:
    coming = published(OCTOBER, date(2031, 1, 1))
    (found,) = worked(act(section("1", WHOLE, CHEAPER, FINES)), BASE, coming)
    made = only(found.changes).text
    assert made is not None
    assert made.id == coming.id


@pytest.mark.parametrize(
    ("clause", "reason"),
    [
        ("(NEW) (Effective from passage)", NoBaseReason.NEW),
        ("(Effective from passage)", NoBaseReason.UNCODIFIED),
        (WHOLE.replace("9-12 of", "9-99 of"), NoBaseReason.NOT_HELD),
        (
            WHOLE.replace("9-12 of the general statutes", "5 of public act 30-2"),
            NoBaseReason.OTHER_ACT,
        ),
        ("The sum of ten dollars is given (Effective from passage)", NoBaseReason.UNREAD),
        (
            WHOLE.replace("Section 9-12", "Subsection (k) of section 9-12"),
            NoBaseReason.NO_PROVISION,
        ),
        (WHOLE.replace("2031", "2029"), NoBaseReason.NOT_IN_FORCE),
    ],
)
def test_no_base(clause: str, reason: NoBaseReason) -> None:
    (found,) = worked(act(section("1", clause, FEES)), BASE)
    change = only(found.changes)
    assert isinstance(change.check, NoBase)
    assert (change.check.reason, change.text) == (reason, None)


def test_subsections_are_added_in_their_place() -> None:
    clause = (
        "Section 9-12 of the general statutes is amended by adding subsections (d) and (e) "
        "as follows (Effective October 1, 2031):"
    )
    lines = (
        "(NEW) (d) Guests pay (1) nothing, or (2) what they like.",
        "(NEW) (e) Piers are free.",
    )
    (found,) = worked(act(section("1", clause, *lines)), BASE)
    made = only(found.changes).text
    assert made is not None
    assert shown(made)[-4:] == [
        "(d) Guests pay",
        "(1) nothing, or",
        "(2) what they like.",
        "(e) Piers are free.",
    ]
    assert made.body[0].children[:3] == BASE.body[0].children
    assert {one.kind for one in made.modifications} == {ModificationKind.INSERTION}


def test_a_subdivision_is_added() -> None:
    clause = (
        "Subsection (c) of section 9-12 of the general statutes is amended by adding "
        "subdivision (3) as follows (Effective October 1, 2031):"
    )
    (found,) = worked(act(section("1", clause, "(3) to pilots.")), BASE)
    assert shown(only(found.changes).text)[-1] == "(3) to pilots."


@pytest.mark.parametrize(
    ("added", "line"),
    [
        ("subsection (b)", "(b) Piers are free."),  # there is one
        ("subdivision (1)", "(1) Piers are free."),  # there are subsections
        ("subsection (d)", "(e) Piers are free."),  # it is another one
    ],
)
def test_what_cannot_be_added_is_refused(added: str, line: str) -> None:
    clause = (
        f"Section 9-12 of the general statutes is amended by adding {added} as follows "
        "(Effective October 1, 2031):"
    )
    (found,) = worked(act(section("1", clause, line)), BASE)
    change = only(found.changes)
    assert (change.text, change.refusal) == (None, Refusal.NOT_PLACED)


def test_a_section_is_repealed() -> None:
    clause = "Section 9-12 of the general statutes is repealed. (Effective October 1, 2031)"
    (found,) = worked(act(section("1", clause)), BASE)
    made = only(found.changes).text
    assert made is not None
    assert made.body[0].coverage is Coverage.REMOVED
    assert made.status is Status.REPEALED
    assert made.own_events == (Event(day=OCTOBER, kind=EventKind.REPEAL, act=ref("1")),)
    assert {one.kind for one in made.modifications} == {ModificationKind.REPEAL}


def test_a_subsection_is_repealed_and_its_place_kept() -> None:
    clause = (
        "Subsection (b) of section 9-12 of the general statutes is repealed. (Effective "
        "October 1, 2031)"
    )
    (found,) = worked(act(section("1", clause)), BASE)
    made = only(found.changes).text
    assert made is not None
    assert made.body[0].children[1].coverage is Coverage.REMOVED
    assert made.status is Status.ACTIVE
    assert [(one.kind, str(one.destination.eid)) for one in made.modifications] == [
        (ModificationKind.REPEAL, "sec_9-12__subsec_b")
    ]


def test_a_run_of_sections_is_repealed() -> None:
    numbers = ("9-12", "9-12a", "9-13", "9-20")
    texts = tuple(text(number, FEES, FINES) for number in numbers)
    clause = (
        "Sections 9-12 to 9-14, inclusive, of the general statutes are repealed. "
        "(Effective October 1, 2031)"
    )
    (found,) = worked(act(section("1", clause)), *texts)
    told = {c.work.number: c.text is not None for c in found.changes if c.work}
    assert told == {"9-12": True, "9-12a": True, "9-13": True, "9-14": False}


def test_a_repeal_behind_its_effective_date() -> None:
    line = "Section 9-12 of the general statutes is repealed."
    (found,) = worked(act(section("1", "(Effective October 1, 2031)", line)), BASE)
    made = only(found.changes).text
    assert made is not None
    assert made.status is Status.REPEALED


def test_a_bill_changes_nothing() -> None:
    with pytest.raises(ValueError, match="a bill changes no law"):
        worked(act(section("1", WHOLE, FEES), cited=None), BASE)


def test_works_of_other_jurisdictions_are_not_meant() -> None:
    other = replace(BASE, id=replace(BASE.id, work=WorkId("us-ri", "cgs", "9-12")))
    (found,) = worked(act(section("1", WHOLE, CHEAPER, FINES, BICYCLES)), other)
    check = only(found.changes).check
    assert isinstance(check, NoBase)
    assert check.reason is NoBaseReason.NOT_HELD

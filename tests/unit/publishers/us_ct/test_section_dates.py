from __future__ import annotations

from datetime import date

import pytest

from statuteline.model.acts import ActCited, ActKind, Session
from statuteline.model.commencement import FromPassage, OnDate, OnEvent, Unknown
from statuteline.publishers.us_ct.act_dates import (
    Basis,
    default_day,
    effect_of,
    move_told,
)
from statuteline.publishers.us_ct.act_ids import work_of
from statuteline.publishers.us_ct.history_notes import read_history_note
from statuteline.publishers.us_ct.section_dates import (
    DatedEvent,
    SectionDates,
    section_dates,
    settle,
)
from statuteline.publishers.us_ct.source_notes import read_source_note

EDITION = date(2025, 1, 1)


def settled(source: str, history: str) -> tuple[DatedEvent, ...]:
    return settle(read_source_note(source).events, read_history_note(history).events)


def dates(source: str, history: str, revised_to: date = EDITION) -> SectionDates:
    return section_dates(settled(source, history), revised_to)


def act(year: int, special: str | None = None, kind: ActKind = ActKind.PUBLIC) -> ActCited:
    return ActCited(session=Session(year=year, special=special), kind=kind, number="7")


def names(events: tuple[DatedEvent, ...]) -> list[str]:
    return [" ".join(work_of(act).number for act in event.acts) for event in events]


def test_what_is_told_is_told() -> None:
    for told in (OnDate(day=EDITION), OnEvent(event="a vote"), FromPassage()):
        effect = effect_of(told, (act(2024),))
        assert (effect.commencement, effect.basis) == (told, Basis.TOLD)
    assert effect_of(OnEvent(event="a vote"), (act(2024),)).day is None
    assert effect_of(Unknown(), (act(2024),)).basis is Basis.NOT_KNOWN


@pytest.mark.parametrize(
    ("session", "day"),
    [
        (Session(year=1985), date(1985, 10, 1)),
        (Session(year=1965, special="February"), date(1965, 10, 1)),
        (Session(year=2003, special="June 30"), date(2003, 10, 1)),
        (Session(year=2008, special="Aug."), date(2008, 10, 1)),
        (Session(year=2009, special="Sept."), None),
        (Session(year=1957, special="September"), None),
        (Session(year=2025, special="Nov."), None),
    ],
)
def test_the_first_of_october_after_a_session(session: Session, day: date | None) -> None:
    assert default_day(session) == day


def test_silence_means_october_for_public_acts_alone() -> None:
    assert effect_of(None, (act(1985),)).basis is Basis.BY_LAW
    assert effect_of(None, (act(1985), act(1985, "June"))).day == date(1985, 10, 1)
    for acts in (
        (act(2002, kind=ActKind.SPECIAL),),
        (act(1985), act(1985, kind=ActKind.SPECIAL)),
        (act(1985), act(1986)),
        (act(2009, "Sept."),),
        (),
    ):
        assert effect_of(None, acts).basis is Basis.NOT_KNOWN


def test_an_act_of_one_year_is_told_by_the_source_note() -> None:
    source = "(1959, P.A. 9; 1961, P.A. 3; February, 1965, P.A. 8; 1967, P.A. 1; 2.)"
    history = "History: 1959 act added fees; 1965 act added maps; 1967 act added skates"
    first, february, ambiguous, silent = settled(source, history)
    assert names((first, february)) == ["1959-9", "1965-8-february"]
    assert first.history is not None
    assert first.history.act is not None
    assert first.history.session is None
    assert first.effect.day == date(1959, 10, 1)
    assert names((ambiguous,)) == ["1967-1 1967-2"]
    assert ambiguous.history is not None
    assert ambiguous.history.act is None
    assert ambiguous.effect.day == date(1967, 10, 1)
    assert names((silent,)) == ["1961-3"]
    assert silent.history is None


def test_an_act_that_another_item_tells_of_is_no_candidate() -> None:
    events = settled(
        "(1971, P.A. 1; 2.)", "History: 1971, P.A. 2 added maps; 1971 act added skates"
    )
    assert names(events) == ["1971-2", "1971-1"]


def test_the_text_is_as_old_as_its_last_change() -> None:
    found = dates(
        "(P.A. 81-1; P.A. 85-2, S. 3; P.A. 92-4.)",
        "History: P.A. 85-2 added fees; P.A. 92-4 added maps, effective May 1, 1992.",
    )
    assert found.since == OnDate(day=date(1992, 5, 1))
    assert found.basis is Basis.TOLD
    assert names(found.last) == ["92-4"]
    assert found.pending == ()


def test_a_day_by_law_is_told_from_one_in_the_note() -> None:
    found = dates("(P.A. 81-1; P.A. 85-2.)", "History: P.A. 85-2 added fees.")
    assert found.since == OnDate(day=date(1985, 10, 1))
    assert found.basis is Basis.BY_LAW


def test_what_comes_after_the_edition_is_pending() -> None:
    source = "(P.A. 81-1; P.A. 23-5; P.A. 24-8.)"
    history = (
        "History: P.A. 23-5 added fees, effective July 1, 2026; P.A. 24-8 added Subsec. "
        "(c), effective July 1, 2025, and amended Subsec. (d), effective July 1, 2024."
    )
    found = dates(source, history)
    assert found.since == OnDate(day=date(2024, 7, 1))
    assert names(found.pending) == ["24-8", "23-5"]
    later = dates(source, history, date(2027, 1, 1))
    assert later.since == OnDate(day=date(2026, 7, 1))
    assert later.pending == ()


def test_what_can_be_later_and_has_no_day_leaves_a_bound() -> None:
    bound = Unknown(by=EDITION)
    vote = dates("(P.A. 81-1; P.A. 85-2.)", "History: P.A. 81-1 effective upon a vote.")
    assert (vote.since, vote.basis) == (bound, Basis.NOT_KNOWN)
    assert names(vote.pending) == ["81-1"]
    assert dates("(P.A. 81-1; S.A. 02-12.)", "").since == bound
    assert dates("(1949 Rev., S. 8.)", "").since == bound
    assert dates("(P.A. 24-9.)", "History: P.A. 24-9 effective May 1, 2026.").since == bound


def test_what_was_long_past_leaves_none() -> None:
    # A special act takes effect on approval: before the October of the year after.
    found = dates("(S.A. 02-12; P.A. 05-1; 1949 Rev., S. 8.)", "")
    assert found.since == OnDate(day=date(2005, 10, 1))


def test_what_changes_no_law_does_not_count() -> None:
    source = "(P.A. 81-1; P.A. 85-2; P.A. 99-1.)"
    history = (
        "History: P.A. 81-1 effective July 1, 1981; Sec. 1-1 transferred to Sec. 2-2 in "
        "1991 (Revisor's note: A comma was added editorially); P.A. 99-1 revised effective "
        "date of P.A. 98-1 but without affecting this section; P.A. 85-2 added fees."
    )
    assert dates(source, history).since == OnDate(day=date(1985, 10, 1))


def test_a_day_that_was_moved() -> None:
    source = "(P.A. 88-2; P.A. 93-1.)"
    history = (
        "History: P.A. 88-2 added courts, effective September 1, 1993; P.A. 93-1 changed "
        "the effective date of P.A. 88-2 from September 1, 1993, to September 1, 1996, "
        "effective June 14, 1993."
    )
    found = dates(source, history)
    assert found.since == OnDate(day=date(1996, 9, 1))
    assert names(found.last) == ["88-2"]
    move = move_told("P.A. 93-1 changed effective date of P.A. 88-2, S. 4, to May 1, 1996")
    assert move is not None
    assert (move.old, move.new) == (None, date(1996, 5, 1))
    assert (
        move_told("P.A. 93-1 changed effective date of P.A. 88-2 to the day of a vote")
        is None
    )


def test_only_the_day_that_is_named_is_moved() -> None:
    found = dates(
        "(P.A. 88-2; P.A. 93-1.)",
        "History: P.A. 88-2 added courts, effective May 1, 1990; P.A. 93-1 changed "
        "effective date of P.A. 88-2 from September 1, 1993, to September 1, 1996.",
    )
    assert found.since == OnDate(day=date(1990, 5, 1))

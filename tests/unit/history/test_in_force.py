from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from statuteline.history.in_force import (
    Absence,
    NotInForce,
    TextInForce,
    expression_at,
)
from statuteline.model.commencement import FromPassage, Unknown
from statuteline.model.provision import Coverage, Provision
from statuteline.model.work import Event, Expression

Text = Callable[..., Expression]
Part = Callable[..., Provision]
Happening = Callable[..., Event]


def label_at(texts: tuple[Expression, ...], day: str) -> str:
    answer = expression_at(texts, date.fromisoformat(day))
    assert isinstance(answer, TextInForce)
    return answer.expression.id.label


def absence_at(texts: tuple[Expression, ...], day: str) -> NotInForce:
    answer = expression_at(texts, date.fromisoformat(day))
    assert isinstance(answer, NotInForce)
    return answer


def test_the_text_changes_on_its_first_day(text: Text) -> None:
    texts = (text("2013-10-01"), text("2016-10-01"))
    assert label_at(texts, "2016-09-30") == "eng@2013-10-01"
    assert label_at(texts, "2016-10-01") == "eng@2016-10-01"


def test_a_new_work_did_not_exist_before_its_generation(
    text: Text, event: Happening
) -> None:
    born = event("2013-10-01", "generation", "13-1 s5")
    answer = absence_at((text("2013-10-01", events=(born,)),), "2013-09-30")
    assert (answer.reason, answer.event) == (Absence.BEFORE_FIRST, born)
    assert answer.previous is None
    assert answer.next is not None
    assert answer.next.interval.start == date(2013, 10, 1)


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("2006-06-30", Absence.BEFORE_FIRST),
        ("2006-07-01", Absence.NO_TEXT),
        ("2013-09-30", Absence.NO_TEXT),
    ],
)
def test_a_work_older_than_its_first_text_has_no_text_at_first(
    text: Text, event: Happening, day: str, reason: Absence
) -> None:
    events = (event("2006-07-01", "generation"), event("2013-10-01"))
    assert absence_at((text("2013-10-01", events=events),), day).reason is reason


@pytest.mark.parametrize("kind", ["amendment", None])
def test_without_a_known_birth_the_work_may_have_been_in_force(
    text: Text, event: Happening, kind: str | None
) -> None:
    events = (event("2013-10-01", kind),) if kind else ()
    answer = absence_at((text("2013-10-01", events=events),), "1990-01-01")
    assert (answer.reason, answer.event) == (Absence.NO_TEXT, None)


def test_a_generation_after_the_first_text_is_not_its_birth(
    text: Text, event: Happening
) -> None:
    texts = (
        text("2013-10-01", ends="2014-10-01"),
        text("2018-10-01", events=(event("2018-10-01", "generation"),)),
    )
    assert absence_at(texts, "2012-01-01").reason is Absence.NO_TEXT


def test_a_change_without_a_text_is_answered_as_such(text: Text, event: Happening) -> None:
    change = event("2015-10-01", act="15-1")
    texts = (
        text("2013-10-01", events=(event("2013-10-01", "generation"),)),
        text("2017-10-01", events=(change, event("2017-10-01"))),
    )
    answer = absence_at(texts, "2016-01-01")
    assert (answer.reason, answer.event) == (Absence.NO_TEXT, change)
    assert answer.previous is not None
    assert answer.previous.interval.end == date(2015, 10, 1)
    assert answer.next is not None
    assert answer.next.interval.start == date(2017, 10, 1)
    assert label_at(texts, "2015-09-30") == "eng@2013-10-01"


def test_a_repeal_without_a_text_ends_the_work(text: Text, event: Happening) -> None:
    gone = event("2018-10-01", "repeal", "18-1")
    texts = (text("2013-10-01", events=(event("2013-10-01"), gone)),)
    assert label_at(texts, "2018-09-30") == "eng@2013-10-01"
    answer = absence_at(texts, "2018-10-01")
    assert (answer.reason, answer.event) == (Absence.REPEALED, gone)


def test_a_text_made_by_a_repeal_is_not_in_force(text: Text, event: Happening) -> None:
    gone = event("2018-10-01", "repeal", "18-1")
    texts = (text("2013-10-01"), text("2018-10-01", events=(gone,)))
    answer = absence_at(texts, "2020-01-01")
    assert (answer.reason, answer.event) == (Absence.REPEALED, gone)
    assert answer.previous is not None
    assert answer.previous.expression.id.label == "eng@2013-10-01"


def test_a_text_of_removed_provisions_only_is_repealed(text: Text, provision: Part) -> None:
    gone = provision(
        "sec_1-1",
        "",
        provision("sec_1-1__subsec_a", "Gone.", coverage=Coverage.REMOVED),
        provision("sec_1-1__subsec_b", "Gone.", coverage=Coverage.REMOVED),
    )
    texts = (text("2013-10-01"), text("2018-10-01", gone))
    answer = absence_at(texts, "2020-01-01")
    assert (answer.reason, answer.event) == (Absence.REPEALED, None)


def test_a_text_with_one_living_provision_is_in_force(text: Text, provision: Part) -> None:
    partly = provision(
        "sec_1-1",
        "",
        provision("sec_1-1__subsec_a", "Gone.", coverage=Coverage.REMOVED),
        provision("sec_1-1__subsec_b", "Alive."),
    )
    assert label_at((text("2018-10-01", partly),), "2020-01-01") == "eng@2018-10-01"


def test_a_work_enacted_again_is_in_force_again(text: Text, event: Happening) -> None:
    events = (
        event("2013-10-01", "generation"),
        event("2016-10-01", "repeal"),
        event("2018-10-01", "generation"),
    )
    texts = (text("2013-10-01", events=events[:1]), text("2018-10-01", events=events))
    assert label_at(texts, "2016-09-30") == "eng@2013-10-01"
    assert absence_at(texts, "2017-01-01").reason is Absence.REPEALED
    assert label_at(texts, "2018-10-01") == "eng@2018-10-01"


def test_a_repeal_and_new_enactment_on_one_day_leave_the_new_text(
    text: Text, event: Happening
) -> None:
    events = (event("2016-10-01", "repeal"), event("2016-10-01", "generation"))
    assert label_at((text("2016-10-01", events=events),), "2016-10-01") == "eng@2016-10-01"


def test_a_repeal_before_the_first_text_is_told(text: Text, event: Happening) -> None:
    events = (
        event("1990-01-01", "generation"),
        event("1995-01-01", "repeal"),
        event("2013-10-01", "generation"),
    )
    texts = (text("2013-10-01", events=events),)
    assert absence_at(texts, "1992-01-01").reason is Absence.NO_TEXT
    assert absence_at(texts, "2000-01-01").reason is Absence.REPEALED


def test_a_stated_end_is_told_apart_from_a_repeal(text: Text) -> None:
    texts = (text("2013-10-01", ends="2014-07-01"),)
    assert label_at(texts, "2014-06-30") == "eng@2013-10-01"
    answer = absence_at(texts, "2014-07-01")
    assert (answer.reason, answer.event) == (Absence.ENDED, None)
    assert answer.previous is not None
    assert answer.previous.interval.end == date(2014, 7, 1)


def test_an_ended_work_revived_without_a_text_has_no_text(
    text: Text, event: Happening
) -> None:
    texts = (
        text("2013-10-01", ends="2014-07-01"),
        text("2018-10-01", events=(event("2015-10-01"), event("2018-10-01"))),
    )
    assert absence_at(texts, "2015-01-01").reason is Absence.ENDED
    assert absence_at(texts, "2016-01-01").reason is Absence.NO_TEXT


def test_a_text_that_never_took_effect_is_ended(text: Text) -> None:
    texts = (text("2013-10-01", ends="2013-10-01"),)
    assert absence_at(texts, "2014-01-01").reason is Absence.ENDED


def test_pending_texts_alone_place_nothing(text: Text) -> None:
    waiting = text("2021-06-16", starts=FromPassage())
    answer = absence_at((waiting,), "2022-01-01")
    assert (answer.reason, answer.pending) == (Absence.PENDING, (waiting,))


def test_pending_texts_are_told_with_both_answers(text: Text, event: Happening) -> None:
    waiting = text("2021-06-16", starts=Unknown())
    texts = (
        waiting,
        text("2013-10-01", events=(event("2013-10-01", "generation"),)),
    )
    assert expression_at(texts, date(2022, 1, 1)).pending == (waiting,)
    assert expression_at(texts, date(2012, 1, 1)).pending == (waiting,)


def test_known_asks_what_was_recorded(text: Text) -> None:
    texts = (
        text("2013-10-01", recorded="2026-01-01"),
        text("2013-10-01", corrected="2026-02-01"),
    )
    at = date(2015, 1, 1)
    before = expression_at(texts, at, known=date(2025, 1, 1))
    assert isinstance(before, NotInForce)
    assert before.reason is Absence.EMPTY
    first = expression_at(texts, at, known=date(2026, 1, 31))
    assert isinstance(first, TextInForce)
    assert first.expression == texts[0]
    assert label_at(texts, "2015-01-01") == "eng@2013-10-01~2026-02-01"


def test_one_living_section_of_two_is_in_force(text: Text, provision: Part) -> None:
    gone = provision("sec_1", "Gone.", coverage=Coverage.REMOVED)
    texts = (text("2018-10-01", gone, provision("sec_2", "Alive.")),)
    assert label_at(texts, "2020-01-01") == "eng@2018-10-01"


def test_words_around_removed_children_are_in_force(text: Text, provision: Part) -> None:
    gone = provision("sec_1-1__subsec_a", "Gone.", coverage=Coverage.REMOVED)
    texts = (text("2018-10-01", provision("sec_1-1", "Alive.", gone)),)
    assert label_at(texts, "2020-01-01") == "eng@2018-10-01"


def test_a_work_amended_before_its_generation_was_there_before(
    text: Text, event: Happening
) -> None:
    events = (event("2000-10-01"), event("2013-10-01", "generation"))
    texts = (text("2013-10-01", events=events),)
    assert absence_at(texts, "1990-01-01").reason is Absence.NO_TEXT

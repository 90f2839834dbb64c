"""A text is behind exactly where a later change is known, and its words are not."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from statuteline.history.amending import Amending
from statuteline.history.behind import Behind, BehindKind, behind
from statuteline.history.in_force import (
    Absence,
    NotInForce,
    TextInForce,
    expression_at,
)
from statuteline.history.records import current_records
from statuteline.model.commencement import OnDate
from statuteline.model.ids import EId, ExpressionId, ProvisionRef, WorkId
from statuteline.model.published import Edition, EditionKind
from statuteline.model.work import Event, EventKind, Expression

from .test_history_properties import WORK, all_days, days, some_day, works

ACTS = tuple(
    ProvisionRef(WorkId.parse(f"us-xx/pa/{number}"), eid)
    for number in ("01-1", "02-2")
    for eid in (None, EId("sec_1"), EId("sec_2"))
)
acts = st.sampled_from(ACTS)
amendings = st.lists(
    st.builds(
        Amending,
        act=acts,
        work=st.sampled_from([WORK, WorkId.parse("us-xx/code/2-2")]),
        enacted=days,
        since=st.none() | days,
    ),
    max_size=3,
).map(tuple)
editions = st.none() | st.builds(
    Edition, revised_to=some_day, kind=st.sampled_from(EditionKind)
)


@st.composite
def naming(draw: st.DrawFn) -> tuple[Expression, ...]:
    """Works of which some events name an act."""
    found = []
    for text in draw(works):
        named = tuple(replace(event, act=draw(st.none() | acts)) for event in text.events)
        found.append(replace(text, events=named))
    return tuple(found)


@st.composite
def shown(draw: st.DrawFn) -> tuple[tuple[Expression, ...], TextInForce]:
    """Works with a text that is in force on some day, and that text."""
    work = draw(naming())
    answers = [expression_at(work, day) for day in all_days]
    found = [one for one in answers if isinstance(one, TextInForce)]
    assume(found)
    return work, draw(st.sampled_from(found))


@given(shown(), amendings, editions)
def test_it_is_empty_exactly_if_nothing_later_is_known(
    made: tuple[tuple[Expression, ...], TextInForce],
    held: tuple[Amending, ...],
    newest: Edition | None,
) -> None:
    work, answer = made
    at = answer.at
    found = behind(work, answer, held, newest)
    expected = {
        BehindKind.EVENT: ends_without_words(work, answer),
        BehindKind.ACT: any(is_open(one, work, answer) for one in held),
        BehindKind.PENDING: any(
            text.start is None and answer.interval.start <= text.id.version <= at
            for text in current_records(work)
        ),
        BehindKind.EDITION: newest is not None and newest.revised_to < at,
    }
    assert {one.kind for one in found} == {kind for kind, is_ in expected.items() if is_}
    assert bool(found) == any(expected.values())


def ends_without_words(work: tuple[Expression, ...], answer: TextInForce) -> bool:
    if answer.interval.end is None:
        return False
    then = expression_at(work, answer.interval.end)
    return isinstance(then, NotInForce) and then.reason is Absence.NO_TEXT


def is_open(one: Amending, work: tuple[Expression, ...], answer: TextInForce) -> bool:
    day = one.since or one.enacted
    named = [event.act for text in work for event in text.events if event.act]
    applied = any(
        act.work == one.act.work
        and (act.eid == one.act.eid or act.eid is None or one.act.eid is None)
        for act in named
    )
    counts = day in answer.interval and day != answer.interval.start
    return one.work == WORK and counts and not applied


@given(shown(), st.integers(1, 5))
def test_a_change_without_words_is_told_until_its_words_are_held(
    made: tuple[tuple[Expression, ...], TextInForce], wait: int
) -> None:
    work, answer = made
    end = answer.interval.end
    room = wait if end is None else (end - answer.at).days - 1
    assume(room)
    day = answer.at + timedelta(days=min(wait, room))
    text = answer.expression
    changed = Event(day=day, kind=EventKind.AMENDMENT, act=ACTS[0])
    knowing = replace(text, events=(*text.events, changed))
    later = tuple(knowing if one is text else one for one in work)
    kept = expression_at(later, answer.at)
    assert isinstance(kept, TextInForce)
    known = Behind(kind=BehindKind.EVENT, since=day, act=ACTS[0])
    assert known in behind(later, kept, (), None)
    words = replace(
        text,
        id=ExpressionId(WORK, "eng", day + timedelta(days=1000)),
        commencement=OnDate(day=day),
        ends=None,
    )
    held = expression_at((*later, words), answer.at)
    assert isinstance(held, TextInForce)
    assert known not in behind((*later, words), held, (), None)

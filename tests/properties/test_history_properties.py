"""What holds for the history of any work."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, permutations

from hypothesis import assume, given
from hypothesis import strategies as st

from statuteline.history.blame import blame
from statuteline.history.in_force import (
    Absence,
    Answer,
    NotInForce,
    TextInForce,
    expression_at,
)
from statuteline.history.lineage import follow
from statuteline.history.log import log
from statuteline.history.records import current_records, law_events
from statuteline.history.standing import StandingKind, standings
from statuteline.history.timeline import overlaps, timeline
from statuteline.model.commencement import Commencement, OnDate, Unknown
from statuteline.model.ids import EId, ExpressionId, ProvisionRef, WId, WorkId
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Paragraph, plain
from statuteline.model.work import (
    Event,
    EventKind,
    Expression,
    Kind,
    Modification,
    ModificationKind,
    Words,
)

WORK = WorkId.parse("us-xx/code/1-1")
FIRST = date(2000, 1, 1)
RECORDED = date(2026, 1, 1)
LABELS = "abcd"

# Few days and few numbers: collisions are what these properties are about.
law_days = [FIRST + timedelta(days=count) for count in range(12)]
all_days = [FIRST + timedelta(days=count) for count in range(-2, 15)]
days = st.sampled_from(law_days)
recorded_on = [RECORDED + timedelta(days=count) for count in range(4)]
recording_days = st.sampled_from(recorded_on)
commencements: list[Commencement] = [
    Unknown(),
    *(OnDate(day=day) for day in law_days[::3]),
]
some_day = st.sampled_from(all_days)


def provision(place: int, person: int, words: str) -> Provision:
    """Number ``person``'s words by where they stand, and keep who they are."""
    return Provision(
        level=Level.SUBSECTION,
        eid=EId.parse(f"sec_1-1__subsec_{LABELS[place]}"),
        wid=WId.parse(f"sec_1-1__subsec_{LABELS[person]}"),
        num=f"({LABELS[place]})",
        intro=(Paragraph(spans=plain(words)),),
    )


def body(people: tuple[int, ...], changed: int) -> tuple[Provision, ...]:
    """Place people in this order; the bits of ``changed`` say who has new words."""
    return tuple(
        provision(place, person, "New words." if changed >> person & 1 else "Old words.")
        for place, person in enumerate(people)
    )


orders = [order for size in (1, 2, 3, 4) for order in permutations(range(4), size)]
bodies = st.builds(body, st.sampled_from(orders), st.integers(0, 15))
events = st.sampled_from(
    [Event(day=day, kind=kind) for day in law_days for kind in EventKind]
)


@st.composite
def texts(draw: st.DrawFn) -> Expression:
    version = draw(days)
    corrected = draw(st.sampled_from([None, None, *recorded_on]))
    return Expression(
        id=ExpressionId(
            WORK, "eng", version, corrected, draw(st.integers(1, 3)) if corrected else 1
        ),
        kind=Kind.STATUTE_SECTION,
        title="An invented section",
        words=Words.RESTATED,
        recorded=corrected or draw(recording_days),
        created=FIRST,
        commencement=draw(st.sampled_from([OnDate(day=version), *commencements])),
        ends=draw(st.sampled_from([None, None, None, *law_days])),
        events=tuple(sorted(draw(st.lists(events, max_size=2)), key=lambda e: e.day)),
        body=draw(bodies),
    )


works = st.lists(texts(), max_size=6, unique_by=lambda text: text.id).map(tuple)
longer_works = st.lists(
    texts(), min_size=4, max_size=6, unique_by=lambda text: text.id
).map(tuple)
shuffled = works.flatmap(
    lambda work: st.tuples(st.just(work), st.permutations(work).map(tuple))
)


@given(works)
def test_intervals_are_in_order_and_share_no_day(work: tuple[Expression, ...]) -> None:
    for before, after in pairwise(timeline(work).entries):
        assert before.interval.end is not None
        assert before.interval.end <= after.interval.start


@given(works)
def test_a_text_is_left_out_only_for_a_reason(work: tuple[Expression, ...]) -> None:
    line = timeline(work)
    shown = {entry.expression.id for entry in line.entries}
    shown |= {text.id for text in line.pending}
    doubled = {one.first for one in overlaps(work)}
    for text in work:
        if text.id not in shown:
            void = text.start and text.ends and text.ends <= text.start
            assert void or text.id in doubled or is_corrected(text, work)


def is_corrected(text: Expression, work: tuple[Expression, ...]) -> bool:
    return any(
        one.id.version == text.id.version and one.id.in_time > text.id.in_time
        for one in work
    )


@given(works, some_day)
def test_every_day_is_in_one_interval_or_has_a_reason(
    work: tuple[Expression, ...], at: date
) -> None:
    line = timeline(work)
    holding = [entry for entry in line.entries if at in entry.interval]
    answer = expression_at(work, at)
    assert answer.pending == line.pending
    match answer:
        case TextInForce():
            (entry,) = holding
            assert answer.expression == entry.expression
            assert answer.interval == entry.interval
        case NotInForce():
            assert not holding or answer.reason is Absence.REPEALED
            assert (answer.reason is Absence.EMPTY) == (not work)
            if answer.previous and answer.previous.interval.end:
                assert answer.previous.interval.end <= at
            if answer.next:
                assert at < answer.next.interval.start


@given(works, some_day)
def test_the_dated_record_of_a_day_is_the_text_in_force(
    work: tuple[Expression, ...], at: date
) -> None:
    found = standings(work)
    assert tuple(one.expression for one in found) == work
    dated = [
        one
        for one in found
        if one.kind is StandingKind.DATED and one.interval and at in one.interval
    ]
    answer = expression_at(work, at)
    if isinstance(answer, TextInForce):
        (here,) = dated
        assert (here.expression, here.interval) == (answer.expression, answer.interval)
    else:
        assert not dated
    pending = {one.expression.id for one in found if one.kind is StandingKind.PENDING}
    assert pending == {text.id for text in answer.pending}


@given(works)
def test_a_gap_opens_only_at_a_stated_end_or_a_change_without_text(
    work: tuple[Expression, ...],
) -> None:
    happened = {event.day for text in work for event in text.events}
    entries = timeline(work).entries
    for entry, after in pairwise(entries):
        end = entry.interval.end
        assert end in {after.interval.start, entry.expression.ends, *happened}
    if entries and not happened:
        assert entries[-1].interval.end == entries[-1].expression.ends


@given(shuffled, some_day)
def test_answers_do_not_depend_on_the_order_of_the_records(
    both: tuple[tuple[Expression, ...], tuple[Expression, ...]], at: date
) -> None:
    one, other = both
    assert timeline(one) == timeline(other)
    assert expression_at(one, at) == expression_at(other, at)
    assert overlaps(one) == overlaps(other)


@given(works, recording_days, some_day)
def test_known_is_the_history_of_what_was_recorded_by_then(
    work: tuple[Expression, ...], known: date, at: date
) -> None:
    recorded = tuple(text for text in work if text.recorded <= known)
    seen, whole = timeline(work, known), timeline(recorded)
    assert (seen.entries, seen.pending) == (whole.entries, whole.pending)
    assert expression_at(work, at, known) == expression_at(recorded, at)


@given(works, recording_days, recording_days)
def test_learning_more_never_brings_back_a_replaced_record(
    work: tuple[Expression, ...], one: date, other: date
) -> None:
    early, late = sorted((one, other))
    before = current_records(work, early)
    for text in current_records(work, late):
        assert text in before or text.recorded > early
    for text in before:
        assert text in current_records(work, late) or is_corrected(text, work)


@given(works, texts(), st.sampled_from(EventKind))
def test_a_later_text_changes_no_answer_for_earlier_days(
    work: tuple[Expression, ...], text: Expression, kind: EventKind
) -> None:
    assume(timeline(work).entries)
    day = all_days[-1]
    known = law_events(current_records(work))
    later = replace(
        text,
        id=ExpressionId(WORK, "eng", day),
        commencement=OnDate(day=day),
        ends=None,
        events=(*known, Event(day=day, kind=kind)),
    )
    for at in all_days[:-1]:
        answer = verdict(expression_at(work, at))
        assert verdict(expression_at((later, *work), at)) == answer


def verdict(answer: Answer) -> Expression | tuple[Absence, Event | None]:
    if isinstance(answer, TextInForce):
        return answer.expression
    return answer.reason, answer.event


@given(works)
def test_a_lineage_is_the_same_from_each_of_its_steps(
    work: tuple[Expression, ...],
) -> None:
    line = timeline(work)
    for text in (*(entry.expression for entry in line.entries), *line.pending):
        for part in text.body:
            lineage = follow(work, text.id, part.eid)
            assert lineage.wid == part.wid
            steps = (*lineage.steps, *lineage.pending)
            assert (text.id, part.eid) in {(one.expression, one.eid) for one in steps}
            for one in steps:
                if one.eid is not None:
                    assert follow(work, one.expression, one.eid) == lineage


@given(longer_works)
def test_every_split_is_seen_from_both_sides(work: tuple[Expression, ...]) -> None:
    entries = timeline(work).entries
    assume(len(entries) > 1)
    before, after = entries[-2].expression, entries[-1].expression
    old, new = before.body[0], after.body[-1]
    split = Modification(
        kind=ModificationKind.SPLIT,
        act=ProvisionRef(WorkId.parse("us-xx/pa/24-1")),
        destination=ProvisionRef(WORK, new.eid),
        previous=ProvisionRef(WORK, old.eid),
    )
    marked = tuple(
        replace(text, modifications=(split,)) if text.id == after.id else text
        for text in work
    )
    forward = follow(marked, before.id, old.eid).successors
    back = follow(marked, after.id, new.eid).predecessors
    if old.wid == new.wid:
        assert forward == back == ()
    else:
        assert [(one.expression, one.wid) for one in forward] == [(after.id, new.wid)]
        assert [(one.expression, one.wid) for one in back] == [(before.id, old.wid)]


@given(works, some_day)
def test_the_origin_has_the_words_and_the_text_before_it_has_not(
    work: tuple[Expression, ...], at: date
) -> None:
    answer = expression_at(work, at)
    found = blame(work, at)
    if isinstance(answer, NotInForce):
        assert found == ()
        return
    assert [one.wid for one in found] == [part.wid for part in answer.expression.body]
    entries = timeline(work).entries
    for one, part in zip(found, answer.expression.body, strict=True):
        words = [
            {each.wid: each.intro_text for each in entry.expression.body}.get(one.wid)
            for entry in entries
            if entry.interval.start <= at
        ]
        origin = [entry.expression.id for entry in entries].index(one.origin)
        assert set(words[origin:]) == {part.intro_text}
        assert origin == 0 or words[origin - 1] != part.intro_text


@given(works)
def test_the_log_lists_every_text_and_every_event(work: tuple[Expression, ...]) -> None:
    entries = log(work)
    listed = {entry.expression.id for entry in entries if entry.expression}
    assert listed == {text.id for text in work}
    told = {(entry.day, entry.kind) for entry in entries}
    records = current_records(work)
    assert {(event.day, event.kind) for event in law_events(records)} <= told
    placed = [entry.day for entry in entries if entry.day]
    assert placed == sorted(placed)
    assert all(entry.day is None for entry in entries[len(placed) :])

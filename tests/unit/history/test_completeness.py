from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from statuteline.history.amending import Amending
from statuteline.history.completeness import Coming, Completeness, Gap, completeness
from statuteline.history.facts import TextKnown, text_facts
from statuteline.history.standing import standings
from statuteline.model.commencement import OnEvent, Unknown
from statuteline.model.ids import EId, ProvisionRef, WorkId
from statuteline.model.provision import Coverage
from statuteline.model.work import Event, EventKind, Expression, Words

Build = Callable[..., Any]
WORK = WorkId.parse("us-xx/code/1-1")
NOW = date(2026, 1, 1)


def act_ref(name: str) -> ProvisionRef:
    number, _, section = name.partition(" s")
    return ProvisionRef(
        WorkId.parse(f"us-xx/pa/{number}"), EId(f"sec_{section}") if section else None
    )


def known(*texts: Expression) -> tuple[TextKnown, ...]:
    return tuple(
        TextKnown(
            id=one.expression.id,
            standing=one.kind,
            interval=one.interval,
            facts=text_facts(one.expression),
        )
        for one in standings(texts)
    )


def of(*texts: Expression, acts: tuple[Amending, ...] = (), at: date = NOW) -> Completeness:
    return completeness({WORK: known(*texts)}, acts, frozenset({WORK}), at)


def test_a_text_with_all_that_is_known_lacks_nothing(text: Build, event: Build) -> None:
    found = of(text("2001-01-01", events=(event("2001-01-01"),)))
    assert found == Completeness(
        works=1,
        in_force=1,
        words=((Words.RESTATED, 1),),
        latest=date(2001, 1, 1),
        acts_named=0,
        acts_missing=(),
        unapplied=(),
        not_held=(),
        bounded=0,
        pending=(),
        coming=(),
        not_restated=(),
        gaps=(),
        earlier=0,
    )


def test_changes_without_a_text_are_gaps_after_the_first_and_counted_before_it(
    text: Build, event: Build
) -> None:
    events = tuple(map(event, ("1990-01-01", "1995-01-01", "2001-01-01", "2005-01-01")))
    gone = (*events, event("2009-01-01", "repeal"), event("2007-01-01", "erratum"))
    found = of(text("2001-01-01", events=gone))
    assert found.gaps == (Gap(work=WORK, day=date(2005, 1, 1)),)
    assert found.earlier == 2
    assert found.in_force == 0
    assert of(text("2001-01-01", events=gone), at=date(2002, 1, 1)).in_force == 1


def test_acts_that_are_named_are_counted_and_those_not_held_listed(
    text: Build, event: Build
) -> None:
    events = (event("2001-01-01", act="01-10 s1"), event("2001-01-01", act="01-9 s4"))
    held = WorkId.parse("us-xx/pa/01-8")
    more = (*events, event("2001-01-01", act="01-8"), event("2001-01-01", act="01-8 s7"))
    found = completeness(
        {WORK: known(text("2001-01-01", events=more))}, (), frozenset({WORK, held}), NOW
    )
    assert found.acts_named == 3
    assert [work.number for work in found.acts_missing] == ["01-9", "01-10"]


@pytest.mark.parametrize(
    ("since", "named", "expected"),
    [
        (date(2010, 1, 1), None, 1),
        (None, None, 1),
        (date(2001, 1, 1), None, 0),
        (date(1999, 1, 1), None, 0),
        (date(2010, 1, 1), "09-1 s2", 0),
        (date(2010, 1, 1), "09-1", 0),
        (date(2010, 1, 1), "09-1 s3", 1),
    ],
)
def test_an_act_is_not_applied_if_it_is_later_and_no_text_names_it(
    since: date | None, named: str | None, expected: int, text: Build
) -> None:
    amending = Amending(
        act=act_ref("09-1 s2"), work=WORK, enacted=date(2009, 5, 1), since=since
    )
    act = act_ref(named) if named else None
    events = (Event(day=date(2001, 1, 1), kind=EventKind.AMENDMENT, act=act),)
    found = of(text("2001-01-01", events=events), acts=(amending,))
    assert found.unapplied == (amending,) * expected
    assert found.not_held == ()


def test_a_work_that_an_act_changes_and_nobody_holds_is_listed(act: Build) -> None:
    other = Amending(act=act("09-1 s2"), work=WORK, enacted=date(2009, 5, 1), since=None)
    found = completeness({}, (other,), frozenset(), NOW)
    assert (found.not_held, found.unapplied, found.works) == ((other,), (), 0)


def test_texts_without_a_day_and_texts_to_come_are_told_apart(text: Build) -> None:
    first = text("2001-01-01", starts=Unknown(by=date(2001, 1, 1)))
    later = text("2027-01-01")
    waiting = text("2020-01-01", starts=OnEvent(event="the bridge is open"))
    unknown = text("2021-01-01", starts=Unknown())
    found = of(first, later, waiting, unknown)
    assert found.bounded == 1
    assert found.latest is None
    assert found.coming == (Coming(text=later.id, day=date(2027, 1, 1)),)
    assert [(one.text, one.awaits) for one in found.pending] == [
        (waiting.id, "the bridge is open"),
        (unknown.id, ""),
    ]
    assert of(first, later, at=date(2030, 1, 1)).latest == date(2027, 1, 1)


def test_words_not_restated_count_in_texts_in_force_only(
    text: Build, provision: Build
) -> None:
    def lacking(version: str, count: int) -> Expression:
        parts = tuple(
            provision(f"sec_1-1__subsec_{at}", coverage=Coverage.NOT_RESTATED)
            for at in "abc"[:count]
        )
        made: Expression = text(version, provision("sec_1-1", "Some words.", *parts))
        return made

    found = of(lacking("2001-01-01", 3), lacking("2010-01-01", 2))
    ((lacks),) = found.not_restated
    assert (lacks.text.version, lacks.provisions) == (date(2010, 1, 1), 2)
    assert of(text("2001-01-01")).not_restated == ()


def test_a_record_that_was_corrected_does_not_count(text: Build) -> None:
    wrong = text("2001-01-01", starts=Unknown())
    right = text("2001-01-01", corrected="2020-01-01")
    found = of(wrong, right)
    assert (found.pending, found.words) == ((), ((Words.RESTATED, 1),))


def test_a_document_that_is_no_law_has_no_first_day_of_law(text: Build) -> None:
    assert of(replace(text("2001-01-01"), commencement=None)).latest is None


def test_acts_of_itself_are_not_named(text: Build, change: Build) -> None:
    own = change("repeal", "24-1", None)
    own = replace(own, act=ProvisionRef(WORK))
    assert of(text("2001-01-01", changes=(own,))).acts_named == 0

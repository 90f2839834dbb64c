"""The query in a database says what the program says of each case."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statuteline.law import encoding as encoding_named
from statuteline.law import encodings
from statuteline.model.ids import WorkId
from statuteline.model.interval import Interval
from statuteline.rules.answers import Unsettled
from statuteline.rules.asking import facts_of_encoding
from statuteline.rules.deciding import decide
from statuteline.rules.encodings import (
    Axiom,
    Encoding,
    Outcome,
    Reading,
    Requirement,
    Version,
)
from statuteline.rules.nodes import cited
from statuteline.rules.predicates import all_of, none_of, not_

from .decided_in_sql import every_record, in_duckdb, one_by_one
from .predicates import facts, predicates, values

if TYPE_CHECKING:
    from statuteline.rules.answers import Answer, Decision
    from statuteline.rules.facts import Constant
    from statuteline.rules.predicates import Predicate

DAY = date(2021, 10, 1)
ALWAYS = Interval(start=date(2020, 1, 1))


@st.composite
def rules(draw: st.DrawFn) -> tuple[Predicate, ...]:
    """Draw two outcomes, one step of procedure, and axioms."""
    over = draw(facts(most=4))
    axioms = st.lists(predicates(over, leaves=3, labels=False), max_size=2)
    return (
        *(draw(predicates(over, leaves=6, labels=n == 0)) for n in range(3)),
        *draw(axioms),
    )


def _decision(first: Predicate, second: Predicate, *others: Predicate) -> Decision:
    """Make a decision of three outcomes."""
    step, *axioms = others
    outcomes = (
        ("it's", first),
        ("a \\ ${b}", all_of(second, not_(first))),
        ("nothing", none_of(first, second)),
    )
    encoding = Encoding(
        name="xx/drawn",
        title="Drawn",
        work=WorkId.parse("us-ct/cgs/1-1"),
        governed_by="day",
        versions=(
            Version(
                days=ALWAYS,
                readings=(
                    Reading(
                        name="plain",
                        outcomes=tuple(
                            Outcome(name=name, when=when, means="So.")
                            for name, when in outcomes
                        ),
                    ),
                ),
                requirements=(Requirement(name="step", by="court", met=step),),
            ),
        ),
        axioms=tuple(
            Axiom(name=f"so {n}", holds=one, cited=cited("sec_1-1", "so"), days=ALWAYS)
            for n, one in enumerate(axioms)
        ),
    )
    return _of(encoding, DAY)


def _of(encoding: Encoding, day: date, reading: str | None = None) -> Decision:
    (decision,) = decide(
        encoding, {}, at=day, governed=day, known=day, texts=None, reading=reading
    ).decisions
    return decision


def _agree(decision: Decision, guards: tuple[Predicate, ...]) -> int:
    """See that every record of some predicates is decided alike; count them."""
    axioms = tuple(axiom.holds for axiom in decision.axioms)
    records = list(every_record(guards, axioms))
    for record, row in zip(records, in_duckdb((decision,), records), strict=True):
        outcome, state, asked, *steps = one_by_one(decision, record)
        assert (row[0], row[1], *row[3:]) == (outcome, state, *steps), record
        reason = str(row[2])
        if state == "undetermined":
            assert reason == f"unknown: {asked}", record
        elif state == "settled":
            assert reason.startswith(("met: ", "not met: ", "settled whatever")), record
        else:
            assert reason.startswith("contradicts: "), record
    return len(records)


@settings(max_examples=60, deadline=None)
@given(rules())
def test_random_rules_are_decided_alike(drawn: tuple[Predicate, ...]) -> None:
    decision = _decision(*drawn)
    _agree(decision, drawn[:3])


@st.composite
def vacaturs(draw: st.DrawFn) -> dict[str, Constant]:
    """Draw a record of vacatur: any fact of any of its texts."""
    asked = facts_of_encoding(VACATUR)
    drawn = {fact.name: draw(st.none() | values(fact)) for fact in asked}
    return {name: value for name, value in drawn.items() if value is not None}


@settings(max_examples=20, deadline=None)
@given(
    st.lists(vacaturs(), min_size=1, max_size=20),
    st.sampled_from((date(2015, 1, 1), date(2018, 1, 1), date(2021, 11, 1))),
    st.sampled_from((date(2015, 1, 1), date(2018, 1, 1), date(2021, 11, 1))),
)
def test_readings_and_texts_are_joined_alike(
    records: list[dict[str, Constant]], at: date, governed: date
) -> None:
    def answer(record: dict[str, Constant]) -> Answer:
        return decide(VACATUR, record, at=at, governed=governed, known=at, texts=None)

    rows = in_duckdb(answer({}).decisions, records)
    for record, (outcome, state, reason, *_) in zip(records, rows, strict=True):
        expected = answer(record)
        assert (outcome or state) == expected.result, record
        wanted = {fact.name for one in expected.decisions for fact in one.ask}
        if expected.result == Unsettled.UNDETERMINED.value:
            told = str(reason).partition("unknown: ")[2]
            assert set(filter(None, told.split(", "))) == wanted


VACATUR = encoding_named("us-ct/vacatur")
SHIPPED = [
    (encoding, version.days.start, reading.name)
    for encoding in encodings()
    for version in encoding.versions
    for reading in version.readings
]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("encoding", "day", "reading"),
    SHIPPED,
    ids=[f"{encoding.name} {day} {reading}" for encoding, day, reading in SHIPPED],
)
def test_every_record_of_the_law_is_decided_alike(
    encoding: Encoding, day: date, reading: str
) -> None:
    decision = _of(encoding, day, reading)
    asked = [tuple(one.when for one in decision.readings[0].reading.outcomes)]
    asked += [(one.requirement.met,) for one in decision.requirements]
    assert sum(_agree(decision, guards) for guards in asked) > 9

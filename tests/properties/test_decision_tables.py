"""The rows of a decision table and the reading itself decide every case alike."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from statuteline.model.ids import EId
from statuteline.model.interval import Interval
from statuteline.rules.decision_table import decision_table
from statuteline.rules.encodings import Axiom, Outcome, Reading
from statuteline.rules.grid import grid, numbers
from statuteline.rules.kleene import truth
from statuteline.rules.nodes import Cited
from statuteline.rules.predicates import all_of, none_of, not_

from .predicates import facts, predicates

if TYPE_CHECKING:
    from statuteline.rules.boxes import Box
    from statuteline.rules.facts import Fact, Facts


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), facts(most=3))
def test_rows_decide_as_the_reading_does(
    data: st.DataObject, asked: tuple[Fact, ...]
) -> None:
    first = data.draw(predicates(asked))
    second = data.draw(predicates(asked))
    guards = (first, all_of(not_(first), second), none_of(first, second))
    axiom = data.draw(st.none() | predicates(asked, leaves=3))
    axioms = () if axiom is None else (axiom,)
    laid = grid(*guards, axioms=axioms)
    assume(laid.possible)
    reading = Reading(
        name="plain",
        outcomes=tuple(
            Outcome(name=str(number), when=guard, means="")
            for number, guard in enumerate(guards)
        ),
    )
    table = decision_table(
        reading,
        tuple(
            Axiom(
                name="so",
                holds=one,
                cited=Cited(eid=EId.parse("sec_1"), words="x"),
                days=Interval(start=date(2020, 1, 1)),
            )
            for one in axioms
        ),
    )
    needed = laid.full
    for rested in table.axioms:
        needed &= laid.cases(rested.holds)
    for number in numbers(needed):
        case = laid.facts(number)
        found = {row.outcome.name for row in table.rows if _inside(row.box, case)}
        assert found == {o.name for o in reading.outcomes if truth(o.when, case)}


def _inside(box: Box, case: Facts) -> bool:
    return all(
        any(
            side.axis.cells[number].holds(case[side.axis.fact.name])
            for number in side.cells
        )
        for side in box.sides
    )

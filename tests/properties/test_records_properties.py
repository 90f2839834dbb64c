"""All records at once say what one record after the other does."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from statuteline.model.interval import Interval
from statuteline.rules.encodings import Axiom
from statuteline.rules.kleene import truth
from statuteline.rules.nodes import cited
from statuteline.rules.predicates import not_
from statuteline.rules.records import records, settled
from statuteline.rules.records_asked import asked
from statuteline.rules.settling import settle_one

from .predicates import facts, predicates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.rules.facts import Constant
    from statuteline.rules.predicates import Predicate
    from statuteline.rules.records import Records


def axiom(holds: Predicate) -> Axiom:
    """Say that something is always so."""
    words = cited("sec_1-1", "words")
    return Axiom(name="so", holds=holds, cited=words, days=Interval(start=date(2020, 1, 1)))


def every(laid: Records) -> Iterator[tuple[int, dict[str, Constant]]]:
    """Give each record: the place of its bit, and its known facts."""
    axes = laid.grid.axes
    for slots in product(*(range(len(axis.cells)) for axis in axes)):
        chosen = tuple(zip(axes, slots, strict=True))
        yield (
            sum(axis.stride * slot for axis, slot in chosen),
            {
                axis.fact.name: axis.cells[slot].example
                for axis, slot in chosen
                if slot < len(axis.cells) - 1
            },
        )


@st.composite
def rule_and_axioms(draw: st.DrawFn) -> tuple[Predicate, tuple[Predicate, ...]]:
    over = draw(facts(most=4))
    axioms = st.lists(predicates(over, leaves=3, labels=False), max_size=2)
    return draw(predicates(over)), tuple(draw(axioms))


@settings(deadline=None)
@given(rule_and_axioms())
def test_all_records_at_once_say_what_each_does(
    drawn: tuple[Predicate, tuple[Predicate, ...]],
) -> None:
    predicate, axioms = drawn
    guards = (predicate, not_(predicate))
    laid = records(guards, axioms)
    assert laid is not None
    rails, found = laid.rails(predicate), settled(laid, guards, axioms)
    needed = asked(laid, found.undetermined)
    for place, known in every(laid):
        clause_by_clause = {(1, 0): True, (0, 1): False, (0, 0): None}
        met, not_met = (rails.met >> place) & 1, (rails.not_met >> place) & 1
        assert clause_by_clause[met, not_met] is truth(predicate, known)
        one = settle_one(predicate, known, tuple(map(axiom, axioms)))
        answers = tuple((cases >> place) & 1 for cases in found.answers)
        assert answers == (one.settled == "met", one.settled == "not met")
        assert (found.impossible >> place) & 1 == one.impossible
        to_ask = tuple(
            axis.fact
            for axis, cases in zip(laid.grid.axes, needed, strict=True)
            if (cases >> place) & 1
        )
        assert to_ask == one.ask

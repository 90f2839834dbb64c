"""Random questions: outcomes of which every case meets one, axioms, and cases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from statuteline.model.interval import Interval
from statuteline.rules.encodings import Axiom, Outcome
from statuteline.rules.nodes import cited
from statuteline.rules.predicates import all_of, none_of, not_

from ..properties.predicates import cases, facts, predicates  # noqa: TID252 -- no package
from .every_case import Question

if TYPE_CHECKING:
    from statuteline.rules.facts import Constant


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question and some cases of it."""

    question: Question
    cases: tuple[dict[str, Constant], ...]


@st.composite
def asked(draw: st.DrawFn) -> Asked:
    """Draw a question with three outcomes, up to two axioms, and up to ten cases."""
    over = draw(facts())
    first, second = draw(predicates(over)), draw(predicates(over))
    outcomes = (
        Outcome(name="shall", when=first, means=""),
        Outcome(name="may", when=all_of(not_(first), second), means=""),
        Outcome(name="none", when=none_of(first, second), means=""),
    )
    always = draw(st.lists(predicates(over, leaves=3), max_size=2))
    question = Question(
        name="random",
        outcomes=outcomes,
        axioms=tuple(
            Axiom(
                name=f"axiom {number}",
                holds=holds,
                cited=cited("sec_1-1", "so it is"),
                days=Interval(start=date(2000, 1, 1)),
            )
            for number, holds in enumerate(always)
        ),
    )
    guards = (first, second, *always)
    some = draw(st.lists(cases(guards), min_size=1, max_size=10))
    return Asked(question=question, cases=tuple(some))

"""Laying out cases under axioms, so that axioms alone make no further cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.rules.grid import grid
from statuteline.rules.predicates import facts_of

if TYPE_CHECKING:
    from statuteline.rules.encodings import Axiom
    from statuteline.rules.grid import Grid
    from statuteline.rules.predicates import Predicate


def lay(axioms: tuple[Axiom, ...], *predicates: Predicate) -> Grid:
    """Lay out the cases that predicates tell apart, and which of them axioms allow.

    Args:
        axioms: What is always so. Facts that they alone ask for make no further cases.
        predicates: The predicates.

    Raises:
        RuleError: If the facts make more cases than a grid may have.
    """
    holding = tuple(axiom.holds for axiom in bearing(axioms, *predicates))
    return grid(*predicates, axioms=holding).of_first(len(facts_of(*predicates)))


def bearing(axioms: tuple[Axiom, ...], *predicates: Predicate) -> tuple[Axiom, ...]:
    """Find the axioms that share a fact with predicates, or with an axiom that does.

    The others rule no case out, as long as some case meets them all.
    """
    names = {fact.name for fact in facts_of(*predicates)}
    found: tuple[Axiom, ...] = ()
    while True:
        more = tuple(
            axiom
            for axiom in axioms
            if names & {fact.name for fact in facts_of(axiom.holds)}
        )
        if more == found:
            return found
        found = more
        names |= {fact.name for axiom in more for fact in facts_of(axiom.holds)}

"""z3 proves and refutes every claim over cases as the grid does, by the same axioms."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from rule_solver import Solver
from statuteline.law import law
from statuteline.rules.claimed_texts import Naming, terms_of, texts_named
from statuteline.rules.claims import AlwaysOne, Every, NeverTwo, OverCases, Result, Some
from statuteline.rules.predicates import all_of, any_of, none_of, not_
from statuteline.rules.proving import prove

if TYPE_CHECKING:
    from statuteline.rules.claims import Claim
    from statuteline.rules.predicates import Predicate

LAW = law()
OVER_CASES = [claim for claim in LAW.claims if isinstance(claim.proposition, OverCases)]


@pytest.mark.parametrize("claim", OVER_CASES, ids=lambda claim: claim.name)
def test_it_has_the_same_result_and_needs_the_same_axioms(claim: Claim) -> None:
    assert isinstance(claim.proposition, OverCases)
    naming = Naming(claim=claim, law=LAW)
    spoken, decisive = _sought(claim.proposition, naming)
    axioms = naming.axioms(texts_named(claim.proposition))
    solver = Solver([*spoken, decisive], [axiom.holds for axiom in axioms])
    proof = prove(claim, LAW)
    if proof.result is Result.EMPTY:
        assert not solver.can_be(all_of(*spoken))
        return
    assert not spoken or solver.can_be(all_of(*spoken))
    found = solver.can_be(decisive)
    assert proof.result is _result(claim.proposition, found=found)
    assert (proof.witness is not None) is found
    if proof.witness is not None:
        known = {fact.name: value for fact, value in proof.witness.facts}
        assert solver.left(known)[-1] == len(spoken)
        return
    needed = [one.axiom.holds for one in proof.needed]
    assert not Solver([decisive], needed).can_be(decisive)
    for rest in combinations(needed, len(needed) - 1) if needed else ():
        assert Solver([decisive], rest).can_be(decisive)


def _sought(
    proposition: OverCases, naming: Naming
) -> tuple[tuple[Predicate, ...], Predicate]:
    """Give what a claim speaks of, and what one case must meet to decide it."""
    texts = texts_named(proposition)
    facts = naming.facts(texts)
    terms = {term: naming.predicate(term, facts) for term in terms_of(proposition)}
    outcomes = [one.when for text in texts for one in naming.held(text).outcomes]
    match proposition:
        case Every(given=given, then=then):
            spoken = tuple(terms[term] for term in given)
            return spoken, all_of(*spoken, not_(terms[then]))
        case Some(terms=some):
            return (), all_of(*(terms[term] for term in some))
        case NeverTwo():
            return (), any_of(*(all_of(*two) for two in combinations(outcomes, 2)))
        case AlwaysOne():
            return (), none_of(*outcomes)


def _result(proposition: OverCases, *, found: bool) -> Result:
    proved = found if isinstance(proposition, Some) else not found
    return Result.PROVED if proved else Result.REFUTED

"""Proving and refuting claims, by looking at every possible case or at the data.

A claim about every case is refuted by one case, its witness. A claim that no case refutes
may owe that to axioms: then those are named without which a case would refute it, with
that case, which no law allows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from operator import and_, or_
from typing import TYPE_CHECKING

from statuteline.rules.claimed_texts import Naming, terms_of, texts_named
from statuteline.rules.claims import (
    AlwaysOne,
    Every,
    NeverTwo,
    Result,
    Some,
)
from statuteline.rules.grid import grid
from statuteline.rules.laying import bearing
from statuteline.rules.predicates import facts_of
from statuteline.rules.proving_data import prove_data
from statuteline.rules.witness import plainest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from statuteline.rules.claimed_texts import Held
    from statuteline.rules.claims import Claim, OverCases, Term, Text
    from statuteline.rules.encodings import Axiom, Law
    from statuteline.rules.facts import Constant, Fact
    from statuteline.rules.grid import Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case, and how it ends.

    Args:
        facts: The facts that the claim's texts and terms ask for, with their values.
        ends: The outcomes it meets under each text, of which there should be one.
    """

    facts: tuple[tuple[Fact, Constant], ...]
    ends: tuple[tuple[Text, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Needed:
    """An axiom without which no proof stands.

    Args:
        axiom: The axiom.
        without: A case that it alone keeps from being possible, and that would turn the
            result.
    """

    axiom: Axiom
    without: Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What became of a claim, and why.

    Args:
        claim: The claim.
        result: What became of it.
        cases: How many possible cases it speaks of; None for a claim about data.
        witness: The case that refutes it or, where it says that there is one, proves it.
        needed: The axioms it needs: a set of which none can be left out.
        found: What the data holds, in words; empty for a claim about cases.
    """

    claim: Claim
    result: Result
    cases: int | None = None
    witness: Case | None = None
    needed: tuple[Needed, ...] = ()
    found: str = ""

    @property
    def as_expected(self) -> bool:
        """Whether the result is the one that the claim expects."""
        return self.result is self.claim.expected


def prove(claim: Claim, law: Law) -> Proof:
    """Prove or refute a claim.

    Args:
        claim: The claim.
        law: The encodings and proposals that it speaks of.

    Raises:
        RuleError: If it names something that is not there, or its facts make more cases
            than a grid may have.
    """
    naming = Naming(claim=claim, law=law)
    match claim.proposition:
        case Every() | Some() | NeverTwo() | AlwaysOne() as proposition:
            return _over_cases(claim, proposition, naming)
        case data:
            holds, found = prove_data(data, naming)
            result = Result.PROVED if holds else Result.REFUTED
            return Proof(claim=claim, result=result, found=found)


def _over_cases(claim: Claim, proposition: OverCases, naming: Naming) -> Proof:
    texts = texts_named(proposition)
    held = tuple(naming.held(text) for text in texts)
    facts = naming.facts(texts)
    terms = {term: naming.predicate(term, facts) for term in terms_of(proposition)}
    asked = (*terms.values(), *(o.when for one in held for o in one.outcomes))
    axioms = bearing(naming.axioms(texts), *asked)
    laid = grid(*asked, axioms=tuple(axiom.holds for axiom in axioms))
    ground = _Ground(laid=laid, held=held, axioms=axioms, told=len(facts_of(*asked)))
    sets = {term: laid.cases(predicate) for term, predicate in terms.items()}
    ends = [[laid.cases(o.when) for o in one.outcomes] for one in held]
    spoken, turning = _spoken_and_turning(proposition, sets, ends, laid.full)
    if isinstance(proposition, Some):
        turned, unturned = Result.PROVED, Result.REFUTED
    elif spoken & laid.possible:
        turned, unturned = Result.REFUTED, Result.PROVED
    else:
        return Proof(claim=claim, result=Result.EMPTY, cases=0)
    count = ground.count(spoken)
    if turning & laid.possible:
        witness = ground.case(turning & laid.possible)
        return Proof(claim=claim, result=turned, cases=count, witness=witness)
    needed = ground.needed(turning)
    return Proof(claim=claim, result=unturned, cases=count, needed=needed)


def _spoken_and_turning(
    proposition: OverCases, sets: Mapping[Term, int], ends: list[list[int]], full: int
) -> tuple[int, int]:
    """Give the cases that a claim speaks of, and those of which one settles it alone.

    Args:
        proposition: The claim.
        sets: The cases of each of its terms.
        ends: The cases of each outcome of each of its texts.
        full: All cases.
    """
    match proposition:
        case Every(given=given, then=then):
            spoken = reduce(and_, (sets[term] for term in given), full)
            return spoken, spoken & ~sets[then]
        case Some(terms=terms):
            both = reduce(and_, (sets[term] for term in terms), full)
            return both, both
        case NeverTwo():
            return full, reduce(or_, (a & b for a, b in combinations(ends[0], 2)), 0)
        case AlwaysOne():
            return full, full & ~reduce(or_, ends[0], 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """The cases on which a claim is tried.

    Args:
        laid: All cases of the texts, the terms and the axioms.
        held: The texts.
        axioms: The axioms that bear on them.
        told: How many facts the texts and terms ask for; those come first in the grid.
    """

    laid: Grid
    held: tuple[Held, ...]
    axioms: tuple[Axiom, ...]
    told: int

    def count(self, cases: int) -> int:
        """Count the possible cases of a set that asks for nothing but what is told."""
        told = self.laid.of_first(self.told)
        return (cases & told.full & told.possible).bit_count()

    def case(self, cases: int) -> Case:
        """Tell the plainest case of a set."""
        number = plainest(self.laid, cases)
        known = self.laid.facts(number)
        return Case(
            facts=tuple(
                (axis.fact, known[axis.fact.name]) for axis in self.laid.axes[: self.told]
            ),
            ends=tuple(
                (
                    one.text,
                    tuple(
                        outcome.name
                        for outcome in one.outcomes
                        if self.laid.cases(outcome.when) >> number & 1
                    ),
                )
                for one in self.held
            ),
        )

    def needed(self, against: int) -> tuple[Needed, ...]:
        """Find axioms that keep a set impossible, none of which can be left out."""
        sets = [self.laid.cases(axiom.holds) for axiom in self.axioms]
        kept = list(range(len(sets)))
        for number in reversed(range(len(sets))):
            rest = [one for one in kept if one != number]
            if not reduce(and_, (sets[one] for one in rest), against):
                kept = rest
        found: list[Needed] = []
        for number in kept:
            left = reduce(and_, (sets[one] for one in kept if one != number), against)
            others = (one for place, one in enumerate(sets) if place != number)
            plain = reduce(and_, others, left) or left
            found.append(Needed(axiom=self.axioms[number], without=self.case(plain)))
        return tuple(found)

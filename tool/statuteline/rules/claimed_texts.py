"""The texts, outcomes, steps and facts that a claim names, found by their names."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from statuteline.errors import RuleError
from statuteline.rules.asking import facts_of_encoding
from statuteline.rules.claims import (
    AddsStep,
    AlwaysOne,
    Below,
    DueBy,
    Ends,
    Every,
    Has,
    InForce,
    KeepsStep,
    Meets,
    NeverTwo,
    Proposed,
    Recurs,
    Seated,
    SeatsAdded,
    Some,
)
from statuteline.rules.facts import Condition, Test, values_hint
from statuteline.rules.predicates import any_of, facts_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from statuteline.rules.claims import Claim, OverCases, Proposition, Term, Text
    from statuteline.rules.encodings import (
        Axiom,
        Encoding,
        Law,
        Outcome,
        Requirement,
        Version,
    )
    from statuteline.rules.facts import Constant, Fact
    from statuteline.rules.predicates import Predicate


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A text that a claim names.

    Args:
        text: How the claim names it.
        outcomes: How a case can end under it.
        requirements: Its procedure.
    """

    text: Text
    outcomes: tuple[Outcome, ...]
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A claim beside the law in which its names are looked up.

    Args:
        claim: The claim; messages name it.
        law: The encodings and proposals.
    """

    claim: Claim
    law: Law

    def encoding(self, name: str) -> Encoding:
        """Find an encoding."""
        known = {one.name: one for one in self.law.encodings}
        return known[self._known("encoding", name, known)]

    def version(self, name: str, at: date) -> Version:
        """Find an encoding's version of a day."""
        found = self.encoding(name).version_at(at)
        if found is None:
            raise RuleError(f"{name} has no version on {at}", where=self.claim.name)
        return found

    def held(self, text: Text) -> Held:
        """Find a text."""
        match text:
            case Proposed(proposal=name):
                known = {one.name: one for one in self.law.proposals}
                found = known[self._known("proposal", name, known)]
                return Held(
                    text=text,
                    outcomes=found.reading.outcomes,
                    requirements=found.requirements,
                )
            case InForce(encoding=name, at=at, reading=asked):
                version = self.version(name, at)
                readings = {one.name: one for one in version.readings}
                only = next(iter(readings), "") if len(readings) == 1 else ""
                reading = readings[self._known("reading", asked or only, readings)]
                return Held(
                    text=text,
                    outcomes=reading.outcomes,
                    requirements=version.requirements,
                )

    def axioms(self, texts: Iterable[Text]) -> tuple[Axiom, ...]:
        """Find the axioms that hold on every day that texts in force are named on."""
        named = [text for text in texts if isinstance(text, InForce)]
        days = tuple(text.at for text in named)
        found = (
            self.encoding(name).axioms_at(*days)
            for name in dict.fromkeys(text.encoding for text in named)
        )
        return tuple(dict.fromkeys(axiom for axioms in found for axiom in axioms))

    def facts(self, texts: Iterable[Text]) -> tuple[Fact, ...]:
        """List the facts that texts, or other versions of their encodings, ask for."""
        found: list[Fact] = []
        for text in texts:
            if isinstance(text, InForce):
                found += facts_of_encoding(self.encoding(text.encoding))
            else:
                held = self.held(text)
                found += facts_of(
                    *(outcome.when for outcome in held.outcomes),
                    *(step.met for step in held.requirements),
                )
        return tuple(dict.fromkeys(found))

    def requirement(self, text: Text, name: str) -> Requirement | None:
        """Find a step of a text's procedure; None where it has none of that name."""
        steps = self.held(text).requirements
        return next((step for step in steps if step.name == name), None)

    def predicate(self, term: Term, facts: tuple[Fact, ...]) -> Predicate:
        """Say a term as a predicate.

        Args:
            term: The term.
            facts: All facts that it can name.
        """
        match term:
            case Ends(text=text, outcomes=names):
                known = {one.name: one.when for one in self.held(text).outcomes}
                return any_of(*(known[self._known("outcome", n, known)] for n in names))
            case Meets(text=text, requirement=name):
                steps = {one.name: one.met for one in self.held(text).requirements}
                return steps[self._known("step of procedure", name, steps)]
            case Has(fact=name, values=values):
                return self._condition(name, Test.ONE_OF, values, facts)
            case Below(fact=name, value=value):
                return self._condition(name, Test.BELOW, (value,), facts)

    def _condition(
        self, name: str, test: Test, values: tuple[Constant, ...], facts: tuple[Fact, ...]
    ) -> Condition:
        known = {fact.name: fact for fact in facts}
        fact = known[self._known("fact", name, known)]
        for value in values:
            if not fact.admits(value):
                raise RuleError(
                    f"{name} cannot be {value!r}",
                    where=self.claim.name,
                    hint=values_hint(fact, str(value)),
                )
        return Condition(fact=fact, test=test, constants=values)

    def _known(self, kind: str, name: str, known: Iterable[str]) -> str:
        names = list(known)
        if name not in names:
            near = get_close_matches(name, names, n=1) or names
            raise RuleError(
                f"There is no {kind} {name!r} here",
                where=self.claim.name,
                hint=f"perhaps {', '.join(near)}",
            )
        return name


def encodings_named(claim: Claim) -> tuple[str, ...]:
    """List the encodings that a claim names, each once."""
    match claim.proposition:
        case Seated() | SeatsAdded() | Recurs() | DueBy() as data:
            return (data.encoding,)
        case other:
            texts = texts_named(other)
            names = (text.encoding for text in texts if isinstance(text, InForce))
            return tuple(dict.fromkeys(names))


def texts_named(proposition: Proposition) -> tuple[Text, ...]:
    """List the texts that a claim names, each once; none where it names days alone."""
    match proposition:
        case NeverTwo(text=text) | AlwaysOne(text=text):
            return (text,)
        case AddsStep(before=before, after=after) | KeepsStep(before=before, after=after):
            return before, after
        case Every() | Some():
            named = (t.text for t in terms_of(proposition) if isinstance(t, Ends | Meets))
            return tuple(dict.fromkeys(named))
        case _:
            return ()


def terms_of(proposition: OverCases) -> tuple[Term, ...]:
    """List the terms of a claim about cases, in order."""
    match proposition:
        case Every(given=given, then=then):
            return (*given, then)
        case Some(terms=terms):
            return terms
        case NeverTwo() | AlwaysOne():
            return ()

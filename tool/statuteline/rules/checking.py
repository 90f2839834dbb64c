"""Whether an encoding says one thing of every possible case, and names things once."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from statuteline.errors import RuleError
from statuteline.rules.boxes import boxes
from statuteline.rules.cell_words import value_words
from statuteline.rules.document import predicates_asked
from statuteline.rules.findings import Finding, Kind
from statuteline.rules.grid import grid
from statuteline.rules.predicates import conditions_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from statuteline.rules.encodings import Axiom, Encoding, Outcome, Reading, Version
    from statuteline.rules.facts import Fact
    from statuteline.rules.grid import Grid
    from statuteline.rules.nodes import Origin


def check(encoding: Encoding) -> tuple[Finding, ...]:
    """Check an encoding by itself; no text is asked.

    Args:
        encoding: The encoding.

    Returns:
        What is wrong with it, in the order of its versions; empty where all is well.
    """
    facts = tuple(_facts(encoding))
    return (
        *_versions(encoding),
        *facts,
        *(
            one
            for version in encoding.versions
            for one in _version(encoding, version, outcomes=not facts)
        ),
    )


def _versions(encoding: Encoding) -> Iterator[Finding]:
    for one, following in pairwise(version.days for version in encoding.versions):
        if following.start <= one.start or one.overlaps(following):
            yield Finding(
                kind=Kind.VERSIONS,
                what=f"The version of {following.start} does not stand behind that of "
                f"{one.start}",
                where=encoding.name,
                hint="give the versions in order, each ending before the next begins",
            )


def _facts(encoding: Encoding) -> Iterator[Finding]:
    """Compare facts of one name over all versions: a case is asked once for each."""
    found: dict[str, tuple[Fact, str]] = {}
    told: set[str] = set()
    for fact, origin in _facts_written(encoding):
        first, where = found.setdefault(fact.name, (fact, origin))
        if first != fact and fact.name not in told:
            told.add(fact.name)
            yield Finding(
                kind=Kind.TWO_FACTS,
                what=f"Two different facts have the name {fact.name}",
                where=origin,
                hint=f"the other one is asked at {where}; use one, or rename one",
            )


def _facts_written(encoding: Encoding) -> Iterator[tuple[Fact, str]]:
    for version in encoding.versions:
        for condition in conditions_of(*predicates_asked(encoding, version)):
            yield condition.fact, _told(condition.origin, encoding.name)
        for deadline in version.deadlines:
            for fact in deadline.facts:
                yield fact, _told(deadline.cited.origin, encoding.name)


def _version(encoding: Encoding, version: Version, *, outcomes: bool) -> Iterator[Finding]:
    """Check one version; its outcomes only where each fact is one."""
    names = [reading.name for reading in version.readings]
    yield from _twice(names, encoding.name, f"readings of {version.days.start}")
    for reading in version.readings:
        whose = f"the reading {reading.name!r} of {version.days.start}"
        called = [outcome.name for outcome in reading.outcomes]
        yield from _twice(called, encoding.name, f"outcomes of {whose}")
        for axioms in _stretches(encoding, version) if outcomes else ():
            yield from _cases(encoding, reading, axioms, whose)


def _twice(names: list[str], where: str, what: str) -> Iterator[Finding]:
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            told = f"Two {what} have the name {name!r}"
            yield Finding(kind=Kind.NAMED_TWICE, what=told, where=where)


def _stretches(encoding: Encoding, version: Version) -> Iterator[tuple[Axiom, ...]]:
    """Give the axioms of each stretch of a version in which the same ones hold."""
    edges: set[date] = {version.days.start}
    for axiom in encoding.axioms:
        edges |= {axiom.days.start} | ({axiom.days.end} if axiom.days.end else set())
    starts = sorted(day for day in edges if day in version.days)
    yield from dict.fromkeys(encoding.axioms_at(day) for day in starts)


def _cases(
    encoding: Encoding, reading: Reading, axioms: tuple[Axiom, ...], whose: str
) -> Iterator[Finding]:
    """Look at every possible case: each must meet one outcome."""
    guards = [outcome.when for outcome in reading.outcomes]
    try:
        laid = grid(*guards, axioms=tuple(axiom.holds for axiom in axioms))
    except RuleError as error:
        yield Finding(
            kind=Kind.TOO_MANY_CASES,
            what=error.what,
            where=error.where or encoding.name,
            hint=error.hint,
        )
        return
    met = tuple(
        (outcome, laid.cases(outcome.when) & laid.possible) for outcome in reading.outcomes
    )
    where = _written(reading.outcomes, encoding)
    if not laid.possible:
        told = ", ".join(axiom.name for axiom in axioms)
        yield Finding(
            kind=Kind.CONTRADICTION, what=f"No case is possible under: {told}", where=where
        )
        return
    for (one, its), (other, others) in combinations(met, 2):
        if its & others:
            yield Finding(
                kind=Kind.OVERLAP,
                what=f"In {whose} both {one.name!r} and {other.name!r} are met: "
                f"{_witness(laid, its & others)}",
                where=_written((one, other), encoding),
                hint="let one outcome ask that the other is not met",
            )
    left = laid.possible
    for _, its in met:
        left &= ~its
    if left:
        yield Finding(
            kind=Kind.GAP,
            what=f"In {whose} no outcome is met: {_witness(laid, left)}",
            where=where,
            hint="let the last outcome ask for none of the others",
        )
    for outcome, its in met:
        if not its:
            yield Finding(
                kind=Kind.NEVER,
                what=f"In {whose} no possible case ends with {outcome.name!r}",
                where=_written((outcome,), encoding),
            )


def _witness(laid: Grid, cases: int) -> str:
    """Tell one case of a set, by the facts that matter for it."""
    box, *_ = boxes(laid, cases)
    inside = box.cases(laid) & cases
    facts = laid.facts((inside & -inside).bit_length() - 1)
    asked = (side.axis.fact for side in box.sides)
    told = (f"{fact.words}: {value_words(fact, facts[fact.name])}" for fact in asked)
    return ", ".join(told) or "in every possible case"


def _written(outcomes: Iterable[Outcome], encoding: Encoding) -> str:
    places = (_told(outcome.when.origin, encoding.name) for outcome in outcomes)
    return ", ".join(dict.fromkeys(places)) or encoding.name


def _told(origin: Origin | None, otherwise: str) -> str:
    return str(origin) if origin is not None else otherwise

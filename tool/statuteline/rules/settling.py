"""What the facts settle, whatever is unknown, and what is still to be asked: exactly.

The tree of :mod:`statuteline.rules.explaining` takes the facts clause by clause. Here all
cases that the facts and the axioms leave are looked at together, so that an answer is
settled as soon as it is the same in all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import combinations
from operator import and_
from typing import TYPE_CHECKING

from statuteline.rules.explaining import Verdict
from statuteline.rules.grid import grid
from statuteline.rules.predicates import not_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.rules.encodings import Axiom, Outcome
    from statuteline.rules.facts import Fact, Facts
    from statuteline.rules.grid import Grid
    from statuteline.rules.predicates import Predicate


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What the facts of a case settle.

    Args:
        possible: The answers that some case still has, in their order. None is left of
            an impossible record.
        ask: The facts that settle the answer once they are known, and none that could
            be done without; in statute order. Empty when it is settled.
    """

    possible: tuple[str, ...]
    ask: tuple[Fact, ...]

    @property
    def settled(self) -> str | None:
        """The answer, where it is the same whatever the unknown facts are."""
        return self.possible[0] if len(self.possible) == 1 else None

    @property
    def impossible(self) -> bool:
        """Whether no case can have these facts: the record contradicts an axiom."""
        return not self.possible


def settle(
    outcomes: tuple[Outcome, ...], facts: Facts, axioms: tuple[Axiom, ...]
) -> Settlement:
    """Find the outcomes that are still possible, and the facts that decide among them.

    Args:
        outcomes: Of which every possible case meets exactly one.
        facts: What is known, by name, each a value that its fact admits; a fact that is
            absent is unknown.
        axioms: What is always so.

    Raises:
        RuleError: If the facts make more cases than a grid may have.
    """
    names = tuple(outcome.name for outcome in outcomes)
    return _settle(names, tuple(outcome.when for outcome in outcomes), facts, axioms)


def settle_one(predicate: Predicate, facts: Facts, axioms: tuple[Axiom, ...]) -> Settlement:
    """Find whether a predicate is met whatever the unknown facts are.

    Args:
        predicate: The predicate.
        facts: As for :func:`settle`.
        axioms: What is always so.

    Returns:
        A settlement between the values of ``Verdict.MET`` and ``Verdict.NOT_MET``.

    Raises:
        RuleError: If the facts make more cases than a grid may have.
    """
    names = (Verdict.MET.value, Verdict.NOT_MET.value)
    return _settle(names, (predicate, not_(predicate)), facts, axioms)


def forbidding(facts: Facts, axioms: tuple[Axiom, ...]) -> tuple[Axiom, ...]:
    """Find why a record is impossible.

    Args:
        facts: As for :func:`settle`.
        axioms: What is always so.

    Returns:
        A smallest set of axioms that no case with these facts meets; empty where the
        record is possible.
    """
    laid = grid(*(axiom.holds for axiom in axioms))
    known = laid.known(facts)
    sets = [laid.cases(axiom.holds) for axiom in axioms]
    if reduce(and_, sets, known):
        return ()
    return next(
        tuple(axioms[number] for number in chosen)
        for count in range(1, len(axioms) + 1)
        for chosen in combinations(range(len(axioms)), count)
        if not reduce(and_, (sets[number] for number in chosen), known)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Laid:
    grid: Grid
    answers: tuple[int, ...]


@lru_cache(maxsize=64)
def _lay(guards: tuple[Predicate, ...], axioms: tuple[Predicate, ...]) -> _Laid:
    laid = grid(*guards, axioms=axioms)
    return _Laid(
        grid=laid, answers=tuple(laid.possible & laid.cases(guard) for guard in guards)
    )


def _settle(
    names: tuple[str, ...],
    guards: tuple[Predicate, ...],
    facts: Facts,
    axioms: tuple[Axiom, ...],
) -> Settlement:
    laid = _lay(guards, tuple(axiom.holds for axiom in axioms))
    known = laid.grid.known(facts)
    left = tuple(known & cases for cases in laid.answers)
    possible = tuple(name for name, cases in zip(names, left, strict=True) if cases)
    ask = tuple(_ask(laid.grid, left, facts)) if len(possible) > 1 else ()
    return Settlement(possible=possible, ask=ask)


def _ask(laid: Grid, left: tuple[int, ...], facts: Facts) -> Iterator[Fact]:
    """Find the facts that tell cases of different answers apart.

    A fact can be done without if no two cases that are left, have different answers and
    agree in all facts still asked differ in it alone. Where facts are independent this is
    Boolean difference. Where axioms tie two facts together, either alone may do: the
    later one is then left out, never both.
    """
    needed: list[Fact] = []
    for axis in reversed(laid.axes):
        if axis.fact.name in facts:
            continue
        without = tuple(laid.whatever(axis, cases) for cases in left)
        if _apart(without):
            left = without
        else:
            needed.append(axis.fact)
    yield from reversed(needed)


def _apart(sets: tuple[int, ...]) -> bool:
    seen = 0
    for cases in sets:
        if seen & cases:
            return False
        seen |= cases
    return True

"""The fewest cases that tell predicates from every mutant of them: those to be signed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import reduce
from itertools import combinations
from operator import and_, or_
from typing import TYPE_CHECKING

from statuteline.rules.covering import cover
from statuteline.rules.grid import grid, numbers
from statuteline.rules.laying import bearing
from statuteline.rules.mutations import mutants

if TYPE_CHECKING:
    from statuteline.rules.encodings import Axiom
    from statuteline.rules.facts import Constant, Fact
    from statuteline.rules.grid import Axis, Grid
    from statuteline.rules.mutations import Mutant
    from statuteline.rules.predicates import Predicate


class Asked(Enum):
    """What a case answers about some predicates."""

    FIRST_MET = "the first that is met"
    EACH = "each of them"


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingCase:
    """A case that tells mutants from the predicates as they are.

    Args:
        facts: The facts and their values, in the order in which they are asked. Those
            left out make no difference to the answer, nor to which mutants differ.
        met: For each predicate, whether it is the answer, or a part of it.
        kills: The mutants that answer otherwise, by place.
    """

    facts: tuple[tuple[Fact, Constant], ...]
    met: tuple[bool, ...]
    kills: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Equivalent:
    """A mutant that answers every possible case as the predicates do.

    Args:
        mutant: Its place.
        axioms: A smallest set of axioms that makes it so; empty where it is so without
            any.
        order: Whether it is so only because the first answer that is met counts: it
            differs in a predicate behind that one.
    """

    mutant: int
    axioms: tuple[Axiom, ...]
    order: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Killing:
    """The mutants of some predicates, and cases that kill all that can be killed.

    Args:
        mutants: All mutants.
        cases: As few cases as were found, those of the first predicate first.
        smallest: Whether it is proved that fewer would not do.
        equivalent: The mutants that no possible case kills.
    """

    mutants: tuple[Mutant, ...]
    cases: tuple[TellingCase, ...]
    smallest: bool
    equivalent: tuple[Equivalent, ...]

    @property
    def killed(self) -> int:
        """How many mutants the cases kill: all that are not equivalent."""
        return len(self.mutants) - len(self.equivalent)


def fewest_cases(
    predicates: tuple[Predicate, ...], axioms: tuple[Axiom, ...], asked: Asked
) -> Killing:
    """Find the fewest possible cases that tell predicates from all their mutants.

    Args:
        predicates: The guards of outcomes, in order, or what requirements ask.
        axioms: What is always so.
        asked: Whether a case answers which guard is met first, or which requirements
            are met.

    Returns:
        The cases, by facts, and the mutants that no case tells apart. The same for the
        same predicates.

    Raises:
        RuleError: If predicates and mutants tell more cases apart than a grid may have.
    """
    wrong = mutants(*predicates)
    every = (one for mutant in wrong for one in mutant.predicates)
    near = bearing(axioms, *predicates)
    laid = grid(*predicates, *every, axioms=tuple(axiom.holds for axiom in near))
    right = _answers(laid, predicates, asked)
    differing = tuple(
        _differing(right, _answers(laid, mutant.predicates, asked)) for mutant in wrong
    )
    equivalent = (n for n, differs in enumerate(differing) if not differs & laid.possible)
    kinds = _by_what_they_kill(laid.possible, differing)
    chosen = cover([kills for kills, _ in kinds])
    cases = [kinds[place][1].bit_length() - 1 for place in chosen.chosen]
    told = [_told(laid, case, right, differing) for case in cases]
    told.sort(key=lambda case: tuple(not met for met in case.met))
    return Killing(
        mutants=wrong,
        cases=tuple(told),
        smallest=chosen.smallest,
        equivalent=tuple(
            Equivalent(
                mutant=place,
                axioms=_why(laid, differing[place], near),
                order=_apart(laid, predicates, wrong[place].predicates),
            )
            for place in equivalent
        ),
    )


def _answers(
    laid: Grid, predicates: tuple[Predicate, ...], asked: Asked
) -> tuple[int, ...]:
    sets = tuple(laid.cases(predicate) for predicate in predicates)
    if asked is Asked.EACH:
        return sets
    earlier, answers = 0, []
    for cases in sets:
        answers.append(cases & ~earlier)
        earlier |= cases
    return tuple(answers)


def _differing(right: tuple[int, ...], wrong: tuple[int, ...]) -> int:
    return reduce(or_, (one ^ other for one, other in zip(right, wrong, strict=True)))


def _apart(
    laid: Grid, predicates: tuple[Predicate, ...], others: tuple[Predicate, ...]
) -> bool:
    """Tell whether some possible case meets one of the predicates and not its mutant."""
    each = _answers(laid, predicates, Asked.EACH)
    return bool(_differing(each, _answers(laid, others, Asked.EACH)) & laid.possible)


def _by_what_they_kill(possible: int, differing: tuple[int, ...]) -> list[tuple[int, int]]:
    """Group the possible cases by the mutants they kill.

    Returns:
        For each group, the mutants as bits and the cases as bits; the group with the
        first case first.
    """
    groups = [(0, possible)]
    for place, differs in enumerate(differing):
        halves = (
            half
            for kills, cases in groups
            for half in (
                (kills | 1 << place, cases & differs),
                (kills, cases & ~differs),
            )
        )
        groups = [(kills, cases) for kills, cases in halves if cases]
    return sorted(groups, key=lambda group: next(numbers(group[1])))


def _told(
    laid: Grid, case: int, right: tuple[int, ...], differing: tuple[int, ...]
) -> TellingCase:
    """Tell a case in facts, without those that make no difference to it."""
    here = 1 << case
    alike = (one if one & here else laid.full & ~one for one in (*right, *differing))
    same = reduce(and_, alike, laid.full)
    left = here
    kept: list[Axis] = []
    for axis in reversed(laid.axes):
        wider = laid.whatever(axis, left)
        if wider & ~same:
            kept.append(axis)
        else:
            left = wider
    values = laid.facts(case)
    return TellingCase(
        facts=tuple((axis.fact, values[axis.fact.name]) for axis in reversed(kept)),
        met=tuple(bool(one & here) for one in right),
        kills=tuple(place for place, one in enumerate(differing) if one & here),
    )


def _why(laid: Grid, differs: int, axioms: tuple[Axiom, ...]) -> tuple[Axiom, ...]:
    """Find a smallest set of axioms that no case meets on which a mutant differs."""
    sets = [(axiom, laid.cases(axiom.holds)) for axiom in axioms]
    return next(
        tuple(axiom for axiom, _ in some)
        for count in range(len(sets) + 1)
        for some in combinations(sets, count)
        if not reduce(and_, (cases for _, cases in some), differs)
    )

"""Every record that some predicates can tell apart, as bits of one big number.

A record is a case of which facts may be unknown: each axis of the grid gets one more cell,
behind the others, for that. What :func:`statuteline.rules.settling.settle` finds for one
record is found here for all at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Final

from statuteline.rules.facts import Condition
from statuteline.rules.grid import Axis, Cell, Grid, grid
from statuteline.rules.predicates import AllOf, AnyOf, AtLeast, Define, NoneOf, Not, When

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statuteline.rules.predicates import Predicate

RECORDS_LIMIT: Final = 1 << 22
"""The most records of one decision: half a megabyte a set."""

_UNKNOWN: Final = Cell(example=False)  # holds no value: nothing asks for its example


@dataclass(frozen=True, slots=True, kw_only=True)
class Rails:
    """The records in which a predicate is met, and those in which it is not.

    In all others it is unknown, clause by clause, as
    :func:`statuteline.rules.kleene.truth` tells.

    Args:
        met: A set of records.
        not_met: Another one, apart from it.
    """

    met: int
    not_met: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """All records, possible or not.

    Args:
        grid: A grid of which each axis ends in the cell of what is unknown.
    """

    grid: Grid

    def unknown(self, axis: Axis) -> int:
        """Find the records in which a fact is unknown."""
        return self.grid.cell(axis, len(axis.cells) - 1)

    def open(self, cases: int) -> int:
        """Find the records that leave one of some cases open.

        Args:
            cases: Records in which nothing is unknown.
        """
        for axis in self.grid.axes:
            known = range(len(axis.cells) - 1)
            cases |= joined(self.grid, axis, cases, known) << known.stop * axis.stride
        return cases

    def rails(self, predicate: Predicate) -> Rails:  # noqa: PLR0911 - one a kind of node
        """Find where a predicate is met and where it is not, clause by clause.

        Args:
            predicate: One over facts and constants of these records.
        """
        match predicate:
            case Condition():
                return self._condition(predicate)
            case AllOf(parts=parts):
                return self._reached(parts, len(parts))
            case AnyOf(parts=parts):
                return self._reached(parts, 1)
            case NoneOf(parts=parts):
                return _opposite(self._reached(parts, 1))
            case AtLeast(count=count, parts=parts):
                return self._reached(parts, count)
            case Not(part=part):
                return _opposite(self.rails(part))
            case When(condition=condition, then=then):
                first, second = _opposite(self.rails(condition)), self.rails(then)
                return Rails(
                    met=first.met | second.met, not_met=first.not_met & second.not_met
                )
            case Define(part=part):
                return self.rails(part)

    def _condition(self, condition: Condition) -> Rails:
        axis = next(a for a in self.grid.axes if a.fact == condition.fact)
        met = not_met = 0
        for number, cell in enumerate(axis.cells[:-1]):
            if condition.holds(cell.example):
                met |= self.grid.cell(axis, number)
            else:
                not_met |= self.grid.cell(axis, number)
        return Rails(met=met, not_met=not_met)

    def _reached(self, parts: tuple[Predicate, ...], count: int) -> Rails:
        rails = tuple(map(self.rails, parts))
        return Rails(
            met=self._counted(tuple(one.met for one in rails), count),
            not_met=self._counted(
                tuple(one.not_met for one in rails), len(parts) - count + 1
            ),
        )

    def _counted(self, sets: tuple[int, ...], count: int) -> int:
        reached = [self.grid.full, *(0 for _ in range(count))]
        for records in sets:
            for number in range(count, 0, -1):
                reached[number] |= reached[number - 1] & records
        return reached[count]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What every record settles.

    Args:
        answers: For each answer the records that settle it.
        impossible: The records that no possible case has.
        undetermined: All others.
    """

    answers: tuple[int, ...]
    impossible: int
    undetermined: int


def records(guards: tuple[Predicate, ...], axioms: tuple[Predicate, ...]) -> Records | None:
    """Lay out every record of a decision.

    Args:
        guards: The predicates that are asked.
        axioms: What is always so.

    Returns:
        The records; None where there would be more than ``RECORDS_LIMIT``.

    Raises:
        RuleError: If two facts share a name, or there are too many cases for a grid.
    """
    axes: list[Axis] = []
    size = 1
    for axis in grid(*guards, *axioms).axes:
        axes.append(Axis(fact=axis.fact, cells=(*axis.cells, _UNKNOWN), stride=size))
        size *= len(axis.cells) + 1
    if size > RECORDS_LIMIT:
        return None
    return Records(grid=Grid(axes=tuple(axes), size=size, possible=(1 << size) - 1))


def settled(
    laid: Records, guards: tuple[Predicate, ...], axioms: tuple[Predicate, ...]
) -> Settled:
    """Find what every record settles.

    Args:
        laid: The records of the same guards and axioms.
        guards: When each answer is given.
        axioms: What is always so.
    """
    unknown = reduce(or_, map(laid.unknown, laid.grid.axes), 0)
    cases = reduce(
        and_, (laid.rails(axiom).met for axiom in axioms), laid.grid.full & ~unknown
    )
    possible = tuple(laid.open(cases & laid.rails(guard).met) for guard in guards)
    once = several = 0
    for records_of_one in possible:
        several |= once & records_of_one
        once |= records_of_one
    return Settled(
        answers=tuple(one & ~several for one in possible),
        impossible=laid.grid.full & ~once,
        undetermined=several,
    )


def joined(laid: Grid, axis: Axis, places: int, cells: Iterable[int]) -> int:
    """Find where a set has one of some cells of an axis, told in the first cell."""
    return reduce(
        or_,
        ((places & laid.cell(axis, number)) >> number * axis.stride for number in cells),
        0,
    )


def _opposite(rails: Rails) -> Rails:
    return Rails(met=rails.not_met, not_met=rails.met)

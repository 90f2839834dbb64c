"""Every case that some predicates can tell apart, as bits of one big number.

Each fact falls into cells: values that no condition separates. A case takes one cell of
each fact, and a set of cases is a whole number with one bit a case, so that predicates
are joined by ``&``, ``|`` and ``~`` over all cases at once. It is exact, since a fact is
only ever compared with constants.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache, reduce
from operator import and_, or_
from typing import TYPE_CHECKING

from statuteline.errors import RuleError
from statuteline.rules.facts import Choice, Condition, Day, Test, YesNo
from statuteline.rules.predicates import (
    AllOf,
    AnyOf,
    AtLeast,
    Define,
    NoneOf,
    Not,
    When,
    conditions_of,
    facts_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.rules.facts import Constant, Fact, Facts
    from statuteline.rules.predicates import Predicate

LIMIT = 1 << 22
"""The most cases a grid may have: half a megabyte a set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Values of one fact that no condition separates.

    Args:
        example: One of them.
        values: All of them, for a fact that has few; empty for a range.
        low: The least of a range; None where it has no least.
        high: The greatest of a range; None where it has no greatest.
    """

    example: Constant
    values: tuple[Constant, ...] = ()
    low: Constant | None = None
    high: Constant | None = None

    def holds(self, value: Constant) -> bool:
        """Tell whether a value of the fact lies in the cell."""
        if self.values:
            return value in self.values
        above = self.low is None or value >= self.low  # type: ignore[operator]  # of one kind
        return above and (self.high is None or value <= self.high)  # type: ignore[operator]


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One fact, cut into cells.

    Args:
        fact: The fact.
        cells: Its cells, in the order of the choices or of the numbers.
        stride: How many cases lie between one cell and the next.
    """

    fact: Fact
    cells: tuple[Cell, ...]
    stride: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """All cases, and which of them the axioms allow.

    Args:
        axes: The facts, in the order in which they are first asked.
        size: The number of cases, possible or not.
        possible: The cases that the axioms allow, one bit a case.
    """

    axes: tuple[Axis, ...]
    size: int
    possible: int

    @property
    def full(self) -> int:
        """All cases."""
        return (1 << self.size) - 1

    def cases(self, predicate: Predicate) -> int:  # noqa: PLR0911 - one a kind of node
        """Find the cases that meet a predicate, possible or not.

        Args:
            predicate: One over facts and constants of this grid.

        Raises:
            RuleError: If it separates values that the grid does not.
        """
        match predicate:
            case Condition():
                return self._meeting(predicate)
            case AllOf(parts=parts):
                return reduce(and_, map(self.cases, parts))
            case AnyOf(parts=parts):
                return reduce(or_, map(self.cases, parts))
            case NoneOf(parts=parts):
                return self.full & ~reduce(or_, map(self.cases, parts))
            case AtLeast(count=count, parts=parts):
                return self._counted(count, tuple(map(self.cases, parts)))
            case Not(part=part):
                return self.full & ~self.cases(part)
            case When(condition=condition, then=then):
                return (self.full & ~self.cases(condition)) | self.cases(then)
            case Define(part=part):
                return self.cases(part)

    def known(self, facts: Facts) -> int:
        """Find the cases that what is known leaves open, possible or not.

        Args:
            facts: Known values by name; names that the grid does not ask are ignored.
        """
        found = self.full
        for axis in self.axes:
            value = facts.get(axis.fact.name)
            if value is not None:
                found &= self.cell(
                    axis, next(k for k, c in enumerate(axis.cells) if c.holds(value))
                )
        return found

    def cell(self, axis: Axis, number: int) -> int:
        """Find the cases in one cell of an axis."""
        return _cell(self.size, axis.stride, len(axis.cells), number)

    def whatever(self, axis: Axis, cases: int) -> int:
        """Widen a set to all cases that differ from one of it in one fact alone.

        Args:
            axis: The fact.
            cases: The set.
        """
        cells = range(len(axis.cells))
        first = reduce(
            or_, ((cases & self.cell(axis, k)) >> (k * axis.stride) for k in cells)
        )
        return reduce(or_, (first << (k * axis.stride) for k in cells))

    def facts(self, case: int) -> dict[str, Constant]:
        """Give one case in facts: an example of each of its cells.

        Args:
            case: The number of the case: the place of its bit.
        """
        return {
            axis.fact.name: axis.cells[case // axis.stride % len(axis.cells)].example
            for axis in self.axes
        }

    def of_first(self, count: int) -> Grid:
        """Forget all facts but the first ones.

        Args:
            count: How many of the facts are kept.

        Returns:
            The grid of these. A case is possible if it was with some values of the others.
        """
        possible = self.possible
        for axis in reversed(self.axes[count:]):
            kept = (1 << axis.stride) - 1
            places = (number * axis.stride for number in range(len(axis.cells)))
            possible = reduce(or_, (possible >> place & kept for place in places))
        size = self.axes[count].stride if count < len(self.axes) else self.size
        return Grid(axes=self.axes[:count], size=size, possible=possible)

    def _meeting(self, condition: Condition) -> int:
        axis = next((a for a in self.axes if a.fact == condition.fact), None)
        if axis is None:
            raise RuleError(
                f"Nothing is known of a fact {condition.fact.name} here",
                where=str(condition.origin or ""),
            )
        return reduce(
            or_,
            (
                self.cell(axis, number)
                for number, cell in enumerate(axis.cells)
                if condition.holds(cell.example)
            ),
            0,
        )

    def _counted(self, count: int, sets: tuple[int, ...]) -> int:
        """Find the cases that lie in at least so many of the sets."""
        reached = [self.full, *(0 for _ in range(count))]
        for cases in sets:
            for number in range(count, 0, -1):
                reached[number] |= reached[number - 1] & cases
        return reached[count]


@lru_cache(maxsize=64)  # the cells of the widest grid there may be: 32 megabytes
def _cell(size: int, stride: int, count: int, number: int) -> int:
    """Find the cases in one of some cells, each so many cases long."""
    width = stride * count
    cases = ((1 << stride) - 1) << (number * stride)
    while width < size:  # doubling: no product or quotient of great numbers
        cases |= cases << width
        width *= 2
    return cases & ((1 << size) - 1)


def grid(*predicates: Predicate, axioms: tuple[Predicate, ...] = ()) -> Grid:
    """Lay out every case that predicates and axioms can tell apart.

    Args:
        predicates: The predicates that will be asked.
        axioms: What is always so: cases that break one are impossible.

    Raises:
        RuleError: If two facts share a name, or there are more than ``LIMIT`` cases.
    """
    conditions = conditions_of(*predicates, *axioms)
    axes: list[Axis] = []
    size = 1
    for fact in facts_of(*predicates, *axioms):
        cells = tuple(_cells(fact, tuple(c for c in conditions if c.fact == fact)))
        axes.append(Axis(fact=fact, cells=cells, stride=size))
        size *= len(cells)
    if size > LIMIT:
        raise RuleError(
            f"The facts make {size} cases, more than {LIMIT}",
            where=str(predicates[0].origin or "") if predicates else "",
            hint="decide in two decisions what need not be decided in one",
        )
    whole = Grid(axes=tuple(axes), size=size, possible=(1 << size) - 1)
    possible = reduce(and_, map(whole.cases, axioms), whole.full)
    return Grid(axes=whole.axes, size=size, possible=possible)


def numbers(cases: int) -> Iterator[int]:
    """List the numbers of the cases in a set, rising."""
    while cases:
        lowest = cases & -cases
        yield lowest.bit_length() - 1
        cases ^= lowest


def _cells(fact: Fact, conditions: tuple[Condition, ...]) -> Iterator[Cell]:
    match fact:
        case YesNo():
            yield Cell(example=False, values=(False,))
            yield Cell(example=True, values=(True,))
        case Choice(values=values):
            groups: dict[tuple[bool, ...], list[str]] = {}
            for value in values:
                groups.setdefault(tuple(c.holds(value) for c in conditions), []).append(
                    value
                )
            for group in groups.values():
                yield Cell(example=group[0], values=tuple(group))
        case _:
            yield from _ranges(fact, conditions)


def _ranges(fact: Fact, conditions: tuple[Condition, ...]) -> Iterator[Cell]:
    """Cut a line of numbers or days where a condition begins or ceases to hold."""
    starts: set[int] = set()
    for condition in conditions:
        for constant in condition.constants:
            place = constant.toordinal() if isinstance(constant, date) else int(constant)
            if condition.test in {Test.IS, Test.ONE_OF}:
                starts |= {place, place + 1}
            elif condition.test in {Test.AT_LEAST, Test.BELOW}:
                starts.add(place)
            else:
                starts.add(place + 1)
    first = date.min.toordinal() if isinstance(fact, Day) else 0
    edges = sorted(start for start in starts if start > first)
    lows = [first, *edges]
    highs = [*(edge - 1 for edge in edges), None]
    for number, (low, high) in enumerate(zip(lows, highs, strict=True)):
        bottom = None if number == 0 and isinstance(fact, Day) else _value(fact, low)
        top = None if high is None else _value(fact, high)
        example = _value(fact, low) if bottom is not None else (top or date.max)
        yield Cell(example=example, low=bottom, high=top)


def _value(fact: Fact, place: int) -> Constant:
    return date.min + timedelta(days=place - 1) if isinstance(fact, Day) else place

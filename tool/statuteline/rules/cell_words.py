"""Cells of a fact and boxes of cases in plain English."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from statuteline.model.days import day_in_words
from statuteline.rules.facts import Choice, Day, Money, Whole, YesNo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.rules.boxes import Box
    from statuteline.rules.facts import Constant, Fact
    from statuteline.rules.grid import Axis, Cell

_FEW = 2
"""A choice is told by what it is not where more values than these are left."""


def box_words(box: Box) -> tuple[str, ...]:
    """Say what a box asks, one line a fact; nothing for a box that asks nothing."""
    return tuple(cells_words(side.axis, side.cells) for side in box.sides)


def cells_words(axis: Axis, cells: tuple[int, ...]) -> str:
    """Say that a fact lies in some of its cells: ``prison term is at most 10 years``.

    Args:
        axis: The fact, cut into cells.
        cells: The numbers of the cells, rising: some, and not all.
    """
    joint = ":" if isinstance(axis.fact, YesNo) else " is"
    return f"{axis.fact.words}{joint} {allowed_words(axis, cells)}"


def allowed_words(axis: Axis, cells: tuple[int, ...]) -> str:
    """Say what some cells of a fact allow, without its name: ``at most 10 years``.

    Args:
        axis: The fact, cut into cells.
        cells: The numbers of the cells, rising: some, and not all.
    """
    fact = axis.fact
    if isinstance(fact, YesNo):
        return "yes" if axis.cells[cells[0]].example is True else "no"
    if isinstance(fact, Choice):
        inside = {value for number in cells for value in axis.cells[number].values}
        return _choice(fact, inside)
    told = (_span_words(fact, low, high) for low, high in spans(axis.cells, cells))
    return either(told)


def either(words: Iterable[str]) -> str:
    """Join words as a list of which one is meant: ``a, b or c``."""
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last


def value_words(fact: Fact, value: Constant) -> str:
    """Say a value of a fact: ``yes``, ``10 years``, ``$20.00``, ``1 October 2021``."""
    match fact:
        case YesNo():
            return "yes" if value is True else "no"
        case Money():
            return f"${int(value) // 100:,}.{int(value) % 100:02}"  # type: ignore[arg-type]
        case Whole(unit=unit):
            return f"{value} {unit.removesuffix('s') if value == 1 else unit}"
        case Day():
            return day_in_words(value)  # type: ignore[arg-type]  # the fact admits days alone
        case _:
            return str(value)


def _choice(fact: Choice, inside: set[Constant]) -> str:
    named = [value for value in fact.values if value in inside]
    others = [value for value in fact.values if value not in inside]
    if len(others) == 1 and len(named) > _FEW:
        return f"not {others[0]}"
    return either(named)


def spans(
    cells: tuple[Cell, ...], numbers: tuple[int, ...]
) -> Iterator[tuple[Constant | None, Constant | None]]:
    """Join cells of numbers or days that follow each other.

    Args:
        cells: All cells of the fact.
        numbers: The numbers of some, rising.

    Yields:
        The least and the greatest value of each span; None where it has none.
    """
    first = numbers[0]
    for number, following in zip(numbers, (*numbers[1:], None), strict=True):
        if following != number + 1:
            yield cells[first].low, cells[number].high
            if following is not None:
                first = following


def _span_words(fact: Fact, low: Constant | None, high: Constant | None) -> str:
    match fact, low, high:
        case Day(), None, date() as last:
            return f"before {day_in_words(last + timedelta(days=1))}"
        case Day(), date() as first, None:
            return f"{day_in_words(first)} or after"
        case _, int() as least, None:
            return f"at least {value_words(fact, least)}"
        case _, (int() | date()) as first, (int() | date()) as last if first == last:
            return value_words(fact, first)
        case _, 0, int() as most:
            return f"at most {value_words(fact, most)}"
        case _, (int() | date()) as first, (int() | date()) as last:
            return f"{value_words(fact, first)} to {value_words(fact, last)}"
        case _:
            raise TypeError(type(fact))

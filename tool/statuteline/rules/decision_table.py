"""A reading as a decision table: few rows that cover every possible case exactly."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING

from statuteline.errors import RuleError
from statuteline.rules.boxes import boxes
from statuteline.rules.grid import grid

if TYPE_CHECKING:
    from statuteline.rules.boxes import Box
    from statuteline.rules.encodings import Axiom, Outcome, Reading
    from statuteline.rules.grid import Axis, Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Conditions under which a case has an outcome.

    Args:
        box: What each fact must be; a fact without a side may be anything.
        outcome: The outcome.
    """

    box: Box
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionTable:
    """A reading as rows.

    Args:
        axes: The facts that some row asks for, in the order in which they are written.
        rows: The rows, those of the first outcome first. Every possible case lies in
            some row, and never in rows of two outcomes.
        axioms: What the rows rest on: without it they would decide some case wrongly.
    """

    axes: tuple[Axis, ...]
    rows: tuple[Row, ...]
    axioms: tuple[Axiom, ...]


def decision_table(reading: Reading, axioms: tuple[Axiom, ...]) -> DecisionTable:
    """Lay out a reading as a decision table.

    Args:
        reading: The reading.
        axioms: The axioms of the day.

    Raises:
        RuleError: If a possible case meets two outcomes, or none, or if there are too
            many cases to look at.
    """
    guards = tuple(outcome.when for outcome in reading.outcomes)
    laid = grid(*guards, axioms=tuple(axiom.holds for axiom in axioms))
    rows: list[Row] = []
    left = laid.possible
    for outcome in reading.outcomes:
        cases = laid.cases(outcome.when) & laid.possible
        if cases & ~left:
            raise RuleError(
                f"Two outcomes of the reading {reading.name!r} are met by one case",
                where=str(outcome.when.origin or ""),
            )
        left &= ~cases
        rows += (Row(box=box, outcome=outcome) for box in boxes(laid, cases))
    if left:
        raise RuleError(
            f"No outcome of the reading {reading.name!r} is met by some case",
            where=str(guards[-1].origin or ""),
        )
    asked = {side.axis.fact.name for row in rows for side in row.box.sides}
    return DecisionTable(
        axes=tuple(axis for axis in laid.axes if axis.fact.name in asked),
        rows=tuple(rows),
        axioms=_needed(laid, tuple(rows), axioms),
    )


def _needed(
    laid: Grid, rows: tuple[Row, ...], axioms: tuple[Axiom, ...]
) -> tuple[Axiom, ...]:
    """Leave out each axiom without which the rows still decide every case rightly."""
    wrong = 0
    for row in rows:
        wrong |= row.box.cases(laid) & ~laid.cases(row.outcome.when)
    covered = reduce(or_, (row.box.cases(laid) for row in rows), 0)
    wrong |= laid.full & ~covered
    kept = list(axioms)
    for axiom in axioms:
        others = [one for one in kept if one is not axiom]
        if not wrong & reduce(and_, (laid.cases(one.holds) for one in others), laid.full):
            kept = others
    return tuple(kept)

"""Every question that the shipped encodings answer, and every case it can be asked of.

A case gives each fact one of the values that the rules tell apart, or leaves it unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import prod
from typing import TYPE_CHECKING

import pytest

from statuteline.law import encodings
from statuteline.rules.encodings import Outcome
from statuteline.rules.grid import grid
from statuteline.rules.kleene import truth
from statuteline.rules.predicates import not_
from statuteline.rules.settling import settle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.rules.encodings import Axiom, Encoding, Version
    from statuteline.rules.facts import Constant, Facts
    from statuteline.rules.grid import Cell
    from statuteline.rules.predicates import Predicate

MANY = 4_000
"""The most cases of a question that is asked in every run of the tests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a reading or a step of the procedure asks of a case.

    Args:
        name: Encoding, first day, and reading or requirement.
        outcomes: How it can end.
        axioms: What is always so.
    """

    name: str
    outcomes: tuple[Outcome, ...]
    axioms: tuple[Axiom, ...] = ()

    def values(self) -> dict[str, tuple[Constant | None, ...]]:
        """Give for each fact the values that are told apart, and None for unknown."""
        laid = grid(*(one.when for one in self.outcomes), axioms=self._always)
        return {
            axis.fact.name: (None, *(_last(cell) for cell in axis.cells))
            for axis in laid.axes
        }

    def size(self) -> int:
        """Count the cases."""
        return prod(len(values) for values in self.values().values())

    def cases(self) -> Iterator[dict[str, Constant]]:
        """Give every case, the last fact changing fastest."""
        values = self.values()
        for chosen in product(*values.values()):
            pairs = zip(values, chosen, strict=True)
            yield {name: value for name, value in pairs if value is not None}

    @property
    def _always(self) -> tuple[Predicate, ...]:
        return tuple(axiom.holds for axiom in self.axioms)


def questions() -> tuple[Question, ...]:
    """List the questions of every encoding: its readings, then its procedure."""
    return tuple(
        question
        for encoding in encodings()
        for version in encoding.versions
        for day in _days(encoding, version)
        for question in _asked(encoding, version, day)
    )


def told(question: Question, facts: Facts) -> str:
    """Write what the Python engines answer, as ``run_vectors.mjs`` writes it.

    Returns:
        How each outcome stands clause by clause, the outcomes left by all facts
        together, and the facts still to ask.
    """
    signs = {True: "+", False: "-", None: "?"}
    clauses = "".join(signs[truth(one.when, facts)] for one in question.outcomes)
    settled = settle(question.outcomes, facts, question.axioms)
    asked = ",".join(fact.name for fact in settled.ask)
    return f"{clauses}|{','.join(settled.possible)}|{asked}"


def _last(cell: Cell) -> Constant:
    """Take the value of a cell that is nearest to the next one, not its own example."""
    if cell.values:
        return cell.values[-1]
    return cell.example if cell.high is None else cell.high


def _days(encoding: Encoding, version: Version) -> list[date]:
    """List the days of a version from which other axioms hold than before."""
    begun = {axiom.days.start for axiom in encoding.axioms}
    ended = {axiom.days.end for axiom in encoding.axioms if axiom.days.end}
    changes = {day for day in begun | ended if day in version.days}
    return sorted({version.days.start} | changes)


def _asked(encoding: Encoding, version: Version, day: date) -> Iterator[Question]:
    about = f"{encoding.name} from {day}"
    axioms = encoding.axioms_at(day)
    for reading in version.readings:
        yield Question(
            name=f"{about}, {reading.name}", outcomes=reading.outcomes, axioms=axioms
        )
    for requirement in version.requirements:
        ends = (
            Outcome(name="met", when=requirement.met, means=""),
            Outcome(name="not met", when=not_(requirement.met), means=""),
        )
        yield Question(name=f"{about}, {requirement.name}", outcomes=ends, axioms=axioms)


EVERY = [
    pytest.param(
        question,
        id=question.name,
        marks=[pytest.mark.slow] if question.size() > MANY else [],
    )
    for question in questions()
]
"""The questions, for tests that ask each: those of very many cases are slow."""

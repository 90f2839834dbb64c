from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from statuteline.law import encoding
from statuteline.rules.grid import grid, numbers
from statuteline.rules.predicates import when

if TYPE_CHECKING:
    from datetime import date

    from statuteline.rules.facts import Constant
    from statuteline.rules.predicates import Predicate


class Ends(Protocol):
    def __call__(self, name: str, at: date, outcome: str) -> Predicate: ...


class Against(Protocol):
    def __call__(self, if_: Predicate, then: Predicate) -> list[dict[str, Constant]]: ...


@pytest.fixture
def ends() -> Ends:
    """Give when a decision with one reading ends in an outcome, on a day."""

    def give(name: str, at: date, outcome: str) -> Predicate:
        version = encoding(name).version_at(at)
        assert version is not None
        (reading,) = version.readings
        return next(one.when for one in reading.outcomes if one.name == outcome)

    return give


@pytest.fixture
def against() -> Against:
    """List the cases in which one predicate is met and another is not."""

    def give(if_: Predicate, then: Predicate) -> list[dict[str, Constant]]:
        claim = when(if_, then)
        laid = grid(claim)
        return [laid.facts(n) for n in numbers(laid.full & ~laid.cases(claim))]

    return give

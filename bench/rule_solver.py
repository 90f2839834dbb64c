"""The same questions asked of z3, which knows nothing of grids."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import TYPE_CHECKING, Any, TypeAlias

import z3

from statuteline.rules.facts import Choice, Condition, Day, Test, YesNo
from statuteline.rules.predicates import (
    AllOf,
    AnyOf,
    AtLeast,
    Define,
    NoneOf,
    Not,
    When,
    facts_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from statuteline.rules.facts import Constant, Fact, Facts
    from statuteline.rules.predicates import Predicate

Term: TypeAlias = Any  # z3 has no types


class Solver:
    """What z3 makes of predicates under axioms.

    Args:
        outcomes: The predicates that will be asked.
        axioms: What is always so.
    """

    def __init__(
        self, outcomes: Sequence[Predicate], axioms: Sequence[Predicate] = ()
    ) -> None:
        self._facts = {fact.name: fact for fact in facts_of(*outcomes, *axioms)}
        self._axioms = tuple(axioms)
        self._outcomes = tuple(outcomes)
        self._solver = z3.Solver()
        self._assume("")
        self._names: dict[object, Term] = {}
        for number, outcome in enumerate(outcomes):
            self._name(number, _term(outcome, ""))

    def can_be(self, predicate: Predicate) -> bool:
        """Tell whether some possible case meets a predicate over the same facts."""
        return bool(self._solver.check(_term(predicate, "")) == z3.sat)

    def left(self, known: Facts) -> list[int]:
        """Number the outcomes that the facts leave; names nobody asks for are ignored."""
        facts = [
            self._name((name, value), _is(self._facts[name], value, ""))
            for name, value in known.items()
            if name in self._facts
        ]
        return [
            number
            for number in range(len(self._outcomes))
            if self._solver.check(self._names[number], *facts) == z3.sat
        ]

    def suffice(self, known: Facts, asked: Iterable[str]) -> bool:
        """Tell whether answers to some facts settle the outcome, whatever they are.

        Two cases with the known facts that answer alike are sought, with two outcomes.
        """
        self._solver.push()
        self._assume("'")
        for name, value in known.items():
            fact = self._facts[name]
            self._solver.add(_is(fact, value, ""), _is(fact, value, "'"))
        for name in asked:
            fact = self._facts[name]
            self._solver.add(_variable(fact, "") == _variable(fact, "'"))
        apart = [
            z3.And(_term(one, ""), _term(other, "'"))
            for one, other in permutations(self._outcomes, 2)
        ]
        found = self._solver.check(z3.Or(*apart))
        self._solver.pop()
        return bool(found == z3.unsat)

    def _assume(self, copy: str) -> None:
        self._solver.add(*(_term(axiom, copy) for axiom in self._axioms))
        self._solver.add(*(_range(fact, copy) for fact in self._facts.values()))

    def _name(self, key: object, term: Term) -> Term:
        """Give a term a name once, so that asking again costs little."""
        if key not in self._names:
            self._names[key] = z3.Bool(f"named {len(self._names)}")
            self._solver.add(self._names[key] == term)
        return self._names[key]


def _is(fact: Fact, value: Constant, copy: str) -> Term:
    return _variable(fact, copy) == _constant(fact, value)


def _variable(fact: Fact, copy: str) -> Term:
    make = z3.Bool if isinstance(fact, YesNo) else z3.Int
    return make(fact.name + copy)


def _constant(fact: Fact, value: Constant) -> bool | int:
    match fact, value:
        case Choice(values=values), str():
            return values.index(value)
        case _, date():
            return value.toordinal()
        case _, bool() | int():
            return value
        case _:
            raise TypeError(value)


def _range(fact: Fact, copy: str) -> Term:
    """Say what the fact can be at all."""
    variable = _variable(fact, copy)
    match fact:
        case YesNo():
            return z3.BoolVal(val=True)
        case Choice(values=values):
            return z3.And(variable >= 0, variable < len(values))
        case Day():
            ends = date.min.toordinal(), date.max.toordinal()
            return z3.And(variable >= ends[0], variable <= ends[1])
        case _:
            return variable >= 0


def _term(predicate: Predicate, copy: str) -> Term:  # noqa: PLR0911 - one a kind of node
    match predicate:
        case Condition():
            return _condition(predicate, copy)
        case AllOf(parts=parts):
            return z3.And(*(_term(part, copy) for part in parts))
        case AnyOf(parts=parts):
            return z3.Or(*(_term(part, copy) for part in parts))
        case NoneOf(parts=parts):
            return z3.And(*(z3.Not(_term(part, copy)) for part in parts))
        case AtLeast(count=count, parts=parts):
            return z3.PbGe([(_term(part, copy), 1) for part in parts], count)
        case Not(part=part):
            return z3.Not(_term(part, copy))
        case When(condition=condition, then=then):
            return z3.Implies(_term(condition, copy), _term(then, copy))
        case Define(part=part):
            return _term(part, copy)


def _condition(condition: Condition, copy: str) -> Term:
    variable = _variable(condition.fact, copy)
    constants = [_constant(condition.fact, one) for one in condition.constants]
    match condition.test:
        case Test.IS | Test.ONE_OF:
            return z3.Or(*(variable == constant for constant in constants))
        case Test.AT_LEAST:
            return variable >= constants[0]
        case Test.AT_MOST:
            return variable <= constants[0]
        case Test.ABOVE:
            return variable > constants[0]
        case Test.BELOW:
            return variable < constants[0]

"""Predicates in JSON-Logic: exported for programs that know nothing else.

JSON-Logic has no unknown: it reads a missing number as 0 and a missing word as no. So every
predicate becomes two rules, one that is true when it is surely met and one that is true
when it is surely not. Neither is true where the facts, taken clause by clause, do not
tell. Only operators of every JSON-Logic are used, and no condition is ever turned round by
``!``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuteline.rules.facts import Choice, Condition, Test, YesNo
from statuteline.rules.json_form import Json, constant_json
from statuteline.rules.predicates import AllOf, AnyOf, AtLeast, Define, NoneOf, Not, When

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statuteline.rules.predicates import Predicate


@dataclass(frozen=True, slots=True, kw_only=True)
class Rails:
    """A predicate as two rules of JSON-Logic.

    Args:
        yes: True when the predicate is surely met.
        no: True when it is surely not met.
    """

    yes: Json
    no: Json

    @property
    def turned(self) -> Rails:
        """The rules of the opposite."""
        return Rails(yes=self.no, no=self.yes)


def rails(predicate: Predicate) -> Rails:  # noqa: PLR0911 - one answer a kind of node
    """Write a predicate as two rules.

    Args:
        predicate: The predicate. Its facts become variables of their names; days are
            compared as ``YYYY-MM-DD``.
    """
    match predicate:
        case Condition():
            return _condition(predicate)
        case AllOf(parts=parts):
            return _all(map(rails, parts))
        case AnyOf(parts=parts):
            return _any(map(rails, parts))
        case NoneOf(parts=parts):
            return _any(map(rails, parts)).turned
        case AtLeast(count=count, parts=parts):
            return _counted(count, tuple(map(rails, parts)))
        case Not(part=part):
            return rails(part).turned
        case When(condition=condition, then=then):
            return _any((rails(condition).turned, rails(then)))
        case Define(part=part):
            return rails(part)


_OPPOSITE = {
    Test.AT_LEAST: "<",
    Test.AT_MOST: ">",
    Test.ABOVE: "<=",
    Test.BELOW: ">=",
}
_OPERATOR = {
    Test.AT_LEAST: ">=",
    Test.AT_MOST: "<=",
    Test.ABOVE: ">",
    Test.BELOW: "<",
}


def _condition(condition: Condition) -> Rails:
    """Ask for the values that meet it, and for those that do not.

    A missing value is null: it is in no list, and identical with no value. Only orders
    need to be guarded against it.
    """
    variable: Json = {"var": condition.fact.name}
    match condition.fact:
        case YesNo():
            values: tuple[bool | str, ...] = (False, True)
        case Choice(values=values):
            pass
        case _:
            return Rails(
                yes=_known_and(_OPERATOR[condition.test], variable, condition),
                no=_known_and(_OPPOSITE[condition.test], variable, condition),
            )
    return Rails(
        yes=_one_of(variable, (value for value in values if condition.holds(value))),
        no=_one_of(variable, (value for value in values if not condition.holds(value))),
    )


def _known_and(operator: str, variable: Json, condition: Condition) -> Json:
    constant = constant_json(condition.constants[0])
    return {"and": [{"!==": [variable, None]}, {operator: [variable, constant]}]}


def _one_of(variable: Json, values: Iterable[bool | str]) -> Json:
    chosen = list(values)
    if len(chosen) == 1:
        return {"===": [variable, chosen[0]]}
    return {"in": [variable, [*chosen]]}


def _all(parts: Iterable[Rails]) -> Rails:
    every = tuple(parts)
    return Rails(
        yes={"and": [part.yes for part in every]}, no={"or": [part.no for part in every]}
    )


def _any(parts: Iterable[Rails]) -> Rails:
    return _all(part.turned for part in parts).turned


def _counted(count: int, parts: tuple[Rails, ...]) -> Rails:
    """Count what is surely met, and what surely is not."""
    return Rails(
        yes=_at_least(count, [part.yes for part in parts]),
        no=_at_least(len(parts) - count + 1, [part.no for part in parts]),
    )


def _at_least(count: int, rules: list[Json]) -> Json:
    return {">=": [{"+": [{"if": [rule, 1, 0]} for rule in rules]}, count]}

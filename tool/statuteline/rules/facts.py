"""Facts of a case, by kind, and conditions: one fact compared with constants."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from statuteline.errors import RuleError
from statuteline.rules.nodes import Node, here

if TYPE_CHECKING:
    from collections.abc import Mapping

Constant: TypeAlias = bool | int | str | date
"""What a fact can be: money is an int of cents."""

Facts: TypeAlias = "Mapping[str, Constant]"
"""What is known of a case, by name of the fact. A fact that is absent is unknown."""

_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", re.ASCII)


class Test(Enum):
    """How a condition compares its fact."""

    __test__ = False  # pytest collects what begins with Test

    IS = "is"
    ONE_OF = "one-of"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something that is so or not so in a case.

    Args:
        name: Lower-case words joined by underscores: the key in a file of facts.
        ask: The question that an answer settles, in plain words.
        judgement: Whether only a court finds it; nothing here computes or assumes it.

    Raises:
        RuleError: If the name has another shape.
    """

    name: str
    ask: str
    judgement: bool = False

    def __post_init__(self) -> None:
        if _NAME.fullmatch(self.name) is None:
            raise RuleError(
                f"{self.name!r} cannot be the name of a fact",
                where=str(here()),
                hint="use lower-case words joined by underscores",
            )

    @property
    def words(self) -> str:
        """The name as it is read."""
        return self.name.replace("_", " ")

    def admits(self, value: Constant) -> bool:
        """Tell whether the fact can have this value."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class YesNo(Fact):
    """A fact that is so or is not."""

    def admits(self, value: Constant) -> bool:
        """Tell whether the value is true or false."""
        return isinstance(value, bool)

    def is_true(self) -> Condition:
        """Ask that it is so."""
        return _condition(self, Test.IS, True)  # noqa: FBT003 - a value, not a switch

    def is_false(self) -> Condition:
        """Ask that it is not so."""
        return _condition(self, Test.IS, False)  # noqa: FBT003 - a value, not a switch


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Fact):
    """A fact with one of a few values.

    Args:
        values: All that it can be, in the order in which people are asked.

    Raises:
        RuleError: If there are none, or one stands twice.
    """

    values: tuple[str, ...]

    def __post_init__(self) -> None:
        Fact.__post_init__(self)  # super() knows no class that slots have rebuilt
        if not self.values or len(set(self.values)) < len(self.values):
            raise RuleError(
                f"{self.name} needs one value or more, each once", where=str(here())
            )

    def admits(self, value: Constant) -> bool:
        """Tell whether the value is one of the choices."""
        return isinstance(value, str) and value in self.values

    def is_(self, value: str) -> Condition:
        """Ask for one value."""
        return _condition(self, Test.IS, value)

    def one_of(self, *values: str) -> Condition:
        """Ask for one of some values."""
        return _condition(self, Test.ONE_OF, *values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole(Fact):
    """A whole number, not negative.

    Args:
        unit: What it counts, in the plural: ``years``.
    """

    unit: str

    def admits(self, value: Constant) -> bool:
        """Tell whether the value is a whole number that is not negative."""
        return isinstance(value, int) and not isinstance(value, bool) and value >= 0

    def at_least(self, value: int) -> Condition:
        """Ask that it is this or more."""
        return _condition(self, Test.AT_LEAST, value)

    def at_most(self, value: int) -> Condition:
        """Ask that it is this or less."""
        return _condition(self, Test.AT_MOST, value)

    def above(self, value: int) -> Condition:
        """Ask that it is more than this."""
        return _condition(self, Test.ABOVE, value)

    def below(self, value: int) -> Condition:
        """Ask that it is less than this."""
        return _condition(self, Test.BELOW, value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Money(Whole):
    """An amount of money.

    Args:
        unit: Always cents.
    """

    unit: str = "cents"


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Fact):
    """A calendar day of the case, in the jurisdiction's zone."""

    def admits(self, value: Constant) -> bool:
        """Tell whether the value is a day, without a time."""
        return isinstance(value, date) and not isinstance(value, datetime)

    def on_or_after(self, day: date) -> Condition:
        """Ask that it is this day or a later one."""
        return _condition(self, Test.AT_LEAST, day)

    def before(self, day: date) -> Condition:
        """Ask that it is an earlier day."""
        return _condition(self, Test.BELOW, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition(Node):
    """One fact compared with constants: a leaf of a predicate.

    Args:
        fact: The fact.
        test: The comparison.
        constants: What it is compared with: one, or for ``ONE_OF`` one or more.
    """

    fact: Fact
    test: Test
    constants: tuple[Constant, ...]

    def holds(self, value: Constant) -> bool:
        """Tell whether the condition is met by a value of its fact."""
        match self.test:
            case Test.IS | Test.ONE_OF:
                return value in self.constants
            case Test.AT_LEAST:
                return value >= self.constants[0]  # type: ignore[operator]  # same kind: see check
            case Test.AT_MOST:
                return value <= self.constants[0]  # type: ignore[operator]
            case Test.ABOVE:
                return value > self.constants[0]  # type: ignore[operator]
            case Test.BELOW:
                return value < self.constants[0]  # type: ignore[operator]


def _condition(fact: Fact, test: Test, *constants: Constant) -> Condition:
    if not constants:
        raise RuleError(f"A condition on {fact.name} names no value", where=str(here()))
    for constant in constants:
        if not fact.admits(constant):
            raise RuleError(
                f"{fact.name} cannot be {constant!r}",
                where=str(here()),
                hint=values_hint(fact, str(constant)),
            )
    return Condition(fact=fact, test=test, constants=constants, origin=here())


def values_hint(fact: Fact, tried: str) -> str:
    """Say what a fact can be, the nearest choice first.

    Args:
        fact: The fact.
        tried: What somebody wrote.
    """
    match fact:
        case Choice(values=values):
            near = get_close_matches(tried, values, n=1)
            every = ", ".join(values)
            return (
                f"did you mean {near[0]}? It is one of {every}"
                if near
                else f"one of {every}"
            )
        case YesNo():
            return "true or false"
        case Money():
            return "a whole number of cents, not negative"
        case Whole(unit=unit):
            return f"a whole number of {unit}, not negative"
        case _:
            return "a date, YYYY-MM-DD"

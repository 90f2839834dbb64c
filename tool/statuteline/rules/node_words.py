"""One node of a predicate in plain English, without what stands below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.rules.cell_words import either, value_words
from statuteline.rules.facts import Condition, Day, Test, YesNo
from statuteline.rules.predicates import AllOf, AnyOf, AtLeast, Define, NoneOf, Not, When

if TYPE_CHECKING:
    from statuteline.rules.predicates import Predicate


def node_words(node: Predicate) -> str:  # noqa: PLR0911 - one answer a kind of node
    """Say what one node asks: of a condition all, of any other how it joins its parts.

    Args:
        node: The node.

    Example:
        >>> from statuteline.rules.facts import Whole
        >>> term = Whole(name="prison_term", ask="How long?", unit="years")
        >>> node_words(term.at_most(10))
        'prison term is at most 10 years'
    """
    match node:
        case Condition():
            return _condition(node)
        case AllOf():
            return "all of these"
        case AnyOf():
            return "one or more of these"
        case NoneOf():
            return "none of these"
        case AtLeast(count=count):
            return f"at least {count} of these"
        case Not():
            return "not this"
        case When():
            return "the second of these, where the first is so"
        case Define(name=name):
            return name


def _condition(condition: Condition) -> str:
    fact = condition.fact
    told = [value_words(fact, constant) for constant in condition.constants]
    if isinstance(fact, YesNo):
        return f"{fact.words}: {either(told)}"
    return f"{fact.words} is {_compared(condition.test, isinstance(fact, Day), told)}"


def _compared(
    test: Test,
    day: bool,  # noqa: FBT001 - a value, not a switch
    told: list[str],
) -> str:
    match test:
        case Test.IS | Test.ONE_OF:
            return either(told)
        case Test.AT_LEAST:
            return f"{told[0]} or after" if day else f"at least {told[0]}"
        case Test.AT_MOST:
            return f"{told[0]} or before" if day else f"at most {told[0]}"
        case Test.ABOVE:
            return f"after {told[0]}" if day else f"more than {told[0]}"
        case Test.BELOW:
            return f"before {told[0]}" if day else f"less than {told[0]}"

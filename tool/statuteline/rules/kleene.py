"""Met, not met or unknown, clause by clause: Kleene's strong three values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.rules.facts import Condition
from statuteline.rules.predicates import AllOf, AnyOf, AtLeast, Define, NoneOf, Not, When

if TYPE_CHECKING:
    from statuteline.rules.facts import Facts
    from statuteline.rules.predicates import Predicate


def truth(  # noqa: PLR0911 - one answer a kind of node
    predicate: Predicate, facts: Facts
) -> bool | None:
    """Tell whether a predicate is met in a case.

    Args:
        predicate: The predicate.
        facts: What is known, by name; a fact that is absent is unknown.

    Returns:
        Whether it is met; None where the known facts, taken clause by clause, do not
        tell. What all of them together settle, :mod:`statuteline.rules.grid` knows.
    """
    match predicate:
        case Condition():
            value = facts.get(predicate.fact.name)
            return None if value is None else predicate.holds(value)
        case AllOf(parts=parts):
            return reached(tuple(truth(part, facts) for part in parts), len(parts))
        case AnyOf(parts=parts):
            return reached(tuple(truth(part, facts) for part in parts), 1)
        case NoneOf(parts=parts):
            return opposite(reached(tuple(truth(part, facts) for part in parts), 1))
        case AtLeast(count=count, parts=parts):
            return reached(tuple(truth(part, facts) for part in parts), count)
        case Not(part=part):
            return opposite(truth(part, facts))
        case When(condition=condition, then=then):
            return reached((opposite(truth(condition, facts)), truth(then, facts)), 1)
        case Define(part=part):
            return truth(part, facts)


def opposite(verdict: bool | None) -> bool | None:  # noqa: FBT001 - a value, not a switch
    """Turn met into not met and the other way; unknown stays unknown."""
    return None if verdict is None else not verdict


def reached(verdicts: tuple[bool | None, ...], count: int) -> bool | None:
    """Tell whether at least so many are met.

    Returns:
        True once enough are met, False once too few can be, None in between.
    """
    met = verdicts.count(True)
    if met >= count:
        return True
    return None if met + verdicts.count(None) >= count else False

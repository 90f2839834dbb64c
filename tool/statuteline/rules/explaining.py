"""Why a predicate is met or not: the tree again, with a verdict at every clause."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, assert_never

from statuteline.rules.facts import Condition
from statuteline.rules.kleene import opposite, reached
from statuteline.rules.predicates import (
    AllOf,
    AnyOf,
    AtLeast,
    Define,
    NoneOf,
    Not,
    When,
    parts_of,
)

if TYPE_CHECKING:
    from statuteline.rules.facts import Constant, Facts
    from statuteline.rules.predicates import Predicate


class Verdict(Enum):
    """How a predicate stands in a case."""

    MET = "met"
    NOT_MET = "not met"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One node of a predicate as it stands in a case.

    Args:
        node: The node, with the words it rests on.
        verdict: How it stands, by the known facts taken clause by clause.
        value: What is known of the fact, where the node is a condition; None where
            nothing is, and for every other node.
        parts: The nodes directly below it, in order.
    """

    node: Predicate
    verdict: Verdict
    value: Constant | None
    parts: tuple[Explanation, ...]


def explain(predicate: Predicate, facts: Facts) -> Explanation:
    """Tell how a predicate and every clause of it stand in a case.

    Args:
        predicate: The predicate.
        facts: What is known, by name; a fact that is absent is unknown.

    Returns:
        The tree. The verdict at its top is that of :func:`statuteline.rules.kleene.truth`.
    """
    parts = tuple(explain(part, facts) for part in parts_of(predicate))
    value = facts.get(predicate.fact.name) if isinstance(predicate, Condition) else None
    return Explanation(
        node=predicate,
        verdict=_verdict(_truth(predicate, parts, value)),
        value=value,
        parts=parts,
    )


_TRUTH = {Verdict.MET: True, Verdict.NOT_MET: False, Verdict.UNKNOWN: None}


def _verdict(truth: bool | None) -> Verdict:  # noqa: FBT001 - a value, not a switch
    match truth:
        case True:
            return Verdict.MET
        case False:
            return Verdict.NOT_MET
        case _:
            return Verdict.UNKNOWN


def _truth(  # noqa: PLR0911 - one answer a kind of node
    predicate: Predicate, parts: tuple[Explanation, ...], value: Constant | None
) -> bool | None:
    below = tuple(_TRUTH[part.verdict] for part in parts)
    match predicate:
        case Condition():
            return None if value is None else predicate.holds(value)
        case AllOf():
            return reached(below, len(below))
        case AnyOf():
            return reached(below, 1)
        case NoneOf():
            return opposite(reached(below, 1))
        case AtLeast(count=count):
            return reached(below, count)
        case Not():
            return opposite(below[0])
        case When():
            return reached((opposite(below[0]), below[1]), 1)
        case Define():
            return below[0]
        case _:
            assert_never(predicate)

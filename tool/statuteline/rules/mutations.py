"""Predicates as they would be with one thing in them wrong: mutants.

A mutant has one node changed, wherever it occurs in all the predicates at once, as an
author would have got a shared definition wrong. Cases that tell every mutant from the
predicates as they are have tested each of their nodes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from statuteline.rules.facts import Choice, Condition, Test
from statuteline.rules.predicates import (
    AllOf,
    AnyOf,
    AtLeast,
    Define,
    NoneOf,
    Not,
    Predicate,
    When,
    walk,
)

if TYPE_CHECKING:
    from statuteline.rules.facts import Constant, Fact


class Change(Enum):
    """What is done to a node, in words that follow its name."""

    NEVER = "never met"
    ALWAYS = "always met"
    NEGATED = "turned round"
    PART_LEFT_OUT = "without a part"
    ANY_FOR_ALL = "met by one part"
    ALL_FOR_ANY = "met only by every part"
    COUNT = "another number of parts"
    UNCONDITIONAL = "asked for always"
    VALUE_LEFT_OUT = "without a value"
    VALUE_ADDED = "with one value more"
    BOUND = "with another bound"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """Predicates with one node changed.

    Args:
        node: The node as it is.
        change: What is done to it.
        to: What the change is about: the part left out, the value, the node with its
            other count or bound; else the node itself.
        predicates: All the predicates, with the node changed wherever it occurs, or with
            one of them met never or always.
    """

    node: Predicate
    change: Change
    to: Predicate
    predicates: tuple[Predicate, ...]


_Changed: TypeAlias = Iterator[tuple[Change, Predicate, Predicate]]
"""What is done, what it is about, and the node afterwards."""


def mutants(*predicates: Predicate) -> tuple[Mutant, ...]:
    """List every mutant of some predicates, in the order in which nodes are written.

    Args:
        predicates: The predicates. Equal nodes are one node: they change together.

    Returns:
        The mutants, each tree once. A name is only a label: what it stands for changes.
    """
    found: dict[tuple[Predicate, ...], Mutant] = {}
    for place, one in enumerate(predicates):
        both = (one, Not(part=one))
        for change, instead in (
            (Change.NEVER, AllOf(parts=both)),
            (Change.ALWAYS, AnyOf(parts=both)),
        ):
            whole = (*predicates[:place], instead, *predicates[place + 1 :])
            found[whole] = Mutant(node=one, change=change, to=one, predicates=whole)
    for node in dict.fromkeys(walk(*predicates)):
        for change, to, changed in _changes(node):
            whole = tuple(replaced(one, node, changed) for one in predicates)
            mutant = Mutant(node=node, change=change, to=to, predicates=whole)
            found.setdefault(whole, mutant)
    return tuple(found.values())


def replaced(predicate: Predicate, old: Predicate, new: Predicate) -> Predicate:
    """Put another node wherever a node occurs in a predicate.

    Args:
        predicate: The predicate.
        old: The node; its equals count as it does.
        new: What stands there instead.
    """
    if predicate == old:
        return new
    match predicate:
        case Condition():
            return predicate
        case AllOf() | AnyOf() | NoneOf() | AtLeast():
            parts = tuple(replaced(part, old, new) for part in predicate.parts)
            return replace(predicate, parts=parts)
        case Not() | Define():
            return replace(predicate, part=replaced(predicate.part, old, new))
        case When():
            return replace(
                predicate,
                condition=replaced(predicate.condition, old, new),
                then=replaced(predicate.then, old, new),
            )


def _changes(node: Predicate) -> _Changed:
    match node:
        case Define():
            return
        case Not(part=part):
            yield Change.NEGATED, part, part
            return
        case Condition():
            yield from _of_condition(node)
        case When(then=then):
            yield Change.UNCONDITIONAL, then, then
        case AllOf() | AnyOf() | NoneOf() | AtLeast() if len(node.parts) > 1:
            yield from _without_a_part(node)
            yield from _joined_otherwise(node)
    yield Change.NEGATED, node, Not(part=node)


def _without_a_part(node: AllOf | AnyOf | NoneOf | AtLeast) -> _Changed:
    for number, part in enumerate(node.parts):
        left = (*node.parts[:number], *node.parts[number + 1 :])
        changed = replace(node, parts=left)
        if isinstance(changed, AtLeast):
            changed = replace(changed, count=min(changed.count, len(left)))
        yield Change.PART_LEFT_OUT, part, changed


def _joined_otherwise(node: AllOf | AnyOf | NoneOf | AtLeast) -> _Changed:
    match node:
        case AllOf(parts=parts):
            yield Change.ANY_FOR_ALL, node, AnyOf(parts=parts)
        case AnyOf(parts=parts):
            yield Change.ALL_FOR_ANY, node, AllOf(parts=parts)
        case NoneOf(parts=parts):
            yield Change.ANY_FOR_ALL, node, Not(part=AllOf(parts=parts))
        case AtLeast():
            yield from _counts(node)


def _counts(node: AtLeast) -> _Changed:
    for count in (node.count - 1, node.count + 1):
        if 1 <= count <= len(node.parts):
            changed = replace(node, count=count)
            yield Change.COUNT, changed, changed


def _of_condition(node: Condition) -> _Changed:
    match node.fact:
        case Choice(values=values):
            yield from _of_choice(node, values)
        case _ if node.test not in {Test.IS, Test.ONE_OF}:
            for bound in _neighbours(node.fact, node.constants[0]):
                changed = replace(node, constants=(bound,))
                yield Change.BOUND, changed, changed


def _of_choice(node: Condition, values: tuple[str, ...]) -> _Changed:
    for value in values:
        of = replace(node, test=Test.IS, constants=(value,))
        if value not in node.constants:
            kept = tuple(v for v in values if v in node.constants or v == value)
            changed = replace(node, test=Test.ONE_OF, constants=kept)
            yield Change.VALUE_ADDED, of, changed
        elif len(node.constants) > 1:
            others = tuple(v for v in node.constants if v != value)
            yield Change.VALUE_LEFT_OUT, of, replace(node, constants=others)


def _neighbours(fact: Fact, bound: Constant) -> Iterator[Constant]:
    """Give the values just below and just above a bound, where the fact has them."""
    for step in (-1, 1):
        match bound:
            case date():
                if date.min < bound < date.max:
                    yield bound + timedelta(days=step)
            case int():
                if fact.admits(bound + step):
                    yield bound + step
            case str():
                return

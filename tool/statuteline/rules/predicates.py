"""Trees over conditions, and the words that build them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from statuteline.errors import RuleError
from statuteline.rules.facts import Condition, Fact
from statuteline.rules.nodes import Node, here

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf(Node):
    """Met when every part is."""

    parts: tuple[Predicate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf(Node):
    """Met when one part is."""

    parts: tuple[Predicate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoneOf(Node):
    """Met when no part is."""

    parts: tuple[Predicate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AtLeast(Node):
    """Met when some number of the parts are.

    Args:
        count: How many must be: from one up to the number of parts.
        parts: The parts.
    """

    count: int
    parts: tuple[Predicate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Not(Node):
    """Met when its part is not."""

    part: Predicate


@dataclass(frozen=True, slots=True, kw_only=True)
class When(Node):
    """Met when the condition is not, or what follows from it is.

    Args:
        condition: When it applies.
        then: What must then be so.
    """

    condition: Predicate
    then: Predicate


@dataclass(frozen=True, slots=True, kw_only=True)
class Define(Node):
    """A predicate with a name of its own. The name is a label: the logic is its part's.

    Args:
        name: The name, in words.
        part: The predicate.
    """

    name: str
    part: Predicate


Predicate: TypeAlias = Condition | AllOf | AnyOf | NoneOf | AtLeast | Not | When | Define


def all_of(*parts: Predicate) -> AllOf:
    """Ask for every part."""
    return AllOf(parts=_some("all_of", parts), origin=here())


def any_of(*parts: Predicate) -> AnyOf:
    """Ask for one part or more."""
    return AnyOf(parts=_some("any_of", parts), origin=here())


def none_of(*parts: Predicate) -> NoneOf:
    """Ask that no part is met."""
    return NoneOf(parts=_some("none_of", parts), origin=here())


def at_least(count: int, *parts: Predicate) -> AtLeast:
    """Ask for some number of the parts.

    Raises:
        RuleError: If the number is none that the parts can reach, or below one.
    """
    if not 1 <= count <= len(parts):
        raise RuleError(
            f"at_least({count}) of {len(parts)} parts decides nothing",
            where=str(here()),
            hint=f"ask for 1 to {len(parts)}",
        )
    return AtLeast(count=count, parts=_some("at_least", parts), origin=here())


def not_(part: Predicate) -> Not:
    """Ask that the part is not met."""
    (only,) = _some("not_", (part,))
    return Not(part=only, origin=here())


def when(condition: Predicate, then: Predicate) -> When:
    """Ask for something, but only where a condition is met."""
    first, second = _some("when", (condition, then))
    return When(condition=first, then=second, origin=here())


def define(name: str, part: Predicate) -> Define:
    """Give a predicate a name, by which it is shown and shared."""
    (only,) = _some("define", (part,))
    return Define(name=name, part=only, origin=here())


def _some(word: str, parts: tuple[Predicate, ...]) -> tuple[Predicate, ...]:
    if not parts:
        raise RuleError(f"{word} has no parts", where=str(here()))
    for part in parts:
        if not isinstance(part, Node):
            hint = (
                "ask something of the fact: is_true(), is_(...), at_most(...)"
                if isinstance(part, Fact)
                else ""
            )
            raise RuleError(
                f"{word} takes predicates, not {type(part).__name__}",
                where=str(here()),
                hint=hint,
            )
    return parts


def parts_of(predicate: Predicate) -> tuple[Predicate, ...]:
    """Give the predicates directly below one, in order; none below a condition."""
    match predicate:
        case Condition():
            return ()
        case AllOf(parts=parts) | AnyOf(parts=parts) | NoneOf(parts=parts):
            return parts
        case AtLeast(parts=parts):
            return parts
        case Not(part=part) | Define(part=part):
            return (part,)
        case When(condition=condition, then=then):
            return condition, then


def walk(*predicates: Predicate) -> Iterator[Predicate]:
    """Visit every node, each before its parts, in the order in which it is written."""
    waiting = [*reversed(predicates)]
    while waiting:
        node = waiting.pop()
        yield node
        waiting += reversed(parts_of(node))


def conditions_of(*predicates: Predicate) -> tuple[Condition, ...]:
    """List the conditions in the order in which they are written, repeated ones too."""
    return tuple(node for node in walk(*predicates) if isinstance(node, Condition))


def facts_of(*predicates: Predicate) -> tuple[Fact, ...]:
    """List the facts that predicates ask for, each once, in the order written.

    Raises:
        RuleError: If two different facts have one name.
    """
    found: dict[str, Fact] = {}
    for condition in conditions_of(*predicates):
        fact = condition.fact
        if found.setdefault(fact.name, fact) != fact:
            raise RuleError(
                f"Two different facts have the name {fact.name}",
                where=str(condition.origin or ""),
                hint="use one fact for both, or give one another name",
            )
    return tuple(found.values())

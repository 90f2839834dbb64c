"""A node of a predicate and all below it in one line, down to nodes that have a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.rules.facts import Condition
from statuteline.rules.node_words import node_words
from statuteline.rules.predicates import (
    AllOf,
    AnyOf,
    AtLeast,
    Define,
    NoneOf,
    Not,
    When,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from statuteline.rules.encodings import Encoding
    from statuteline.rules.predicates import Predicate


def names_of(predicates: tuple[tuple[str, Predicate], ...]) -> dict[Predicate, str]:
    """Name the nodes that have names: predicates by theirs, defined ones by their own.

    Args:
        predicates: Predicates by name, such as those of outcomes.
    """
    nodes = walk(*(predicate for _, predicate in predicates))
    defined = {node.part: node.name for node in nodes if isinstance(node, Define)}
    return defined | {predicate: name for name, predicate in predicates}


def names_in(encoding: Encoding) -> dict[Predicate, str]:
    """Name the nodes of an encoding that have names, those of all its texts."""
    outcomes = (
        (outcome.name, outcome.when)
        for version in encoding.versions
        for reading in version.readings
        for outcome in reading.outcomes
    )
    requirements = (
        (one.name, one.met) for version in encoding.versions for one in version.requirements
    )
    return names_of((*outcomes, *requirements))


def line_words(  # noqa: PLR0911 - one answer a kind of node
    node: Predicate, names: Mapping[Predicate, str]
) -> str:
    """Say a node and all below it in one line, down to nodes that have a name.

    Args:
        node: The node.
        names: The names that nodes have.
    """
    if node in names:
        return names[node]
    match node:
        case Condition() | Define():
            return node_words(node)
        case AllOf(parts=parts):
            return f"all of ({_listed(parts, names)})"
        case AnyOf(parts=parts):
            return f"any of ({_listed(parts, names)})"
        case NoneOf(parts=parts):
            return f"none of ({_listed(parts, names)})"
        case AtLeast(count=count, parts=parts):
            return f"at least {count} of ({_listed(parts, names)})"
        case Not(part=part):
            return f"not ({line_words(part, names)})"
        case When(condition=condition, then=then):
            return f"when ({_listed((condition, then), names)})"


def _listed(parts: tuple[Predicate, ...], names: Mapping[Predicate, str]) -> str:
    return "; ".join(line_words(part, names) for part in parts)

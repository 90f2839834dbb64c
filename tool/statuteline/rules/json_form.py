"""The one canonical JSON of a predicate, which is the contract with every other engine.

The shape is described by the schema ``rule-1``. Facts stand once, by name, in a table
beside the tree. Labels and citations stand in the document too, but not in the digest of
the logic, so that a better name or a further citation is no change of the law.
"""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias

from statuteline.rules.facts import (
    Choice,
    Condition,
    Constant,
    Day,
    Fact,
    Money,
    Test,
    Whole,
    YesNo,
)
from statuteline.rules.predicates import (
    AllOf,
    AnyOf,
    AtLeast,
    Define,
    NoneOf,
    Not,
    Predicate,
    When,
    facts_of,
)

if TYPE_CHECKING:
    from statuteline.rules.nodes import Cited, Node

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"


def predicate_json(predicate: Predicate) -> Json:
    """Give the tree of a predicate with its labels and citations; facts by name."""
    return _tree(predicate, labels=True)


def facts_json(*predicates: Predicate) -> Json:
    """Give the facts that predicates ask for, by name, in the order written."""
    return {fact.name: fact_json(fact) for fact in facts_of(*predicates)}


def fact_json(fact: Fact) -> Json:
    """Give one fact: its kind, what it can be, and its question."""
    return _fact(fact, labels=True)


def cited_json(citation: Cited) -> Json:
    """Give one citation; the work only where it is another one."""
    told: dict[str, Json] = {"eId": citation.eid.text, "words": citation.words}
    if citation.work is not None:
        told["work"] = str(citation.work)
    return told


def logic_digest(*predicates: Predicate) -> str:
    """Digest the logic of predicates: no label, question or citation counts.

    Returns:
        SHA-256 in hexadecimal, of the canonical JSON of the trees and their facts.
    """
    facts: Json = {fact.name: _fact(fact, labels=False) for fact in facts_of(*predicates)}
    trees: Json = [_tree(predicate, labels=False) for predicate in predicates]
    return sha256(canonical_json({"facts": facts, "trees": trees}).encode()).hexdigest()


def canonical_json(value: Json) -> str:
    """Write JSON in one way: keys sorted, no spaces, characters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def constant_json(constant: Constant) -> Json:
    """Give a constant: a day as ``YYYY-MM-DD``."""
    return constant.isoformat() if isinstance(constant, date) else constant


def _fact(fact: Fact, *, labels: bool) -> Json:
    told: dict[str, Json] = {"kind": _kind(fact)}
    if isinstance(fact, Choice):
        told["values"] = list(fact.values)
    if fact.judgement:
        told["judgement"] = True
    if labels:
        told["ask"] = fact.ask
        if isinstance(fact, Whole):
            told["unit"] = fact.unit
    return told


def _kind(fact: Fact) -> str:
    match fact:
        case YesNo():
            return "yes-no"
        case Choice():
            return "choice"
        case Money():
            return "money"
        case Whole():
            return "whole"
        case Day():
            return "day"
        case _:
            raise TypeError(type(fact))


def _tree(predicate: Predicate, *, labels: bool) -> Json:
    if isinstance(predicate, Define) and not labels:
        return _tree(predicate.part, labels=False)
    told = _own(predicate, labels=labels)
    if labels:
        told |= _labels(predicate)
    return told


def _own(  # noqa: C901, PLR0911 - one answer a kind of node
    predicate: Predicate, *, labels: bool
) -> dict[str, Json]:
    match predicate:
        case Condition(fact=fact, test=Test.ONE_OF, constants=constants):
            return {"fact": fact.name, "one-of": [constant_json(c) for c in constants]}
        case Condition(fact=fact, test=test, constants=(constant,)):
            return {"fact": fact.name, test.value: constant_json(constant)}
        case Condition():
            raise AssertionError(predicate)
        case AllOf(parts=parts):
            return {"all-of": [_tree(part, labels=labels) for part in parts]}
        case AnyOf(parts=parts):
            return {"any-of": [_tree(part, labels=labels) for part in parts]}
        case NoneOf(parts=parts):
            return {"none-of": [_tree(part, labels=labels) for part in parts]}
        case AtLeast(count=count, parts=parts):
            return {"at-least": count, "of": [_tree(part, labels=labels) for part in parts]}
        case Not(part=part):
            return {"not": _tree(part, labels=labels)}
        case When(condition=condition, then=then):
            return {
                "when": _tree(condition, labels=labels),
                "then": _tree(then, labels=labels),
            }
        case Define(name=name, part=part):
            return {"define": name, "as": _tree(part, labels=labels)}


def _labels(node: Node) -> dict[str, Json]:
    told: dict[str, Json] = {}
    if node.citations:
        told["cites"] = [cited_json(citation) for citation in node.citations]
    if node.element is not None:
        told["element"] = node.element.value
    return told

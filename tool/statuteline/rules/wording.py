"""Predicates in plain English: indented lines, each with the words it rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from statuteline.rules.facts import Condition, YesNo
from statuteline.rules.node_words import node_words
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
    from collections.abc import Iterator

    from statuteline.rules.encodings import Reading
    from statuteline.rules.nodes import Cited, Element
    from statuteline.rules.predicates import Predicate

_Told: TypeAlias = "dict[Predicate, tuple[str, tuple[Cited, ...]]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a predicate in words.

    Args:
        depth: How far it is indented: 0 at the top.
        words: What it asks, in plain English.
        citations: The words that it rests on.
        judgement: Whether only a court finds the fact that it asks for.
        element: What kind of element of an offense it is, where it is one.
    """

    depth: int
    words: str
    citations: tuple[Cited, ...] = ()
    judgement: bool = False
    element: Element | None = None


def lines(predicate: Predicate) -> tuple[Line, ...]:
    """Tell a predicate line by line.

    Args:
        predicate: The predicate. What it defines is told once, and named after that.

    Example:
        >>> from statuteline.rules.facts import YesNo
        >>> from statuteline.rules.predicates import any_of, define
        >>> lent = YesNo(name="bicycle_lent", ask="Was a bicycle lent?")
        >>> late = YesNo(name="returned_late", ask="Was it late?")
        >>> for line in lines(define("liable", any_of(lent.is_true(), late.is_true()))):
        ...     print("  " * line.depth + line.words)
        liable: one or more of these
          bicycle lent: yes
          returned late: yes
    """
    return tuple(_lines(predicate, 0, {}))


def reading_lines(reading: Reading) -> tuple[tuple[Line, ...], ...]:
    """Tell the outcomes of a reading, in their order.

    What an outcome defines, and an outcome as a whole, is told once: outcomes behind it
    name it.

    Args:
        reading: The reading.

    Returns:
        The lines of each outcome.
    """
    told: _Told = {}
    found: list[tuple[Line, ...]] = []
    for outcome in reading.outcomes:
        found.append(tuple(_lines(outcome.when, 0, told)))
        named = (outcome.name, outcome.when.citations)
        told.setdefault(_uncited(outcome.when), named)
    return tuple(found)


def _lines(predicate: Predicate, depth: int, told: _Told) -> Iterator[Line]:
    """Tell a node, and what stands below it; only its name if it was told before."""
    before = told.get(_uncited(predicate))
    if before is not None:
        name, cited = before
        fresh = tuple(one for one in predicate.citations if one not in cited)
        yield Line(depth=depth, words=f"{name}, as above", citations=fresh)
        return
    match predicate:
        case Define(name=name, part=part):
            yield from _beneath(name, predicate, part, depth, told)
            told[_uncited(predicate)] = name, predicate.citations
        case Not(part=Condition(fact=YesNo(), constants=(bool(is_so),)) as asked):
            opposite = replace(asked, constants=(not is_so,))
            yield from _carried(predicate, _lines(opposite, depth, told))
        case Not(part=part) | NoneOf(parts=(part,)):
            yield from _beneath("not", predicate, part, depth, told)
        case When(condition=condition, then=then):
            yield from _beneath("if", predicate, condition, depth, told)
            yield from _beneath("then", None, then, depth, told)
        case AllOf(parts=(only,)) | AnyOf(parts=(only,)) | AtLeast(parts=(only,)):
            yield from _carried(predicate, _lines(only, depth, told))
        case _:
            yield _line(predicate, depth)
            for part in parts_of(predicate):
                yield from _lines(part, depth + 1, told)


def _beneath(
    word: str, carrier: Predicate | None, part: Predicate, depth: int, told: _Told
) -> Iterator[Line]:
    """Put a word before the first line of a part, and what the carrier carries on it."""
    first, *more = _carried(carrier, _lines(part, depth, told))
    yield replace(first, words=f"{word}: {first.words}")
    yield from more


def _carried(carrier: Predicate | None, below: Iterator[Line]) -> Iterator[Line]:
    """Put what a node carries on the first line of its part."""
    first, *more = below
    yield (
        first
        if carrier is None
        else replace(
            first,
            citations=(*carrier.citations, *first.citations),
            element=first.element or carrier.element,
        )
    )
    yield from more


def _uncited(predicate: Predicate) -> Predicate:
    """Give a node without what it carries: the same words may rest on others elsewhere."""
    return replace(predicate, citations=(), element=None)


def _line(predicate: Predicate, depth: int) -> Line:
    return Line(
        depth=depth,
        words=node_words(predicate),
        citations=predicate.citations,
        judgement=isinstance(predicate, Condition) and predicate.fact.judgement,
        element=predicate.element,
    )

"""Strategies for facts, predicates over them, and cases that leave facts unknown."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from statuteline.rules.facts import (
    Choice,
    Condition,
    Constant,
    Day,
    Fact,
    Money,
    Whole,
    YesNo,
)
from statuteline.rules.nodes import Element
from statuteline.rules.predicates import (
    Predicate,
    all_of,
    any_of,
    at_least,
    define,
    facts_of,
    none_of,
    not_,
    when,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

few_numbers = st.integers(0, 12)
few_days = st.dates(date(2021, 9, 28), date(2021, 10, 5))
lines = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=12
).filter(lambda text: bool(text.strip()))
_VALUES = ("red", "green", "blue", "class A felony")


@st.composite
def facts(draw: st.DrawFn, *, most: int = 4) -> tuple[Fact, ...]:
    """Draw some facts of any kind, each with a name of its own."""
    kinds = draw(
        st.lists(
            st.sampled_from((YesNo, YesNo, Choice, Whole, Money, Day)),
            min_size=1,
            max_size=most,
        )
    )
    return tuple(draw(_fact(kind, number)) for number, kind in enumerate(kinds))


@st.composite
def _fact(draw: st.DrawFn, kind: type[Fact], number: int) -> Fact:
    name = f"{draw(st.sampled_from(('wet', 'known_at_home', 'term')))}_{number}"
    ask, judgement = draw(lines), draw(st.booleans())
    if kind is Choice:
        values = draw(st.lists(st.sampled_from(_VALUES), min_size=1, unique=True))
        return Choice(name=name, ask=ask, judgement=judgement, values=tuple(values))
    if kind is Whole:
        return Whole(name=name, ask=ask, judgement=judgement, unit="years")
    return kind(name=name, ask=ask, judgement=judgement)


def conditions(fact: Fact) -> st.SearchStrategy[Condition]:
    """Draw a condition on one fact: any comparison that its kind allows."""
    match fact:
        case YesNo():
            return st.sampled_from((fact.is_true(), fact.is_false()))
        case Choice(values=values):
            some = st.lists(st.sampled_from(values), min_size=1, unique=True)
            return st.sampled_from(values).map(fact.is_) | some.map(
                lambda chosen: fact.one_of(*chosen)
            )
        case Whole():
            asks = (fact.at_least, fact.at_most, fact.above, fact.below)
            return st.builds(lambda ask, n: ask(n), st.sampled_from(asks), few_numbers)
        case Day():
            asked = (fact.on_or_after, fact.before)
            return st.builds(lambda ask, day: ask(day), st.sampled_from(asked), few_days)
        case _:
            raise AssertionError(fact)


@st.composite
def predicates(
    draw: st.DrawFn,
    over: tuple[Fact, ...] | None = None,
    *,
    leaves: int = 12,
    labels: bool = True,
) -> Predicate:
    """Draw a predicate of any shape.

    Args:
        draw: Hypothesis gives it.
        over: The facts it may ask; None for facts of its own.
        leaves: How many conditions it has at most, nearly.
        labels: Whether nodes may carry citations and elements.
    """
    asked = draw(facts()) if over is None else over
    leaf: st.SearchStrategy[Predicate] = st.sampled_from(asked).flatmap(conditions)
    tree = st.recursive(leaf, _joined, max_leaves=leaves)
    return draw(tree.flatmap(_labelled) if labels else tree)


def _joined(below: st.SearchStrategy[Predicate]) -> st.SearchStrategy[Predicate]:
    parts = st.lists(below, min_size=1, max_size=4)
    counted = parts.flatmap(
        lambda some: st.integers(1, len(some)).map(lambda n: at_least(n, *some))
    )
    return st.one_of(
        parts.map(lambda some: all_of(*some)),
        parts.map(lambda some: any_of(*some)),
        parts.map(lambda some: none_of(*some)),
        counted,
        below.map(not_),
        st.builds(when, below, below),
        st.builds(define, lines, below.flatmap(_labelled)),
    )


def _labelled(predicate: Predicate) -> st.SearchStrategy[Predicate]:
    def cite(words: str, *, elsewhere: bool) -> Predicate:
        work = "us-ct/cgs/1-1" if elsewhere else None
        return predicate.cite("sec_1-1__subsec_a", words, work=work)

    return st.one_of(
        st.just(predicate),
        st.builds(cite, lines, elsewhere=st.booleans()),
        st.sampled_from(Element).map(predicate.as_element),
    )


@st.composite
def cases(draw: st.DrawFn, asked: Sequence[Predicate]) -> dict[str, Constant]:
    """Draw a case for some predicates: for each fact a value, or nothing: unknown."""
    known: dict[str, Constant] = {}
    for fact in facts_of(*asked):
        value = draw(st.none() | values(fact))
        if value is not None:
            known[fact.name] = value
    return known


def values(fact: Fact) -> st.SearchStrategy[Constant]:
    """Draw a value that a fact can have, near those that conditions name."""
    match fact:
        case YesNo():
            return st.booleans()
        case Choice(values=choices):
            return st.sampled_from(choices)
        case Whole():
            return st.integers(0, 14)
        case Day():
            return st.dates(date(2021, 9, 26), date(2021, 10, 7))
        case _:
            raise AssertionError(fact)

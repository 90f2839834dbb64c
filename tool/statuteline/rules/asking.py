"""The facts that a version of an encoding asks for, and facts held against them."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from statuteline.errors import FactsError
from statuteline.rules.facts import values_hint
from statuteline.rules.predicates import facts_of
from statuteline.rules.schedules import After

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.rules.encodings import Axiom, Encoding, Version
    from statuteline.rules.facts import Fact, Facts
    from statuteline.rules.schedules import Deadline


def facts_asked(version: Version, axioms: tuple[Axiom, ...] = ()) -> tuple[Fact, ...]:
    """List the facts that a version asks for, each once.

    Args:
        version: The version.
        axioms: What is always so beside it.

    Returns:
        Those of the readings first, in the order in which they are written, then those
        of the procedure, of the axioms and of the deadlines.

    Raises:
        RuleError: If two different facts have one name.
    """
    found = facts_of(*version.predicates, *(axiom.holds for axiom in axioms))
    return tuple(dict.fromkeys((*found, *_days(version.deadlines))))


def facts_of_encoding(encoding: Encoding) -> tuple[Fact, ...]:
    """List the facts that any version of an encoding asks for, each once.

    Raises:
        RuleError: If two different facts have one name.
    """
    versions = encoding.versions
    predicates = (one for version in versions for one in version.predicates)
    found = facts_of(*predicates, *(axiom.holds for axiom in encoding.axioms))
    days = (day for version in versions for day in _days(version.deadlines))
    return tuple(dict.fromkeys((*found, *days)))


def check_facts(facts: Facts, asked: Iterable[Fact]) -> None:
    """See that every fact is asked for and has a value that it admits.

    Args:
        facts: What is known, by name.
        asked: The facts that are asked for.

    Raises:
        FactsError: If one is not asked for, or cannot have its value.
    """
    by_name = {fact.name: fact for fact in asked}
    for name, value in facts.items():
        fact = by_name.get(name)
        if fact is None:
            raise FactsError(f"No fact {name} is asked for", hint=name_hint(name, by_name))
        if not fact.admits(value):
            raise FactsError(
                f"{name} cannot be {value!r}", hint=values_hint(fact, str(value))
            )


def name_hint(tried: str, names: Iterable[str]) -> str:
    """Say which name comes nearest to one that nothing has; empty for none near."""
    near = get_close_matches(tried, names, n=1)
    return f"did you mean {near[0]}?" if near else ""


def _days(deadlines: tuple[Deadline, ...]) -> Iterator[Fact]:
    for deadline in deadlines:
        for day in deadline.latest_of:
            if isinstance(day, After):
                yield day.fact

"""Predicates in SQL: a column for each that has a name or stands in several places.

SQL's own logic is Kleene's: a comparison with NULL is NULL, and AND, OR and NOT say no
more than they know. So a column says what :func:`statuteline.rules.kleene.truth` says.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuteline.rules.facts import Condition
from statuteline.rules.json_form import logic_digest
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
from statuteline.rules.sql_words import condition, joined, name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.rules.predicates import Predicate


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """SQL of a predicate.

    Args:
        sql: An expression: TRUE, FALSE or NULL.
        step: How many columns stand one on the other below it.
    """

    sql: str
    step: int


class Clauses:
    """The columns of some predicates, each written once.

    Args:
        predicates: All that will be asked for, each with words for the name of its
            column.
        taken: Names of columns that are there already.
    """

    def __init__(
        self, predicates: Iterable[tuple[str, Predicate]], taken: Iterable[str]
    ) -> None:
        self._uses: Counter[str] = Counter()
        self._taken = set(taken)
        self._steps: list[dict[str, str]] = []  # column by its SQL, a step at a time
        self._words: dict[str, str] = {}
        for words, predicate in predicates:
            self._count(predicate)
            self._words.setdefault(logic_digest(predicate), words)

    def of(self, predicate: Predicate) -> str:
        """Write a predicate, by its column where it has one."""
        return self._told(predicate).sql

    def steps(self) -> Iterator[tuple[tuple[str, str], ...]]:
        """List the columns, name and SQL, each step built on those before."""
        for step in self._steps:
            yield tuple((column, sql) for sql, column in step.items())

    def _count(self, predicate: Predicate) -> None:
        key = logic_digest(predicate)
        if isinstance(predicate, Define):  # the logic is its part's
            self._words.setdefault(key, predicate.name)
            self._count(predicate.part)
            return
        self._uses[key] += 1
        if self._uses[key] == 1:
            for part in parts_of(predicate):
                self._count(part)

    def _told(self, predicate: Predicate) -> Told:
        if isinstance(predicate, Define):
            return self._column(self._told(predicate.part), predicate.name)
        if isinstance(predicate, Condition):
            return Told(sql=condition(predicate), step=0)
        parts = tuple(map(self._told, parts_of(predicate)))
        told = Told(
            sql=_joined(predicate, tuple(part.sql for part in parts)),
            step=max(part.step for part in parts),
        )
        digest = logic_digest(predicate)
        if digest in self._words or self._uses[digest] > 1:
            return self._column(told, self._words.get(digest, "clause"))
        return told

    def _column(self, told: Told, words: str) -> Told:
        if any(
            told.sql == name(column) for step in self._steps for column in step.values()
        ):
            return told
        while len(self._steps) <= told.step:
            self._steps.append({})
        step = self._steps[told.step]
        if told.sql not in step:
            step[told.sql] = self._free(words)
        return Told(sql=name(step[told.sql]), step=told.step + 1)

    def _free(self, words: str) -> str:
        """Make a name of a column that nothing else has."""
        plain = re.sub(r"[^a-z0-9]+", "_", words.lower(), flags=re.ASCII).strip("_")
        stem = f"is_{plain[:40] or 'clause'}"
        tried, number = stem, 1
        while tried in self._taken:
            number += 1
            tried = f"{stem}_{number}"
        self._taken.add(tried)
        return tried


def _joined(predicate: Predicate, parts: tuple[str, ...]) -> str:
    match predicate:
        case AllOf():
            return joined("AND", parts)
        case AnyOf():
            return joined("OR", parts)
        case NoneOf():
            return f"NOT {joined('OR', parts)}"
        case Not():
            return f"NOT {parts[0]}"
        case When():
            return f"(NOT {parts[0]} OR {parts[1]})"
        case AtLeast(count=count):
            return _counted(count, parts)
        case _:
            raise TypeError(type(predicate))


def _counted(count: int, parts: tuple[str, ...]) -> str:
    """Count those that are met, and those that may be."""
    met = " + ".join(f"CASE WHEN {part} THEN 1 ELSE 0 END" for part in parts)
    open_ = " + ".join(f"CASE WHEN NOT {part} THEN 0 ELSE 1 END" for part in parts)
    return f"CASE WHEN {met} >= {count} THEN TRUE WHEN {open_} < {count} THEN FALSE END"

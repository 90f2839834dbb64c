"""A decision as one SQL query, for tables of cases of any length.

The query reads a table ``cases`` in columns ``_1``, ``_2`` and so on, and gives it back
with answers beside it. It runs as it is in DuckDB and in Spark. Its answers are those of
:func:`statuteline.rules.settling.settle`: it follows the clauses of each predicate, and
where all facts together settle more, boxes hold those records.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.rules.asking import facts_asked
from statuteline.rules.sql_answers import (
    NO_WORDS,
    asks,
    decided,
    met,
    outcome,
    result,
    state,
    steps,
    why,
)
from statuteline.rules.sql_clauses import Clauses
from statuteline.rules.sql_facts import (
    fault_of,
    no_value,
    spaces,
    text_of,
    value_of,
    words_of,
)
from statuteline.rules.sql_words import name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from statuteline.rules.answers import Decision
    from statuteline.rules.facts import Fact

OUTCOME: Final = "outcome"
STATE: Final = "state"
REASON: Final = "reason"

_SPACES: Final = "_spaces"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table.

    Args:
        name: Its name.
        fractions: Whether it can hold fractions, and whole numbers among them.
        unreadable: What else it holds, where no fact can be read from that; empty where
            one can.
    """

    name: str
    fractions: bool = False
    unreadable: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A decision in SQL.

    Args:
        sql: The query.
        adds: The names of the columns that stand behind those of the table: outcome,
            state, reason, and one for each step of the procedure.
        exact: Whether it settles all that the facts settle. Where a decision has too
            many facts, it only follows the clauses, and may leave a record undetermined
            that is not.
    """

    sql: str
    adds: tuple[str, ...]
    exact: bool


def query(
    decisions: tuple[Decision, ...],
    columns: Sequence[Column],
    passed: Collection[str] = (),
) -> Query:
    """Write the query that decides every row of a table.

    Args:
        decisions: The decision of a case of which nothing is known, under every text
            that may govern it.
        columns: The columns of the table, in their order. A column with the name of a
            fact holds that fact; others are given back as they are.
        passed: Names of columns that are given back too, though a fact has the name.

    Raises:
        RuleError: If a case has two outcomes, or a decision has too many cases.
    """
    readings, procedure = decided(decisions), steps(decisions)
    facts = tuple(
        dict.fromkeys(
            fact
            for one in decisions
            if one.version is not None
            for fact in facts_asked(one.version, one.axioms)
        )
    )
    given = {
        fact: text_of(f"_{number}", fractions=column.fractions)
        for fact in facts
        for number, column in enumerate(columns, start=1)
        if fact.name == column.name and column.name not in passed
    }
    every = (*readings, *procedure)
    clauses = Clauses(
        (named for one in every for named in one.named()),
        taken=(fact.name for fact in facts),
    )
    last = (
        *(name(f"_{number}") for number in range(1, len(columns) + 1)),
        f"{outcome(readings)} AS {name(OUTCOME)}",
        f"{state(readings)} AS {name(STATE)}",
        f"{why(clauses, readings)} AS {name(REASON)}",
        *(f"{met(clauses, one)} AS _step_{n}" for n, one in enumerate(procedure, start=1)),
    )
    results = tuple(
        (f"_result_{n}", result(clauses, one)) for n, one in enumerate(readings, start=1)
    )
    tables = (
        ("_texts", ((_SPACES, spaces()), *((_text(f), sql) for f, sql in given.items()))),
        ("_given", tuple((_words(fact), words_of(_text(fact), _SPACES)) for fact in given)),
        ("_facts", tuple((fact.name, _value(fact, given)) for fact in facts)),
        *((f"_clauses_{n}", step) for n, step in enumerate(clauses.steps(), start=1)),
        ("_results", (("_bad", _bad(given)), *results)),
        ("_asks", (("_ask", asks(readings, facts)),)),
    )
    return Query(
        sql=_layered(tables, last),
        adds=(OUTCOME, STATE, REASON, *(one.label for one in procedure)),
        exact=all(one.beyond is not None for one in every),
    )


def _value(fact: Fact, given: Collection[Fact]) -> str:
    return value_of(fact, name(_words(fact))) if fact in given else no_value(fact)


def _bad(given: Iterable[Fact]) -> str:
    faults = [fault_of(fact, name(_words(fact))) for fact in given]
    return f"NULLIF(CONCAT_WS('; ', {', '.join(faults)}), '')" if faults else NO_WORDS


def _text(fact: Fact) -> str:
    return f"_text_{fact.name}"


def _words(fact: Fact) -> str:
    return f"_words_{fact.name}"


def _layered(
    tables: Iterable[tuple[str, tuple[tuple[str, str], ...]]], last: Sequence[str]
) -> str:
    """Write one query, each table with all columns of the one before and some more."""
    written: list[str] = []
    before = "cases"
    for table, columns in tables:
        added = "".join(f",\n    {sql} AS {name(column)}" for column, sql in columns)
        written.append(f"{name(table)} AS (\n  SELECT *{added}\n  FROM {before}\n)")
        before = name(table)
    listed = ",\n  ".join(last)
    return f"WITH {', '.join(written)}\nSELECT\n  {listed}\nFROM {before}\n"

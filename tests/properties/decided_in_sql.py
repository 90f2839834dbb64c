"""Records decided by the SQL query in DuckDB, and one after the other by the program."""

from __future__ import annotations

import csv
from datetime import date
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import duckdb

from statuteline.rules.answers import Unsettled
from statuteline.rules.asking import facts_asked
from statuteline.rules.grid import grid
from statuteline.rules.settling import settle, settle_one
from statuteline.rules.sql import Column, query
from statuteline.rules.sql_answers import SETTLED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from statuteline.rules.answers import Decision
    from statuteline.rules.facts import Constant, Facts
    from statuteline.rules.predicates import Predicate

Row = tuple[object, ...]


def every_record(
    guards: Iterable[Predicate], axioms: Iterable[Predicate]
) -> Iterator[dict[str, Constant]]:
    """Give every record that predicates can tell apart, unknown facts left out."""
    axes = grid(*guards, *axioms).axes
    for chosen in product(*((None, *axis.cells) for axis in axes)):
        yield {
            axis.fact.name: cell.example
            for axis, cell in zip(axes, chosen, strict=True)
            if cell is not None
        }


def words(value: object) -> str:
    """Write a value as a table does; nothing for one that is unknown."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case _:
            return str(value)


def in_duckdb(decisions: tuple[Decision, ...], records: Sequence[Facts]) -> list[Row]:
    """Decide records by the query: outcome, state, reason, and the steps."""
    names = sorted({name for record in records for name in record}) or ["nothing"]
    written = query(decisions, [Column(name=name) for name in ("id", *names)])
    assert written.exact
    with TemporaryDirectory() as folder, duckdb.connect() as connection:
        path = Path(folder) / "cases.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            rows = csv.writer(stream)
            rows.writerow(("id", *names))
            for number, record in enumerate(records):
                rows.writerow((number, *(words(record.get(name)) for name in names)))
        columns = {f"_{n}": "VARCHAR" for n in range(1, len(names) + 2)}
        connection.execute(
            "CREATE TABLE cases AS SELECT * FROM "  # noqa: S608 - a folder of our own
            f"read_csv('{path}', columns = {columns}, header = true, auto_detect = false, "
            "quote = '\"', escape = '\"')"
        )
        found = connection.execute(written.sql).fetchall()
    assert [int(row[0]) for row in found] == list(range(len(records)))
    return [row[len(names) + 1 :] for row in found]


def one_by_one(decision: Decision, record: Facts) -> Row:
    """Decide a record under the first reading: outcome, state, unknown facts, steps."""
    (reading,) = decision.readings
    found = settle(reading.reading.outcomes, record, decision.axioms)
    if found.impossible:
        state = Unsettled.IMPOSSIBLE.value
    else:
        state = Unsettled.UNDETERMINED.value if found.settled is None else SETTLED
    steps = (
        settle_one(one.requirement.met, record, decision.axioms).settled
        for one in decision.requirements
    )
    told = {"met": True, "not met": False, None: None}
    assert decision.version is not None
    order = facts_asked(decision.version, decision.axioms)
    asked = ", ".join(fact.name for fact in order if fact in found.ask)
    return (found.settled, state, asked, *(told[step] for step in steps))

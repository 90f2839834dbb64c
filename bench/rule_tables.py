"""A table of very many cases, decided by us in DuckDB and by OpenFisca in arrays."""

from __future__ import annotations

import os
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import duckdb

from rule_case import DAY, ENCODING, GUARDS
from rule_peers import by_openfisca, simulation
from statuteline.batch import Task, batch, decide_table
from statuteline.rules.deciding import decide
from statuteline.rules.grid import grid
from statuteline.rules.sql import OUTCOME, Column, query

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from statuteline.rules.answers import Answer

SHARE: Final = 4  # of ten facts, how many are unknown in the second table


def tables(count: int) -> Iterator[str]:
    """Write the table of tables.

    Args:
        count: How many cases; a little more are made.
    """
    laid = grid(*GUARDS)
    cases = [laid.facts(case) for case in range(laid.size)]
    times = -(-count // laid.size)
    yield f"\n## Deciding {laid.size * times:,} cases\n"
    yield f"Every case that the text tells apart, {times:,} times; then the same with four"
    yield "of ten facts unknown. Processor seconds of all cores, and seconds of the clock"
    yield f"on {os.cpu_count()} cores.\n"
    yield "| what | all known | clock | four of ten unknown | clock |"
    yield "|---|--:|--:|--:|--:|"
    with TemporaryDirectory() as scratch:
        known, unknown = Path(scratch) / "known.parquet", Path(scratch) / "open.parquet"
        write_cases(known, times, 0)
        write_cases(unknown, times, SHARE)
        yield _row(
            "`decide --batch`, Parquet to Parquet",
            *(_taken(_whole(path, Path(scratch))) for path in (known, unknown)),
        )
        yield _row(
            "the query alone, outcomes counted",
            *(_taken(counted(path)) for path in (known, unknown)),
        )
    yield _row("OpenFisca, arrays set", _taken(lambda: simulation(cases, times=times)))
    built = simulation(cases, times=times)
    yield _row("OpenFisca, outcomes computed", _taken(by_openfisca(built)))


def _row(name: str, *taken: tuple[float, float]) -> str:
    cells = [f"{processor:.3f} | {clock:.3f}" for processor, clock in taken]
    return f"| {name} | {' | '.join((*cells, *['not possible |'] * (2 - len(cells))))} |"


def _taken(work: Callable[[], object]) -> tuple[float, float]:
    """Give processor seconds and seconds of the clock, after a first run."""
    work()
    processor, clock = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - processor, time.perf_counter() - clock


def write_cases(path: Path, times: int, share: int) -> None:
    """Write a table of cases, of which so many of ten facts are unknown."""
    laid = grid(*GUARDS)
    columns = []
    for number, axis in enumerate(laid.axes):
        values = ", ".join(_constant(cell.example) for cell in axis.cells)
        cell = f"[{values}][i // {axis.stride} % {len(axis.cells)} + 1]"
        unknown = f"hash(i * {len(laid.axes)} + {number}) % 10 < {share}"
        columns.append(f"CASE WHEN NOT {unknown} THEN {cell} END AS {axis.fact.name}")
    made = f"range({laid.size * times}) AS t(i)"
    with duckdb.connect() as connection:
        cases = connection.sql(f"SELECT i AS id, {', '.join(columns)} FROM {made}")  # noqa: S608 - all of it is ours
        cases.write_parquet(str(path))


def _constant(value: object) -> str:
    return f"'{value}'" if isinstance(value, str) else str(value).lower()


def _nothing_known() -> Answer:
    return decide(ENCODING, {}, at=DAY, governed=DAY, known=DAY, texts=None)


def _whole(path: Path, folder: Path) -> Callable[[], object]:
    task = Task(cases=path, answers=folder / "answers.parquet", replace=True)
    return lambda: decide_table(batch("duckdb"), _nothing_known(), task)


def counted(path: Path) -> Callable[[], dict[str | None, int]]:
    """Prepare the query over a table in memory; gives how often each outcome is settled."""
    connection = duckdb.connect()
    connection.execute(f"CREATE TABLE read AS FROM read_parquet('{path}')")
    names = [row[0] for row in connection.execute("DESCRIBE read").fetchall()]
    numbered = ", ".join(f"_{number}" for number in range(1, len(names) + 1))
    connection.execute(f"CREATE VIEW cases({numbered}) AS FROM read")
    written = query(_nothing_known().decisions, [Column(name=name) for name in names])
    place = (*names, *written.adds).index(OUTCOME)

    def work() -> dict[str | None, int]:
        answers = connection.sql(written.sql)
        found = answers.aggregate(f'"{answers.columns[place]}", count(*)')
        return dict(found.fetchall())

    return work

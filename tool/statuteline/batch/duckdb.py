"""DuckDB: all cores of this computer, and no server.

It needs the package of that name, which the extra ``batch`` brings. Nothing is fetched:
what it needs to read and write Parquet is built in.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from statuteline.batch._csv import header
from statuteline.batch.base import Batch, Count, Form
from statuteline.errors import EngineError
from statuteline.rules.sql import OUTCOME, STATE, Column

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from duckdb import DuckDBPyConnection

    from statuteline.batch.base import Table

_CSV: Final = (
    "header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', "
    "strict_mode = true"
)
_FACTS: Final = frozenset(
    {
        *("VARCHAR", "BOOLEAN", "DATE"),
        *(f"{sign}{size}INT" for sign in ("", "U") for size in ("TINY", "SMALL", "BIG")),
        *("INTEGER", "UINTEGER", "HUGEINT", "UHUGEINT"),
    }
)
_ADVICE: Final = re.compile(r"\n\s*(?:Possible |LINE \d+:)")
_FRACTIONS: Final = ("FLOAT", "DOUBLE", "DECIMAL")


class _DuckDb:
    """A database in memory that reads and writes files."""

    def __init__(self, connection: DuckDBPyConnection) -> None:
        self._connection = connection

    def columns(self, cases: Table) -> tuple[Column, ...]:
        """List the columns of a table."""
        if cases.form is Form.CSV:
            return tuple(Column(name=name) for name in header(cases.path))
        read = f"DESCRIBE SELECT * FROM read_parquet({_text(str(cases.path))})"
        found = self._connection.execute(read).fetchall()
        return tuple(_column(str(row[0]), str(row[1])) for row in found)

    def answer(
        self, cases: Table, sql: str, names: tuple[str, ...], answers: Table
    ) -> tuple[Count, ...]:
        """Run a query over a table, and write what it gives."""
        read = _read(cases, len(self.columns(cases)))
        self._connection.execute(f"CREATE TEMP VIEW cases AS {read}")
        labels = ", ".join(_quoted(name) for name in names)
        self._connection.execute(
            f"COPY (SELECT * FROM ({sql}) AS answers({labels})) "
            f"TO {_text(str(answers.path))} ({_written(answers.form)})"
        )
        state, outcome = (f"_{names.index(name) + 1}" for name in (STATE, OUTCOME))
        found = self._connection.execute(
            f"SELECT {state}, {outcome}, COUNT(*) FROM ({_read(answers, len(names))}) "
            "GROUP BY ALL ORDER BY ALL"
        ).fetchall()
        return tuple(Count(state=row[0], outcome=row[1], rows=row[2]) for row in found)


def _read(table: Table, count: int) -> str:
    """Write how to read a table: its columns by number, the words of a CSV file."""
    path = _text(str(table.path))
    columns = [f"_{number}" for number in range(1, count + 1)]
    if table.form is Form.PARQUET:
        return f"SELECT * FROM read_parquet({path}) AS t({', '.join(columns)})"
    types = ", ".join(f"'{column}': 'VARCHAR'" for column in columns)
    return f"SELECT * FROM read_csv({path}, columns = {{{types}}}, {_CSV})"


def _column(name: str, kind: str) -> Column:
    fractions = kind.startswith(_FRACTIONS)
    readable = fractions or kind in _FACTS or kind.startswith("ENUM")
    return Column(name=name, fractions=fractions, unreadable="" if readable else kind)


def _written(form: Form) -> str:
    return "FORMAT csv, HEADER true" if form is Form.CSV else "FORMAT parquet"


def _text(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _told(words: str) -> str:
    """Give what went wrong without advice on DuckDB's own options, and without SQL."""
    return " ".join(_ADVICE.split(words, maxsplit=1)[0].split())


@contextmanager
def _open(folder: Path) -> Iterator[_DuckDb]:
    try:
        import duckdb  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise EngineError(
            "Many cases need the package DuckDB, which is not installed",
            hint="pip install 'statuteline[batch]'",
        ) from error
    try:
        with duckdb.connect(
            config={
                "autoinstall_known_extensions": "false",  # nothing comes from the network
                "autoload_known_extensions": "false",
                "python_enable_replacements": "false",  # no name is a variable of ours
                "temp_directory": str(folder / "memory"),
            }
        ) as connection:
            yield _DuckDb(connection)
    except duckdb.Error as error:
        told = f"DuckDB could not do the work: {_told(str(error))}"
        raise EngineError(told, where="--engine duckdb") from error


BATCH = Batch(summary="All cores of this computer; needs statuteline[batch].", open=_open)

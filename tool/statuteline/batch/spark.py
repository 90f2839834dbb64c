"""A cluster of Apache Spark.

It needs PySpark, which the extra ``spark`` brings, and Java. Where the cluster is, Spark
is told as always: see :mod:`statuteline.engines.spark`. Every worker must see the files by
the same path. The answers are a folder of files, one a part of the table, as Spark writes
them.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from statuteline.batch._csv import header
from statuteline.batch.base import Batch, Count, Form
from statuteline.engines._spark_session import spark_session
from statuteline.rules.sql import OUTCOME, STATE, Column

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pyspark.sql import DataFrame, SparkSession

    from statuteline.batch.base import Table

_SETTINGS: Final = {
    # The query is standard SQL: names stand in double quotes, and strings are as written.
    "spark.sql.ansi.enabled": "true",
    "spark.sql.ansi.doubleQuotedIdentifiers": "true",
    "spark.sql.variable.substitute": "false",
    "spark.sql.caseSensitive": "true",
}
_HINT: Final = "it needs Java 17 or newer, and every worker must see the files"
_FACTS: Final = ("string", "boolean", "date", "tinyint", "smallint", "int", "bigint")
_FRACTIONS: Final = ("float", "double", "decimal")


class _Spark:
    """A session that reads and writes files."""

    def __init__(self, session: SparkSession) -> None:
        self._session = session

    def columns(self, cases: Table) -> tuple[Column, ...]:
        """List the columns of a table."""
        if cases.form is Form.CSV:
            return tuple(Column(name=name) for name in header(cases.path))
        kinds = self._session.read.parquet(_address(cases)).dtypes
        return tuple(_column(name, kind) for name, kind in kinds)

    def answer(
        self, cases: Table, sql: str, names: tuple[str, ...], answers: Table
    ) -> tuple[Count, ...]:
        """Run a query over a table, and write what it gives."""
        read = self._read(cases, len(self.columns(cases)))
        read.createOrReplaceTempView("cases")
        found = self._session.sql(sql).toDF(*names)
        if answers.form is Form.PARQUET:
            found.write.parquet(_address(answers))
        else:
            found.write.csv(
                _address(answers),
                header=True,
                escape='"',
                emptyValue="",
                ignoreLeadingWhiteSpace=False,
                ignoreTrailingWhiteSpace=False,
            )
        state, outcome = (f"_{names.index(name) + 1}" for name in (STATE, OUTCOME))
        written = self._read(answers, len(names))
        counted = written.groupBy(state, outcome).count().orderBy(state, outcome)
        return tuple(Count(state=a, outcome=b, rows=n) for a, b, n in counted.collect())

    def _read(self, table: Table, count: int) -> DataFrame:
        """Read a table: its columns by number, the words of a CSV file."""
        columns = [f"_{number}" for number in range(1, count + 1)]
        if table.form is Form.PARQUET:
            return self._session.read.parquet(_address(table)).toDF(*columns)
        return self._session.read.csv(
            _address(table),
            schema=", ".join(f"{column} STRING" for column in columns),
            header=True,
            enforceSchema=True,
            multiLine=True,
            escape='"',
            mode="FAILFAST",
        )


def _address(table: Table) -> str:
    return f"file://{table.path}"


def _column(name: str, kind: str) -> Column:
    fractions = kind.startswith(_FRACTIONS)
    return Column(
        name=name,
        fractions=fractions,
        unreadable="" if fractions or kind in _FACTS else kind,
    )


@contextmanager
def _open(folder: Path) -> Iterator[_Spark]:
    del folder  # Spark has folders of its own
    with spark_session(_SETTINGS, _HINT) as session:
        yield _Spark(session)


BATCH = Batch(summary="A cluster of Apache Spark; needs statuteline[spark].", open=_open)

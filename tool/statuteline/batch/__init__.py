"""One module a database: many cases decided at once, by one SQL query.

The query is that of :mod:`statuteline.rules.sql`, the same for every database.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.batch._columns import check_columns
from statuteline.batch._output import workshop
from statuteline.batch.base import Batch, Count, Form, Table
from statuteline.corpus.disk import put
from statuteline.errors import FactsError
from statuteline.plugins import load_plugin, plugin_names
from statuteline.rules.asking import facts_asked, facts_of_encoding
from statuteline.rules.sql import query
from statuteline.rules.sql_answers import step_names

if TYPE_CHECKING:
    from pathlib import Path

    from statuteline.rules.answers import Answer

_GROUP = "statuteline.batch"
_GLOB: Final = frozenset("*?[]{}\\")


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A table to decide.

    Args:
        cases: A CSV or Parquet file. A column with the name of a fact holds that fact;
            others are passed on.
        answers: The CSV or Parquet file to write.
        passed: Columns that are no facts, though they may look like it.
        replace: Whether to replace answers that are there already.
    """

    cases: Path
    answers: Path
    passed: tuple[str, ...] = ()
    replace: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What became of a table.

    Args:
        counts: The rows by what they came to.
        unasked: The columns that are facts, but of another text than those that decide.
        exact: Whether everything was settled that the facts settle: see
            :class:`statuteline.rules.sql.Query`.
    """

    counts: tuple[Count, ...]
    unasked: tuple[str, ...]
    exact: bool


def batch_names() -> tuple[str, ...]:
    """List the databases."""
    return plugin_names(sys.modules[__name__], _GROUP)


def batch(name: str) -> Batch:
    """Take one database.

    Raises:
        PluginError: If there is none of this name.
    """
    return load_plugin(sys.modules[__name__], _GROUP, name, "BATCH", Batch)


def decide_table(database: Batch, nothing_known: Answer, task: Task) -> Summary:
    """Decide every row of a table, and write the rows with their answers.

    Args:
        database: What runs the query.
        nothing_known: The decision in a case of which nothing is known, on the days of
            all rows.
        task: The table.

    Raises:
        FactsError: If a column is nearly called as a fact, or the like; or a file has
            another ending, is missing, or is there already.
        EngineError: If a row cannot be read, or the answers cannot be written.
        RuleError: If a case has two outcomes.
    """
    source, target = _table(task.cases), _table(task.answers)
    if not source.path.exists():
        raise FactsError("There is no such file", where=str(task.cases))
    if target.path == source.path:
        raise FactsError("The answers would replace the cases", where=str(task.answers))
    if target.path.exists() and not task.replace:
        raise FactsError(
            "There is such a file already",
            where=str(task.answers),
            hint="--force replaces it",
        )
    if not target.path.parent.is_dir():
        raise FactsError("There is no such folder", where=str(task.answers.parent))
    decisions = nothing_known.decisions
    facts = tuple(fact.name for fact in facts_of_encoding(nothing_known.encoding))
    asked = {
        fact.name
        for one in decisions
        if one.version is not None
        for fact in facts_asked(one.version, one.axioms)
    }
    with workshop(target.path) as folder, database.open(folder) as session:
        columns = session.columns(source)
        names = tuple(column.name for column in columns)
        check_columns(columns, facts, task.passed, step_names(decisions))
        made = Table(path=folder / f"answers.{target.form.value}", form=target.form)
        written = query(decisions, columns, task.passed)
        counts = session.answer(source, written.sql, (*names, *written.adds), made)
        put(made.path, target.path)
    return Summary(
        counts=counts,
        unasked=tuple(
            name for name in names if name in facts and name not in {*asked, *task.passed}
        ),
        exact=written.exact,
    )


def _table(path: Path) -> Table:
    """Tell by the ending how a table is kept."""
    forms = {form.value: form for form in Form}
    form = forms.get(path.suffix.lower().removeprefix("."))
    if form is None:
        hint = f"write {path.stem}.csv or {path.stem}.parquet"
        raise FactsError("A table is a CSV or Parquet file", where=str(path), hint=hint)
    if _GLOB & set(str(path.resolve())):
        raise FactsError(
            "The path has signs that databases take for many files",
            where=str(path),
            hint=f"use a path without {' '.join(sorted(_GLOB))}",
        )
    return Table(path=path.resolve(), form=form)

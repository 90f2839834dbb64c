"""``decide --batch``: a table of cases decided, and what became of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypedDict

import click

from statuteline.cli._output import say
from statuteline.cli._params import plugin_option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from statuteline.batch import Summary
    from statuteline.rules.answers import Answer
    from statuteline.rules.receipts import Receipt

_ENGINE: Final = "duckdb"


class Options(TypedDict):
    """The options of a table, as click typed them."""

    batch: str | None
    out: str | None
    engine: str
    passed: tuple[str, ...]
    force: bool


def table_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Offer ``--batch`` and what belongs to it."""
    for option in (
        click.option("--force", is_flag=True, help="Replace answers that are there."),
        click.option(
            "--pass",
            "passed",
            multiple=True,
            metavar="COLUMN",
            help="A column that is no fact, though it may look like one; repeatable.",
        ),
        plugin_option(
            "--engine",
            default=_ENGINE,
            names=_engines,
            help_text="Where to decide a table: duckdb, spark, or one that a package adds.",
        ),
        click.option("--out", metavar="TABLE", help="Where to write the answers."),
        click.option("--batch", metavar="TABLE", help="Many cases: a CSV or Parquet file."),
    ):
        function = option(function)
    return function


def _engines() -> tuple[str, ...]:
    from statuteline.batch import batch_names

    return batch_names()


def check_options(options: Options, *, one_case: bool) -> bool:
    """Tell whether a table is asked for.

    Args:
        options: The options of a table.
        one_case: Whether one case, or a file for one, is asked for.

    Raises:
        click.UsageError: If options do not go together.
    """
    if options["batch"] is None:
        alone = ("out", "passed", "force")
        if any(options[name] for name in alone) or options["engine"] != _ENGINE:  # type: ignore[literal-required]
            raise click.UsageError("--out, --engine, --pass and --force go with --batch.")
        return False
    if one_case:
        raise click.UsageError("--batch goes without --facts and --template.")
    if options["out"] is None:
        raise click.UsageError("Give --out TABLE with --batch.")
    return True


def write_table(answer: Answer, receipt: Receipt, options: Options, form: str) -> None:
    """Decide a table, write its answers, and tell what became of it.

    Args:
        answer: The decision in a case of which nothing is known.
        receipt: Its receipt.
        options: The options of a table, checked.
        form: The format in which it is told: text, on standard error, or JSON.

    Raises:
        StatutelineError: If it cannot be decided, read or written.
    """
    from statuteline.batch import Task, batch, decide_table

    _check_decided(answer)
    cases, answers = options["batch"] or "", options["out"] or ""
    task = Task(
        cases=Path(cases),
        answers=Path(answers),
        passed=options["passed"],
        replace=options["force"],
    )
    summary = decide_table(batch(options["engine"]), answer, task)
    if form == "json":
        _write_json(receipt, summary, options)
        return
    for line in _lines(answer, summary):
        say(line, err=True)


def _check_decided(answer: Answer) -> None:
    """See that the texts of all days can decide something."""
    from statuteline.errors import FactsError
    from statuteline.rules.answers import Unsettled

    none = {Unsettled.NOT_ENCODED, Unsettled.NOT_RECORDED, Unsettled.NO_DECISION}
    for one in answer.decisions:
        for state in none:
            if state.value in one.results:
                raise FactsError(
                    f"No case can be decided by the text of {one.day}: {state.value}",
                    where=answer.encoding.name,
                )


def _lines(answer: Answer, summary: Summary) -> Iterator[str]:
    from statuteline.cli._decide_text import UNREVIEWED

    counted = _counted(answer, summary)
    rows = sum(counted.values())
    yield f"{rows:,} {'case' if rows == 1 else 'cases'}"
    width = len(f"{rows:,}")
    for result, count in counted.items():
        yield f"  {count:>{width},}  {result}"
    for column in summary.unasked:
        yield f"Note: no text of these days asks for {column}."
    if not summary.exact:
        yield (
            "Note: there are too many facts to look at every case. Cases were decided "
            "clause by clause; some may be settled that are told as undetermined."
        )
    yield UNREVIEWED


def _counted(answer: Answer, summary: Summary) -> dict[str, int]:
    """Count the rows by result: outcomes in their order, then why there is none."""
    from statuteline.rules.answers import Unsettled
    from statuteline.rules.sql_answers import BAD_VALUE

    counted = {(one.outcome or one.state): one.rows for one in summary.counts}
    order = dict.fromkeys(
        (
            *answer.possible,
            Unsettled.UNDETERMINED.value,
            Unsettled.IMPOSSIBLE.value,
            BAD_VALUE,
        )
    )
    return {result: counted.get(result, 0) for result in order}


def _write_json(receipt: Receipt, summary: Summary, options: Options) -> None:
    from statuteline.cli._output import write_json
    from statuteline.rules.receipts import law_json

    write_json(
        "decide-table",
        {
            **law_json(receipt),
            "cases": options["batch"],
            "answers": options["out"],
            "engine": options["engine"],
            "rows": sum(one.rows for one in summary.counts),
            "results": [
                {"state": one.state, "outcome": one.outcome, "rows": one.rows}
                for one in summary.counts
            ],
            "unasked": list(summary.unasked),
            "exact": summary.exact,
        },
    )

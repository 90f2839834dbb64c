"""``statuteline impact``: what a change of the law changes for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statuteline.cli._output import say
from statuteline.cli._params import Day, corpus_option, format_option

if TYPE_CHECKING:
    from datetime import date

    from statuteline.corpus.store import Corpus
    from statuteline.rules.impact import Impact
    from statuteline.rules.impact_cases import Row


@click.command("impact")
@click.argument("encoding", required=False)
@click.argument("before", type=Day(), required=False)
@click.argument("after", type=Day(), required=False)
@click.option("--from", "first", type=Day(), help="With --to: every encoding, from a day.")
@click.option("--to", "last", type=Day(), help="With --from: up to and with this day.")
@click.option(
    "--reading",
    "readings",
    multiple=True,
    metavar="NAME",
    help="Compare this reading alone, in a version that has it. May be repeated.",
)
@click.option(
    "--cases",
    metavar="FILE",
    help="Compare the cases of a CSV file, one row each; - is standard input.",
)
@corpus_option
@format_option("text", "json")
@click.pass_context
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - one parameter an option
    ctx: click.Context,
    encoding: str | None,
    before: date | None,
    after: date | None,
    first: date | None,
    last: date | None,
    readings: tuple[str, ...],
    cases: str | None,
    form: str,
) -> None:
    """Compare what ENCODING decides on two days of the law, over every possible case.

    BEFORE and AFTER are days (YYYY-MM-DD or today). Each case that the two texts can tell
    apart is counted once: counts are of cases, never of people. What became of the
    procedure, of deadlines and of seats is told apart. The exit status is 0 if nothing
    differs, and 1 if something does or a day has no version.

    With --from and --to in their place, tell of every encoding whose text differs between
    two days: what changed in the law and by which act, which code followed, and how many
    distinguishable cases end otherwise.

    With --cases, tell instead what became of each case of a file, with its name. The
    header holds the names of facts, and perhaps a column name; an empty cell is unknown.

    \b
    Examples:
      statuteline impact us-ct/vacatur 2020-01-01 2021-11-01
      statuteline impact us-ct/vacatur 2020-01-01 2021-11-01 --reading narrow
      statuteline impact us-ct/vacatur 2020-01-01 2021-11-01 --cases clients.csv
      statuteline impact --from 2021-09-30 --to 2021-10-01
    """
    if first is not None or last is not None:
        if first is None or last is None or encoding is not None or readings or cases:
            raise click.UsageError("--from and --to go together, and with nothing else.")
        ctx.exit(_between(ctx.obj.open(), first, last, form))
    if encoding is None or before is None or after is None:
        raise click.UsageError("Name ENCODING and two days, or give --from and --to.")
    from statuteline.audit.encodings import loaded
    from statuteline.rules.impact import impact

    found = impact(loaded(encoding, ctx.obj.open()), before, after, readings)
    rows = None if cases is None else _rows(found, cases)
    if form == "json":
        from statuteline.cli._impact_json import impact_value
        from statuteline.cli._output import write_json

        write_json("impact", impact_value(found, rows))
    else:
        from statuteline.cli._impact_text import impact_lines

        for line in impact_lines(found, rows):
            say(line)
    ctx.exit(1 if found.differs else 0)


def _between(corpus: Corpus, first: date, last: date, form: str) -> int:
    """Tell of all encodings; give the exit status."""
    from statuteline.cli._impact_between import between, between_lines, between_value

    found = between(corpus, first, last)
    if form == "json":
        from statuteline.cli._output import write_json

        value = between_value(found)
        days = {"from": first.isoformat(), "to": last.isoformat()}
        write_json("impact-between", {**days, "encodings": value})
    else:
        for line in between_lines(corpus, found):
            say(line)
    return 1 if found else 0


def _rows(found: Impact, name: str) -> tuple[Row, ...]:
    from statuteline.cases.case_rows import read_rows
    from statuteline.cli._files import file_bytes, shown_name
    from statuteline.errors import RuleError
    from statuteline.rules.asking import facts_of_encoding

    if not found.matrices:
        raise RuleError(
            f"{found.encoding.name} decides nothing on both days, so no case can be tried",
            hint="leave --cases out, and see what it holds",
        )
    return read_rows(file_bytes(name), shown_name(name), facts_of_encoding(found.encoding))

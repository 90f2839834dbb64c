"""``statuteline cases``: golden cases run, and the fewest that a lawyer would sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statuteline.cli._output import say
from statuteline.cli._params import Day, Session, corpus_option, format_option

if TYPE_CHECKING:
    from datetime import date

    from statuteline.corpus.store import Corpus
    from statuteline.rules.cases import CaseTable
    from statuteline.rules.encodings import Encoding


@click.command("cases")
@click.argument("name", metavar="[DECISION]", required=False)
@click.option(
    "--file", "path", metavar="FILE", help="Run a table of your own; - is standard input."
)
@click.option(
    "--minimal",
    is_flag=True,
    help="Give the fewest cases that test every clause: those that a lawyer would sign.",
)
@click.option("--at", type=Day(), help="The day of the law of --minimal; else each text.")
@click.option("--reading", metavar="NAME", help="Only one reading, with --minimal.")
@click.option(
    "--procedure",
    is_flag=True,
    help="Test the procedure, with --minimal, not the outcomes.",
)
@corpus_option
@format_option("text", "json", "toml")
@click.pass_context
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - one parameter a choice of the user
    ctx: click.Context,
    name: str | None,
    path: str | None,
    minimal: bool,
    at: date | None,
    reading: str | None,
    procedure: bool,
    form: str,
) -> None:
    """Run the golden cases of a DECISION, or list the decisions and count their cases.

    A golden case holds facts and the outcome that they must have. The exit status is 1 if
    a case has another. With --minimal, the cases that a lawyer would be asked to sign: a
    mistake in one clause, joint or constant that changes any case changes one of them.
    Without --at these are told for each text, without DECISION for each decision.

    \b
    Examples:
      statuteline cases
      statuteline cases us-ct/vacatur
      statuteline cases us-ct/vacatur --minimal --at 2021-11-01
    """
    from statuteline.audit.encodings import all_encodings, loaded, standing
    from statuteline.law import encoding_named

    session: Session = ctx.obj
    corpus = session.open()
    if minimal:
        if path is not None:
            raise click.UsageError("--minimal has no use for --file.")
        if procedure and reading is not None:
            raise click.UsageError("The procedure is the same under every reading.")
        if name is not None and at is not None:
            _give_fewest(loaded(name, corpus), at, reading, procedure, form)
            return
        if reading is not None or at is not None or form != "text":
            raise click.UsageError(
                "--reading, --at, and formats other than text need a DECISION and --at."
            )
        for one in all_encodings(corpus) if name is None else (loaded(name, corpus),):
            _give_fewest_of_each_text(standing(one, corpus), procedure)
        return
    if at is not None or reading is not None or procedure or form == "toml":
        told = "--at, --reading, --procedure and --format toml go with --minimal."
        raise click.UsageError(told)
    known = all_encodings(corpus)
    tables = _tables_of(corpus, known) if path is None else (_table_in(path, known),)
    if name is None and path is None:
        _list(tables, known, form)
    else:
        asked = encoding_named(tables[0].encoding if name is None else name, known)
        ctx.exit(_run(corpus, standing(asked, corpus), tables, form))


def _tables_of(corpus: Corpus, known: tuple[Encoding, ...]) -> tuple[CaseTable, ...]:
    from statuteline.cases.tables import read_table

    tables = corpus.case_tables()
    return tuple(read_table(data, where, known) for where, data in tables)


def _table_in(path: str, known: tuple[Encoding, ...]) -> CaseTable:
    from statuteline.cases.tables import read_table

    with click.open_file(path, "rb") as stream:
        return read_table(stream.read(), path, known)


def _list(tables: tuple[CaseTable, ...], known: tuple[Encoding, ...], form: str) -> None:
    from collections import Counter

    from statuteline.cli._output import write_columns, write_json

    counts = Counter(table.encoding for table in tables for _ in table.cases)
    decisions = [e for e in known if any(v.readings for v in e.versions)]
    if form == "json":
        told = [
            {"decision": one.name, "title": one.title, "cases": counts[one.name]}
            for one in decisions
        ]
        write_json("cases", {"decisions": told})
        return
    write_columns(
        (one.name, f"{(n := counts[one.name])} case{'' if n == 1 else 's'}", one.title)
        for one in decisions
    )


def _run(corpus: Corpus, asked: Encoding, tables: tuple[CaseTable, ...], form: str) -> int:
    """Run the tables of one decision, and give the exit status."""
    from statuteline.cli._cases_json import tried_value
    from statuteline.cli._cases_text import tried_lines
    from statuteline.cli._output import write_json
    from statuteline.errors import FactsError
    from statuteline.rules.cases import try_case

    own = [table for table in tables if table.encoding == asked.name]
    if not any(table.cases for table in own):
        known = ", ".join(sorted({table.encoding for table in tables if table.cases}))
        raise FactsError(
            f"There is no golden case of {asked.name} here",
            hint=f"there are cases of {known}" if known else "--file runs your own table",
        )
    tried = tuple(try_case(asked, case) for table in own for case in table.cases)
    if form == "json":
        write_json("cases", tried_value(asked, tried))
    else:
        for line in tried_lines(corpus, asked, tried):
            say(line)
    return 0 if all(one.agrees for one in tried) else 1


def _give_fewest_of_each_text(asked: Encoding, procedure: bool) -> None:
    for version in asked.versions:
        if version.requirements if procedure else version.readings:
            _give_fewest(asked, version.days.start, None, procedure, "text")
            say()


def _give_fewest(
    asked: Encoding, at: date, reading: str | None, procedure: bool, form: str
) -> None:
    from statuteline.cli._cases_json import suites_value
    from statuteline.cli._cases_text import suite_lines, suites_table
    from statuteline.cli._output import write_json
    from statuteline.rules.signing import suites

    found = suites(asked, at, reading, procedure=procedure)
    if form == "json":
        write_json("cases-minimal", suites_value(asked, at, found))
    elif form == "toml":
        click.echo(suites_table(asked, at, found), nl=False)
    else:
        for line in suite_lines(asked, at, found):
            say(line)

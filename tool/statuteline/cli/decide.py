"""``statuteline decide``: a case decided as far as its facts go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Unpack

import click

from statuteline.cli._decide_table import Options, check_options, table_options, write_table
from statuteline.cli._output import say
from statuteline.cli._params import Day, Session, corpus_option, format_option

if TYPE_CHECKING:
    from datetime import date

    from statuteline.cases.case_file import CaseFile
    from statuteline.corpus.store import Corpus
    from statuteline.rules.answers import Answer
    from statuteline.rules.encodings import Encoding
    from statuteline.rules.receipts import Receipt

_TABLE: Final = "--batch"


@click.command("decide")
@click.argument("decision")
@click.option("--at", type=Day(), required=True, help="The day of the law.")
@click.option("--facts", metavar="FILE", help="The case: TOML, JSON or CSV; - is input.")
@click.option("--governed", type=Day(), help="The day of the case that governs it.")
@click.option("--known", type=Day(), help="The day whose records of the texts count.")
@click.option("--reading", metavar="NAME", help="Only one reading.")
@click.option("--template", is_flag=True, help="Write an empty file of facts instead.")
@table_options
@corpus_option
@format_option("text", "json")
@click.pass_context
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - one parameter an option
    ctx: click.Context,
    decision: str,
    at: date,
    facts: str | None,
    governed: date | None,
    known: date | None,
    reading: str | None,
    template: bool,
    form: str,
    **table: Unpack[Options],
) -> None:
    """Decide a case under DECISION, explain it, and say what is still to ask.

    DECISION is the name of an encoding, such as us-ct/vacatur. The file has a table
    days with governed and known, and a table facts; in CSV they are columns. The
    options --governed and --known go before the file. A fact that is left out is
    unknown, which is never taken for no.

    --batch decides a whole table instead, CSV or Parquet, and writes it with the
    answers to --out. Its columns are facts, by their names; others are passed on.

    The exit status is 0 whatever the answer is, undetermined too; 2 if there is none.

    \b
    Examples:
      statuteline decide us-ct/vacatur --at 2021-11-01 --template > case.toml
      statuteline decide us-ct/vacatur --at 2021-11-01 --facts case.toml
      statuteline decide us-ct/vacatur --at 2021-11-01 --governed 2021-10-15 \\
        --known 2026-12-01 --batch cases.csv --out answers.csv
    """
    from statuteline.audit.encodings import loaded
    from statuteline.cases.case_file import CaseFile

    many = check_options(table, one_case=facts is not None or template)
    session: Session = ctx.obj
    corpus = session.open()
    encoding = loaded(decision, corpus)
    if template:
        _write_template(encoding, at)
        return
    if many:
        nothing = CaseFile(where=_TABLE, governed=None, known=None, raw={}, lines={})
        answer = _answered(corpus, encoding, nothing, (at, governed, known), reading)
        write_table(answer, _receipt(corpus, answer), table, form)
        return
    if facts is None:
        raise click.UsageError("Give --facts FILE, or --template for a file to fill.", ctx)
    case = _case(facts)
    answer = _answered(corpus, encoding, case, (at, governed, known), reading)
    receipt = _receipt(corpus, answer)
    if form == "json":
        from statuteline.cli._decide_json import write_answer

        write_answer(corpus, answer, receipt)
        return
    from statuteline.cli._decide_text import answer_lines

    for line in answer_lines(corpus, answer, receipt, colour=session.colour):
        say(line, styled=session.colour)


def _write_template(encoding: Encoding, at: date) -> None:
    from statuteline.cli._case_template import template_lines
    from statuteline.errors import FactsError

    version = encoding.version_at(at)
    if version is None:
        starts = ", ".join(
            f"{one.days.start}{' or before' if one.bound else ''}"
            for one in encoding.versions
        )
        raise FactsError(
            f"No text of {at} is encoded",
            where=encoding.name,
            hint=f"encoded are the texts that began on {starts}",
        )
    for line in template_lines(encoding, version, at):
        say(line)


def _answered(
    corpus: Corpus,
    encoding: Encoding,
    case: CaseFile,
    days: tuple[date, date | None, date | None],
    reading: str | None,
) -> Answer:
    from statuteline.rules.asking import facts_of_encoding
    from statuteline.rules.deciding import decide

    at, governed, known = days
    governs = encoding.governed_by or "day that says which text governs the case"
    return decide(
        encoding,
        case.facts(facts_of_encoding(encoding)),
        at=at,
        governed=_day("governed", governed or case.governed, case.where, governs),
        known=_day("known", known or case.known, case.where, "day whose records count"),
        texts=corpus.expressions(encoding.work) if corpus.holds(encoding.work) else None,
        reading=reading,
    )


def _case(name: str) -> CaseFile:
    """Read the file of a case; ``-`` is standard input."""
    from statuteline.cases.case_file import read_case
    from statuteline.cli._files import file_bytes

    return read_case(file_bytes(name), "standard input" if name == "-" else name)


def _day(name: str, day: date | None, where: str, meant: str) -> date:
    if day is not None:
        return day
    from statuteline.errors import FactsError

    in_file = "" if where == _TABLE else f", or {name} in the table days"
    raise FactsError(
        f"The case does not say its day {name!r}",
        where=where,
        hint=f"give --{name} DATE{in_file}: it is the {meant}",
    )


def _receipt(corpus: Corpus, answer: Answer) -> Receipt:
    from importlib.metadata import version

    from statuteline.history.in_force import TextInForce
    from statuteline.rules.receipts import receipt

    texts = (
        one.text.expression.id
        for one in answer.decisions
        if isinstance(one.text, TextInForce)
    )
    files = {text: corpus.digest(text) for text in texts}
    return receipt(answer, package=version("statuteline"), files=files)

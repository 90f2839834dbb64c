"""``statuteline compare``: all texts of a series on two days."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from statuteline.cli._engines import engine_options, spread
from statuteline.cli._output import write_json
from statuteline.cli._params import Day, Session, corpus_option, format_option

if TYPE_CHECKING:
    from datetime import date

    from statuteline.corpus.store import Corpus
    from statuteline.corpus.two_days import WorkOnTwoDays


@click.command("compare")
@click.argument("codes", nargs=-1, metavar="[CODE CODE]", type=click.Path())
@click.option("--from", "start", type=Day(), help="The earlier day.")
@click.option("--to", "end", type=Day(), help="The later day.")
@click.option("--series", default="cgs", show_default=True, help="The series to compare.")
@corpus_option
@format_option("text", "json")
@engine_options
@click.pass_context
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - one parameter an option
    ctx: click.Context,
    codes: tuple[str, ...],
    start: date | None,
    end: date | None,
    series: str,
    form: str,
    engine: str,
    jobs: int | None,
) -> None:
    """Compare all texts in force on one day with those in force on another.

    Or compare two whole CODEs, each in one Akoma Ntoso file: its sections are paired
    through renumbering and moves, and those that differ are told.

    A work whose text of one of the days is not in the corpus is told apart: what
    changed there is not known. The exit status is 0 if nothing differs, 1 if
    something does or is not known.

    \b
    Example:
      statuteline compare --from 2021-09-30 --to 2021-10-01
      statuteline compare code-2024.xml code-2026.xml
    """
    if codes:
        from statuteline.cli._codes import compare_files

        if start or end or len(codes) != 2:
            raise click.UsageError("Give two files, or --from and --to.")
        ctx.exit(compare_files(*codes, form, spread(engine, jobs)))
    if start is None or end is None:
        raise click.UsageError("Give --from and --to, or two files.")
    if end < start:
        raise click.UsageError("--to must not be before --from.")
    from statuteline.corpus.two_days import State, on_two_days

    session: Session = ctx.obj
    corpus = session.open()
    works = [work for work in corpus.works() if work.series == series]
    if not works:
        known = ", ".join(sorted({work.series for work in corpus.works()})) or "none"
        raise click.UsageError(f"No work of series {series!r}; there are: {known}.")
    found = (on_two_days(corpus, work, start, end) for work in works)
    rows = tuple(row for row in found if row is not None)
    counts = Counter(row.state.value for row in rows)
    if form == "json":
        _write_json(rows, start, end, counts)
    else:
        _write_text(corpus, rows, start, end, counts)
    ctx.exit(1 if any(row.state is not State.UNCHANGED for row in rows) else 0)


def _write_text(
    corpus: Corpus,
    rows: tuple[WorkOnTwoDays, ...],
    start: date,
    end: date,
    counts: Counter[str],
) -> None:
    from statuteline.corpus.two_days import State
    from statuteline.model.citation import Citation

    told = ", ".join(f"{count} {state}" for state, count in sorted(counts.items()))
    click.echo(f"From {start} to {end}: {told}. {corpus.settings.notice}")
    for row in rows:
        if row.state is State.UNCHANGED:
            continue
        text = row.new or row.old
        cited = corpus.cited(Citation(work=row.work))
        click.echo(f"\n{cited}  {text.title if text else ''}: {row.state.value}")
        for change in row.comparison.changes if row.comparison else ():
            click.echo(f"  - {change.summary}")


def _write_json(
    rows: tuple[WorkOnTwoDays, ...], start: date, end: date, counts: Counter[str]
) -> None:
    from statuteline.publish.json import change_value

    write_json(
        "compare",
        {
            "from": start.isoformat(),
            "to": end.isoformat(),
            "counts": dict(sorted(counts.items())),
            "works": [
                {
                    "work": str(row.work),
                    "state": row.state.value,
                    "old": str(row.old.id) if row.old else None,
                    "new": str(row.new.id) if row.new else None,
                    "changes": [
                        change_value(change)
                        for change in (row.comparison.changes if row.comparison else ())
                    ],
                }
                for row in rows
            ],
        },
    )

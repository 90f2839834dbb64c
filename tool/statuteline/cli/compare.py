"""``statuteline compare``: many texts at once, of a corpus, of two, or of whole codes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from statuteline.cli._engines import engine_options, spread
from statuteline.cli._params import (
    Day,
    Session,
    corpus_option,
    output_option,
    plugin_option,
    today,
)

if TYPE_CHECKING:
    from datetime import date


def _formats() -> tuple[str, ...]:
    from statuteline.publish import list_format_names

    return ("text", *list_format_names())


@click.command("compare")
@click.argument("what", nargs=-1, metavar="[A B]", type=click.Path())
@click.option("--from", "start", type=Day(), help="The earlier day.")
@click.option("--to", "end", type=Day(), help="The later day.")
@click.option("--at", type=Day(), help="The day for two corpora.  [default: today]")
@click.option(
    "--supplement",
    is_flag=True,
    help="The second file holds only what it replaces or adds; the rest stays.",
)
@click.option("--series", default="cgs", show_default=True, help="The series to compare.")
@corpus_option
@plugin_option(
    "--format",
    "form",
    default="text",
    names=_formats,
    help_text="Output format: text, json, csv, xlsx, markdown or html.",
)
@output_option
@engine_options
@click.pass_context
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - one parameter an option
    ctx: click.Context,
    what: tuple[str, ...],
    start: date | None,
    end: date | None,
    at: date | None,
    supplement: bool,
    series: str,
    form: str,
    output: str | None,
    engine: str,
    jobs: int | None,
) -> None:
    """Compare many texts at once.

    Without A and B: all texts in force --from one day with those in force --to
    another. With two folders: the texts of two corpora that are in force --at one day,
    or --from one day in A and --to another in B. With two files: two whole codes, each
    in one Akoma Ntoso file; their sections are paired through renumbering and moves,
    and those that differ are told; with --supplement, B holds only what it replaces or
    adds to A.

    A work whose text of one of the days is not in the corpus is told apart: what
    changed there is not known. The exit status is 0 if nothing differs, 1 if
    something does or is not known.

    \b
    Examples:
      statuteline compare --from 2021-09-30 --to 2021-10-01
      statuteline compare statutes my-corpus --at 2021-10-01
      statuteline compare code-2024.xml code-2026.xml --jobs 0
      statuteline compare code-2024.xml code-2026.xml --format csv --output changes.csv
    """
    run = spread(engine, jobs)
    if len(what) not in {0, 2}:
        raise click.UsageError("Give two folders, two files, or --from and --to.")
    folders = [Path(word).is_dir() for word in what]
    if any(folders) and not all(folders):
        raise click.UsageError("A folder and a file cannot be compared: give two of one.")
    if what and not any(folders):
        from statuteline.cli._codes import compare_files

        if start or end or at:
            raise click.UsageError("Two files need no day.")
        status = compare_files(
            what[0], what[1], form, run, output=output, supplement=supplement
        )
        ctx.exit(status)
    if supplement:
        raise click.UsageError("--supplement is for two files.")
    from statuteline.cli._works import compare_works
    from statuteline.corpus.store import Corpus
    from statuteline.corpus.two_days import Side

    first, second = _days(what, start, end, at)
    if what:
        corpora = [Corpus(Path(word)) for word in what]
    else:
        session: Session = ctx.obj
        corpora = [session.open()] * 2
    old = Side(corpus=corpora[0], day=first)
    new = Side(corpus=corpora[1], day=second)
    ctx.exit(compare_works(old, new, series, form, run, output))


def _days(
    corpora: tuple[str, ...], start: date | None, end: date | None, at: date | None
) -> tuple[date, date]:
    """Choose the day of either side."""
    if at and (start or end or not corpora):
        raise click.UsageError("--at is for two folders, without --from and --to.")
    if corpora and not (start or end):
        return (at or today(),) * 2
    if start is None or end is None:
        raise click.UsageError("Give --from and --to, or two folders, or two files.")
    if end < start:
        raise click.UsageError("--to must not be before --from.")
    return start, end

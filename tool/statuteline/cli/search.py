"""``statuteline search``: the texts that have certain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statuteline.cli._output import say
from statuteline.cli._params import (
    Day,
    Session,
    columns,
    corpus_option,
    format_option,
    today,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.corpus.search import Found


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--at", type=Day(), help="The day of the law: YYYY-MM-DD or today.  [default: today]"
)
@click.option(
    "--all", "ever", is_flag=True, help="Every text ever recorded, pending ones too."
)
@click.option(
    "--in",
    "scope",
    multiple=True,
    metavar="PART",
    help="Only a series such as cgs, or a title such as 54; may be given again.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    help="How many texts to show.",
)
@corpus_option
@format_option("text", "json")
@click.pass_context
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - one parameter a choice of the user
    ctx: click.Context,
    words: tuple[str, ...],
    at: date | None,
    ever: bool,
    scope: tuple[str, ...],
    limit: int,
    form: str,
) -> None:
    """Find the texts in force that have all WORDS, the likeliest first.

    \b
    book fee            both words, anywhere in a text
    '"late fee"'        a phrase, in quotation marks
    'librar*'           any ending
    'fee OR fine'       one of them; AND, OR and NOT in capitals, brackets group
    'book NOT map'      texts that have the one and not the other
    'book NEAR/5 fee'   at most five words between
    54-95c              a number, wherever it is cited

    Capitals and accents do not matter. Words are found as they are written: fee does not
    find fees. The exit status is 1 if nothing is found.

    \b
    Examples:
      statuteline search traffick* convict* --at 2018-05-01
      statuteline search '"wrongful arrest"' --in 54 --all
    """
    from statuteline.cli._progress import counted
    from statuteline.corpus.search import search
    from statuteline.publish import output_format
    from statuteline.publish.base import Searched, Style

    if ever and at is not None:
        raise click.UsageError("--all looks at every day, --at at one; choose.")
    session: Session = ctx.obj
    corpus = session.open()
    day = None if ever else at or today()
    query = " ".join(words)
    found = search(
        corpus,
        query,
        at=day,
        scope=scope,
        limit=limit,
        watch=lambda works, count: counted(works, f"of {count:,} works read"),
    )
    if found.remade:
        say(f"The index for searching was made anew: {found.remade}.", err=True)
    searched = Searched(
        query=query, at=day, scope=scope, found=found, notice=corpus.settings.notice
    )
    renderer = output_format(form).searched
    assert renderer is not None  # noqa: S101 - the formats offered above all can
    style = Style(colour=session.colour, width=columns())
    click.echo(renderer(searched, style), nl=False)
    messages = [] if found.hits else [_nothing(day)]
    if form == "text" or not found.hits:
        messages += _left_out(found)
    if messages:
        say(" ".join(messages), err=True)
    ctx.exit(0 if found.hits else 1)


def _nothing(day: date | None) -> str:
    when = f" in force on {day}" if day else ""
    return f"No text{when} has these words as they are written; a star asks for endings."


def _left_out(found: Found) -> Iterator[str]:
    """Say how many texts with the words were left out; nothing where none was."""
    counts = []
    if found.pending:
        counts.append(f"{found.pending:,} pending")
    if found.others:
        counts.append(f"{found.others:,} of other days")
    if counts:
        yield f"Left out: {' and '.join(counts)}, which --all shows."

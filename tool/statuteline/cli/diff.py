"""``statuteline diff``: two texts compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statuteline.cli._params import Session, columns, corpus_option

if TYPE_CHECKING:
    from statuteline.model.change import Comparison


def _form(ctx: click.Context, param: click.Parameter, value: str) -> str:
    from statuteline.publish import format_names

    if value not in format_names():
        known = ", ".join(format_names())
        raise click.BadParameter(f"{value!r} is not one of {known}.", ctx, param)
    return value


@click.command("diff")
@click.argument("what", nargs=-1, required=True, metavar="WORK A B | A B")
@corpus_option
@click.option(
    "--format",
    "form",
    default="text",
    show_default=True,
    metavar="NAME",
    callback=_form,
    help="Output format: text, json, html, ct, or one that another package adds.",
)
@click.pass_context
def COMMAND(ctx: click.Context, what: tuple[str, ...], form: str) -> None:  # noqa: N802
    """Compare two texts.

    WORK A B compares the texts of one work on two days (YYYY-MM-DD or today) or of two
    versions (eng@2021-10-01). A B compares any two texts: Akoma Ntoso files by path,
    expressions (us-ct/cgs/54-95c/eng@2021-10-01), or works as in force today.

    The exit status is 0 if the texts are the same, 1 if they differ, 2 if they could
    not be compared.

    \b
    Examples:
      statuteline diff 54-95c 2016-10-01 2021-10-01
      statuteline diff 54-95c 2016-10-01 2021-10-01 --format html > redline.html
      statuteline diff before.xml after.xml --format json
    """
    from statuteline.publish import render
    from statuteline.publish.base import Style

    session: Session = ctx.obj
    compared = _compared(session, what)
    style = Style(colour=session.colour, width=columns())
    click.echo(render(compared, form, style), nl=False)
    ctx.exit(1 if compared.changes else 0)


def _compared(session: Session, what: tuple[str, ...]) -> Comparison:
    from statuteline.cli._operands import operand, steps_between, version_of
    from statuteline.diff.compare import compare

    corpus = session.open()
    match what:
        case (work, one, other):
            citation = corpus.cite(work)
            old, new = (version_of(corpus, citation, word) for word in (one, other))
        case (one, other):
            old, new = operand(corpus, one), operand(corpus, other)
        case _:
            raise click.UsageError("Give WORK A B, or A B.")
    return compare(old, new, steps=steps_between(corpus, old, new))

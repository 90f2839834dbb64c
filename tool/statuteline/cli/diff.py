"""``statuteline diff``: two texts compared."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from statuteline.cli._output import say, write_pieces
from statuteline.cli._pager import echo, is_terminal, pager_option
from statuteline.cli._params import (
    Session,
    columns,
    corpus_option,
    output_option,
    plugin_option,
)

if TYPE_CHECKING:
    from statuteline.model.change import Comparison
    from statuteline.publish.base import Style


def _formats() -> tuple[str, ...]:
    from statuteline.publish import format_names

    return format_names()


@click.command("diff")
@click.argument("what", nargs=-1, required=True, metavar="WORK A B | A B")
@corpus_option
@plugin_option(
    "--format",
    "form",
    default="text",
    names=_formats,
    help_text="Output format: text, html, pdf, docx, markdown, json, ct, akn, csv, xlsx, "
    "or one that another package adds.",
)
@output_option
@click.option("--stat", "detail", flag_value="counts", help="Counts only.")
@click.option("--summary", "detail", flag_value="sentences", help="No redline.")
@click.option("--only", type=click.Choice(["changed"]), help="Leave out what is the same.")
@click.option(
    "--context",
    type=click.IntRange(min=0),
    metavar="N",
    help="The same, with N unchanged provisions on each side of a change.",
)
@click.option(
    "--profile",
    type=click.Choice(["ct", "strike", "ramseyer"]),
    help="How html, pdf and docx draw the marks.",
)
@click.option(
    "--layout",
    type=click.Choice(["inline", "side-by-side"]),
    default="inline",
    show_default=True,
    help="One text with marks, or the old and the new text in two columns.",
)
@pager_option
@click.pass_context
def COMMAND(  # noqa: N802
    ctx: click.Context,
    /,
    what: tuple[str, ...],
    form: str,
    output: str | None,
    paged: bool,
    **asked: Any,  # noqa: ANN401 - the choices, each as click typed it
) -> None:
    """Compare two texts.

    WORK A B compares the texts of one work on two days (YYYY-MM-DD or today) or of two
    versions (eng@2021-10-01). A B compares any two texts: expressions
    (us-ct/cgs/54-95c/eng@2021-10-01), works as in force today, or files by path: Akoma
    Ntoso, plain text, Markdown, HTML, Word (.docx), PDF. One of the two may be - for
    standard input.

    The exit status is 0 if the texts are the same, 1 if they differ, 2 if they could
    not be compared.

    \b
    Examples:
      statuteline diff 54-95c 2016-10-01 2021-10-01
      statuteline diff 54-95c 2016-10-01 2021-10-01 --format docx --output 54-95c.docx
      statuteline diff 54-95c 2016-10-01 2021-10-01 --only changed --context 1
      statuteline diff 54-95c 2016-10-01 2021-10-01 --layout side-by-side
      statuteline diff before.xml after.xml --format json
      statuteline diff us-ct/cgs/54-95c draft.txt
    """
    from statuteline.publish import output_format, render, render_bytes

    session: Session = ctx.obj
    style = _style(session, form, asked)
    to_stdout = output in {None, "-"}
    if to_stdout and output_format(form).binary and is_terminal():
        told = f"The format {form} is no text for a terminal; write it with --output FILE."
        raise click.UsageError(told, ctx)
    compared = _compared(session, what)
    if to_stdout and not output_format(form).binary:
        echo(render(compared, form, style), paged=paged, colour=session.colour)
    else:
        write_pieces(output, (render_bytes(compared, form, style),))
    ctx.exit(1 if compared.changes else 0)


def _style(session: Session, form: str, asked: dict[str, Any]) -> Style:
    from statuteline.publish import check_choices
    from statuteline.publish.base import Detail, Layout, Profile, Style

    context, profile = asked["context"], asked["profile"]
    layout = Layout(asked["layout"])
    style = Style(
        colour=session.colour,
        width=columns(texts=2 if layout is Layout.SIDE_BY_SIDE else 1),
        profile=Profile(profile) if profile else None,
        context=0 if asked["only"] and context is None else context,
        detail=Detail(asked["detail"] or "full"),
        layout=layout,
        corpus=session.open(),
    )
    check_choices(form, style)
    return _fitting(style)


def _fitting(style: Style) -> Style:
    """Put one text where two beside each other could not be read, and say so."""
    from statuteline.publish.base import NARROWEST_FOR_TWO, Layout

    if style.layout is Layout.INLINE or style.width >= NARROWEST_FOR_TWO:
        return style
    told = f"Note: two columns need a width of {NARROWEST_FOR_TWO}, and here are "
    say(f"{told}{style.width}; the texts are shown inline.", err=True)
    return replace(style, layout=Layout.INLINE)


def _compared(session: Session, what: tuple[str, ...]) -> Comparison:
    from statuteline.cli._operands import operand, version_of
    from statuteline.corpus.two_days import steps_between
    from statuteline.diff.compare import compare

    corpus = session.open()
    match what:
        case (work, one, other):
            citation = corpus.cite(work)
            old, new = (version_of(corpus, citation, word) for word in (one, other))
        case (one, other):
            if one == other == "-":
                raise click.UsageError("Only one of the two can be standard input.")
            old, new = operand(corpus, one), operand(corpus, other)
        case _:
            raise click.UsageError("Give WORK A B, or A B.")
    return compare(old, new, steps=steps_between(corpus, old, new))

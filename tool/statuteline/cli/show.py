"""``statuteline show``: the text of a work on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statuteline.cli._output import say
from statuteline.cli._params import (
    Session,
    at_option,
    columns,
    corpus_option,
    format_option,
)

if TYPE_CHECKING:
    from datetime import date


@click.command("show")
@click.argument("work")
@click.option(
    "--provision", metavar="PART", help="Only one part: (d)(2), or an eId of the text."
)
@at_option
@corpus_option
@format_option("text", "json")
@click.pass_context
def COMMAND(  # noqa: N802
    ctx: click.Context, work: str, provision: str | None, at: date, form: str
) -> None:
    """Show the text of WORK that is in force on a day.

    WORK is a citation: 54-95c, 'C.G.S. § 54-95c(d)(2)', 'P.A. 21-103, S. 7'. The exit
    status is 1 if no text is in force on that day; the answer says why.

    \b
    Examples:
      statuteline show 54-95c --at 2018-05-01
      statuteline show '54-95c(d)(1)' --at 2021-10-01
    """
    from statuteline.audit.texts_told import absence, behind_told
    from statuteline.cli._texts import provision_of
    from statuteline.corpus.beyond import what_is_beyond
    from statuteline.history.in_force import NotInForce, expression_at
    from statuteline.publish import output_format
    from statuteline.publish.base import Excerpt, Style

    session: Session = ctx.obj
    corpus = session.open()
    citation = corpus.cite(_whole_citation(work, provision))
    records = corpus.expressions(citation.work)
    answer = expression_at(records, at)
    if isinstance(answer, NotInForce):
        say(absence(corpus, citation, answer), err=form == "json")
        if form == "json":
            from statuteline.cli._output import write_json

            write_json(
                "show",
                {"work": str(citation.work), "at": str(at), "absent": answer.reason.value},
            )
        ctx.exit(1)
    known = what_is_beyond(corpus, records, answer)
    excerpt = Excerpt(
        expression=answer.expression,
        citation=corpus.cited(citation),
        at=at,
        provision=provision_of(answer.expression, citation),
        interval=answer.interval if answer.expression.commencement is not None else None,
        notice=corpus.settings.notice,
        ends_by=answer.ends_by,
        pending=tuple(str(text.id) for text in answer.pending),
        behind=known,
    )
    renderer = output_format(form).excerpt
    assert renderer is not None  # noqa: S101 - the formats offered above all can
    style = Style(colour=session.colour, width=columns())
    click.echo(renderer(excerpt, style), nl=False)
    if known and form == "text":
        say(behind_told(corpus, known), err=True)


def _whole_citation(work: str, provision: str | None) -> str:
    if provision is None:
        return work
    return f"{work}{provision}" if provision.startswith("(") else f"{work}#{provision}"

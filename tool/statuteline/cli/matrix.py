"""``statuteline matrix``: what an act says, changed, and did to the code, row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statuteline.cli._output import write_pieces
from statuteline.cli._params import (
    Session,
    corpus_option,
    on_option,
    output_option,
)
from statuteline.cli._reported import check_output, report_option

if TYPE_CHECKING:
    from datetime import date


@click.command("matrix")
@click.option("--act", metavar="ACT", required=True, help="The act.")
@click.option("--holes", is_flag=True, help="Only rows in which something is open.")
@on_option
@corpus_option
@report_option
@output_option
@click.pass_context
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - click hands in each option
    ctx: click.Context,
    act: str,
    holes: bool,
    on: date,
    form: str,
    output: str | None,
) -> None:
    """Lay out one act: each statement, the changes it describes, the code that followed.

    A row is a statement and a change of the law; statements about no change and changes
    that no statement describes are rows too. The exit status is 0 if nothing is open, and
    1 otherwise.

    \b
    Example:
      statuteline matrix --act "PA 21-103" --format html --output pa-21-103.html
    """
    from pathlib import Path

    from statuteline.audit.tracing import act_named, traced
    from statuteline.reports import matrix_report
    from statuteline.reports.base import laid_out

    session: Session = ctx.obj
    check_output(form, output)
    corpus = session.open()
    work = act_named(corpus, act)
    trace = traced(corpus, on)
    found = laid_out(corpus, trace, work, on, folder=Path.cwd(), holes_only=holes)
    write_pieces(output, (matrix_report(found, form),))
    ctx.exit(1 if found.holes else 0)

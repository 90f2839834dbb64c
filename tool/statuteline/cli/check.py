"""``statuteline check``: does the code still rest on the words of the law?"""

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


@click.command("check")
@click.argument("encodings", nargs=-1, metavar="[ENCODING]...")
@on_option
@click.option("--all", "everything", is_flag=True, help="List what is in order too.")
@click.option(
    "--impacted", is_flag=True, help="Tell what uses a definition whose text is suspect."
)
@corpus_option
@report_option
@output_option
@click.pass_context
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - click hands in each option
    ctx: click.Context,
    encodings: tuple[str, ...],
    on: date,
    everything: bool,
    impacted: bool,
    form: str,
    output: str | None,
) -> None:
    """Check every link between code and text: who judged it, and does that still hold?

    Without ENCODING all are checked. The exit status is 0 if nothing is left to do, and 1
    with findings.

    \b
    Example:
      statuteline check us-ct/vacatur --on 2026-11-27
      statuteline check --format sarif --output check.sarif
    """
    from statuteline.audit.links import asked
    from statuteline.cli._checked import checked
    from statuteline.cli._collecting import without_collecting
    from statuteline.reports import findings_report

    session: Session = ctx.obj
    check_output(form, output)
    corpus = session.open()
    with without_collecting():
        found = checked(
            corpus, asked(encodings, corpus), on, everything=everything, reach=impacted
        )
        write_pieces(output, (findings_report(found, form),))
    ctx.exit(1 if found.findings else 0)

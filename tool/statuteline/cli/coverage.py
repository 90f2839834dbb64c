"""``statuteline coverage``: how complete the trace of law, code and documents is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statuteline.cli._output import say, write_columns, write_json
from statuteline.cli._params import (
    Session,
    corpus_option,
    format_option,
    on_option,
)

if TYPE_CHECKING:
    from datetime import date

    from statuteline.trace.coverage import Measure


@click.command("coverage")
@click.option("--act", metavar="ACT", help="Only what this act has to do with.")
@click.option("--holes", is_flag=True, help="Name what is open.")
@on_option
@corpus_option
@format_option("text", "json")
@click.pass_context
def COMMAND(  # noqa: N802
    ctx: click.Context, act: str | None, holes: bool, on: date, form: str
) -> None:
    """Measure how complete the trace is: done, waived and open, each counted apart.

    The exit status is 0 if nothing is open, and 1 otherwise.

    \b
    Example:
      statuteline coverage --act "PA 21-103" --holes
    """
    from statuteline.audit.tracing import act_named, traced
    from statuteline.trace.coverage import measures, of_act

    session: Session = ctx.obj
    corpus = session.open()
    work = act_named(corpus, act) if act is not None else None
    trace = traced(corpus, on)
    found = measures(of_act(trace, work) if work is not None else trace)
    if form == "json":
        write_json(
            "coverage",
            {
                "corpus": corpus.settings.name,
                "act": str(work) if work is not None else None,
                "on": on.isoformat(),
                "measures": [_described(one) for one in found],
            },
        )
    else:
        write_columns((*_HEAD, *(_row(one) for one in found)))
        if holes:
            for one in found:
                for name in one.open:
                    say(f"open: {one.name}: {name}")
    ctx.exit(1 if any(one.open for one in found) else 0)


_HEAD = (("done", "waived", "open", "of", ""),)


def _row(one: Measure) -> tuple[str, ...]:
    counts = (one.done, one.waived, len(one.open), one.total)
    return (*(str(count) for count in counts), one.name)


def _described(one: Measure) -> dict[str, object]:
    return {
        "name": one.name,
        "done": one.done,
        "waived": one.waived,
        "open": list(one.open),
        "total": one.total,
    }

"""``statuteline stats``: the measures of the trace as figures that may not fall."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from statuteline.cli._output import say, write_columns, write_json, write_pieces
from statuteline.cli._params import (
    Session,
    corpus_option,
    format_option,
    on_option,
)

if TYPE_CHECKING:
    from datetime import date

    from statuteline.trace.coverage import Measure
    from statuteline.trace.ratchet import Fall


@click.command("stats")
@click.option("--ratchet", metavar="FILE", help="Fail if a measure is below this file's.")
@click.option("--write", is_flag=True, help="Raise the file's figures to those of today.")
@on_option
@corpus_option
@format_option("text", "json")
@click.pass_context
def COMMAND(  # noqa: N802
    ctx: click.Context, ratchet: str | None, write: bool, on: date, form: str
) -> None:
    """Give the measures of `statuteline coverage` as figures.

    With --ratchet the exit status is 1 if a smaller part of a measure is settled than the
    file says; what is open already is no failure. --write makes the file, or raises it; it
    never lowers a figure.

    \b
    Example:
      statuteline stats --ratchet statuteline.ratchet.toml
    """
    from statuteline.audit.tracing import traced
    from statuteline.cli._ratchet import marks_text, read_marks
    from statuteline.trace.coverage import measures
    from statuteline.trace.ratchet import falls, mark_of

    if write and ratchet is None:
        raise click.UsageError("--write needs the file: --ratchet FILE.")
    path = Path(ratchet) if ratchet is not None else None
    before = () if path is None or (write and not path.exists()) else read_marks(path)
    session: Session = ctx.obj
    corpus = session.open()
    found = measures(traced(corpus, on))
    marks = tuple(mark_of(one) for one in found)
    fallen = falls(before, marks)
    if form == "json":
        write_json(
            "stats",
            {
                "corpus": corpus.settings.name,
                "on": on.isoformat(),
                "measures": [_described(one) for one in found],
                "fallen": [_fallen(one) for one in fallen],
            },
        )
    else:
        write_columns((*_HEAD, *(_row(one) for one in found)))
        for fall in fallen:
            say(f"fallen: {fall.before.name}: {_words(fall)}")
    if write and not fallen:
        write_pieces(ratchet, (marks_text(marks).encode(),))
    ctx.exit(1 if fallen else 0)


_HEAD = (("settled", "done", "waived", "open", "of", ""),)


def _row(one: Measure) -> tuple[str, ...]:
    counts = (one.done, one.waived, len(one.open), one.total)
    return (_share(one), *(str(count) for count in counts), one.name)


def _share(one: Measure) -> str:
    """Give the settled part in percent, rounded down: 100 % means all."""
    if not one.total:
        return "n/a"
    return f"{(one.done + one.waived) * 1000 // one.total / 10:.1f} %"


def _words(fall: Fall) -> str:
    before = f"{fall.before.settled} of {fall.before.total}"
    if fall.now is None:
        return f"{before} before, and it is not measured any more"
    return f"{fall.now.settled} of {fall.now.total}, and it was {before}"


def _described(one: Measure) -> dict[str, object]:
    return {
        "name": one.name,
        "done": one.done,
        "waived": one.waived,
        "open": len(one.open),
        "total": one.total,
    }


def _fallen(fall: Fall) -> dict[str, object]:
    now = fall.now
    return {
        "name": fall.before.name,
        "before": {"settled": fall.before.settled, "total": fall.before.total},
        "now": {"settled": now.settled, "total": now.total} if now is not None else None,
    }

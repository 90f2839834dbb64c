"""``statuteline status``: how complete the corpus is, and what it knows it lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statuteline.cli._output import say
from statuteline.cli._params import Session, at_option, corpus_option, format_option

if TYPE_CHECKING:
    from datetime import date


@click.command("status")
@at_option
@corpus_option
@format_option("text", "json")
@click.pass_obj
def COMMAND(session: Session, at: date, form: str) -> None:  # noqa: N802
    """Tell how complete the corpus is: its editions, its acts, what is known and lacking.

    For each series: the editions it was built from, the acts that its texts name and that
    it holds, changes whose words are not held, texts without a first day, and words that
    are not restated. The exit status is 0 whatever is lacking.

    \b
    Examples:
      statuteline status
      statuteline status --at 2021-10-01 --format json
    """
    from statuteline.cli._progress import counted
    from statuteline.cli._status_json import status_value
    from statuteline.cli._status_text import status_lines
    from statuteline.corpus.status import status

    corpus = session.open()
    found = status(
        corpus, at, lambda works, count: counted(works, f"of {count:,} works read")
    )
    if found.remade:
        say(f"The index was made anew: {found.remade}.", err=True)
    if form == "json":
        from statuteline.cli._output import write_json

        write_json("status", status_value(corpus, found))
        return
    for line in status_lines(corpus, found):
        say(line)

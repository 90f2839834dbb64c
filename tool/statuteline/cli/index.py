"""``statuteline index``: what codes hold, kept beside their files."""

from __future__ import annotations

from pathlib import Path

import click

from statuteline.cli._output import say


@click.command("index")
@click.argument("codes", nargs=-1, required=True, metavar="CODE...", type=click.Path())
def COMMAND(codes: tuple[str, ...]) -> None:  # noqa: N802
    """Scan whole CODEs once, so that `compare` need not.

    The index of code.xml is code.xml.index beside it. It is a cache: it counts only
    while the file stays as it is, and deleting it changes no answer.

    \b
    Example:
      statuteline index code-2024.xml code-2026.xml
    """
    from statuteline.corpus.code_index import write_index

    for code in codes:
        say(str(write_index(Path(code))))

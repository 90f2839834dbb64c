"""``statuteline init``: a corpus of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from statuteline.cli._output import say


@click.command("init")
@click.argument("folder", metavar="DIR")
@click.option("--name", default="My corpus", show_default=True, help="Its name.")
@click.option(
    "--text",
    type=click.Choice(["official", "restated"]),
    default="official",
    show_default=True,
    help="Whose words its statutes will hold.",
)
def COMMAND(folder: str, name: str, text: str) -> None:  # noqa: N802
    """Start an empty corpus in DIR, with the jurisdictions that are shipped.

    \b
    Example:
      statuteline init my-statutes && statuteline --corpus my-statutes validate
    """
    from statuteline.corpus.start import start_corpus

    start_corpus(Path(folder), name=name, text=text)
    say(f"Started a corpus in {folder}. Next: statuteline --corpus {folder} import …")

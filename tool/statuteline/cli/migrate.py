"""``statuteline migrate``: a corpus of an older format brought to the present one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statuteline.cli._output import say
from statuteline.cli._params import corpus_option

if TYPE_CHECKING:
    from statuteline.cli._params import Session


@click.command("migrate")
@click.option("--dry-run", is_flag=True, help="Tell what would be done, and do nothing.")
@corpus_option
@click.pass_obj
def COMMAND(session: Session, dry_run: bool) -> None:  # noqa: N802
    """Bring a corpus of an older format to the present one.

    No text is touched, and no file that you have changed loses anything. What is done is
    told file by file. A second run does nothing.

    \b
    Example:
      statuteline migrate --dry-run --corpus my-corpus
    """
    from statuteline.corpus.migrating import migrate, plan_migration

    root = session.folder()
    found = plan_migration(root) if dry_run else migrate(root)
    for step in found.steps:
        say(f"{step.file}: {step.what}")
    for kept in found.kept:
        say(kept, err=True)
    if not found.steps:
        say("Nothing to do: the corpus has the present format.")
    elif dry_run:
        say("Nothing was changed: this was a dry run.")

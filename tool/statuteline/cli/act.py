"""``statuteline act``: an act checked against the code, and applied to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statuteline.cli._params import Day, Session, corpus_option, format_option

if TYPE_CHECKING:
    from datetime import date


@click.command("act")
@click.argument("files", nargs=-1, required=True, metavar="ACT...")
@click.option("--check", "mode", flag_value="check", default=True, help="The default.")
@click.option("--apply", "mode", flag_value="apply", help="Record the texts after.")
@click.option("--dry-run", is_flag=True, help="With --apply: write nothing.")
@click.option("--section", "numbers", multiple=True, metavar="N", help="Only section N.")
@click.option("--recorded", type=Day(), default="today", help="The day of the records.")
@corpus_option
@format_option("text", "json")
@click.pass_context
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - one parameter an option
    ctx: click.Context,
    files: tuple[str, ...],
    mode: str,
    dry_run: bool,
    numbers: tuple[str, ...],
    recorded: date,
    form: str,
) -> None:
    """Check ACTs against the code, or apply them to it.

    ACT is a file: JSON runs, the legislature's HTML or PDF; one may be - for standard
    input. What an act prints as the law before must be the text in force on the day
    before, earlier acts and earlier sections applied: exact, differs with the redline,
    or no base to compare with. Acts that a clause builds on must have made that text.
    --apply records the texts after, and the act; a section that is not exact, or builds
    on what is not on record, is refused. Several acts are taken by session and number.

    The exit status is 0 if no section differs, lacks what it builds on or is refused,
    1 if one does or is, 2 if an act could not be read. No base alone does not count.

    \b
    Examples:
      statuteline act 2026PA-00100.json --check
      statuteline act 2026PA-00100.json --apply --dry-run
    """
    from statuteline.acts.on_corpus import records_of, work_acts
    from statuteline.cli._act_files import act_file

    if dry_run and mode != "apply":
        raise click.UsageError("--dry-run goes with --apply.", ctx)
    if files.count("-") > 1:
        raise click.UsageError("Only one of the acts can be standard input.", ctx)
    session: Session = ctx.obj
    corpus = session.open()
    corpus.check_official("An act prints the official words")
    acts = tuple(map(act_file, files))
    made = None
    if mode == "apply":
        with corpus.recording(dry_run=dry_run) as recorder:
            found = work_acts(corpus, acts, recorded, numbers)
            ready = [recorder.check(text) for text in records_of(corpus, found)]
            if not dry_run:
                recorder.record(ready)
        made = tuple(str(one.id) for one in ready if one.is_new)
    else:
        found = work_acts(corpus, acts, recorded, numbers)
    if form == "json":
        from statuteline.cli._act_json import write_acts

        write_acts(found, made, dry_run=dry_run)
    else:
        from statuteline.cli._act_text import show_acts

        show_acts(session, found, made, dry_run=dry_run)
    refused = made is not None and any(one.refuses for one in found)
    ctx.exit(1 if refused or any(one.differs or one.lacks for one in found) else 0)

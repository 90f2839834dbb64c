"""``statuteline act``: an act checked against the code, and applied to it."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from statuteline.cli._params import Day, Session, corpus_option, format_option

if TYPE_CHECKING:
    from datetime import date

    from statuteline.acts.on_corpus import ActFile, ActWorked
    from statuteline.corpus.store import Corpus


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
    or no base to compare with. --apply records the texts after, and the act; a section
    that is not exact is refused. Several acts are taken by session and number.

    The exit status is 0 if no section differs and none is refused, 1 if one does or is,
    2 if an act could not be read. No base alone does not count.

    \b
    Examples:
      statuteline act 2026PA-00100.json --check
      statuteline act 2026PA-00100.json --apply --dry-run
    """
    from statuteline.acts.on_corpus import work_acts

    if dry_run and mode != "apply":
        raise click.UsageError("--dry-run goes with --apply.", ctx)
    if files.count("-") > 1:
        raise click.UsageError("Only one of the acts can be standard input.", ctx)
    session: Session = ctx.obj
    corpus = session.open()
    _refuse_restated(corpus)
    found = work_acts(corpus, map(_file, files), recorded, numbers)
    made = _record(corpus, found, write=not dry_run) if mode == "apply" else None
    if form == "json":
        from statuteline.cli._act_json import write_acts

        write_acts(found, made, dry_run=dry_run)
    else:
        from statuteline.cli._act_text import show_acts

        show_acts(session, found, made, dry_run=dry_run)
    refused = made is not None and any(one.refuses for one in found)
    ctx.exit(1 if refused or any(one.differs for one in found) else 0)


def _file(name: str) -> ActFile:
    from statuteline.acts.on_corpus import ActFile
    from statuteline.errors import SourceError

    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise SourceError(
            f"The file cannot be read: {error.strerror}", where=name
        ) from error
    shown = "standard input" if name == "-" else Path(name).name
    return ActFile(name=shown, data=data, sha256=hashlib.sha256(data).hexdigest())


def _record(
    corpus: Corpus, found: tuple[ActWorked, ...], *, write: bool
) -> tuple[str, ...]:
    """Record what is new, all of it or nothing; give the ids."""
    from statuteline.acts.on_corpus import records_of

    recorder = corpus.recorder(finish=write)
    ready = [recorder.check(text) for text in records_of(corpus, found)]
    if write:
        recorder.record(ready)
    return tuple(str(one.id) for one in ready if one.is_new)


def _refuse_restated(corpus: Corpus) -> None:
    """Refuse a corpus whose words are not those that an act can print."""
    from statuteline.errors import CorpusError
    from statuteline.model.work import Words

    if corpus.settings.text is not Words.OFFICIAL:
        raise CorpusError(
            "An act prints the official words, and this corpus restates the law",
            where=str(corpus.root),
            hint="`statuteline init DIR --text official` starts a corpus for the "
            "publisher's texts; import an edition into it, then use --corpus DIR",
        )

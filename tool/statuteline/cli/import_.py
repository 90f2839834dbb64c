"""``statuteline import``: a publisher's document into the corpus."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from statuteline.cli._params import Day, Session, corpus_option, today

if TYPE_CHECKING:
    from datetime import date

    from statuteline.corpus.recorder import Checked
    from statuteline.corpus.store import Corpus
    from statuteline.model.ids import ExpressionId
    from statuteline.model.work import Expression


def _kind(ctx: click.Context, param: click.Parameter, value: str) -> str:
    from statuteline.importers import importer_kinds

    if value not in importer_kinds():
        known = ", ".join(importer_kinds())
        raise click.BadParameter(f"{value!r} is not one of {known}.", ctx, param)
    return value


@click.command("import")
@click.argument("kind", callback=_kind)
@click.argument("sources", nargs=-1, required=True, metavar="FILE...")
@click.option("--as", "work", metavar="WORK", help="Store as this work: us-ct/faq/vacatur.")
@click.option("--date", "dated", type=Day(), help="The document's own date.")
@click.option(
    "--received",
    type=Day(),
    help="The day it was received, for a document without a date.  [default: today]",
)
@click.option("--recorded", type=Day(), default="today", help="The day of this record.")
@click.option("--dry-run", is_flag=True, help="Read and check; write nothing.")
@corpus_option
@click.pass_obj
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - one parameter an option
    session: Session,
    kind: str,
    sources: tuple[str, ...],
    work: str | None,
    dated: date | None,
    received: date | None,
    recorded: date,
    dry_run: bool,
) -> None:
    """Import FILEs of one KIND: act-summary, faq, akn.

    Every character of a source reaches the corpus or is listed as page furniture. An
    importer that cannot vouch for that says which line and why, and nothing is
    written: all files are read and checked before the first is stored. FILE may be -
    for standard input.

    \b
    Examples:
      statuteline import act-summary summary.txt --date 2021-08-31
      statuteline import faq faq.md --as us-ct/faq/vacatur --received 2026-11-21
      statuteline import akn us-ct-54-95c.xml
    """
    from statuteline.errors import SourceError
    from statuteline.importers import importer
    from statuteline.importers.base import Source
    from statuteline.model.ids import WorkId

    corpus = session.open()
    _refuse_shipped(corpus)
    read = importer(kind).read
    target = WorkId.parse(work) if work is not None else None
    texts = [
        read(
            Source(
                name="standard input" if name == "-" else Path(name).name,
                data=_bytes(name),
                recorded=recorded,
                dated=dated,
                received=received or today(),
                work=target,
                uris=corpus.uris,
            )
        )
        for name in sources
    ]
    recorder = corpus.recorder(finish=not dry_run)
    ready: dict[ExpressionId, Checked] = {}
    for name, text in zip(sources, texts, strict=True):
        checked = recorder.check(text)
        if ready.setdefault(text.id, checked) != checked:
            raise SourceError(
                f"Another of these files is {text.id} too, with other words",
                where=name,
                hint="import one of them; nothing was written",
            )
    if not dry_run:
        recorder.record(ready.values())
    for text in texts:
        click.echo(_stored(corpus, text, ready[text.id], dry_run=dry_run))


def _stored(corpus: Corpus, text: Expression, checked: Checked, *, dry_run: bool) -> str:
    from statuteline.model.provision import walk

    size = f"{sum(1 for _ in walk(text.body))} provisions"
    if text.statements:
        size += f", {len(text.statements)} statements"
    path = corpus.path(text.id)
    if not checked.is_new:
        return f"{text.id}: {size}; already recorded in {path}"
    verb = "would be written" if dry_run else "written"
    return f"{text.id}: {size}; {verb} to {path}"


def _bytes(name: str) -> bytes:
    from statuteline.errors import SourceError

    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise SourceError(
            f"The file cannot be read: {error.strerror}", where=name
        ) from error


def _refuse_shipped(corpus: Corpus) -> None:
    """Keep the corpus inside an installed package as it was shipped."""
    import statuteline
    from statuteline.errors import CorpusError

    if Path(statuteline.__file__).parent in corpus.root.resolve().parents:
        raise CorpusError(
            "The corpus that comes with the program is not to be changed",
            where=str(corpus.root),
            hint="`statuteline init DIR` starts one of your own; then use --corpus DIR",
        )

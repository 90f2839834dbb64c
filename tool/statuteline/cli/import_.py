"""``statuteline import``: a publisher's documents, or a whole code, into the corpus."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from statuteline.cli._params import Day, Session, corpus_option, format_option, today

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.corpus.store import Corpus
    from statuteline.model.published import Edition

_WHOLE_CODE: Final = 512 * 1024 * 1024
"""Bytes of a file that holds all sections of a code."""


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
@click.option(
    "--edition",
    "year",
    type=click.IntRange(1959, 2999),
    metavar="YEAR",
    help="The edition of a whole code that the files are of.",
)
@click.option("--dry-run", is_flag=True, help="Read and check; write nothing.")
@corpus_option
@format_option("text", "json")
@click.pass_context
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - one parameter an option
    ctx: click.Context,
    kind: str,
    sources: tuple[str, ...],
    work: str | None,
    dated: date | None,
    received: date | None,
    recorded: date,
    year: int | None,
    dry_run: bool,
    form: str,
) -> None:
    """Import FILEs of one KIND: act-summary, faq, akn, us-ct-general-statutes.

    Every character of a source reaches the corpus or is listed as page furniture. An
    importer that cannot vouch for that says which line and why. FILE may be - for
    standard input.

    Of documents nothing is written until all files are read and checked. A whole code
    is written chapter by chapter: cut off at any point, the corpus is sound, and the
    same command goes on where it stopped. A section that cannot be kept is told with its
    place; the exit status is then 1. FILE may then be a folder that `pull` filled.

    \b
    Examples:
      statuteline import act-summary summary.txt --date 2021-08-31
      statuteline import faq faq.md --as us-ct/faq/vacatur --received 2026-11-21
      statuteline import akn us-ct-54-95c.xml
      statuteline import us-ct-general-statutes chap_*.htm --edition 2025
    """
    from statuteline.cli._import_code import import_code
    from statuteline.cli._import_documents import import_documents
    from statuteline.importers import importer
    from statuteline.importers.base import CodeReader, Source
    from statuteline.model.ids import WorkId

    session: Session = ctx.obj
    corpus = session.open()
    _refuse_shipped(corpus)
    read = importer(kind).read
    if isinstance(read, CodeReader):
        _refuse(kind, {"--as": work, "--date": dated, "--received": received})
        if year is None:
            raise click.UsageError(f"{kind} needs --edition YEAR.")
        edition = read.edition(year)
        found = (
            Source(name=name, data=data, recorded=recorded, edition=edition)
            for name, data in _files(sources, edition)
        )
        ctx.exit(import_code(corpus, read, edition, found, dry_run=dry_run, form=form))
    _refuse(kind, {"--edition": year})
    target = WorkId.parse(work) if work is not None else None
    documents = [
        Source(
            name=name,
            data=data,
            recorded=recorded,
            dated=dated,
            received=received or today(),
            work=target,
            uris=corpus.uris,
        )
        for name, data in _files(sources)
    ]
    named = tuple(zip(sources, documents, strict=True))
    import_documents(corpus, read, named, dry_run=dry_run, form=form)


def _refuse(kind: str, options: dict[str, object]) -> None:
    """Refuse options that a kind of source has no use for."""
    for option, value in options.items():
        if value is not None:
            raise click.UsageError(f"{kind} has no use for {option}.")


def _files(
    names: tuple[str, ...], edition: Edition | None = None
) -> Iterator[tuple[str, bytes]]:
    """Give the name and the bytes of each file, one at a time.

    Args:
        names: What the user named.
        edition: The edition whose pages a folder stands for; None for no folders.
    """
    from statuteline.cli._files import MAX_BYTES, file_bytes, shown_name
    from statuteline.publishers.saved_pages import pages_of

    for name in names:
        if edition is not None and Path(name).is_dir():
            yield from ((page.name, page.data) for page in pages_of(Path(name), edition))
            continue
        yield shown_name(name), file_bytes(name, _WHOLE_CODE if edition else MAX_BYTES)


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

"""``statuteline waive``: say that code and text need not agree, for a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statuteline.cli._output import say
from statuteline.cli._params import Day, Session, corpus_option, today

if TYPE_CHECKING:
    from datetime import date


@click.command("waive")
@click.argument("links", nargs=-1, required=True, metavar="WHAT...")
@click.option("--by", metavar="NAME", help="Who says so.")
@click.option("--reason", required=True, metavar="WORDS", help="Why they need not agree.")
@click.option("--until", type=Day(), help="The first day on which this no longer counts.")
@click.option("--dry-run", is_flag=True, help="Show what would be waived; write nothing.")
@corpus_option
@click.pass_obj
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - click hands in each option
    session: Session,
    links: tuple[str, ...],
    by: str | None,
    reason: str,
    until: date | None,
    dry_run: bool,
) -> None:
    """Record that code and text need not agree, why, and up to which day.

    WHAT is a link, a unit or an encoding, as `statuteline check` names them; or a change
    of the law or a statement of a document, as `statuteline coverage --holes` does. A
    waiver is counted apart from what is in order, and shown with its reason.

    \b
    Example:
      statuteline waive us-ct/vacatur@2021-10-01/no-relief --reason "a draft" --dry-run
    """
    from statuteline.cli._judging import named, record, things_named
    from statuteline.corpus.judgements import FILE_NAME
    from statuteline.trace.judgements import Judgement, Verdict

    if not reason.strip():
        raise click.UsageError(
            "A waiver needs a reason: --reason 'the form is not public'."
        )
    if until is not None and until <= today():
        raise click.UsageError(
            f"A waiver until {until} would have ended: give a later day."
        )
    name = "" if dry_run else named(by)
    corpus = session.open()
    found = things_named(corpus, links, today())
    for one in found:
        say("\n".join(one.shown))
    if dry_run:
        say(f"{len(found)} to waive. Nothing was written.")
        return
    said = Judgement(
        verdict=Verdict.WAIVED, by=name, on=today(), reason=reason.strip(), until=until
    )
    count = record(corpus, found, said)
    say(f"{count} waivers recorded in {corpus.root / FILE_NAME}.")

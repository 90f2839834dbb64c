"""``statuteline review``: say that code says what the text says."""

from __future__ import annotations

import click

from statuteline.cli._output import say
from statuteline.cli._params import Session, corpus_option, today


@click.command("review")
@click.argument("links", nargs=-1, required=True, metavar="LINK...")
@click.option("--by", metavar="NAME", help="Who has compared them.")
@click.option("--reason", default="", metavar="WORDS", help="A remark to keep with it.")
@click.option("--dry-run", is_flag=True, help="Show what would be judged; write nothing.")
@corpus_option
@click.pass_obj
def COMMAND(  # noqa: N802
    session: Session, links: tuple[str, ...], by: str | None, reason: str, dry_run: bool
) -> None:
    """Record that you have held code against text, and that they agree.

    LINK is an encoding, one of its units, or a whole link as `statuteline check` names
    it. Each is shown with the words of its provision. What is judged or waived already
    is left as it is, unless the whole link is named. The judgement holds for this text
    and this code, whenever they meet again.

    \b
    Example:
      statuteline review us-ct/vacatur@2021-10-01/shall-vacate --dry-run
    """
    from statuteline.cli._judging import links_named, named, record
    from statuteline.corpus.judgements import FILE_NAME
    from statuteline.trace.judgements import Judgement, Verdict

    name = "" if dry_run else named(by)
    corpus = session.open()
    found = links_named(corpus, links, today())
    for one in found:
        say("\n".join(one.shown))
    if dry_run:
        say(f"{len(found)} to judge. Nothing was written.")
        return
    said = Judgement(verdict=Verdict.OK, by=name, on=today(), reason=reason)
    count = record(corpus, found, said)
    say(f"{count} judgements recorded in {corpus.root / FILE_NAME}.")

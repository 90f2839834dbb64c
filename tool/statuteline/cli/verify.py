"""``statuteline verify``: is the corpus as it was sealed?"""

from __future__ import annotations

import click

from statuteline.cli._output import say
from statuteline.cli._params import Session, corpus_option, format_option
from statuteline.cli._trusted import trust_options, trusted


@click.command("verify")
@trust_options
@click.option(
    "--against",
    multiple=True,
    metavar="SEAL",
    help="An older seal that must be one of these: its seal.json, or its digest.",
)
@click.option("--since", type=int, metavar="N", help="Tell what changed since seal N.")
@corpus_option
@format_option("text", "json")
@click.pass_context
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - one parameter an option
    ctx: click.Context,
    keys: tuple[str, ...],
    prints: tuple[str, ...],
    against: tuple[str, ...],
    since: int | None,
    form: str,
) -> None:
    """Hold the corpus against its seals, with nothing but what lies in its folder.

    The exit status is 0 if all is as it was sealed; 1 if something was tampered with, or
    is not sealed yet, which is told apart; and 2 if it could not be found out.

    \b
    Examples:
      statuteline verify
      statuteline verify --key office.pem.pub --since 3
    """
    from statuteline.cli import _verified
    from statuteline.cli._output import write_json
    from statuteline.cli._progress import counted
    from statuteline.corpus.seals import Question, older_seal, verify_corpus

    session: Session = ctx.obj
    question = Question(
        trusted=trusted(keys, prints),
        older=tuple(older_seal(words) for words in against),
        since=since,
    )
    folder = session.folder()  # a corpus that was tampered with may not open at all
    found = verify_corpus(folder, question, lambda paths: counted(paths, "files read"))
    if form == "json":
        write_json("verify", _verified.data(folder, found, question))
    else:
        say("\n".join(_verified.lines(found, question)))
    ctx.exit(1 if found.findings else 0)

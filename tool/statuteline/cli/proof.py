"""``statuteline proof``: one text, shown to be sealed without all others."""

from __future__ import annotations

from pathlib import Path

import click

from statuteline.cli._output import say
from statuteline.cli._params import Session, corpus_option
from statuteline.cli._trusted import trust_options, trusted


@click.command("proof")
@click.argument("text", metavar="TEXT")
@click.option(
    "--check", metavar="FILE", help="Hold TEXT, then the file of a text, against a proof."
)
@trust_options
@corpus_option
@click.pass_context
def COMMAND(  # noqa: N802 - one parameter an option
    ctx: click.Context,
    text: str,
    check: str | None,
    keys: tuple[str, ...],
    prints: tuple[str, ...],
) -> None:
    """Print a proof that one text is sealed, or check such a proof.

    TEXT is the id of a text. The proof goes with its file: whoever has both can check them
    with --check, without the corpus. The exit status is then 0 if the text is the one that
    was sealed, and 1 if not.

    \b
    Examples:
      statuteline proof us-ct/cgs/54-95c/eng@2021-10-01 >54-95c.json
      statuteline proof --check 54-95c.json eng@2021-10-01.xml --key office.pem.pub
    """
    if check is not None:
        ctx.exit(_check(Path(check), Path(text), keys, prints))
    if keys or prints:
        raise click.UsageError("--key and --fingerprint go with --check.")
    from statuteline.corpus.seals import text_proof
    from statuteline.model.ids import ExpressionId

    session: Session = ctx.obj
    click.echo(text_proof(session.folder(), ExpressionId.parse(text)), nl=False)


def _check(proof: Path, text: Path, keys: tuple[str, ...], prints: tuple[str, ...]) -> int:
    from statuteline.corpus.seals import check_proof

    known = trusted(keys, prints)
    read, findings = check_proof(proof, text, known)
    for one in findings:
        say(f"{text}: {one.rule}: {one.what}")
        if one.hint:
            say(f"    {one.hint}")
    if findings:
        say(f"This does NOT show that {text} was sealed.")
        return 1
    seal = read.seal
    by = f", by {seal.by}" if seal.by else ""
    say(f"{text} is {read.entry.path.removesuffix('.xml')}, as it was sealed.")
    say(f"Seal {seal.number} of {seal.day}{by}")
    say(f"  key     {seal.key}")
    if not known:
        say("No key was given: compare this one with the one that is published.")
    return 0

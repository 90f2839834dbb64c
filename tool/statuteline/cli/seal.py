"""``statuteline seal``: sign what the corpus holds."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from statuteline.cli._output import say
from statuteline.cli._params import Day, Session, corpus_option

if TYPE_CHECKING:
    from datetime import date

    from statuteline.sealing.signatures import Signer


@click.command("seal")
@click.option("--key", metavar="FILE", help="The private key that signs; - reads it.")
@click.option("--by", default="", metavar="NAME", help="Who seals, to stand in the seal.")
@click.option(
    "--on", type=Day(), default="today", show_default=True, help="The day of the seal."
)
@click.option("--next-key", metavar="FILE", help="The public key for the seals after it.")
@click.option(
    "--key-lost", is_flag=True, help="The key that should sign is lost; this one goes on."
)
@click.option("--new-key", metavar="FILE", help="Make a pair of keys: FILE and FILE.pub.")
@corpus_option
@click.pass_obj
def COMMAND(  # noqa: N802, PLR0913, PLR0917 - one parameter an option
    session: Session,
    key: str | None,
    by: str,
    on: date,
    next_key: str | None,
    key_lost: bool,
    new_key: str | None,
) -> None:
    """Sign what the corpus holds, so that nobody can change it unseen.

    A seal names the one before it, and adds the texts that are new. `verify` holds the
    corpus against its seals. Keys are Ed25519, in PEM files that openssl reads too. Keep
    the private key where only you can read it, and never in a corpus.

    \b
    Examples:
      statuteline seal --new-key office.pem
      statuteline seal --key office.pem --by "Office of the Clerk"
      statuteline seal --key office.pem --next-key office-2.pem.pub
    """
    if (key is None) is (new_key is None):
        raise click.UsageError("Either --key FILE seals, or --new-key FILE makes keys.")
    if new_key is not None:
        _make_keys(new_key, is_alone=not (by or next_key or key_lost))
        return
    from statuteline.cli._progress import counted
    from statuteline.corpus.key_files import open_public_key
    from statuteline.corpus.seals import seal_corpus
    from statuteline.sealing.making import Wish

    signer = _signer(str(key))
    wish = Wish(
        on=on,
        by=by,
        next_key=None if next_key is None else open_public_key(Path(next_key)),
        key_lost=key_lost,
    )
    root = session.open().root
    made = seal_corpus(root, signer, wish, lambda paths: counted(paths, "files read"))
    if made is None:
        say("All is sealed as it is. Nothing was written.")
        return
    say(f"Seal {made.number} of {made.day} is in {root / made.place}.")
    say(f"  digest  {made.digest}")
    say(f"  key     {made.key}")
    say("Publish both where nobody can change them together with the corpus.")


def _make_keys(name: str, *, is_alone: bool) -> None:
    if not is_alone:
        raise click.UsageError(
            "--new-key makes keys and seals nothing: leave the rest out."
        )
    from statuteline.corpus.key_files import make_keys

    public, key = make_keys(Path(name))
    say(f"The private key is in {name}: keep it, and let nobody read it.")
    say(f"The public key is in {public}. Publish its fingerprint:")
    say(f"  {key.fingerprint}")


def _signer(name: str) -> Signer:
    from statuteline.corpus.key_files import open_signer
    from statuteline.sealing.signatures import read_private_key

    if name == "-":
        return read_private_key(sys.stdin.buffer.read(), "standard input")
    return open_signer(Path(name))

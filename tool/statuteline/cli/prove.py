"""``statuteline prove``: claims about the law, proved or refuted over every case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statuteline.cli._output import say
from statuteline.cli._params import Session, corpus_option, format_option

if TYPE_CHECKING:
    from statuteline.rules.claims import Claim


@click.command("prove")
@click.argument("claims", nargs=-1, metavar="[CLAIM]...")
@click.option("--brief", is_flag=True, help="One line a claim: what came of it.")
@corpus_option
@format_option("text", "json")
@click.pass_context
def COMMAND(  # noqa: N802
    ctx: click.Context, *, claims: tuple[str, ...], brief: bool, form: str
) -> None:
    """Prove or refute claims about what the law provides, over every possible case.

    CLAIM is a name, or the beginning of names up to a slash. Without it all are tried.
    Each claim says what should come of it. The exit status is 0 if that came of every one,
    and 1 if not.

    \b
    Examples:
      statuteline prove
      statuteline prove us-ct/vacatur
      statuteline prove us-ct/vacatur/2016-narrow-implies-2021-shall
    """
    from statuteline.audit.encodings import loaded
    from statuteline.law import law
    from statuteline.rules.claimed_texts import encodings_named
    from statuteline.rules.proving import prove

    session: Session = ctx.obj
    chosen = _chosen(law().claims, claims)
    corpus = session.open()
    for name in sorted({name for claim in chosen for name in encodings_named(claim)}):
        loaded(name, corpus)
    proofs = tuple(prove(claim, law()) for claim in chosen)
    if form == "json":
        from statuteline.cli._output import write_json
        from statuteline.cli._prove_json import proofs_value

        write_json("prove", proofs_value(proofs))
    else:
        from statuteline.cli._prove_text import proofs_lines

        for line in proofs_lines(proofs, brief=brief):
            say(line)
    ctx.exit(0 if all(proof.as_expected for proof in proofs) else 1)


def _chosen(known: tuple[Claim, ...], names: tuple[str, ...]) -> tuple[Claim, ...]:
    from difflib import get_close_matches

    from statuteline.errors import RuleError

    if not names:
        return known
    found: dict[str, Claim] = {}
    for name in names:
        beginning = f"{name.removesuffix('/')}/"
        some = [c for c in known if c.name == name or c.name.startswith(beginning)]
        if not some:
            every = [claim.name for claim in known]
            near = get_close_matches(name, every, n=1, cutoff=0.3)
            hint = f"perhaps {near[0]}" if near else "`statuteline prove` tries all"
            raise RuleError(f"There is no claim {name!r}", hint=hint)
        found |= {claim.name: claim for claim in some}
    return tuple(found.values())

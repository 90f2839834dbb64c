"""``statuteline check``: does the code still rest on the words of the law?"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from statuteline.cli._output import write_json
from statuteline.cli._params import Day, Session, corpus_option, format_option

if TYPE_CHECKING:
    from datetime import date

    from statuteline.trace.states import Judged


@click.command("check")
@click.argument("encodings", nargs=-1, metavar="[ENCODING]...")
@click.option(
    "--on",
    type=Day(),
    default="today",
    show_default=True,
    help="The day on which it is asked: waivers end, and pending law begins.",
)
@click.option("--all", "everything", is_flag=True, help="List what is in order too.")
@corpus_option
@format_option("text", "json")
@click.pass_context
def COMMAND(  # noqa: N802
    ctx: click.Context, encodings: tuple[str, ...], on: date, everything: bool, form: str
) -> None:
    """Check every link between code and text: who judged it, and does that still hold?

    Without ENCODING all are checked. The exit status is 0 if nothing is left to do, and 1
    with findings.

    \b
    Example:
      statuteline check us-ct/vacatur --on 2026-11-27
    """
    from statuteline.cli._links import asked, judged_links
    from statuteline.trace.states import SETTLED

    session: Session = ctx.obj
    corpus = session.open()
    links = judged_links(corpus, asked(encodings), on)
    findings = tuple(one for one in links if one.state not in SETTLED)
    shown = links if everything else findings
    if form == "json":
        write_json(
            "check",
            {
                "corpus": corpus.settings.name,
                "on": on.isoformat(),
                "links": len(links),
                "states": _counts(links),
                "findings": [_described(one) for one in shown],
            },
        )
    else:
        for one in shown:
            click.echo(_line(one))
        counts = ", ".join(f"{count} {state}" for state, count in _counts(links).items())
        click.echo(f"{len(links)} links: {counts}." if links else "No links.")
    ctx.exit(1 if findings else 0)


def _counts(links: tuple[Judged, ...]) -> dict[str, int]:
    from statuteline.trace.states import State

    counts = Counter(one.state for one in links)
    return {state.value: counts[state] for state in State if counts[state]}


def _line(one: Judged) -> str:
    from statuteline.cli._links import place_of, told

    return f"{place_of(one.link.unit)}: {one.state.value}: {one.link.id}: {told(one)}"


def _described(one: Judged) -> dict[str, object]:
    from statuteline.cli._links import place_of, told
    from statuteline.trace.links import Link

    link = one.link
    described: dict[str, object] = {
        "state": one.state.value,
        "link": link.id,
        "unit": link.unit.id,
        "kind": link.unit.kind.value,
        "code": {"place": place_of(link.unit), "fingerprint": link.unit.code},
        "provision": str(link.provision),
        "days": {
            "from": link.days.start.isoformat(),
            "until": link.days.end.isoformat() if link.days.end else None,
        },
        "told": told(one),
    }
    if isinstance(link, Link):
        described["text"] = {
            "expression": str(link.expression),
            "found": link.found.text if link.found else None,
            "words": list(link.words),
            "fingerprint": link.text or None,
        }
    if one.judgement is not None:
        described["judgement"] = {
            "verdict": one.judgement.verdict.value,
            "by": one.judgement.by,
            "on": one.judgement.on.isoformat(),
            "reason": one.judgement.reason,
            "until": one.judgement.until.isoformat() if one.judgement.until else None,
        }
    return described

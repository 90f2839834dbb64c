"""``statuteline blame``: which act put each provision's words there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statuteline.cli._output import say, write_columns, write_json
from statuteline.cli._params import Session, at_option, corpus_option, format_option

if TYPE_CHECKING:
    from datetime import date

    from statuteline.corpus.store import Corpus
    from statuteline.history.blame import Blame
    from statuteline.model.provision import Provision

_SHOWN_WORDS = 9


@click.command("blame")
@click.argument("work")
@at_option
@corpus_option
@format_option("text", "json")
@click.pass_obj
def COMMAND(session: Session, work: str, at: date, form: str) -> None:  # noqa: N802
    """Tell for each provision of WORK which act put its words there.

    "or earlier" means that the words may be older than the first text in the corpus.

    \b
    Example:
      statuteline blame 54-95c --at 2021-10-01
    """
    from statuteline.cli._texts import day_told, provision_of, text_on
    from statuteline.history.blame import blame
    from statuteline.model.provision import walk

    corpus = session.open()
    citation = corpus.cite(work)
    answer = text_on(corpus, citation, at)
    part = provision_of(answer.expression, citation)
    found = tuple(
        line
        for line in blame(corpus.expressions(citation.work), at)
        if part is None or part.eid.contains(line.eid)
    )
    if form == "json":
        write_json(
            "blame",
            {
                "work": str(citation.work),
                "expression": str(answer.expression.id),
                "at": at.isoformat(),
                "provisions": [_described(line) for line in found],
            },
        )
        return
    provisions = {p.eid: p for p in walk(answer.expression.body)}
    say(f"{corpus.cited(citation)}: the text in force on {at}\n")
    write_columns(
        (
            day_told(line.since, line.by),
            _acts(corpus, line),
            line.eid.text.partition("__")[2] or line.eid.text,
            _first_words(provisions[line.eid]),
        )
        for line in found
    )


def _described(line: Blame) -> dict[str, object]:
    return {
        "eid": str(line.eid),
        "wid": str(line.wid),
        "origin": str(line.origin),
        "origin_eid": str(line.origin_eid),
        "since": line.since.isoformat() if line.since else None,
        "by": line.by.isoformat() if line.by else None,
        "acts": [str(act) if act else None for act in line.acts],
        "or_earlier": line.or_earlier,
    }


def _acts(corpus: Corpus, line: Blame) -> str:
    from statuteline.audit.cited import act_cited

    named = ", ".join(act_cited(corpus, act) for act in line.acts)
    return f"{named} or earlier" if line.or_earlier else named


def _first_words(provision: Provision) -> str:
    words = (provision.intro_text or provision.wrap_up_text).split()
    return " ".join(words[:_SHOWN_WORDS]) + (" …" if len(words) > _SHOWN_WORDS else "")

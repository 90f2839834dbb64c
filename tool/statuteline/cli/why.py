"""``statuteline why``: what a piece of code rests on, and what has changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from statuteline.cli._output import say, write_json
from statuteline.cli._params import (
    Session,
    columns,
    corpus_option,
    format_option,
    on_option,
)

if TYPE_CHECKING:
    from datetime import date

    from statuteline.corpus.store import Corpus
    from statuteline.trace.states import Judged


@click.command("why")
@click.argument("what", metavar="CODE|PROVISION")
@on_option
@corpus_option
@format_option("text", "json")
@click.pass_obj
def COMMAND(session: Session, what: str, on: date, form: str) -> None:  # noqa: N802
    """Show which code rests on which words, and what changed since they were judged.

    CODE is an encoding, one of its units, or a link, as `statuteline check` names them;
    PROVISION is a citation, such as "54-95c(d)(1)". Words and code that were judged are
    shown with their changes marked.

    \b
    Example:
      statuteline why "54-95c(d)(1)"
    """
    from statuteline.audit.links import asked, judged_links
    from statuteline.corpus.judged import read_judged
    from statuteline.publish.base import Style

    corpus = session.open()
    links = judged_links(corpus, asked((), corpus), on)
    found = _meant(corpus, links, what)
    past = read_judged(corpus.root)
    if form == "json":
        from statuteline.cli._why_json import described

        told = [described(corpus, one, past, links) for one in found]
        write_json("why", {"asked": what, "on": on.isoformat(), "links": told})
        return
    from statuteline.cli._why_text import lines

    style = Style(colour=session.colour, width=columns())
    for one in found:
        for line in lines(corpus, one, past, links, style):
            say(line)
        say()


def _meant(corpus: Corpus, links: tuple[Judged, ...], what: str) -> tuple[Judged, ...]:
    """Find the links that a name or a citation means.

    Raises:
        StatutelineError: If it means none.
    """
    from statuteline.errors import StatutelineError

    found = tuple(
        one
        for one in links
        if what in {one.link.unit.encoding, one.link.unit.id, one.link.id}
    )
    if found:
        return found
    if "@" not in what:
        found = _resting_on(corpus, links, what)
    if not found:
        raise StatutelineError(
            f"No code rests on {what!r}",
            hint="`statuteline check --all` lists all links",
        )
    return found


def _resting_on(corpus: Corpus, links: tuple[Judged, ...], what: str) -> tuple[Judged, ...]:
    from statuteline.errors import IdentifierError
    from statuteline.model.provision import find, find_by_labels
    from statuteline.trace.links import Link

    try:
        citation = corpus.cite(what)
    except IdentifierError as error:
        error.hint = "name a provision, such as 54-95c(d)(1), or code as `check` names it"
        raise
    texts = {text.id: text for text in corpus.expressions(citation.work)}
    found = []
    for one in links:
        link = one.link
        if not isinstance(link, Link) or link.expression not in texts or link.found is None:
            continue
        body = texts[link.expression].body
        part = (
            find(body, citation.eid)
            if citation.eid
            else find_by_labels(body, citation.labels)
        )
        if part is not None and part.eid.contains(link.found):
            found.append(one)
    return tuple(found)

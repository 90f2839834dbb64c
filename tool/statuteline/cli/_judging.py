"""What ``review`` and ``waive`` share: links are named, shown and judged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from datetime import date

    from statuteline.corpus.store import Corpus
    from statuteline.trace.judgements import Judgement
    from statuteline.trace.links import Link
    from statuteline.trace.states import Judged


def chosen(corpus: Corpus, names: tuple[str, ...], on: date) -> tuple[Judged, ...]:
    """Find the links that somebody names.

    Args:
        corpus: The corpus.
        names: Each an encoding, a unit, or a whole link.
        on: The day on which it is asked.

    Returns:
        Those that wait for a judgement and can have one, in the order of the code.

    Raises:
        StatutelineError: If a name means no link, or one whose words are gone.
    """
    from statuteline.cli._links import asked, judged_links, link_name
    from statuteline.errors import StatutelineError
    from statuteline.trace.links import Link
    from statuteline.trace.states import State

    links = judged_links(corpus, asked(()), on)
    found: dict[str, Judged] = {}
    for name in names:
        here = {
            link_name(one.link): one
            for one in links
            if name in {one.link.unit.encoding, one.link.unit.id, link_name(one.link)}
        }
        if not here:
            raise StatutelineError(
                f"There is no link {name!r}",
                hint="`statuteline check --all` lists them; an encoding or a unit will do",
            )
        found |= here
    broken = [
        name
        for name, one in found.items()
        if one.state is State.BROKEN or not isinstance(one.link, Link)
    ]
    if broken:
        raise StatutelineError(
            f"There is no text to judge for {broken[0]}",
            hint="mend the citation first: `statuteline check` tells where it stands",
        )
    done = {State.OK, State.WAIVED}
    return tuple(one for one in found.values() if one.state not in done)


def record(corpus: Corpus, links: tuple[Judged, ...], said: Judgement) -> int:
    """Record what was said of each link.

    Args:
        corpus: The corpus whose judgements are added to.
        links: The links.
        said: The judgement; its link and fingerprints are filled in for each.

    Returns:
        How many judgements are new.

    Raises:
        CorpusError: If the judgements cannot be read or written.
    """
    from statuteline.corpus.judged import keep_judged
    from statuteline.corpus.judgements import record_judgements
    from statuteline.trace.links import Link

    tied = tuple(link for link in (one.link for one in links) if isinstance(link, Link))
    keep_judged(
        corpus.root,
        {link.text: words_of(corpus, link) for link in tied}
        | {link.unit.code: link.unit.said for link in tied},
    )
    return record_judgements(
        corpus.root,
        tuple(
            replace(
                said,
                text=link.text,
                unnumbered=link.unnumbered,
                code=link.unit.code,
                link=link.id,
            )
            for link in tied
        ),
    )


def show(corpus: Corpus, one: Judged) -> None:
    """Show what is judged: the code in plain words, and the words of the provision."""
    from statuteline.cli._links import link_name, place_of, told
    from statuteline.trace.links import Link

    link = one.link
    click.echo(f"{link_name(link)}  [{one.state.value}]")
    click.echo(f"  {told(one)}")
    click.echo(f"  code: {place_of(link.unit)}")
    if isinstance(link, Link) and link.found is not None:
        click.echo(f"  text: {link.expression}#{link.found}")
        for line in words_of(corpus, link).split("\n"):
            click.echo(f"    {line}")


def words_of(corpus: Corpus, link: Link) -> str:
    """Give the words of the provision that a link ends at; empty where there is none."""
    from statuteline.model.provision import find
    from statuteline.trace.links import own_words

    if link.found is None:
        return ""
    provision = find(corpus.read(link.expression).body, link.found)
    return own_words(provision) if provision is not None else ""


def named(name: str | None) -> str:
    """Make sure that a judgement has somebody's name on it.

    Raises:
        click.UsageError: If it has none.
    """
    if name is None or not name.strip():
        raise click.UsageError("A judgement needs a name: --by 'Ada Lovelace'.")
    return name.strip()

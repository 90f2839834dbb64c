"""What ``review`` and ``waive`` share: what can be judged is named, shown, recorded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.corpus.store import Corpus
    from statuteline.trace.claiming import ClaimedChange
    from statuteline.trace.judgements import Judgement
    from statuteline.trace.links import Link
    from statuteline.trace.statements import TiedStatement
    from statuteline.trace.states import Judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgeable:
    """A pair that somebody can judge.

    Args:
        name: What it is called.
        shown: What is to be read before it is judged, a line each.
        text: The fingerprint of its text.
        unnumbered: The fingerprint of its text without numbers.
        code: The fingerprint of its code.
        kept: What the fingerprints stand for, to be kept beside the judgement.
    """

    name: str
    shown: tuple[str, ...]
    text: str
    unnumbered: str
    code: str
    kept: tuple[tuple[str, str], ...]


def links_named(corpus: Corpus, names: tuple[str, ...], on: date) -> tuple[Judgeable, ...]:
    """Find the links that somebody names.

    Args:
        corpus: The corpus.
        names: Each an encoding, a unit, or a whole link.
        on: The day on which it is asked.

    Returns:
        Those that wait for a judgement, and those that are named as a whole link, in the
        order of the code.

    Raises:
        StatutelineError: If a name means no link, or one whose words are gone.
    """
    from statuteline.audit.links import asked, judged_links

    links = judged_links(corpus, asked((), corpus), on)
    found: dict[str, Judgeable] = {}
    for name in names:
        here = _named(links, name)
        if not here:
            raise _nothing(name)
        found |= {one.name: one for one in _of_links(corpus, here, name)}
    return tuple(found.values())


def things_named(corpus: Corpus, names: tuple[str, ...], on: date) -> tuple[Judgeable, ...]:
    """Find what somebody names: links, changes of the law, statements of documents.

    Args:
        corpus: The corpus.
        names: Each as for links, or as ``coverage --holes`` names what is open.
        on: The day on which it is asked.

    Raises:
        StatutelineError: If a name means nothing, or a link whose words are gone.
    """
    from statuteline.audit.tracing import traced

    trace = traced(corpus, on)
    others = {one.change.id: _of_change(one) for one in trace.changes}
    others |= {one.id: _of_statement(one) for one in trace.statements}
    found: dict[str, Judgeable] = {}
    for name in names:
        here = _named(trace.links, name)
        if here:
            found |= {one.name: one for one in _of_links(corpus, here, name)}
        elif name in others:
            found[name] = others[name]
        else:
            raise _nothing(name)
    return tuple(found.values())


def record(corpus: Corpus, things: tuple[Judgeable, ...], said: Judgement) -> int:
    """Record what was said of each pair.

    Args:
        corpus: The corpus whose judgements are added to.
        things: The pairs.
        said: The judgement; its name and fingerprints are filled in for each.

    Returns:
        How many judgements are new.

    Raises:
        CorpusError: If the judgements cannot be read or written.
    """
    from statuteline.corpus.judgements import record_judgements

    return record_judgements(
        corpus.root,
        tuple(
            replace(
                said,
                link=one.name,
                text=one.text,
                unnumbered=one.unnumbered,
                code=one.code,
            )
            for one in things
        ),
        dict(pair for one in things for pair in one.kept),
    )


def words_of(corpus: Corpus, link: Link) -> str:
    """Give the words that a link ends at; empty where there are none."""
    from statuteline.model.provision import find
    from statuteline.trace.links import linked_words

    if link.found is None:
        return ""
    provision = find(corpus.read(link.expression).body, link.found)
    return linked_words(provision, link.quote) if provision is not None else ""


def named(name: str | None) -> str:
    """Make sure that a judgement has somebody's name on it.

    Raises:
        click.UsageError: If it has none.
    """
    if name is None or not name.strip():
        raise click.UsageError("A judgement needs a name: --by 'Ada Lovelace'.")
    return name.strip()


def _named(links: tuple[Judged, ...], name: str) -> tuple[Judged, ...]:
    return tuple(
        one
        for one in links
        if name in {one.link.unit.encoding, one.link.unit.id, one.link.id}
    )


def _nothing(name: str) -> Exception:
    from statuteline.errors import StatutelineError

    return StatutelineError(
        f"There is nothing to judge by the name {name!r}",
        hint="`statuteline check --all` lists links; an encoding or a unit will do too; "
        "`statuteline coverage --holes` names what else is open",
    )


def _of_links(corpus: Corpus, links: tuple[Judged, ...], name: str) -> Iterator[Judgeable]:
    """Take the links that wait for a judgement; and any that is named as a whole."""
    from statuteline.errors import StatutelineError
    from statuteline.trace.links import Link
    from statuteline.trace.states import State

    for one in links:
        link = one.link
        if one.state is State.BROKEN or not isinstance(link, Link):
            raise StatutelineError(
                f"There is no text to judge for {link.id}",
                hint="mend the citation first: `statuteline check` tells where it stands",
            )
        if one.state not in {State.OK, State.WAIVED} or link.id == name:
            yield _of_link(corpus, one, link)


def _of_link(corpus: Corpus, one: Judged, link: Link) -> Judgeable:
    from statuteline.audit.links import told
    from statuteline.cli._places import place_of

    words = words_of(corpus, link)
    return Judgeable(
        name=link.id,
        shown=(
            f"{link.id}  [{one.state.value}]",
            f"  {told(one)}",
            f"  code: {place_of(link.unit)}",
            f"  text: {link.expression}#{link.found}",
            *(f"    {line}" for line in words.split("\n")),
        ),
        text=link.text,
        unnumbered=link.unnumbered,
        code=link.unit.code,
        kept=((link.text, words), (link.unit.code, link.unit.said)),
    )


def _of_change(one: ClaimedChange) -> Judgeable:
    from statuteline.trace.judgements import NO_CODE

    change = one.change
    return Judgeable(
        name=change.id,
        shown=(f"{change.id}  [{one.claim.value}]", f"  {change.change.summary}"),
        text=change.fingerprint,
        unnumbered=change.fingerprint,
        code=NO_CODE,
        kept=((change.fingerprint, change.change.summary),),
    )


def _of_statement(one: TiedStatement) -> Judgeable:
    from statuteline.trace.judgements import NO_CODE

    return Judgeable(
        name=one.id,
        shown=(f"{one.id}  [{one.tie.value}]", f"  {one.words}"),
        text=one.fingerprint,
        unnumbered=one.fingerprint,
        code=NO_CODE,
        kept=((one.fingerprint, one.words),),
    )

"""What a link rests on, as lines for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from statuteline.cli._since import Since
    from statuteline.corpus.store import Corpus
    from statuteline.publish.base import Style
    from statuteline.trace.states import Judged

_MARGIN = " " * 6


def lines(
    corpus: Corpus,
    one: Judged,
    past: Mapping[str, str],
    links: tuple[Judged, ...],
    style: Style,
) -> Iterator[str]:
    """Show a link: its state, its code and its text, with what changed since judged.

    Args:
        corpus: The corpus.
        one: The link.
        past: What was judged, by fingerprint.
        links: All links, among which it is looked for what uses this one.
        style: How to mark what changed.
    """
    from statuteline.audit.links import told
    from statuteline.cli._since import code_since, text_since
    from statuteline.trace.impacted import impacted
    from statuteline.trace.links import Link

    link = one.link
    yield link.id
    yield f"  {one.state.value}: {told(one)}"
    if one.judgement is not None and one.judgement.reason:
        yield f"  reason: {one.judgement.reason}"
    yield from _side("code", code_since(one, past), style)
    text = text_since(corpus, one, past)
    if text is not None:
        yield from _side("text", text, style)
    if isinstance(link, Link):
        yield from (f'  cites: "{words}"' for words in link.words)
    yield from (f"  impacted: {unit.id}" for unit in impacted(one, links))


def _side(name: str, since: Since, style: Style) -> Iterator[str]:
    from statuteline.publish import marked_lines

    yield f"  {name}: {since.place}"
    yield from marked_lines(since.runs, style, margin=_MARGIN)
    if since.lost:
        yield f"{_MARGIN}What was judged is not on record; the history of the file has it."

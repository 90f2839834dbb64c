"""What a link rests on, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from statuteline.cli._since import Since
    from statuteline.corpus.store import Corpus
    from statuteline.trace.states import Judged


def described(
    corpus: Corpus, one: Judged, past: Mapping[str, str], links: tuple[Judged, ...]
) -> dict[str, object]:
    """Describe a link: its state, its code and its text, with what changed since judged.

    Args:
        corpus: The corpus.
        one: The link.
        past: What was judged, by fingerprint.
        links: All links, among which it is looked for what uses this one.
    """
    from statuteline.audit.links import told
    from statuteline.cli._since import code_since, text_since
    from statuteline.trace.impacted import impacted
    from statuteline.trace.links import Link

    link = one.link
    text = text_since(corpus, one, past)
    return {
        "link": link.id,
        "state": one.state.value,
        "told": told(one),
        "unit": link.unit.id,
        "provision": str(link.provision),
        "words": list(link.words) if isinstance(link, Link) else [],
        "code": _side(code_since(one, past)),
        "text": _side(text) if text is not None else None,
        "impacted": [unit.id for unit in impacted(one, links)],
    }


def _side(since: Since) -> dict[str, object]:
    return {
        "place": since.place,
        "runs": [{"kind": run.kind.value, "text": run.text} for run in since.runs],
        "lost": since.lost,
    }

"""How complete a corpus is, in lines for a terminal: counts, and the first few names."""

from __future__ import annotations

from collections import Counter
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from statuteline.audit.cited import act_cited
from statuteline.cli._params import columns
from statuteline.model.citation import Citation
from statuteline.model.ids import ProvisionRef

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.corpus.editions import ImportedEdition
    from statuteline.corpus.status import CorpusStatus, SeriesStatus
    from statuteline.corpus.store import Corpus
    from statuteline.history.amending import Amending
    from statuteline.history.completeness import Completeness
    from statuteline.model.ids import WorkId

_NAMED: Final = 8
"""More of one kind than these are counted, not named; JSON names all."""
_WIDTH: Final = 22


def status_lines(corpus: Corpus, found: CorpusStatus) -> Iterator[str]:
    """Write how complete each series is.

    Args:
        corpus: The corpus.
        found: What is known.

    Yields:
        Lines without line feeds.
    """
    width = columns()
    head = f"{corpus.settings.name}, as of {found.at}. {corpus.settings.notice}"
    yield from wrap(head, width)
    for one in found.series:
        yield ""
        yield f"{one.jurisdiction}/{one.series}: {one.title}"
        for name, value in (*_held(one), *_lacking(corpus, one.known)):
            yield from wrap(
                value,
                width,
                initial_indent=f"  {name:{_WIDTH}}",
                subsequent_indent=" " * (_WIDTH + 2),
                break_long_words=False,
                break_on_hyphens=False,
            )


def _held(one: SeriesStatus) -> Iterator[tuple[str, str]]:
    known = one.known
    words = ", ".join(f"{count:,} {words.value}" for words, count in known.words)
    yield "works", f"{known.works:,}; in force {known.in_force:,}"
    yield "texts", words or "none"
    for edition in one.editions:
        yield "edition", _edition(edition)
    if known.latest is not None:
        yield "latest first day", str(known.latest)


def _edition(one: ImportedEdition) -> str:
    sources = one.sources
    statuses: Counter[str] = Counter()
    for source in sources:
        statuses.update({status.value: count for status, count in source.sections})
    unfinished = sum(not source.complete for source in sources)
    parts = [
        f"{one.edition.name}, revised to {one.edition.revised_to}",
        _of(len(sources), "source"),
        ", ".join(f"{count:,} {status}" for status, count in statuses.items()),
    ]
    told = (
        (unfinished, "of the sources not read to their end"),
        (sum(source.refused for source in sources), "sections refused"),
        (
            sum(source.unplaced for source in sources),
            "sections with a number that opens no provision",
        ),
        (sum(source.unread for source in sources), "items of notes unread"),
        (sum(source.left_out for source in sources), "leftovers of the capture"),
    )
    parts += [f"{count:,} {words}" for count, words in told if count]
    return "; ".join(filter(None, parts))


def _lacking(corpus: Corpus, known: Completeness) -> Iterator[tuple[str, str]]:
    if known.acts_named:
        held = known.acts_named - len(known.acts_missing)
        yield "acts named", f"{known.acts_named:,}; held {held:,}"
    # The newest first: they are what a reader of today's law lacks.
    newest = sorted(known.acts_missing, key=lambda act: _year(corpus, act), reverse=True)
    missing = (act_cited(corpus, ProvisionRef(act)) for act in newest)
    yield from _named("acts not held", missing, len(newest))
    for name, acts in (
        ("acts not applied", known.unapplied),
        ("sections not held", known.not_held),
    ):
        yield from _named(name, (_amending(corpus, one) for one in acts), len(acts))
    latest = sorted(known.gaps, key=lambda gap: gap.day, reverse=True)
    gaps = (f"{_cited(corpus, gap.work)} on {gap.day}" for gap in latest)
    yield from _named("changes without text", gaps, len(known.gaps))
    if known.earlier:
        yield "earlier changes", f"{known.earlier:,} before the first text of their work"
    if known.bounded:
        yield "first day not known", f"{known.bounded:,} with a latest day"
    waiting = (
        f"{one.text} ({one.awaits})" if one.awaits else str(one.text)
        for one in known.pending
    )
    yield from _named("pending", waiting, len(known.pending))
    coming = (f"{one.text} from {one.day}" for one in known.coming)
    yield from _named("to come", coming, len(known.coming))
    lacking = (
        f"{_cited(corpus, one.text.work)} {_of(one.provisions, 'provision')}"
        for one in known.not_restated
    )
    yield from _named("words not restated", lacking, len(known.not_restated))


def _named(name: str, items: Iterable[str], count: int) -> Iterator[tuple[str, str]]:
    """Write how many there are, and name the first; nothing where there is none."""
    if not count:
        return
    shown = [item for item, _ in zip(items, range(_NAMED), strict=False)]
    more = f", and {count - _NAMED:,} more" if count > _NAMED else ""
    yield name, f"{count:,}: {', '.join(shown)}{more}"


def _year(corpus: Corpus, act: WorkId) -> int:
    return corpus.uris.series(act).year_of(act.number)


def _amending(corpus: Corpus, one: Amending) -> str:
    since = f"from {one.since}" if one.since else "from a day that is not known"
    return f"{act_cited(corpus, one.act)} on {_cited(corpus, one.work)} {since}"


def _cited(corpus: Corpus, work: WorkId) -> str:
    return corpus.cited(Citation(work=work))


def _of(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"

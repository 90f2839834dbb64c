"""What a corpus knows of the law beyond a text that it holds."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuteline.corpus.editions import read_editions
from statuteline.corpus.inside import read_inside
from statuteline.history.amending import amendings
from statuteline.history.behind import behind
from statuteline.history.records import current_records
from statuteline.model.work import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from statuteline.corpus.editions import ImportedEdition
    from statuteline.corpus.store import Corpus
    from statuteline.history.amending import Amending
    from statuteline.history.behind import Behind
    from statuteline.history.in_force import TextInForce
    from statuteline.model.ids import WorkId
    from statuteline.model.published import Edition
    from statuteline.model.work import Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownChanges:
    """What a corpus knows of changes, read once for many texts.

    Args:
        acts: What acts that are held do, by the work that they change.
        editions: The editions that each jurisdiction's texts are from.
    """

    acts: Mapping[WorkId, tuple[Amending, ...]]
    editions: Mapping[str, tuple[ImportedEdition, ...]]


def known_changes(corpus: Corpus) -> KnownChanges:
    """Read what acts do and which editions there are.

    Raises:
        CorpusError: If an act, or the list of editions, is not as this corpus writes it.
    """
    acts: dict[WorkId, list[Amending]] = defaultdict(list)
    for act in corpus.works(Kind.PUBLIC_ACT):
        for text in current_records(corpus.expressions(act))[-1:]:
            for one in amendings(text):
                acts[one.work].append(one)
    return KnownChanges(
        acts={work: tuple(found) for work, found in acts.items()},
        editions={
            one.id: read_editions(corpus.root, one.id) for one in corpus.uris.jurisdictions
        },
    )


def what_is_beyond(
    corpus: Corpus,
    records: tuple[Expression, ...],
    answer: TextInForce,
    known: KnownChanges | None = None,
) -> tuple[Behind, ...]:
    """Tell what is known of later changes that a text does not hold.

    Args:
        corpus: The corpus.
        records: All records of the text's work.
        answer: The text, and the day that was asked for.
        known: What the corpus knows of changes, where that was read already; None to
            read what is needed for this text alone.

    Returns:
        What is known; nothing for a text that is up to date as far as the corpus can
        tell.

    Raises:
        CorpusError: If an act, or the list of editions, is not as this corpus writes it.
    """
    work = answer.expression.id.work
    if known is not None:
        acts = known.acts.get(work, ())
        editions = known.editions[work.jurisdiction]
    else:
        acts = tuple(one for one in _amendings(corpus, work) if one.work == work)
        editions = read_editions(corpus.root, work.jurisdiction)
    return behind(records, answer, acts, _newest(editions, work, records))


def _amendings(corpus: Corpus, work: WorkId) -> Iterator[Amending]:
    """Read what acts do, of those that name a work at all."""
    wanted = corpus.uris.of_work(work).encode()
    for act in corpus.works(Kind.PUBLIC_ACT):
        files = map(corpus.path, corpus.expression_ids(act))
        if any(wanted in read_inside(corpus.root, path) for path in files):
            for one in current_records(corpus.expressions(act))[-1:]:
                yield from amendings(one)


def _newest(
    imported: tuple[ImportedEdition, ...], work: WorkId, records: tuple[Expression, ...]
) -> Edition | None:
    """Find the newest edition that was imported to its end, or that has the work."""
    editions = [one.edition for one in records if one.edition is not None]
    editions += [
        one.edition
        for one in imported
        if one.series == work.series and all(source.complete for source in one.sources)
    ]
    return max(editions, key=lambda one: one.revised_to, default=None)

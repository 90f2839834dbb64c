"""What a corpus knows of the law beyond a text that it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.corpus.editions import read_editions
from statuteline.history.amending import amendings
from statuteline.history.behind import behind
from statuteline.history.records import current_records
from statuteline.model.ids import WorkId
from statuteline.model.work import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.corpus.store import Corpus
    from statuteline.history.amending import Amending
    from statuteline.history.behind import Behind
    from statuteline.history.in_force import TextInForce
    from statuteline.model.published import Edition
    from statuteline.model.work import Expression


def what_is_beyond(
    corpus: Corpus, records: tuple[Expression, ...], answer: TextInForce
) -> tuple[Behind, ...]:
    """Tell what is known of later changes that a text does not hold.

    Args:
        corpus: The corpus.
        records: All records of the text's work.
        answer: The text, and the day that was asked for.

    Returns:
        What is known; nothing for a text that is up to date as far as the corpus can
        tell.

    Raises:
        CorpusError: If an act, or the list of editions, is not as this corpus writes it.
    """
    work = answer.expression.id.work
    acts = tuple(one for one in _amendings(corpus, work) if one.work == work)
    return behind(records, answer, acts, _newest(corpus, work, records))


def _amendings(corpus: Corpus, work: WorkId) -> Iterator[Amending]:
    """Read what acts do, of those that name a work at all."""
    wanted = corpus.uris.of_work(work).encode()
    for jurisdiction in corpus.uris.jurisdictions:
        for series in jurisdiction.series:
            if series.kind is not Kind.PUBLIC_ACT:
                continue
            folder = corpus.root / jurisdiction.id / series.name
            for number in sorted({path.parent.name for path in folder.glob("*/*@*.xml")}):
                act = WorkId(jurisdiction.id, series.name, number)
                files = map(corpus.path, corpus.expression_ids(act))
                if any(wanted in path.read_bytes() for path in files):
                    for one in current_records(corpus.expressions(act))[-1:]:
                        yield from amendings(one)


def _newest(
    corpus: Corpus, work: WorkId, records: tuple[Expression, ...]
) -> Edition | None:
    """Find the newest edition that was imported to its end, or that has the work."""
    editions = [one.edition for one in records if one.edition is not None]
    editions += [
        one.edition
        for one in read_editions(corpus.root, work.jurisdiction)
        if one.series == work.series and all(source.complete for source in one.sources)
    ]
    return max(editions, key=lambda one: one.revised_to, default=None)

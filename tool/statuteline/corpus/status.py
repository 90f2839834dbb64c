"""How complete a corpus is: its editions, its acts, and what it knows it lacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuteline.corpus.editions import read_editions
from statuteline.corpus.facts_json import facts_of
from statuteline.corpus.index_file import read_index
from statuteline.corpus.index_rows import interval_of, unwatched
from statuteline.history.completeness import completeness
from statuteline.history.facts import TextKnown
from statuteline.history.standing import StandingKind
from statuteline.model.ids import ExpressionId

if TYPE_CHECKING:
    import sqlite3
    from datetime import date

    from statuteline.corpus.editions import ImportedEdition
    from statuteline.corpus.index_rows import Watch
    from statuteline.corpus.store import Corpus
    from statuteline.history.completeness import Completeness
    from statuteline.model.ids import WorkId


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesStatus:
    """How complete one series is.

    Args:
        jurisdiction: The jurisdiction, such as ``us-ct``.
        series: The series, such as ``cgs``.
        title: Its name for people.
        editions: The editions that were imported, earliest first.
        known: What its texts and the acts tell.
    """

    jurisdiction: str
    series: str
    title: str
    editions: tuple[ImportedEdition, ...]
    known: Completeness


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusStatus:
    """How complete a corpus is.

    Args:
        at: The day of the law that was asked about.
        series: Each series that has a work or an edition.
        remade: Why the index, a cache, had to be made anew; empty if it had not.
    """

    at: date
    series: tuple[SeriesStatus, ...]
    remade: str


def status(corpus: Corpus, at: date, watch: Watch = unwatched) -> CorpusStatus:
    """Tell how complete a corpus is.

    Args:
        corpus: The corpus.
        at: The day of the law that is asked about.
        watch: Is handed the works that are read while the index is made, and their
            number, and must go through them.

    Returns:
        What is known of each series.

    Raises:
        CorpusError: If a text that is to be read is not the recorded one, or the
            corpus has no list of digests, or the index can be kept nowhere.
    """
    texts, remade = read_index(corpus, _texts, watch)
    acts = tuple(
        one for all_ in texts.values() for text in all_ for one in text.facts.amends
    )
    held = frozenset(texts)
    found = []
    for jurisdiction in corpus.uris.jurisdictions:
        editions = read_editions(corpus.root, jurisdiction.id)
        for series in jurisdiction.series:
            place = (jurisdiction.id, series.name)
            works = {work: all_ for work, all_ in texts.items() if _place(work) == place}
            imported = tuple(one for one in editions if one.series == series.name)
            if works or imported:
                concerning = tuple(one for one in acts if _place(one.work) == place)
                found.append(
                    SeriesStatus(
                        jurisdiction=jurisdiction.id,
                        series=series.name,
                        title=series.title,
                        editions=imported,
                        known=completeness(works, concerning, held, at),
                    )
                )
    return CorpusStatus(at=at, series=tuple(found), remade=remade)


def _place(work: WorkId) -> tuple[str, str]:
    return work.jurisdiction, work.series


def _texts(connection: sqlite3.Connection) -> dict[WorkId, tuple[TextKnown, ...]]:
    texts: dict[WorkId, list[TextKnown]] = {}
    rows = connection.execute(
        'SELECT expression, standing, start, "end", facts FROM text ORDER BY place'
    )
    for expression, standing, start, end, facts in rows:
        id_ = ExpressionId.parse(expression)
        known = TextKnown(
            id=id_,
            standing=StandingKind(standing),
            interval=interval_of(start, end),
            facts=facts_of(facts),
        )
        texts.setdefault(id_.work, []).append(known)
    return {work: tuple(all_) for work, all_ in texts.items()}

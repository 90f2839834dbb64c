"""How complete a corpus is, as values for JSON: all of it, where the text counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from statuteline.corpus.editions import ImportedEdition
    from statuteline.corpus.status import CorpusStatus, SeriesStatus
    from statuteline.corpus.store import Corpus
    from statuteline.history.amending import Amending


def status_value(corpus: Corpus, found: CorpusStatus) -> dict[str, object]:
    """Give the content of ``status-1.schema.json``, the schema's name left out."""
    return {
        "corpus": corpus.settings.name,
        "notice": corpus.settings.notice,
        "at": found.at.isoformat(),
        "series": [_series(one) for one in found.series],
    }


def _series(one: SeriesStatus) -> dict[str, object]:
    known = one.known
    return {
        "series": f"{one.jurisdiction}/{one.series}",
        "title": one.title,
        "works": known.works,
        "in_force": known.in_force,
        "words": {words.value: count for words, count in known.words},
        "latest": _iso(known.latest),
        "editions": [_edition(edition) for edition in one.editions],
        "acts_named": known.acts_named,
        "acts_missing": [str(work) for work in known.acts_missing],
        "unapplied": [_amending(amending) for amending in known.unapplied],
        "not_held": [_amending(amending) for amending in known.not_held],
        "bounded": known.bounded,
        "pending": [
            {"expression": str(text.text), "awaits": text.awaits or None}
            for text in known.pending
        ],
        "coming": [
            {"expression": str(text.text), "start": text.day.isoformat()}
            for text in known.coming
        ],
        "not_restated": [
            {"expression": str(text.text), "provisions": text.provisions}
            for text in known.not_restated
        ],
        "gaps": [{"work": str(gap.work), "day": gap.day.isoformat()} for gap in known.gaps],
        "earlier": known.earlier,
    }


def _edition(one: ImportedEdition) -> dict[str, object]:
    return {
        "name": one.edition.name,
        "revised_to": one.edition.revised_to.isoformat(),
        "sources": [
            {
                "name": source.name,
                "sha256": source.sha256,
                "recorded": source.recorded.isoformat(),
                "complete": source.complete,
                "sections": {status.value: count for status, count in source.sections},
                "expressions": source.expressions,
                "pending": source.pending,
                "unplaced": source.unplaced,
                "unread": source.unread,
                "refused": source.refused,
                "left_out": source.left_out,
            }
            for source in one.sources
        ],
    }


def _amending(one: Amending) -> dict[str, object]:
    return {"act": str(one.act), "work": str(one.work), "since": _iso(one.since)}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None

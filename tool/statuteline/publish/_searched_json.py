"""What a search found, as JSON under a published schema: ``search-1.schema.json``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.publish._json import Entry, written

if TYPE_CHECKING:
    from statuteline.corpus.search import Hit
    from statuteline.corpus.search_excerpt import Glimpse
    from statuteline.publish.base import Searched, Style


def searched_json(searched: Searched, _style: Style) -> str:
    """Write the texts that were found, each with the words around those looked for."""
    found = searched.found
    return written(
        {
            "schema": "statuteline/search/1",
            "query": searched.query,
            "at": searched.at.isoformat() if searched.at else None,
            "in": list(searched.scope),
            "notice": searched.notice,
            "total": found.total,
            "pending": found.pending,
            "others": found.others,
            "results": [_hit(hit) for hit in found.hits],
        }
    )


def _hit(hit: Hit) -> Entry:
    days = hit.interval
    return {
        "work": str(hit.expression.work),
        "expression": str(hit.expression),
        "citation": hit.citation,
        "eid": hit.eid.text if hit.eid else None,
        "title": _glimpses(hit.title),
        "words": hit.words.value,
        "standing": hit.standing.value,
        "start": days.start.isoformat() if days else None,
        "end": days.end.isoformat() if days and days.end else None,
        "score": round(hit.score, 6),
        "excerpt": _glimpses(hit.glimpses),
        "also": list(hit.also),
    }


def _glimpses(glimpses: tuple[Glimpse, ...]) -> list[Entry]:
    return [{"text": one.text, "found": one.found} for one in glimpses]

"""What a search found, as JSON under a published schema: ``search-1.schema.json``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.publish._json import Entry, iso, written

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
            "at": iso(searched.at),
            "in": list(searched.scope),
            "notice": searched.notice,
            "total": found.total,
            "pending": found.pending,
            "others": found.others,
            "results": [_hit(hit) for hit in found.hits],
        }
    )


def _hit(hit: Hit) -> Entry:
    text, days = hit.standing.expression, hit.standing.interval
    ends_by = hit.standing.ends_by
    return {
        "work": str(text.id.work),
        "expression": str(text.id),
        "citation": hit.citation,
        "eid": hit.eid.text if hit.eid else None,
        "title": _glimpses(hit.title),
        "words": text.words.value,
        "status": text.status.value,
        "standing": hit.standing.kind.value,
        "start": iso(text.known_start if days else None),
        "by": iso(text.by if days else None),
        "end": iso(days.end if days and not ends_by else None),
        "ends_by": iso(ends_by),
        "score": round(hit.score, 6),
        "excerpt": _glimpses(hit.glimpses),
        "also": list(hit.also),
    }


def _glimpses(glimpses: tuple[Glimpse, ...]) -> list[Entry]:
    return [{"text": one.text, "found": one.found} for one in glimpses]

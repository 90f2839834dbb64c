"""Which acts have anything tied to them, so that a page can follow them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statuteline.model.ids import WorkId
    from statuteline.website.source import Source


def acts_traced(source: Source) -> frozenset[WorkId]:
    """Give the acts held that a statement is about, or that changed what code cites."""
    named = {
        ref.work
        for refs in (
            *(one.concerns for one in source.trace.statements),
            *(one.change.acts for one in source.trace.changes),
        )
        for ref in refs
    }
    return frozenset(work for work in named if source.corpus.holds(work))

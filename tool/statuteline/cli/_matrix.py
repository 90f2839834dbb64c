"""The matrix of an act, with its provisions cited and its places named from here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.corpus.store import Corpus
    from statuteline.model.ids import ProvisionRef, WorkId
    from statuteline.reports.base import Matrix
    from statuteline.trace.matrix import Row


def laid_out(corpus: Corpus, act: WorkId, on: date, *, holes_only: bool) -> Matrix:
    """Lay out what one act has to do with.

    Args:
        corpus: The corpus.
        act: The act.
        on: The day on which it is asked, for waivers that end.
        holes_only: Whether only rows in which something is missing are to be listed.

    Raises:
        StatutelineError: If a text, a table of cases or the judgements cannot be read.
    """
    from statuteline.audit.cited import cited_in_full
    from statuteline.audit.tracing import traced
    from statuteline.model.citation import Citation
    from statuteline.reports.base import Matrix
    from statuteline.trace.matrix import matrix

    rows = matrix(traced(corpus, on), act)
    return Matrix(
        corpus=corpus.settings.name,
        act=corpus.cited(Citation(work=act)),
        on=on,
        rows=rows,
        cited={ref: cited_in_full(corpus, ref) for one in rows for ref in _named(one)},
        folder=Path.cwd(),
        holes_only=holes_only,
    )


def _named(row: Row) -> Iterator[ProvisionRef]:
    """Name the provisions that a row speaks of."""
    from statuteline.model.ids import ProvisionRef

    yield from row.acts
    if row.change is not None:
        change = row.change.change
        for eid in (*change.new_eids, *change.old_eids):
            yield ProvisionRef(change.work, eid)

"""What the pages of one text share: its words as HTML, and the pages above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.audit.cited import provision_cited
from statuteline.model.provision import walk
from statuteline.website import addresses
from statuteline.website.base import Crumb
from statuteline.website.law_text import Setting, law_html

if TYPE_CHECKING:
    from statuteline.model.ids import EId, ProvisionRef, WorkId
    from statuteline.model.work import Expression
    from statuteline.website.source import Source


def text_html(source: Source, text: Expression, page: str) -> str:
    """Write the words of a text for a page.

    A link into the text itself leads to the same page; one to another work, to the text
    of it that is in force, and to the provision if that text has it.
    """

    def leads_to(ref: ProvisionRef) -> str | None:
        own = ref.work == text.id.work
        if not own and not source.corpus.holds(ref.work):
            return None
        there = page if own else addresses.of_work(ref.work)
        eids = {one.eid for one in walk(text.body)} if own else source.in_force(ref.work)
        return addresses.of_provision(there, ref) if ref.eid in eids else there

    def cited(eid: EId) -> str:
        return provision_cited(source.corpus, text.id.work, eid, within=text.id.work)

    return law_html(text.body, Setting(page=page, leads_to=leads_to, cited=cited))


def crumbs(source: Source, work: WorkId) -> tuple[Crumb, ...]:
    """Name the pages above a work."""
    series = source.corpus.uris.series(work)
    return (
        Crumb(path=addresses.HOME, title="Law"),
        Crumb(path=addresses.of_series(work.jurisdiction, work.series), title=series.title),
    )

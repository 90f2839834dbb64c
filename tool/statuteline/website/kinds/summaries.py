"""Summaries of acts: their own words, each statement with what it is tied to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from statuteline.audit.cited import act_cited, cited_in_full, work_cited
from statuteline.model.ids import ProvisionRef
from statuteline.model.work import Kind
from statuteline.website import addresses
from statuteline.website.base import Content, Page, PageKind
from statuteline.website.kinds._document import provenance
from statuteline.website.kinds._leads import provision_of, redline_of
from statuteline.website.kinds._proofs import RESULTS
from statuteline.website.kinds._said import acts_named, anchor_of
from statuteline.website.kinds._text import crumbs, setting
from statuteline.website.law_text import blocks_html, law_html
from statuteline.website.templates import filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.ids import EId, WorkId
    from statuteline.model.provision import Provision
    from statuteline.trace.statements import TiedStatement
    from statuteline.trace.text_changes import TextChange
    from statuteline.website.base import Item
    from statuteline.website.source import Source


def _items(source: Source) -> Iterator[Item]:
    for work in source.works_of(Kind.SUMMARY):
        yield Page(path=addresses.of_work(work), write=partial(_page, source, work))


def _page(source: Source, work: WorkId) -> Content:
    path = addresses.of_work(work)
    of = source.texts_of(work)
    text, cited = of.records[-1], of.cited
    tied = [one for one in source.trace.statements if one.ref.work == work]
    numbered = {one.ref.eid: (n, one) for n, one in enumerate(tied, 1)}

    def beside(one: Provision) -> str:
        return _beside(source, numbered, one.eid, path)

    own = setting(source, text, path, beside=beside, rank=3)
    acts = dict.fromkeys(act.work for one in tied for act in one.concerns)
    law = law_html(text.body, own)
    return Content(
        title=f"{cited} {text.title}",
        body=filled(
            "summary.html",
            path,
            cited=cited,
            text=text,
            from_where=provenance(source, text),
            count=len(tied),
            acts=[
                (
                    work_cited(source.corpus, act),
                    provision_of(source, ProvisionRef(act, None)),
                )
                for act in acts
            ],
            others=[work_cited(source.corpus, one) for one in acts_named(source, (text,))],
            front=blocks_html(text.front, own),
            law=law,
        ),
        description=f"{cited}: the summary's own words, and what bears out each statement.",
        searched=law,
        changed=text.start,
        crumbs=crumbs(source, work),
    )


def _beside(
    source: Source,
    numbered: dict[EId | None, tuple[int, TiedStatement]],
    eid: EId,
    page: str,
) -> str:
    if eid not in numbered:
        return ""
    number, one = numbered[eid]
    sections = [act_cited(source.corpus, act) for act in one.concerns]
    acts = (act.work for act in one.concerns)
    held = next((act for act in acts if source.corpus.holds(act)), None)
    anchor = anchor_of(one.ref.work, number)
    return filled(
        "_tied.html",
        page,
        number=number,
        anchor=anchor,
        sections=sections,
        on_act=f"{addresses.of_work(held)}#{anchor}" if held is not None else None,
        changes=[_change(source, change) for change in one.changes],
        claims=[
            (*RESULTS[source.proofs[name].result], source.proofs[name].claim.says)
            for name in one.claims
        ],
        reason=one.reason,
    )


def _change(source: Source, one: TextChange) -> tuple[str, str | None]:
    """Name a change by its provisions, with the page that compares the texts."""
    where = ", ".join(
        cited_in_full(source.corpus, ProvisionRef(one.work, eid))
        for eid in one.new_eids or one.old_eids
    )
    return f"{where}: {one.change.summary}", redline_of(source, one.old, one.new)


KIND = PageKind(
    summary="Summaries of acts, each statement with what it is tied to.",
    order=31,
    items=_items,
)

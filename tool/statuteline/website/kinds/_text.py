"""What the pages of one text share: its words as HTML, and the pages above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.audit.cited import provision_cited
from statuteline.model.provision import walk
from statuteline.website import addresses
from statuteline.website.base import Crumb
from statuteline.website.law_text import Setting, law_html, nothing

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.model.ids import EId, ProvisionRef, WorkId
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression
    from statuteline.website.source import Source


def text_html(
    source: Source,
    text: Expression,
    page: str,
    *,
    beside: Callable[[Provision], str] = nothing,
    rank: int = 2,
) -> str:
    """Write the words of a text for a page, set as :func:`setting` sets it."""
    return law_html(text.body, setting(source, text, page, beside=beside, rank=rank))


def setting(
    source: Source,
    text: Expression,
    page: str,
    *,
    beside: Callable[[Provision], str] = nothing,
    rank: int = 2,
) -> Setting:
    """Set a text for a page.

    A link into the text itself leads to the same page; one to another work, to the text
    of it that is in force, and to the provision if that text has it.

    Args:
        source: What the site is made from.
        text: The text.
        page: The page that it stands on.
        beside: HTML that stands behind the own words of a provision.
        rank: The rank of the first heading.
    """
    own = frozenset(one.eid for one in walk(text.body))

    def leads_to(ref: ProvisionRef) -> str | None:
        if ref.work != text.id.work:
            return place_of(source, ref)
        return addresses.of_provision(page, ref) if ref.eid in own else page

    def cited(eid: EId) -> str:
        return provision_cited(source.corpus, text.id.work, eid, within=text.id.work)

    return Setting(page=page, leads_to=leads_to, cited=cited, beside=beside, rank=rank)


def place_of(source: Source, ref: ProvisionRef) -> str | None:
    """Give the page of a work, and the provision on it if its text in force has that.

    Returns:
        The place; None where the site has no such work.
    """
    if ref.work not in source.works:
        return None
    there = addresses.of_work(ref.work)
    if ref.eid is None or ref.eid.text == f"sec_{ref.work.number}":
        return there  # a whole section: its text need not be read to tell
    held = ref.eid in source.in_force(ref.work)
    return addresses.of_provision(there, ref) if held else there


def crumbs(source: Source, work: WorkId) -> tuple[Crumb, ...]:
    """Name the pages above a work."""
    series = source.corpus.uris.series(work)
    return (
        Crumb(path=addresses.HOME, title="Law"),
        Crumb(path=addresses.of_series(work.jurisdiction, work.series), title=series.title),
    )

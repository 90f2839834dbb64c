"""Where act sections, statements, changes and code lead: pages that the site has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.model.work import Kind
from statuteline.website import addresses
from statuteline.website.kinds._pair_choice import place_of_pair

if TYPE_CHECKING:
    from statuteline.model.ids import EId, ExpressionId, ProvisionRef
    from statuteline.rules.claims import InForce
    from statuteline.website.source import Source


def redline_of(source: Source, old: ExpressionId, new: ExpressionId) -> str | None:
    """Give the place that compares two texts; None where there is none."""
    return place_of_pair(source.corpus.expression_ids(new.work), old, new)


def provision_of(source: Source, ref: ProvisionRef) -> str | None:
    """Give the place of an act section or of a statement; None for what is not held."""
    if not source.corpus.holds(ref.work):
        return None
    page = addresses.of_work(ref.work)
    kind = source.corpus.uris.series(ref.work).kind
    return page if kind is Kind.STATUTE_SECTION else addresses.of_provision(page, ref)


def text_place(source: Source, text: ExpressionId, eid: EId | None) -> str:
    """Give the place of a provision in one text of a work; the page for none.

    A statute has a page for each of its texts, another document one for its latest.
    """
    kind = source.corpus.uris.series(text.work).kind
    statute = kind is Kind.STATUTE_SECTION
    page = addresses.of_version(text) if statute else addresses.of_work(text.work)
    return f"{page}#{eid}" if eid is not None else page


def decision_of(source: Source, encoding: str) -> str | None:
    """Give the page of an encoding; None for one of another jurisdiction."""
    known = {one.name for one in source.encodings}
    return addresses.of_decision(encoding) if encoding in known else None


def text_of(source: Source, text: InForce) -> str | None:
    """Give the page of an encoding under the text of a day; None if there is none."""
    known = {one.name: one for one in source.encodings}
    encoding = known.get(text.encoding)
    version = encoding.version_at(text.at) if encoding is not None else None
    if version is None:
        return None
    return addresses.of_decision_text(text.encoding, version.days.start)

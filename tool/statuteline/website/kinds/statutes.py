"""Statutes: the text in force, each text there was, and what changed between them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from statuteline.model.work import Kind
from statuteline.website import addresses
from statuteline.website.base import Asset, PageKind
from statuteline.website.kinds._current import current_items
from statuteline.website.kinds._downloads import sums_items
from statuteline.website.kinds._feed import feed
from statuteline.website.kinds._pairs import pair_items
from statuteline.website.kinds._redlines import redline_items
from statuteline.website.kinds._versions import version_items
from statuteline.website.latest import latest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.ids import WorkId
    from statuteline.website.base import Item
    from statuteline.website.source import Source


def _items(source: Source) -> Iterator[Item]:
    yield from sums_items(source)
    for work in source.works_of(Kind.STATUTE_SECTION):
        ids = source.corpus.expression_ids(work)
        yield from current_items(source, work)
        path = addresses.of_feed(addresses.of_work(work))
        yield Asset(path=path, write=partial(_feed, source, work, path))
        yield from version_items(source, ids)
        yield from redline_items(source, ids)
        yield from pair_items(source, ids)


def _feed(source: Source, work: WorkId, path: str) -> bytes:
    return feed(source, path, latest(source, (work,)), source.texts_of(work).cited)


KIND = PageKind(
    summary="Each statute: its text in force, its versions, and their redlines.",
    order=20,
    items=_items,
)

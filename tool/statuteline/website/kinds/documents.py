"""Acts, summaries and questions with answers: each document as it was recorded."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from statuteline.model.work import Kind
from statuteline.website import addresses
from statuteline.website.base import Content, Page, PageKind
from statuteline.website.kinds._text import crumbs, text_html
from statuteline.website.templates import filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.ids import WorkId
    from statuteline.website.base import Item
    from statuteline.website.source import Source


def _items(source: Source) -> Iterator[Item]:
    for work in source.corpus.works(Kind.PUBLIC_ACT, Kind.SUMMARY, Kind.FAQ):
        yield Page(path=addresses.of_work(work), write=partial(_page, source, work))


def _page(source: Source, work: WorkId) -> Content:
    of = source.texts_of(work)
    text = of.records[-1]
    path = addresses.of_work(work)
    return Content(
        title=f"{of.cited} {text.title}",
        body=filled(
            "document.html",
            path,
            cited=of.cited,
            text=text,
            front="",
            law=text_html(source, text, path),
        ),
        description=f"{of.cited}: {text.title}.",
        searched=True,
        changed=text.start,
        crumbs=crumbs(source, work),
    )


KIND = PageKind(
    summary="Acts, summaries, and questions with answers.", order=30, items=_items
)

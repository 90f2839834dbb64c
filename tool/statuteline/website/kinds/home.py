"""The first page of the law, and the lists of works behind it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from statuteline.website import addresses
from statuteline.website.base import Content, Crumb, Page, PageKind
from statuteline.website.templates import filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.corpus.settings import Jurisdiction, Series
    from statuteline.model.ids import WorkId
    from statuteline.website.base import Item
    from statuteline.website.source import Source


def _items(source: Source) -> Iterator[Item]:
    yield Page(path=addresses.HOME, write=partial(_home, source))
    works = source.corpus.works()
    for jurisdiction in source.corpus.uris.jurisdictions:
        for series in jurisdiction.series:
            of_it = tuple(
                one
                for one in works
                if (one.jurisdiction, one.series) == (jurisdiction.id, series.name)
            )
            if of_it:
                yield Page(
                    path=addresses.of_series(jurisdiction.id, series.name),
                    write=partial(_series, source, jurisdiction, series, of_it),
                )


def _home(source: Source) -> Content:
    settings = source.corpus.settings
    return Content(
        title=settings.name,
        body=filled(
            "home.html",
            addresses.HOME,
            settings=settings,
            at=source.settings.at,
            jurisdictions=source.corpus.uris.jurisdictions,
            works=source.corpus.works(),
        ),
        description=f"{settings.name}: texts by day, what changed, and the law as code.",
    )


def _series(
    source: Source, jurisdiction: Jurisdiction, series: Series, works: tuple[WorkId, ...]
) -> Content:
    path = addresses.of_series(jurisdiction.id, series.name)
    return Content(
        title=series.title,
        body=filled(
            "series.html",
            path,
            series=series,
            works=[(work, source.corpus.heads(work)[-1].title) for work in works],
        ),
        description=f"{series.title}: every work that is held here.",
        crumbs=(Crumb(path=addresses.HOME, title="Law"),),
    )


KIND = PageKind(
    summary="The first page of the law, and a list of each series.",
    order=10,
    items=_items,
)

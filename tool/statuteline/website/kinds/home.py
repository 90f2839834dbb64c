"""The first page of the law, and the lists of works behind it."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final

from statuteline.audit.cited import act_cited
from statuteline.model.work import Kind
from statuteline.website import addresses
from statuteline.website.base import Asset, Content, Crumb, Page, PageKind
from statuteline.website.kinds._feed import feed, feed_link
from statuteline.website.latest import latest
from statuteline.website.templates import filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.corpus.settings import Series
    from statuteline.model.ids import ProvisionRef, WorkId
    from statuteline.website.base import Item
    from statuteline.website.source import Source

_TOLD: Final = 12
"""How many of the latest texts the first page tells of."""
_FED: Final = 20
"""How many the feed of a part tells of; it reads what is read again for the pages."""
_LISTED: Final = 500
"""How many works a list may have before it is parted by the beginnings of their numbers."""


def _items(source: Source) -> Iterator[Item]:
    yield Page(path=addresses.HOME, write=partial(_home, source))
    for (jurisdiction, name), group in groupby(source.works_of(), key=_series_of):
        works = tuple(group)
        path = addresses.of_series(jurisdiction, name)
        series = source.corpus.uris.series(works[0])
        if len(works) <= _LISTED:
            yield Page(path=path, write=partial(_list, source, series, works, path))
            continue
        parts = {key: tuple(part) for key, part in groupby(works, key=_beginning)}
        yield Page(path=path, write=partial(_parts, series, tuple(parts), path))
        for key, part in parts.items():
            below = addresses.of_part(jurisdiction, name, key)
            yield Page(path=below, write=partial(_list, source, series, part, below, key))
            if series.kind is Kind.STATUTE_SECTION:
                fed = addresses.of_feed(below)
                write = partial(_feed, source, _title(series, key), part, fed)
                yield Asset(path=fed, write=write)


def _series_of(work: WorkId) -> tuple[str, str]:
    return work.jurisdiction, work.series


def _beginning(work: WorkId) -> str:
    """Give what stands before the first hyphen: a title of a code, or a year of acts."""
    return work.number.partition("-")[0]


def _home(source: Source) -> Content:
    corpus = source.corpus
    works = source.works_of()
    statutes = source.works_of(Kind.STATUTE_SECTION)

    def cited(act: ProvisionRef) -> str:
        return act_cited(corpus, act)

    return Content(
        title=corpus.settings.name,
        body=filled(
            "home.html",
            addresses.HOME,
            settings=corpus.settings,
            at=source.settings.at,
            series=[
                (corpus.uris.series(of_it[0]), of_it[0], len(of_it))
                for of_it in (tuple(group) for _, group in groupby(works, key=_series_of))
            ],
            code=sorted(Counter(one.work.jurisdiction for one in source.encodings).items()),
            statutes=_titled(source, statutes) if len(statutes) <= _LISTED else (),
            latest=latest(source, statutes, _TOLD),
            cited=cited,
            holds=source.works.__contains__,
            seal=source.seal,
        ),
        description=f"{corpus.settings.name}: texts by day, and what changed.",
        scripts=("assets/find.mjs",),
    )


def _titled(source: Source, works: tuple[WorkId, ...]) -> list[tuple[WorkId, str]]:
    return [(work, source.title(work)) for work in works]


def _list(
    source: Source,
    series: Series,
    works: tuple[WorkId, ...],
    path: str,
    key: str = "",
) -> Content:
    above = addresses.of_series(works[0].jurisdiction, series.name)
    crumbs = [Crumb(path=addresses.HOME, title="Law")]
    if key:
        crumbs.append(Crumb(path=above, title=series.title))
    title = _title(series, key)
    has_feed = bool(key) and series.kind is Kind.STATUTE_SECTION
    fed = addresses.of_feed(path) if has_feed else ""
    return Content(
        title=title,
        body=filled(
            "series.html", path, title=title, works=_titled(source, works), feed=fed
        ),
        description=f"{title}: every work that is held here.",
        alternates=(feed_link(fed, title),) if fed else (),
        crumbs=tuple(crumbs),
        scripts=("assets/find.mjs",),
    )


def _title(series: Series, key: str) -> str:
    return f"{series.title}, {key}" if key else series.title


def _feed(source: Source, title: str, works: tuple[WorkId, ...], path: str) -> bytes:
    return feed(source, path, latest(source, works, _FED), title)


def _parts(series: Series, keys: tuple[str, ...], path: str) -> Content:
    return Content(
        title=series.title,
        body=filled("parts.html", path, series=series, keys=keys),
        description=f"{series.title}: every work that is held here.",
        crumbs=(Crumb(path=addresses.HOME, title="Law"),),
    )


KIND = PageKind(
    summary="The first page of the law, and a list of each series.",
    order=10,
    items=_items,
)

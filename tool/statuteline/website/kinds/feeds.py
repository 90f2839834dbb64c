"""What programs read: a feed of changes, a list of all texts, and a guide for machines."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Final

from statuteline.model.work import Kind
from statuteline.website import addresses
from statuteline.website.base import Asset, PageKind
from statuteline.website.kinds._feed import feed
from statuteline.website.latest import latest
from statuteline.website.templates import filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.website.base import Item
    from statuteline.website.source import Source

INDEX: Final = "index.json"
"""The list of all works and texts."""
GUIDE: Final = "llms.txt"
"""What a program that reads sites should know first."""
_TOLD: Final = 60
_GUIDED: Final = 500
"""How many statutes the guide names."""


def _items(source: Source) -> Iterator[Item]:
    yield Asset(path=addresses.FEED, write=partial(_feed, source))
    yield Asset(path=INDEX, write=partial(_index, source))
    yield Asset(path=GUIDE, write=partial(_guide, source))


def _feed(source: Source) -> bytes:
    statutes = source.works_of(Kind.STATUTE_SECTION)
    return feed(source, addresses.FEED, latest(source, statutes, _TOLD))


def _index(source: Source) -> bytes:
    corpus = source.corpus
    listed = {
        "schema": "statuteline/site/1",
        "corpus": corpus.settings.name,
        "notice": corpus.settings.notice,
        "at": source.settings.at.isoformat(),
        "works": [
            {
                "work": str(work),
                "page": addresses.of_work(work),
                "texts": [
                    {"text": str(one), "page": addresses.of_version(one)}
                    for one in corpus.expression_ids(work)
                ]
                if corpus.uris.series(work).kind is Kind.STATUTE_SECTION
                else [],
            }
            for work in source.works_of()
        ],
    }
    return (json.dumps(listed, ensure_ascii=False, indent=1) + "\n").encode()


def _guide(source: Source) -> bytes:
    corpus = source.corpus
    statutes = source.works_of(Kind.STATUTE_SECTION)
    return filled(
        "llms.txt",
        GUIDE,
        settings=corpus.settings,
        at=source.settings.at,
        index=INDEX,
        feed=addresses.FEED,
        statutes=[(one, source.title(one)) for one in statutes[:_GUIDED]],
        more=max(0, len(statutes) - _GUIDED),
    ).encode()


KIND = PageKind(
    summary="A feed of changes, a list of all texts, and a guide for programs.",
    order=90,
    items=_items,
)

"""The law as code: each decision, its rule under each text, and what changed for people."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from statuteline.publish._json import written
from statuteline.rules.document import document
from statuteline.rules.json_logic_document import json_logic_document
from statuteline.website import addresses
from statuteline.website.base import Asset, Page, PageKind
from statuteline.website.kinds._decision import decision_page, list_page, pairs_of
from statuteline.website.kinds._decision_text import text_page
from statuteline.website.kinds._impact import impact_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.rules.encodings import Encoding, Version
    from statuteline.website.base import Item
    from statuteline.website.source import Source


def _items(source: Source) -> Iterator[Item]:
    for jurisdiction in source.corpus.uris.jurisdictions:
        own = tuple(
            one for one in source.encodings if one.work.jurisdiction == jurisdiction.id
        )
        if own:
            yield Page(
                path=addresses.of_decisions(jurisdiction.id),
                write=partial(list_page, source, jurisdiction.id, own),
            )
        for encoding in own:
            yield from _of_encoding(source, encoding)


def _of_encoding(source: Source, encoding: Encoding) -> Iterator[Item]:
    name = encoding.name
    yield Page(
        path=addresses.of_decision(name), write=partial(decision_page, source, encoding)
    )
    for version in encoding.versions:
        start = version.days.start
        yield Page(
            path=addresses.of_decision_text(name, start),
            write=partial(text_page, source, encoding, version),
        )
        yield Asset(
            path=addresses.of_rule(name, start), write=partial(_rule, encoding, version)
        )
        if version.readings:
            yield Asset(
                path=addresses.of_json_logic(name, start),
                write=partial(_json_logic, encoding, version),
            )
    for before, after in pairs_of(encoding):
        yield Page(
            path=addresses.of_impact(name, before.days.start, after.days.start),
            write=partial(impact_page, source, encoding, before, after),
        )


def _rule(encoding: Encoding, version: Version) -> bytes:
    return _json(document(encoding, version))


def _json_logic(encoding: Encoding, version: Version) -> bytes:
    return _json(json_logic_document(encoding, version))


def _json(value: dict[str, Any]) -> bytes:
    return written(value).encode()


KIND = PageKind(
    summary="The law as code: each decision under each text, and what changed for people.",
    order=40,
    items=_items,
)

"""Any two texts of a statute: a page to choose them, and what a script shows them from."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Final

from statuteline.history.standing import StandingKind
from statuteline.publish._redline_json import redline_json, words_json
from statuteline.website import addresses
from statuteline.website.base import Asset, Content, Page
from statuteline.website.kinds._pair_choice import EACH, shown_pairs
from statuteline.website.kinds._redlines import crumbs_to, told, written_pairs
from statuteline.website.kinds._standing import named
from statuteline.website.templates import filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.history.standing import Standing
    from statuteline.model.ids import ExpressionId
    from statuteline.website.base import Item
    from statuteline.website.kinds._redlines import Pair
    from statuteline.website.source import Source

_SCRIPT: Final = "assets/pairs.mjs"


def pair_items(source: Source, ids: tuple[ExpressionId, ...]) -> Iterator[Item]:
    """List the page of all pairs of a statute's texts, and the files for its script."""
    if len(ids) < 2:
        return
    work = ids[0].work
    yield Page(path=addresses.of_pairs(work), write=partial(_page, source, ids))
    pairs = shown_pairs(ids)
    for pair in pairs:
        yield Asset(path=addresses.of_pair_data(*pair), write=partial(_data, source, pair))
    for one in dict.fromkeys(id_ for pair in pairs for id_ in pair):
        yield Asset(path=addresses.of_words(one), write=partial(_words, source, one))


def _page(source: Source, ids: tuple[ExpressionId, ...]) -> Content:
    of = source.texts_of(ids[0].work)
    pairs, written = shown_pairs(ids), written_pairs(ids)
    path = addresses.of_pairs(of.work)
    return Content(
        title=f"{of.cited}: any two texts compared",
        body=filled(
            "pairs.html",
            path,
            cited=of.cited,
            title=of.records[-1].title,
            notice=source.corpus.settings.notice,
            at=source.settings.at,
            address=f"{source.settings.address}{path.removesuffix(addresses.HOME)}",
            work=of.work,
            texts=[(one.expression.id, _told(one)) for one in of.standings],
            written=[(pair, *(named(of.text(one)) for one in pair)) for pair in written],
            others=[
                (addresses.pair_name(*pair), pair, *(named(of.text(one)) for one in pair))
                for pair in pairs
            ],
            limit=EACH if len(ids) > EACH else None,
            choice=json.dumps(_choice(pairs, written)),
        ),
        description=f"{of.cited}: choose any two of its texts and see what differs.",
        scripts=(_SCRIPT,) if pairs else (),
        fetches=bool(pairs),
        crumbs=crumbs_to(source, of),
    )


def _told(standing: Standing) -> str:
    words = told(standing.expression)
    if standing.expression.start is None:  # several may be as unknown
        words += f" ({addresses.version_name(standing.expression.id)})"
    superseded = standing.kind is StandingKind.SUPERSEDED
    return f"{words} (superseded record)" if superseded else words


def _choice(pairs: tuple[Pair, ...], written: tuple[Pair, ...]) -> dict[str, list[str]]:
    """Tell a script which pairs it can show, and which have a page."""
    return {
        "shown": [addresses.pair_name(*pair) for pair in pairs],
        "written": [addresses.pair_name(*pair) for pair in written],
    }


def _data(source: Source, pair: Pair) -> bytes:
    of = source.texts_of(pair[1].work)
    return redline_json(of.comparison(*map(of.text, pair))).encode()


def _words(source: Source, one: ExpressionId) -> bytes:
    return words_json(source.texts_of(one.work).text(one)).encode()

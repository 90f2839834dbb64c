"""The page of one record of a text, at an address that never changes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from statuteline.website import addresses
from statuteline.website.base import Content, Crumb, Page
from statuteline.website.kinds._text import crumbs, text_html
from statuteline.website.templates import filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.ids import ExpressionId
    from statuteline.website.base import Item
    from statuteline.website.source import Source


def version_items(source: Source, ids: tuple[ExpressionId, ...]) -> Iterator[Item]:
    """List the pages of all records of a statute."""
    for one in ids:
        yield Page(path=addresses.of_version(one), write=partial(_page, source, one))


def _page(source: Source, id_: ExpressionId) -> Content:
    of = source.texts_of(id_.work)
    text = of.text(id_)
    path = addresses.of_version(id_)
    name = addresses.version_name(id_)
    standing = next(one for one in of.standings if one.expression.id == id_)
    return Content(
        title=f"{of.cited} {text.title}, text of {name}",
        body=filled(
            "version.html",
            path,
            cited=of.cited,
            notice=source.corpus.settings.notice,
            at=source.settings.at,
            of=of,
            text=text,
            standing=standing,
            law=text_html(source, text, path),
        ),
        description=f"{of.cited}, {text.title}: the text of {name}.",
        canonical=path,
        changed=text.start,
        crumbs=(
            *crumbs(source, id_.work),
            Crumb(path=addresses.of_work(id_.work), title=of.cited),
        ),
    )

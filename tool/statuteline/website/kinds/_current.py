"""The page of a statute: the text in force, or why there is none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from statuteline.history.in_force import TextInForce
from statuteline.website import addresses
from statuteline.website.base import Content, Page
from statuteline.website.kinds._text import crumbs, text_html
from statuteline.website.templates import filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.ids import WorkId
    from statuteline.website.base import Item
    from statuteline.website.source import Source


def current_items(source: Source, work: WorkId) -> Iterator[Item]:
    """List the page of a statute and the files beside it."""
    yield Page(path=addresses.of_work(work), write=partial(_page, source, work))


def _page(source: Source, work: WorkId) -> Content:
    of = source.texts_of(work)
    answer = of.answer
    path = addresses.of_work(work)
    text = answer.expression if isinstance(answer, TextInForce) else None
    newest = of.texts[-1]
    return Content(
        title=f"{of.cited} {newest.title}",
        body=filled(
            "statute.html",
            path,
            cited=of.cited,
            title=newest.title,
            notice=source.corpus.settings.notice,
            at=source.settings.at,
            answer=answer,
            of=of,
            law=text_html(source, text, path) if text is not None else "",
        ),
        description=f"{of.cited}, {newest.title}: the text in force, and all before it.",
        searched=text is not None,
        changed=text.start if text is not None else None,
        crumbs=crumbs(source, work),
    )

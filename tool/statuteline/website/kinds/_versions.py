"""The page of one record of a text, at an address that never changes.

The words, and what stands behind them, are the same on any day. What depends on other
records or on the day of the site stands apart, in a notice above them.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from statuteline.history.in_force import TextInForce
from statuteline.history.standing import StandingKind
from statuteline.publish._wording import language_of
from statuteline.website import addresses
from statuteline.website.base import Content, Crumb, Page, Section
from statuteline.website.kinds._behind_a_text import behind_text
from statuteline.website.kinds._current import SCRIPT, citing
from statuteline.website.kinds._downloads import alternates, file_items
from statuteline.website.kinds._linked_data import text_data
from statuteline.website.kinds._standing import named, text_told
from statuteline.website.kinds._text import crumbs, text_html
from statuteline.website.kinds._timeline import neighbours, redline_pages, redline_path
from statuteline.website.templates import filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.history.standing import Standing
    from statuteline.model.ids import ExpressionId
    from statuteline.website.base import Item
    from statuteline.website.source import Source, WorkTexts


def version_items(source: Source, ids: tuple[ExpressionId, ...]) -> Iterator[Item]:
    """List the pages of all records of a statute, each with its files."""
    for one in ids:
        yield Page(path=addresses.of_version(one), write=partial(_page, source, one))
        yield from file_items(source, one)


def _page(source: Source, id_: ExpressionId) -> Content:
    of = source.texts_of(id_.work)
    standing = next(one for one in of.standings if one.expression.id == id_)
    text = standing.expression
    path = addresses.of_version(id_)
    name = named(text)
    return Content(
        title=f"{of.cited} {text.title}, {name}",
        body=filled(
            "version.html",
            path,
            cited=of.cited,
            text=text,
            title=text.title,
            name=name[:1].upper() + name[1:],
            notice=source.corpus.settings.notice,
            at=of.at,
            told=text_told(of, standing),
            is_current=isinstance(of.answer, TextInForce) and of.answer.expression is text,
            has_current=isinstance(of.answer, TextInForce),
            work=id_.work,
            ways=_ways(of, standing),
            law=text_html(source, text, path, rank=3),
            language=language_of(text),
            citing=citing(source, of, text, path),
            behind=behind_text(source, text, all_notes=True),
        ),
        description=f"{of.cited}, {text.title}: {name}.",
        sections=(
            Section(anchor="the-text", title="Text"),
            Section(anchor="the-source", title="Source and files"),
        ),
        alternates=alternates(source, id_),
        canonical=path,
        data=text_data(source, of, text),
        scripts=(SCRIPT,),
        changed=text.start,
        crumbs=(
            *crumbs(source, id_.work),
            Crumb(path=addresses.of_work(id_.work), title=of.cited),
        ),
    )


def _ways(of: WorkTexts, standing: Standing) -> tuple[tuple[str, str], ...]:
    """List where one may go from a text: words, and the page."""
    text = standing.expression
    pages = redline_pages(tuple(one.id for one in of.records))
    pairs = neighbours(of)
    before = next((old for old, new in pairs if new is text), None)
    after = next((new for old, new in pairs if old is text), None)
    current = of.answer.expression if isinstance(of.answer, TextInForce) else None
    found: list[tuple[str, str]] = []
    if before is not None:
        found.append((f"Before: {named(before)}", addresses.of_version(before.id)))
        found.append(
            ("Redline with the text before", redline_path(before.id, text.id, pages))
        )
    if after is not None:
        found.append((f"After: {named(after)}", addresses.of_version(after.id)))
        found.append(
            ("Redline with the text after", redline_path(text.id, after.id, pages))
        )
    near = (text, before, after)
    if current is not None and text in of.texts and all(current is not one for one in near):
        pair = sorted((text, current), key=of.texts.index)
        path = redline_path(pair[0].id, pair[1].id, pages)
        found.append(("Compared with the text in force", path))
    if standing.kind is StandingKind.SUPERSEDED:
        for one in of.texts:
            if one.id.version == text.id.version and one is not text:
                counts = f"The record that counts: {named(one)}"
                found.append((counts, addresses.of_version(one.id)))
                path = redline_path(text.id, one.id, pages)
                found.append(("What the correction changed", path))
    return tuple((words, path) for words, path in found if path)

"""The page of a statute: the text in force, or why there is none, and its whole life."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from statuteline.audit.texts_told import behind_told
from statuteline.history.in_force import TextInForce
from statuteline.model.days import day_in_words
from statuteline.publish._wording import language_of
from statuteline.website import addresses
from statuteline.website.base import Content, Page, Section
from statuteline.website.kinds._behind_a_text import behind_text
from statuteline.website.kinds._downloads import alternates
from statuteline.website.kinds._drawing import drawing
from statuteline.website.kinds._feed import feed_link
from statuteline.website.kinds._implementing import beside
from statuteline.website.kinds._linked_data import statute_data
from statuteline.website.kinds._standing import named, statute_told
from statuteline.website.kinds._text import crumbs, text_html
from statuteline.website.kinds._timeline import redline_pages, steps
from statuteline.website.templates import filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.history.in_force import NotInForce
    from statuteline.model.ids import WorkId
    from statuteline.model.work import Expression
    from statuteline.website.base import Item
    from statuteline.website.source import Source, WorkTexts

SCRIPT: Final = "assets/statute.mjs"
"""The module of statutes and their texts."""
SHORT: Final = 12
"""Characters of a digest that tell files apart in a citation."""


def current_items(source: Source, work: WorkId) -> Iterator[Item]:
    """List the page of a statute."""
    yield Page(path=addresses.of_work(work), write=partial(_page, source, work))


def citing(source: Source, of: WorkTexts, text: Expression, page: str) -> dict[str, str]:
    """Give a script what it needs to cite a provision of a text.

    Args:
        source: What the site is made from.
        of: The texts of the work.
        text: The text.
        page: The page that it stands on.

    Returns:
        The work, the day of the text, the page on which its words never change (with the
        address of the site where that is known), and the head of its digest.
    """
    path = addresses.of_version(text.id)
    known = source.settings.address
    return {
        "work": of.cited,
        "day": named(text),
        "address": known + path if known else addresses.href(path, start=page),
        "digest": of.digest(text.id)[:SHORT],
    }


def _page(source: Source, work: WorkId) -> Content:
    of = source.texts_of(work)
    path = addresses.of_work(work)
    answer = of.answer
    text = answer.expression if isinstance(answer, TextInForce) else None
    newest = of.texts[-1]
    life = steps(source, of, redline_pages(source.corpus.expression_ids(work)))
    names = {one.path: one.when for one in (*life.dated, *life.apart) if one.path}
    law = ""
    if text is not None:
        law = text_html(source, text, path, beside=beside(source, text.id, path), rank=3)
    return Content(
        title=f"{of.cited} {newest.title}",
        body=filled(
            "statute.html",
            path,
            cited=of.cited,
            title=(text or newest).title,
            notice=source.corpus.settings.notice,
            at=of.at,
            told=statute_told(of),
            near=_near(answer),
            late=behind_told(source.corpus, of.behind, day_in_words) if of.behind else "",
            text=text,
            law=law,
            series=source.corpus.uris.series(work).title,
            citing=citing(source, of, text, path) if text is not None else {},
            behind=behind_text(source, text, all_notes=False) if text is not None else None,
            language=language_of(text or newest),
            life=life,
            drawn=drawing(of, names),
        ),
        description=f"{of.cited}, {newest.title}: the text in force, and all before it.",
        sections=_sections(text),
        alternates=(
            *(alternates(source, text.id) if text is not None else ()),
            feed_link(addresses.of_feed(path), of.cited),
        ),
        data=statute_data(source, of),
        scripts=(SCRIPT,),
        searched=law,
        changed=text.start if text is not None else None,
        crumbs=crumbs(source, work),
    )


def _near(answer: TextInForce | NotInForce) -> tuple[tuple[str, str], ...]:
    """List the texts before and after a day that has none: words, and the page."""
    if isinstance(answer, TextInForce):
        return ()
    found = (("Before that day", answer.previous), ("After that day", answer.next))
    return tuple(
        (
            f"{when}: {named(entry.expression)}",
            addresses.of_version(entry.expression.id),
        )
        for when, entry in found
        if entry is not None
    )


def _sections(text: Expression | None) -> tuple[Section, ...]:
    shown = (
        Section(anchor="the-text", title="Text"),
        Section(anchor="the-timeline", title="Timeline"),
        Section(anchor="the-source", title="Source and files"),
    )
    return shown if text is not None else shown[1:2]

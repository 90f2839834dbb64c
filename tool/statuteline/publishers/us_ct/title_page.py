"""The list of titles, and the page of a title that lists its chapters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.errors import SourceError
from statuteline.model.published import Heading
from statuteline.publishers.us_ct.addresses import PageKind, page_kind
from statuteline.publishers.us_ct.page import classes_of, page_body, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_TITLES: Final = frozenset({PageKind.TITLE})
_CHAPTERS: Final = frozenset({PageKind.CHAPTER, PageKind.ARTICLE})
_RANGES: Final = frozenset({"toc_rng_chaps", "toc_rng_secs"})
_REVISED: Final = re.compile(r"Revised to \w+ \d{1,2}, \d{4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A title or chapter in a list.

    Args:
        file: The name of its page beside the list; None for a number that is reserved.
        number: As printed, such as ``Chapter 319uu``.
        name: Its name, with what is printed behind it.
        holds: The numbers that it holds, as printed; empty where the list has none.
    """

    file: str | None
    number: str
    name: str
    holds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TitlesPage:
    """The list of all titles.

    Args:
        revised: The words that tell the edition, such as ``Revised to January 1, 2025``;
            empty where there are none.
        titles: The titles, in order.
    """

    revised: str
    titles: tuple[Listed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TitlePage:
    """The page of one title.

    Args:
        title: The title.
        chapters: Its chapters or articles, in order.
        has_sections: Whether the page itself holds sections, as that of a title
            without chapters does: :func:`chapter_page.read_chapter` reads them.
    """

    title: Heading
    chapters: tuple[Listed, ...]
    has_sections: bool


def read_titles(data: bytes, where: str) -> TitlesPage:
    """Read the list of titles, ``titles.htm``.

    Args:
        data: The bytes of the page.
        where: Its name, for messages.

    Returns:
        The titles with the names of their pages, which are links beside this page;
        links to anywhere else are none of them.

    Raises:
        SourceError: If it is no page of the code, or lists no title.
    """
    body = page_body(data, where)
    titles = tuple(_listed(body, _TITLES, "toc_ttl_desig"))
    if not any(title.file for title in titles):
        raise SourceError("The page lists no titles", where=where, hint="is it titles.htm?")
    revised = next(map(_REVISED.fullmatch, map(words_of, body.iter("h2"))), None)
    return TitlesPage(revised=revised[0] if revised else "", titles=titles)


def read_title(data: bytes, where: str) -> TitlePage:
    """Read the page of a title, such as ``title_01.htm``.

    Args:
        data: The bytes of the page.
        where: Its name, for messages.

    Returns:
        The title, and its chapters with the names of their pages.

    Raises:
        SourceError: If it is no page of the code, or has neither chapters nor sections.
    """
    body = page_body(data, where)
    chapters = tuple(_listed(body, _CHAPTERS, "toc_ch_link"))
    has_sections = any("catchln" in classes_of(span) for span in body.iter("span"))
    if not chapters and not has_sections:
        raise SourceError(
            "The page lists no chapters", where=where, hint="is it the page of a title?"
        )
    words = {
        name: " ".join(words_of(h) for h in body.iter("h1") if name in classes_of(h))
        for name in ("title-no", "title-name")
    }
    title = Heading(number=words["title-no"], name=words["title-name"])
    return TitlePage(title=title, chapters=chapters, has_sections=has_sections)


def _listed(
    body: etree._Element, kinds: frozenset[PageKind], number: str
) -> Iterator[Listed]:
    """Read the rows of a list: a number in the first cell, a name in the next.

    What the number holds stands behind it in a revision, behind the name in a supplement.
    """
    for row in body.iter("tr"):
        files = [
            href
            for link in row.iter("a")
            if page_kind(href := link.get("href", "")) in kinds
        ]
        marked = [element for element in row.iter() if number in classes_of(element)]
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        if not marked or not cells or (number == "toc_ch_link" and not files):
            continue
        holds = " ".join(words_of(e) for e in row.iter() if classes_of(e) & _RANGES)
        name = " ".join(map(words_of, cells[1:]))
        yield Listed(
            file=files[0] if files else None,
            number=words_of(marked[0]),
            name=name.removesuffix(holds).rstrip(),
            holds=holds,
        )

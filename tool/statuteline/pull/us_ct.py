"""The General Statutes of Connecticut, as its legislature puts them on the web."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, assert_never
from urllib.parse import urljoin

from statuteline.errors import SourceError
from statuteline.model.natural import natural
from statuteline.publishers.us_ct.addresses import (
    HOST,
    PageKind,
    edition_of,
    page_kind,
    title_of,
    title_page,
    titles_address,
)
from statuteline.publishers.us_ct.page import page_body
from statuteline.publishers.us_ct.title_page import read_title, read_titles
from statuteline.pull.base import Publisher

if TYPE_CHECKING:
    from statuteline.model.published import Edition
    from statuteline.pull.base import Scope

_YEAR: Final = re.compile(r"January 1, (\d{4})", re.ASCII)
_NUMBER: Final = r"\d+[a-z]?-\d+[A-Za-z]*(?:-\d+[A-Za-z]*)*"
_HELD: Final = re.compile(rf"(?<!\d)({_NUMBER})(?:\s+to\s+({_NUMBER}))?", re.ASCII)


def _start(scope: Scope) -> str:
    _wanted_title(scope)
    return titles_address(scope.year, (scope.host or HOST).rstrip("/"))


def _check(url: str, data: bytes) -> None:
    name = url.rpartition("/")[2]
    match page_kind(name):
        case PageKind.TITLES:
            read_titles(data, name)
        case PageKind.TITLE:
            read_title(data, name)
        case PageKind.CHAPTER | PageKind.ARTICLE | None:
            page_body(data, name)
        case kind:
            assert_never(kind)


def _edition(scope: Scope, data: bytes) -> Edition:
    told = _YEAR.search(read_titles(data, "titles.htm").revised)
    if told is not None and scope.year not in {None, int(told[1])}:
        raise SourceError(
            f"The list of titles is that of {told[1]}, not of {scope.year}",
            where="titles.htm",
            hint=f"give --edition {told[1]}, or leave it out for the present revision",
        )
    year = int(told[1]) if told is not None else scope.year
    if year is None:
        raise SourceError(
            "The list of titles does not say which edition it is",
            where="titles.htm",
            hint="give the year with --edition",
        )
    return edition_of(year)


def _links(scope: Scope, url: str, data: bytes) -> tuple[str, ...]:
    name = url.rpartition("/")[2]
    match page_kind(name):
        case PageKind.TITLES:
            pages = _titles(scope, name, data)
        case PageKind.TITLE:
            pages = _chapters(scope, name, data)
        case PageKind.CHAPTER | PageKind.ARTICLE | None:
            pages = ()
        case kind:
            assert_never(kind)
    return tuple(urljoin(url, page) for page in pages)


def _titles(scope: Scope, name: str, data: bytes) -> tuple[str, ...]:
    listed = read_titles(data, name).titles
    pages = tuple(title.file for title in listed if title.file is not None)
    wanted = _wanted_title(scope)
    if wanted is None:
        return pages
    if title_page(wanted) not in pages:
        raise SourceError(
            f"The list of titles has no page of title {wanted}",
            where=name,
            hint="a supplement has only the titles in which something changed; "
            "a title may also be reserved",
        )
    return (title_page(wanted),)


def _chapters(scope: Scope, name: str, data: bytes) -> tuple[str, ...]:
    title = read_title(data, name)
    if scope.section is None:
        return tuple(one.file for one in title.chapters if one.file is not None)
    found = tuple(
        one.file
        for one in title.chapters
        if one.file is not None and _holds(one.holds, scope.section)
    )
    if not found and not title.has_sections:
        raise SourceError(
            f"No chapter in the list holds section {scope.section}",
            where=name,
            hint=f"fetch the whole title with --title {title_of(scope.section)}; a "
            "supplement has only the sections that changed",
        )
    return found


def _holds(printed: str, section: str) -> bool:
    """Tell whether a section is among those printed beside a chapter."""
    wanted = natural(section)
    return any(
        natural(low) <= wanted <= natural(high or low)
        for low, high in _HELD.findall(printed)
    )


def _wanted_title(scope: Scope) -> str | None:
    if scope.section is not None:
        return title_of(scope.section)
    if scope.title is not None:
        title_page(scope.title)
    return scope.title


PUBLISHER = Publisher(
    summary="The General Statutes, from the legislature's own site.",
    imported="us-ct-general-statutes",
    start=_start,
    check=_check,
    edition=_edition,
    links=_links,
)

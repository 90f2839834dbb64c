"""Where the General Statutes of Connecticut stand on the web, edition by edition."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from typing import Final

from statuteline.errors import IdentifierError
from statuteline.model.published import Edition, EditionKind

HOST: Final = "https://www.cga.ct.gov"
TITLES_PAGE: Final = "titles.htm"
_FOLDERS: Final = {EditionKind.REVISION: "pub", EditionKind.SUPPLEMENT: "sup"}
_TITLE = re.compile(r"0*([1-9]\d?)([a-z]?)", re.ASCII)
_SECTION = re.compile(r"([1-9]\d?[a-z]?)-\d+[A-Za-z]*(-\d+[A-Za-z]*)*", re.ASCII)


class PageKind(Enum):
    """What a page of an edition holds, as its file name tells."""

    TITLES = "titles"
    """The list of titles."""
    TITLE = "title"
    """The list of one title's chapters; of an old title the last sections themselves."""
    CHAPTER = "chap"
    """The sections of a chapter, or of a run of chapters long repealed."""
    ARTICLE = "art"
    """The same of an article: title 42a has articles in place of chapters."""


_NAME = re.compile(
    r"(?:(titles)|(title)_\d{2}[a-z]?|(chap|art)_\d{3}[a-z]*(?:-\d{3}[a-z]*)?)\.htm",
    re.ASCII | re.IGNORECASE,
)


def edition_of(year: int) -> Edition:
    """Give the edition of a year.

    Args:
        year: Odd years bring a revision of the whole code, even ones a supplement.

    Example:
        >>> edition_of(2025).name, edition_of(2026).name
        ('revision of 2025', 'supplement of 2026')
    """
    kind = EditionKind.REVISION if year % 2 else EditionKind.SUPPLEMENT
    return Edition(revised_to=date(year, 1, 1), kind=kind)


def titles_address(year: int | None, host: str = HOST) -> str:
    """Give the address of an edition's list of titles; all its pages stand beside it.

    Args:
        year: The year of the edition; None for the present revision, which has an
            address of its own, whatever its year.
        host: Scheme and host, without a slash behind.

    Example:
        >>> titles_address(2026)
        'https://www.cga.ct.gov/2026/sup/titles.htm'
        >>> titles_address(None)
        'https://www.cga.ct.gov/current/pub/titles.htm'
    """
    if year is None:
        return f"{host}/current/{_FOLDERS[EditionKind.REVISION]}/{TITLES_PAGE}"
    return f"{host}/{year}/{_FOLDERS[edition_of(year).kind]}/{TITLES_PAGE}"


def title_page(title: str) -> str:
    """Give the file name of a title's page.

    Args:
        title: The title's number, such as ``1`` or ``42a``.

    Raises:
        IdentifierError: If there can be no title of that number.

    Example:
        >>> title_page("1"), title_page("42a")
        ('title_01.htm', 'title_42a.htm')
    """
    match = _TITLE.fullmatch(title)
    if match is None:
        raise IdentifierError(
            f"{title!r} is not the number of a title",
            hint="a title's number looks like 54 or 42a",
        )
    return f"title_{int(match[1]):02}{match[2]}.htm"


def title_of(section: str) -> str:
    """Tell which title a section belongs to.

    Args:
        section: Its number, such as ``54-95c`` or ``42a-2A-101``.

    Returns:
        The title's number: what stands before the first hyphen.

    Raises:
        IdentifierError: If it is no section's number.

    Example:
        >>> title_of("54-95c"), title_of("42a-2A-101")
        ('54', '42a')
    """
    match = _SECTION.fullmatch(section)
    if match is None:
        raise IdentifierError(
            f"{section!r} is not the number of a section",
            hint="a section's number looks like 54-95c or 42a-2-101",
        )
    return match[1]


def page_kind(name: str) -> PageKind | None:
    """Tell what a page holds by its file name; None for a page of no edition.

    Example:
        >>> page_kind("chap_319uu.htm"), page_kind("newstateseal.jpg")
        (<PageKind.CHAPTER: 'chap'>, None)
    """
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    return PageKind(next(kind for kind in match.groups() if kind).lower())

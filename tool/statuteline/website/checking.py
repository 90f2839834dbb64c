"""Links of built pages: every one inside leads to a page and to a place on it."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, cast
from urllib.parse import unquote, urlsplit

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_LOADS: Final = ("link", "script", "img", "iframe", "source")
_NAMING: Final = frozenset({"alternate", "canonical"})
"""Links that name another address, and load nothing from it."""
_PARSER: Final = etree.HTMLParser(encoding="utf-8")
_NAMES: Final = etree.XPath("//@id | //@name", smart_strings=False)
_LINKS: Final = etree.XPath("//@href | //@src", smart_strings=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkFault:
    """A link that leads nowhere, or loads from another host.

    Args:
        page: The page that has it, from the folder of the site.
        link: The link, as written.
    """

    page: str
    link: str

    def __str__(self) -> str:
        return f"{self.page}: {self.link}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenPage:
    """What the checks need of a page.

    Args:
        ids: The places on it.
        links: All its links, each once.
        loads: What it loads.
    """

    ids: frozenset[str]
    links: tuple[str, ...]
    loads: tuple[str, ...]


def seen_pages(folder: Path) -> dict[str, SeenPage]:
    """Read every page of a built site, for both checks.

    Args:
        folder: The built site.

    Returns:
        The pages, by their paths from the folder.
    """
    paths = (one.relative_to(folder).as_posix() for one in sorted(folder.rglob("*.html")))
    return {path: _seen(folder / path) for path in paths}


def dead_links(folder: Path, pages: Mapping[str, SeenPage]) -> Iterator[LinkFault]:
    """Find the links of pages that lead nowhere, fragments included.

    Args:
        folder: The built site.
        pages: Its pages.
    """

    @cache  # every page links to the same style sheets and scripts
    def is_file(path: str) -> bool:
        return (folder / path).is_file()

    for name, seen in pages.items():
        for link in seen.links:
            if urlsplit(link).scheme or link.startswith("//"):
                continue
            path = _target(name, link)
            known = pages.get(path)
            lost = known is None and not is_file(path)
            fragment = unquote(link.partition("#")[2])
            sought = known is not None and fragment not in {"", "top"}
            if lost or (sought and known and fragment not in known.ids):
                yield LinkFault(page=name, link=link)


def outside_loads(pages: Mapping[str, SeenPage]) -> Iterator[LinkFault]:
    """Find what pages would load from another host.

    Args:
        pages: The pages of a built site.
    """
    for path, seen in pages.items():
        for link in seen.loads:
            if urlsplit(link).netloc:
                yield LinkFault(page=path, link=link)


def _target(page: str, link: str) -> str:
    """Give the file that a link of a page leads to, as a server would; quickly."""
    path = unquote(link.partition("#")[0].partition("?")[0])
    if not path:
        return page
    whole = posixpath.normpath(posixpath.join("/", posixpath.dirname(page), path))
    found = whole.lstrip("/")
    is_folder = posixpath.basename(path) in {"", ".", ".."}
    return posixpath.join(found, "index.html") if is_folder else found


def _seen(page: Path) -> SeenPage:
    tree = etree.fromstring(page.read_bytes(), _PARSER)
    loads = (
        one.get("href") or one.get("src")
        for one in tree.iter(*_LOADS)
        if one.get("rel") not in _NAMING
    )
    return SeenPage(
        ids=frozenset(cast("list[str]", _NAMES(tree))),
        links=tuple(sorted({one for one in cast("list[str]", _LINKS(tree)) if one})),
        loads=tuple(one for one in loads if one),
    )

"""Links of built pages: every one inside leads to a page and to a place on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urljoin, urlsplit

from lxml import html

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_LOADS: Final = ("link", "script", "img", "iframe", "source")
_NAMING: Final = frozenset({"alternate", "canonical"})
"""Links that name another address, and load nothing from it."""


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
class _Seen:
    ids: frozenset[str]
    links: tuple[str, ...]
    loads: tuple[str, ...]


def dead_links(folder: Path) -> Iterator[LinkFault]:
    """Find the links of pages that lead nowhere, fragments included.

    Args:
        folder: The built site.
    """
    pages = {path: _seen(folder / path) for path in _paths(folder)}
    for name, seen in pages.items():
        for link in seen.links:
            if urlsplit(link).scheme or link.startswith("//"):
                continue
            target = urlsplit(urljoin(f"/{name}", link))
            path = unquote(target.path).lstrip("/")
            if not path or path.endswith("/"):
                path += "index.html"
            known = pages.get(path)
            lost = known is None and not (folder / path).is_file()
            fragment = unquote(target.fragment)
            if lost or (known and fragment and fragment not in {*known.ids, "top"}):
                yield LinkFault(page=name, link=link)


def outside_loads(folder: Path) -> Iterator[LinkFault]:
    """Find what pages would load from another host.

    Args:
        folder: The built site.
    """
    for path in _paths(folder):
        for link in _seen(folder / path).loads:
            if urlsplit(link).netloc:
                yield LinkFault(page=path, link=link)


def _paths(folder: Path) -> list[str]:
    return [one.relative_to(folder).as_posix() for one in sorted(folder.rglob("*.html"))]


def _seen(page: Path) -> _Seen:
    ids: set[str] = set()
    links: set[str] = set()
    loads: list[str] = []
    for element in html.fromstring(page.read_bytes()).iter():
        name = element.get("id") or element.get("name")
        link = element.get("href") or element.get("src")
        if name:
            ids.add(name)
        if link:
            links.add(link)
            if element.tag in _LOADS and element.get("rel") not in _NAMING:
                loads.append(link)
    return _Seen(ids=frozenset(ids), links=tuple(sorted(links)), loads=tuple(loads))

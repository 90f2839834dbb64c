"""An invented publisher: shelves of pages, and what is known of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urljoin

from statuteline.errors import SourceError
from statuteline.model.published import Edition, EditionKind
from statuteline.pull.base import Policy, Publisher, Scope

EDITION = Edition(revised_to=date(2025, 1, 1), kind=EditionKind.REVISION)
PROMPT = Policy(silence=10.0, attempts=3)


def page(words: str, *links: str) -> bytes:
    """Write a page that says something and names others."""
    told = "".join(f'<a href="{link}">{link}</a>\n' for link in links)
    return f"<!DOCTYPE html>\n<html><body><p>{words}</p>\n{told}</body></html>\n".encode()


PAGES = {
    "/2025/index.htm": page("Edition 2025", "shelf_1.htm", "shelf_2.htm"),
    "/2025/shelf_1.htm": page("Shelf 1", "book_1.htm", "book_2.htm", "index.htm"),
    "/2025/shelf_2.htm": page("Shelf 2", "book_3.htm", "book_1.htm"),
    "/2025/book_1.htm": page("A book on bicycles"),
    "/2025/book_2.htm": page("A book on bees"),
    "/2025/book_3.htm": page("A book on bells"),
}
IN_ORDER = ("index", "shelf_1", "book_1", "book_2", "shelf_2", "book_3")


def _start(scope: Scope) -> str:
    return f"{scope.host}/{scope.year}/index.htm"


def _check(url: str, data: bytes) -> None:
    if b"Not found" in data:
        raise SourceError(f"This is no page of the library: {url.rpartition('/')[2]}")


def _edition(scope: Scope, data: bytes) -> Edition:
    found = re.search(rb"Edition (\d{4})", data)
    if found is None or int(found[1]) != scope.year:
        raise SourceError("The page does not say which edition it is")
    return Edition(revised_to=date(int(found[1]), 1, 1), kind=EditionKind.REVISION)


def _links(scope: Scope, url: str, data: bytes) -> tuple[str, ...]:
    links = re.findall(r'href="([^"]+)"', data.decode())
    return tuple(
        urljoin(url, link) for link in links if scope.title is None or scope.title in link
    )


LIBRARY = Publisher(
    summary="An invented library.",
    imported="invented-books",
    start=_start,
    check=_check,
    edition=_edition,
    links=_links,
)


@dataclass(kw_only=True)
class StillClock:
    """A time that goes on only when somebody waits."""

    seconds: float = 0.0
    waits: list[float] = field(default_factory=list)

    def now(self) -> datetime:
        return datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        if seconds > 0:
            self.waits.append(seconds)
            self.seconds += seconds

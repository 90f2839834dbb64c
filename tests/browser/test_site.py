"""Every kind of page of the published site, in a real browser: for everybody, by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import html5lib
import pytest

if TYPE_CHECKING:
    from .conftest import Look, Published, Scheme, Seen

NARROW, WIDE = 320, 1280
KINDS = {
    "not found": r"404\.html",
    "search": r"search\.html",
    "home": r"index\.html",
    "list of decisions": r"us-ct/law/index\.html",
    "decision": r"us-ct/law/[^/]+/index\.html",
    "decision by a text": r"us-ct/law/[^/]+/\d[^/]+/index\.html",
    "impact": r"us-ct/law/[^/]+/impact/[^/]+/index\.html",
    "series": r"us-ct/[a-z]+/index\.html",
    "statute": r"us-ct/cgs/[^/]+/index\.html",
    "text of a day": r"us-ct/cgs/[^/]+/\d[^/]+/index\.html",
    "any two texts": r"us-ct/cgs/[^/]+/diff/index\.html",
    "redline": r"us-ct/cgs/[^/]+/diff/[^/]+/index\.html",
    "printed redline": r"us-ct/cgs/[^/]+/diff/[^/]+/[^/]+\.html",
    "act": r"us-ct/pa/[^/]+/index\.html",
    "summary": r"us-ct/summary/[^/]+/index\.html",
    "questions": r"us-ct/faq/[^/]+/index\.html",
    "matrix": r"us-ct/pa/[^/]+/matrix/index\.html",
    "what is open": r"us-ct/pa/[^/]+/matrix/open/index\.html",
    "coverage": r"trace/index\.html",
    "links": r"trace/.+/index\.html",
    "manual": r"(?:manual/|decisions/)?[^/]+\.html",
}
"""Every page is of one of these kinds: the first that matches."""


def kind_of(page: str) -> str | None:
    return next((kind for kind, shape in KINDS.items() if re.fullmatch(shape, page)), None)


def largest(published: Published, kind: str) -> str:
    """Choose the page of a kind that has most to get wrong."""
    pages = [page for page in published.pages() if kind_of(page) == kind]
    return max(pages, key=lambda page: (published.folder / page).stat().st_size)


@pytest.fixture(
    scope="module",
    params=[
        (kind, scheme, width)
        for kind in KINDS
        for scheme in ("light", "dark")
        for width in (WIDE, NARROW)
    ],
    ids=lambda param: f"{param[0]}-{param[1]}-{param[2]}",
)
def seen(request: pytest.FixtureRequest, look: Look, published: Published) -> Seen:
    kind: str
    scheme: Scheme
    width: int
    kind, scheme, width = request.param
    page = largest(published, kind)
    return look(published.address + page, scheme=scheme, width=width)


def test_no_rule_of_accessibility_is_broken(seen: Seen) -> None:
    assert seen.violations == ()


def test_nothing_is_cut_off_or_complained_of(seen: Seen) -> None:
    assert seen.overflow <= 0
    assert seen.complaints == ()


def test_no_other_host_is_asked(seen: Seen, published: Published) -> None:
    foreign = [url for url in seen.requests if not url.startswith(published.address)]
    assert foreign == []


def test_every_page_is_of_a_kind_that_is_looked_at(published: Published) -> None:
    assert [page for page in published.pages() if kind_of(page) is None] == []
    assert {kind_of(page) for page in published.pages()} == set(KINDS)


def test_every_page_is_valid(published: Published) -> None:
    faults = []
    for page in published.pages():
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        parser.parse((published.folder / page).read_bytes(), transport_encoding="utf-8")
        faults += [(page, *fault) for fault in parser.errors]
    assert faults == []

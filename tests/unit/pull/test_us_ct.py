from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lending_code import edition, listing, title_row
from page_server import serving, with_the_body
from statuteline.errors import IdentifierError, PullError, SourceError
from statuteline.importers import importer_kinds
from statuteline.publishers.saved_pages import PageFolder, pages_of
from statuteline.publishers.us_ct.addresses import edition_of
from statuteline.publishers.visits import Visit
from statuteline.pull import Missed, Scope, jurisdictions, plan, publisher, run

from .library import PROMPT, StillClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from page_server import Server

CONNECTICUT = publisher("us-ct")
ALL = [
    "titles.htm",
    "title_09.htm",
    "chap_101.htm",
    "chap_102-104.htm",
    "title_09a.htm",
    "art_001.htm",
    "art_002A.htm",
]


@pytest.fixture
def server() -> Iterator[Server]:
    pages = edition(2025, "2025/pub") | edition(2025, "current/pub")
    with serving(pages | edition(2026, "2026/sup")) as found:
        yield found


def pulled(
    server: Server,
    folder: Path,
    year: int | None = None,
    *,
    title: str | None = None,
    section: str | None = None,
) -> list[str]:
    scope = Scope(host=server.host, year=year, title=title, section=section)
    steps = run(CONNECTICUT, scope, PageFolder(folder), PROMPT, StillClock())
    return [step.name if isinstance(step, Visit) else str(step) for step in steps]


def test_it_is_found_as_a_plug_in() -> None:
    assert jurisdictions() == ("us-ct",)
    assert CONNECTICUT.summary
    assert CONNECTICUT.imported in importer_kinds()


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ({}, ALL),
        ({"title": "9"}, ALL[:4]),
        ({"title": "9a"}, ["titles.htm", *ALL[4:]]),
        ({"section": "9-1"}, ALL[:3]),
        ({"section": "9-40b"}, ALL[:3]),
        ({"section": "9-41"}, ["titles.htm", "title_09.htm", "chap_102-104.htm"]),
        ({"section": "9a-2A-702"}, ["titles.htm", "title_09a.htm", "art_002A.htm"]),
    ],
)
@pytest.mark.parametrize("year", [2025, 2026])
def test_a_part_of_an_edition(
    year: int, wanted: dict[str, str], names: list[str], server: Server, tmp_path: Path
) -> None:
    assert pulled(server, tmp_path, year, **wanted) == names
    assert sorted(one.name for one in pages_of(tmp_path, edition_of(year))) == sorted(names)


def test_the_present_edition_says_itself_which_it_is(
    server: Server, tmp_path: Path
) -> None:
    pulled(server, tmp_path, title="9")
    pages = list(pages_of(tmp_path, edition_of(2025)))
    assert {one.url.rpartition("/")[0] for one in pages} == {f"{server.host}/current/pub"}


def test_two_editions_stand_beside_each_other(server: Server, tmp_path: Path) -> None:
    pulled(server, tmp_path, 2025)
    pulled(server, tmp_path, 2026)
    for year in (2025, 2026):
        assert len(list(pages_of(tmp_path, edition_of(year)))) == len(ALL)
    same = {
        b"Revised to January 1" in path.read_bytes() for path in tmp_path.rglob("*.htm")
    }
    assert same == {True, False}
    assert len(list(tmp_path.rglob("*.htm"))) == len(ALL) + 1  # one list of titles more


@pytest.mark.parametrize(
    ("wanted", "error", "told"),
    [
        ({"title": "9c"}, SourceError, "no page of title 9c"),
        ({"title": "9b"}, SourceError, "no page of title 9b"),
        ({"section": "9c-1"}, SourceError, "no page of title 9c"),
        ({"section": "9-40aa"}, SourceError, "No chapter in the list holds section 9-40aa"),
        ({"title": "nine"}, IdentifierError, "not the number of a title"),
        ({"section": "9"}, IdentifierError, "not the number of a section"),
    ],
)
def test_what_is_not_there(
    wanted: dict[str, str],
    error: type[Exception],
    told: str,
    server: Server,
    tmp_path: Path,
) -> None:
    with pytest.raises(error, match=told):
        pulled(server, tmp_path, 2025, **wanted)


def test_an_edition_that_is_not_there(server: Server, tmp_path: Path) -> None:
    with pytest.raises(PullError, match="no such edition"):
        pulled(server, tmp_path, 1901)


def test_a_list_of_another_year_is_refused(server: Server, tmp_path: Path) -> None:
    server.pages["/2023/pub/titles.htm"] = server.pages["/2025/pub/titles.htm"]
    with pytest.raises(SourceError, match="that of 2025, not of 2023"):
        pulled(server, tmp_path, 2023)


def test_a_list_without_a_year_is_taken_at_its_address(
    server: Server, tmp_path: Path
) -> None:
    bare = listing("titles.htm", title_row("title_09.htm", "9"))
    for folder in ("2025/pub", "current/pub"):
        server.pages[f"/{folder}/titles.htm"] = bare
    with pytest.raises(SourceError, match="does not say which edition"):
        pulled(server, tmp_path)
    assert pulled(server, tmp_path, 2025, title="9") == ALL[:4]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("titles.htm", "first page cannot be fetched"),
        ("title_09.htm", "This is no page of the General Statutes"),
        ("chap_101.htm", "This is no page of the General Statutes"),
    ],
)
def test_an_error_page_with_status_200_is_not_taken_for_the_page(
    page: str, told: str, server: Server, tmp_path: Path
) -> None:
    wrong = with_the_body(lambda _: b"<html><body>Under repair</body></html>")
    server.told = {f"/2025/pub/{page}": [wrong]}
    scope = Scope(host=server.host, year=2025)
    steps = run(CONNECTICUT, scope, PageFolder(tmp_path), PROMPT, StillClock())
    if page == "titles.htm":
        with pytest.raises(PullError, match=told):
            list(steps)
        return
    (missed,) = (step for step in steps if isinstance(step, Missed))
    assert missed.why.startswith(told)
    assert page not in {one.name for one in pages_of(tmp_path, edition_of(2025))}


@pytest.mark.parametrize("page", ["titles.htm", "title_09.htm"])
def test_a_list_of_nothing_is_no_list(page: str, server: Server, tmp_path: Path) -> None:
    server.pages[f"/2025/pub/{page}"] = listing(page)
    steps = run(
        CONNECTICUT,
        Scope(host=server.host, year=2025),
        PageFolder(tmp_path),
        PROMPT,
        StillClock(),
    )
    if page == "titles.htm":
        with pytest.raises(PullError, match="lists no titles"):
            list(steps)
        return
    (missed,) = (step for step in steps if isinstance(step, Missed))
    assert missed.why == "The page lists no chapters"


def test_a_plan_follows_the_lists_that_are_kept_and_asks_nobody(
    server: Server, tmp_path: Path
) -> None:
    scope = Scope(host=server.host, year=2025, title="9")
    folder = PageFolder(tmp_path / "none")
    (first,) = plan(CONNECTICUT, scope, folder)
    assert (first.url, first.kept) == (f"{server.host}/2025/pub/titles.htm", None)
    assert not folder.root.exists()
    pulled(server, tmp_path, 2025, section="9-1")
    server.paths()
    known = list(plan(CONNECTICUT, scope, PageFolder(tmp_path)))
    assert [page.url.rpartition("/")[2] for page in known] == ALL[:4]
    assert [page.kept is not None for page in known] == [True, True, True, False]
    assert server.paths() == []


@pytest.mark.parametrize(
    "host",
    ["http://example.org", "ftp://127.0.0.1", "example.org", "https://", "http://[x"],
)
def test_pages_come_encrypted_or_from_this_computer(host: str, tmp_path: Path) -> None:
    scope = Scope(host=host)
    with pytest.raises(PullError, match="over https only"):
        list(plan(CONNECTICUT, scope, PageFolder(tmp_path)))
    with pytest.raises(PullError, match="over https only"):
        list(run(CONNECTICUT, scope, PageFolder(tmp_path), PROMPT, StillClock()))

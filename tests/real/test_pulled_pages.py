"""Pages of the legislature's site, fetched from a server of this computer."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

import pytest

from authority import trusted
from lending_code import listing, title_row
from page_server import (
    NOT_WHOLE,
    Server,
    dripping,
    moved,
    packed,
    serving,
    silent,
    status,
    with_the_body,
)
from statuteline.cli._clock import SystemClock
from statuteline.cli.main import _status
from statuteline.publishers.saved_pages import PageFolder, pages_of
from statuteline.publishers.us_ct.addresses import PageKind, edition_of, page_kind
from statuteline.publishers.us_ct.chapter_page import read_chapter
from statuteline.publishers.visits import Outcome, Visit
from statuteline.pull import Missed, Policy, Scope, publisher, run

from .conftest import CORPORA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from page_server import Answering
    from statuteline.pull import Step

CHAPTER = "/current/pub/chap_319uu.htm"
PROMPT = Policy(pause=0.0, silence=10.0, attempts=2, failures=100, page_bytes=200_000)


def real(name: str) -> bytes:
    path = CORPORA / "ct-pages" / name
    if not path.exists():
        pytest.skip(f"../shared/corpora/ct-pages is absent: {path.name}")
    return path.read_bytes()


def titles(year: int, *titles: str) -> bytes:
    rows = [title_row(f"title_{title}.htm", title) for title in titles]
    return listing("titles.htm", *rows, heading=f"<h2>Revised to January 1, {year}</h2>")


@pytest.fixture(scope="module")
def pages() -> dict[str, bytes]:
    """What is at hand of two editions; the lists of titles alone are ours."""
    return {
        "/current/pub/titles.htm": titles(2025, "17b", "42a"),
        "/current/pub/title_17b.htm": real("site/current_title_17b.htm"),
        CHAPTER: real("site/current_chap_319uu_first-half.htm"),
        "/current/pub/title_42a.htm": real("shortened/title_42a.htm"),
        "/current/pub/art_001.htm": real("shortened/art_001.htm"),
        "/2026/sup/titles.htm": titles(2026, "17b"),
        "/2026/sup/title_17b.htm": real("site/current_title_17b.htm"),
        "/2026/sup/chap_319uu.htm": real("site/2026sup_chap_319uu.htm"),
    }


@pytest.fixture
def server(pages: dict[str, bytes]) -> Iterator[Server]:
    with serving(pages) as found:
        yield found


def pull(
    server: Server, folder: Path, scope: Scope | None = None, policy: Policy = PROMPT
) -> list[Step]:
    wanted = scope or Scope(host=server.host, section="17b-801")
    steps = run(publisher("us-ct"), wanted, PageFolder(folder), policy, SystemClock())
    return list(steps)


def counted(steps: list[Step]) -> dict[str, int]:
    kinds = [step.outcome.value if isinstance(step, Visit) else "failed" for step in steps]
    return {kind: kinds.count(kind) for kind in sorted(set(kinds))}


def test_what_is_at_hand_of_an_edition_is_fetched_and_the_rest_told(
    server: Server, tmp_path: Path
) -> None:
    """The list of title 17b names 21 chapters, that of title 42a three articles."""
    steps = pull(server, tmp_path, Scope(host=server.host))
    assert counted(steps) == {"gone": 20 + 2, "new": 5}
    again = pull(server, tmp_path, Scope(host=server.host))
    assert counted(again) == {"gone": 20 + 2, "unchanged": 5}
    assert {step.status for step in again if isinstance(step, Visit)} == {304, 404}


@pytest.mark.parametrize(("year", "count"), [(None, 7), (2026, 1)])
def test_the_chapter_of_a_section_is_read_from_the_folder_as_from_the_file(
    year: int | None, count: int, server: Server, tmp_path: Path
) -> None:
    edition = edition_of(year or 2025)
    pull(server, tmp_path, Scope(host=server.host, year=year, section="17b-801"))
    saved = {one.name: one for one in pages_of(tmp_path, edition)}
    assert sorted(saved) == ["chap_319uu.htm", "title_17b.htm", "titles.htm"]
    name = "2026sup_chap_319uu.htm" if year else "current_chap_319uu_first-half.htm"
    chapter = saved["chap_319uu.htm"]
    assert chapter.data == real(f"site/{name}")
    assert page_kind(chapter.name) is PageKind.CHAPTER
    sections = read_chapter(chapter.data, edition, chapter.name).sections
    assert len(sections) == count
    assert sections == read_chapter(real(f"site/{name}"), edition, chapter.name).sections


FAULTS = {
    **NOT_WHOLE,
    "vanished": status(404),
    "removed": status(410),
    "in half": with_the_body(lambda data: data[: len(data) // 2]),
    "sent to another host": moved("https://example.org/chap_319uu.htm"),
    "sent round and round": moved(CHAPTER),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_chapter_that_does_not_come_whole_leaves_no_trace(
    fault: str, server: Server, tmp_path: Path
) -> None:
    server.told = {CHAPTER: [FAULTS[fault]] * 9}
    *_, last = pull(server, tmp_path)
    if isinstance(last, Visit):
        assert (last.outcome, last.sha256) == (Outcome.GONE, None)
    else:
        assert isinstance(last, Missed)
    assert len(list((tmp_path / "pages").rglob("*.*"))) == 2
    server.told.clear()
    *_, last = pull(server, tmp_path)
    assert isinstance(last, Visit)
    assert last.outcome is Outcome.NEW


@pytest.mark.parametrize("answer", [packed, status(503, Retry_After="0"), status(429)])
def test_a_chapter_that_comes_in_another_way_is_the_same(
    answer: Answering, server: Server, tmp_path: Path
) -> None:
    server.told = {CHAPTER: [answer]}
    pull(server, tmp_path)
    saved = {one.name: one.data for one in pages_of(tmp_path, edition_of(2025))}
    assert saved["chap_319uu.htm"] == server.pages[CHAPTER]


@pytest.mark.parametrize("answer", [silent, dripping])
def test_a_chapter_that_comes_too_slowly_is_given_up(
    answer: Answering, server: Server, tmp_path: Path
) -> None:
    server.told = {CHAPTER: [answer] * 2}
    slow = Policy(pause=0.0, silence=2.0, page_seconds=1.0, attempts=2)
    *_, last = pull(server, tmp_path, policy=slow)
    assert isinstance(last, Missed)
    assert last.why.endswith(", 2 times")


def test_a_chapter_comes_over_tls(
    pages: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trusted(tmp_path, monkeypatch).issue_cert("localhost").configure_cert(tls)
    with serving(pages, tls) as server:
        assert counted(pull(server, tmp_path / "pages")) == {"new": 3}


def test_a_section_of_the_supplement_is_imported_from_the_folder(
    server: Server, tmp_path: Path
) -> None:
    pages = tmp_path / "pages"
    pull(server, pages, Scope(host=server.host, year=2026, section="17b-801"))
    found = []
    for name in ("one", "two"):
        own = str(tmp_path / name)
        assert _status(["init", own]) == 0
        words = ["import", "us-ct-general-statutes", str(pages), "--edition", "2026"]
        assert _status(["--corpus", own, *words, "--recorded", "2026-01-01"]) == 0
        assert _status(["--corpus", own, "validate"]) == 0
        root = tmp_path / name
        found.append(
            {
                path.relative_to(root): path.read_bytes()
                for path in sorted(root.rglob("*"))
                if path.is_file()
            }
        )
    assert found[0] == found[1]
    texts = [str(path) for path in found[0] if path.suffix == ".xml"]
    assert texts == ["us-ct/cgs/17b-801/eng@2025-07-01.xml"]

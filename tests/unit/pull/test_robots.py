from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from page_server import moved, reset, serving, status, with_the_body
from statuteline.errors import PullError
from statuteline.publishers.saved_pages import PageFolder
from statuteline.publishers.visits import Visit
from statuteline.pull._robots import robots
from statuteline.pull._run import Ended, Missed, run
from statuteline.pull.base import Scope

from .library import LIBRARY, PAGES, PROMPT, StillClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from page_server import Answering, Server
    from statuteline.pull._run import Step

RULES = "/robots.txt"


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(PAGES) as found:
        yield found


def pull(server: Server, folder: Path, clock: StillClock | None = None) -> list[Step]:
    scope = Scope(year=2025, host=server.host)
    return list(run(LIBRARY, scope, PageFolder(folder), PROMPT, clock or StillClock()))


def test_a_forbidden_page_is_told_and_not_asked_for(server: Server, tmp_path: Path) -> None:
    server.pages[RULES] = b"User-agent: *\nDisallow: /2025/book_2\n"
    (missed,) = (step for step in pull(server, tmp_path) if isinstance(step, Missed))
    assert missed == Missed(
        url=f"{server.host}/2025/book_2.htm",
        why="the server's robots.txt asks not to fetch it",
    )
    assert "/2025/book_2.htm" not in server.paths()


@pytest.mark.parametrize(
    "rules",
    [
        b"User-agent: *\nDisallow: /",
        b"User-agent: statuteline\nDisallow: /2025/\n\nUser-agent: *\nAllow: /",
        b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /\r\n",
    ],
)
def test_where_the_first_page_is_forbidden_nothing_is_asked(
    rules: bytes, server: Server, tmp_path: Path
) -> None:
    server.pages[RULES] = rules
    with pytest.raises(PullError, match=r"robots\.txt asks not to"):
        pull(server, tmp_path)
    assert server.paths() == [RULES]


def test_rules_for_others_are_not_ours() -> None:
    rules = robots(b"User-agent: greedy\nDisallow: /\n")
    assert rules.allows("https://example.org/book.htm")
    assert rules.pause == 0.0


def test_a_rate_without_requests_is_none() -> None:
    assert robots(b"User-agent: *\nRequest-rate: 0/9\nAllow: /\n").pause == 0.0


def test_a_pause_beyond_our_patience_ends_the_run(server: Server, tmp_path: Path) -> None:
    server.pages[RULES] = b"User-agent: *\nCrawl-delay: 301\n"
    told = Ended(why="the server asks for 301 seconds a page")
    assert pull(server, tmp_path) == [told]
    assert server.paths() == [RULES]


@pytest.mark.parametrize("rule", [b"Crawl-delay: 4", b"Request-rate: 2/8"])
def test_a_longer_pause_is_kept(rule: bytes, server: Server, tmp_path: Path) -> None:
    server.pages[RULES] = b"User-agent: *\n" + rule + b"\n"
    clock = StillClock()
    pull(server, tmp_path, clock)
    assert clock.waits == [4.0] * 6


def test_a_shorter_pause_is_not(server: Server, tmp_path: Path) -> None:
    server.pages[RULES] = b"User-agent: *\nCrawl-delay: 0\n"
    clock = StillClock()
    pull(server, tmp_path, clock)
    assert clock.waits == [1.0] * 6


@pytest.mark.parametrize("code", [404, 410, 405])
def test_a_server_without_rules_may_be_asked(
    code: int, server: Server, tmp_path: Path
) -> None:
    server.told = {RULES: [status(code)]}
    assert all(isinstance(step, Visit) for step in pull(server, tmp_path))


@pytest.mark.parametrize("code", [401, 403])
def test_a_server_that_hides_its_rules_may_not(
    code: int, server: Server, tmp_path: Path
) -> None:
    server.told = {RULES: [status(code)]}
    with pytest.raises(PullError, match=r"robots\.txt asks not to"):
        pull(server, tmp_path)


@pytest.mark.parametrize(
    "answers", [[status(503)] * 3, [reset], [moved("https://localhost:9/robots.txt")]]
)
def test_rules_that_cannot_be_read_allow_nothing(
    answers: list[Answering], server: Server, tmp_path: Path
) -> None:
    server.told = {RULES: answers}
    with pytest.raises(PullError, match="What the server allows cannot be read"):
        pull(server, tmp_path)
    assert set(server.paths()) == {RULES}


def test_rules_may_stand_elsewhere_on_the_host(server: Server, tmp_path: Path) -> None:
    server.pages["/rules"] = b"User-agent: *\nDisallow: /2025/index.htm"
    server.told = {RULES: [moved("/rules")], "/rules": [with_the_body(bytes)]}
    with pytest.raises(PullError, match=r"robots\.txt asks not to"):
        pull(server, tmp_path)

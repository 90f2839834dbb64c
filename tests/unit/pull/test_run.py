from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from page_server import reset, serving, status, with_the_body
from statuteline.errors import PullError, SourceError
from statuteline.publishers.saved_pages import PageFolder, pages_of
from statuteline.publishers.visits import Outcome, Visit
from statuteline.pull._run import Ended, Missed, run
from statuteline.pull.base import Policy, Scope

from .library import EDITION, IN_ORDER, LIBRARY, PAGES, PROMPT, StillClock, page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from page_server import Server
    from statuteline.pull._run import Step


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(PAGES) as found:
        yield found


def pull(
    server: Server,
    folder: Path,
    *,
    title: str | None = None,
    policy: Policy = PROMPT,
    clock: StillClock | None = None,
) -> list[Step]:
    scope = Scope(year=2025, title=title, host=server.host)
    return list(run(LIBRARY, scope, PageFolder(folder), policy, clock or StillClock()))


def outcomes(steps: list[Step]) -> dict[str, Outcome]:
    return {
        step.name.removesuffix(".htm"): step.outcome
        for step in steps
        if isinstance(step, Visit)
    }


def test_every_page_is_fetched_once_shelf_by_shelf(server: Server, tmp_path: Path) -> None:
    steps = pull(server, tmp_path)
    assert outcomes(steps) == dict.fromkeys(IN_ORDER, Outcome.NEW)
    assert server.paths() == ["/robots.txt", *(f"/2025/{name}.htm" for name in IN_ORDER)]
    saved = {
        one.url.removeprefix(server.host): one.data for one in pages_of(tmp_path, EDITION)
    }
    assert saved == PAGES


def test_a_second_run_transfers_nothing(server: Server, tmp_path: Path) -> None:
    pull(server, tmp_path)
    kept = list(pages_of(tmp_path, EDITION))
    server.paths()
    steps = pull(server, tmp_path)
    assert [step.status for step in steps if isinstance(step, Visit)] == [304] * 6
    assert outcomes(steps) == dict.fromkeys(IN_ORDER, Outcome.UNCHANGED)
    assert list(pages_of(tmp_path, EDITION)) == kept


def test_a_server_without_tags_is_asked_in_full_and_found_unchanged(
    server: Server, tmp_path: Path
) -> None:
    for path in PAGES:
        server.told[path] = [with_the_body(bytes)] * 2
    pull(server, tmp_path)
    steps = pull(server, tmp_path)
    assert [step.status for step in steps if isinstance(step, Visit)] == [200] * 6
    assert outcomes(steps) == dict.fromkeys(IN_ORDER, Outcome.UNCHANGED)


def test_a_part_is_fetched_alone(server: Server, tmp_path: Path) -> None:
    steps = pull(server, tmp_path, title="shelf_2")
    assert list(outcomes(steps)) == ["index", "shelf_2"]


def test_a_changed_page_is_kept_beside_the_old_one(server: Server, tmp_path: Path) -> None:
    pull(server, tmp_path)
    server.pages["/2025/book_2.htm"] = page("A book on bees, corrected")
    steps = pull(server, tmp_path)
    assert outcomes(steps)["book_2"] is Outcome.CHANGED
    (now,) = (one for one in pages_of(tmp_path, EDITION) if one.name == "book_2.htm")
    assert b"corrected" in now.data
    kept = [path.read_bytes() for path in (tmp_path / "pages").rglob("*.htm")]
    assert PAGES["/2025/book_2.htm"] in kept


def test_a_vanished_page_is_told_and_what_was_kept_stays(
    server: Server, tmp_path: Path
) -> None:
    pull(server, tmp_path)
    server.told = {"/2025/book_1.htm": [status(404)], "/2025/book_2.htm": [status(410)]}
    steps = pull(server, tmp_path)
    found = outcomes(steps)
    assert (found["book_1"], found["book_2"]) == (Outcome.GONE, Outcome.GONE)
    saved = {one.name: one.data for one in pages_of(tmp_path, EDITION)}
    assert saved["book_1.htm"] == PAGES["/2025/book_1.htm"]


def test_an_error_page_does_not_hide_what_was_kept(server: Server, tmp_path: Path) -> None:
    pull(server, tmp_path)
    server.pages["/2025/book_1.htm"] = page("Not found")
    (missed,) = (step for step in pull(server, tmp_path) if isinstance(step, Missed))
    assert missed.why == "This is no page of the library: book_1.htm"
    saved = {one.name: one.data for one in pages_of(tmp_path, EDITION)}
    assert saved["book_1.htm"] == PAGES["/2025/book_1.htm"]


def test_a_failed_page_is_told_and_fetched_by_the_next_run_alone(
    server: Server, tmp_path: Path
) -> None:
    server.told = {"/2025/book_1.htm": [reset]}
    (missed,) = (step for step in pull(server, tmp_path) if isinstance(step, Missed))
    assert missed.url == f"{server.host}/2025/book_1.htm"
    server.paths()
    steps = pull(server, tmp_path)
    assert outcomes(steps) == dict.fromkeys(IN_ORDER, Outcome.NEW)
    assert server.paths() == ["/robots.txt", "/2025/book_1.htm"]
    pull(server, tmp_path)
    assert len(server.paths()) == 1 + len(IN_ORDER)


@pytest.mark.parametrize("pages", range(1, 6))
def test_a_stopped_run_goes_on_where_it_was(
    pages: int, server: Server, tmp_path: Path
) -> None:
    scope = Scope(year=2025, host=server.host)
    steps = run(LIBRARY, scope, PageFolder(tmp_path), PROMPT, StillClock())
    for _ in range(pages):
        next(steps)
    steps.close()
    asked = server.paths()[1:]
    assert outcomes(pull(server, tmp_path)) == dict.fromkeys(IN_ORDER, Outcome.NEW)
    assert asked + server.paths()[1:] == [f"/2025/{name}.htm" for name in IN_ORDER]


def test_a_run_that_was_stopped_long_ago_begins_again(
    server: Server, tmp_path: Path
) -> None:
    scope = Scope(year=2025, host=server.host)
    steps = run(LIBRARY, scope, PageFolder(tmp_path), PROMPT, StillClock())
    assert [next(steps), next(steps)]
    steps.close()
    server.paths()
    found = outcomes(pull(server, tmp_path, clock=StillClock(seconds=25 * 3600.0)))
    assert (found["index"], found["book_1"]) == (Outcome.UNCHANGED, Outcome.NEW)
    assert len(server.paths()) == 1 + len(IN_ORDER)


def test_a_page_whose_file_is_lost_is_fetched_anew(server: Server, tmp_path: Path) -> None:
    pull(server, tmp_path)
    before = list(pages_of(tmp_path, EDITION))
    (tmp_path / "pages").rename(tmp_path / "elsewhere")
    pull(server, tmp_path)
    assert list(pages_of(tmp_path, EDITION)) == before


def test_a_page_whose_file_was_edited_is_told(server: Server, tmp_path: Path) -> None:
    pull(server, tmp_path)
    (path,) = (
        path
        for path in (tmp_path / "pages").rglob("*.htm")
        if path.read_bytes() == PAGES["/2025/book_2.htm"]
    )
    path.write_bytes(b"A book on something else")
    with pytest.raises(SourceError, match="changed since") as error:
        pull(server, tmp_path)
    assert error.value.where == str(path)


def test_the_total_of_bytes_ends_a_run(server: Server, tmp_path: Path) -> None:
    few = len(PAGES["/2025/index.htm"] + PAGES["/2025/shelf_1.htm"]) + 1
    steps = pull(server, tmp_path, policy=replace(PROMPT, total_bytes=few))
    assert list(outcomes(steps)) == ["index", "shelf_1"]
    assert steps[-1] == Ended(why=f"{few} bytes have been fetched, the most of one run")
    assert len(list((tmp_path / "pages").rglob("*.htm"))) == 2


def test_the_total_of_time_ends_a_run(server: Server, tmp_path: Path) -> None:
    steps = pull(server, tmp_path, policy=replace(PROMPT, total_seconds=3.0))
    assert list(outcomes(steps)) == ["index", "shelf_1"]
    assert steps[-1] == Ended(why="0.05 minutes are over, the most of one run")


def test_failures_in_a_row_end_a_run(server: Server, tmp_path: Path) -> None:
    server.told = {f"/2025/{name}.htm": [status(403)] for name in IN_ORDER[2:]}
    steps = pull(server, tmp_path, policy=replace(PROMPT, failures=2))
    assert [type(step) for step in steps] == [Visit, Visit, Missed, Missed, Ended]


def test_a_server_that_asks_for_more_than_our_patience_ends_a_run(
    server: Server, tmp_path: Path
) -> None:
    server.told = {"/2025/book_2.htm": [status(429, Retry_After="301")]}
    steps = pull(server, tmp_path)
    assert list(outcomes(steps)) == ["index", "shelf_1", "book_1"]
    assert steps[-1] == Ended(why="the server asks to be left alone for 301 seconds")


def test_without_its_first_page_nothing_is_fetched(server: Server, tmp_path: Path) -> None:
    server.told = {"/2025/index.htm": [status(404)]}
    with pytest.raises(PullError, match="no such edition"):
        pull(server, tmp_path)
    server.told = {"/2025/index.htm": [reset]}
    with pytest.raises(PullError, match="first page cannot be fetched"):
        pull(server, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_edition_of_another_year_is_refused(server: Server, tmp_path: Path) -> None:
    server.pages["/2025/index.htm"] = page("Edition 2023", "shelf_1.htm")
    with pytest.raises(SourceError, match="which edition"):
        pull(server, tmp_path)
    assert list(tmp_path.iterdir()) == []

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from lending_code import CHAPTERS, edition
from page_server import Server, reset, serving, status
from statuteline.publishers.saved_pages import pages_of
from statuteline.publishers.us_ct.addresses import edition_of

Run = Callable[..., Any]
Files = Callable[[Path], dict[str, bytes | None]]
SCHEMA = Path(__file__).parents[3] / "site" / "schemas" / "pull-1.schema.json"
ALL = 3 + len(CHAPTERS)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving(edition(2025, "2025/pub") | edition(2025, "current/pub")) as found:
        yield found


@pytest.fixture
def pull(run: Run, server: Server, tmp_path: Path) -> Run:
    def call(*args: str) -> Any:  # noqa: ANN401 - what the fixture run gives
        common = ("--host", server.host, "--pause", "0", "--into", tmp_path / "pages")
        return run("pull", "us-ct", *common, *args)

    return call


def checked(out: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(out)
    jsonschema.validate(content, json.loads(SCHEMA.read_text("utf-8")))
    return content


def test_an_edition_is_fetched_and_the_second_time_only_checked(
    pull: Run, server: Server, tmp_path: Path
) -> None:
    first = pull("--edition", "2025")
    assert (first.status, first.err) == (0, "")
    assert first.out == (
        f"revision of 2025: {ALL} new, 0 changed, 0 unchanged, 0 gone, 0 failed\n"
        f"Next: statuteline import us-ct-general-statutes {tmp_path / 'pages'} "
        "--edition 2025\n"
    )
    again = pull("--edition", "2025")
    assert f"0 new, 0 changed, {ALL} unchanged, 0 gone, 0 failed" in again.out
    assert len(list(pages_of(tmp_path / "pages", edition_of(2025)))) == ALL
    assert all(h["User-Agent"].startswith("statuteline/") for _, h in server.asked)


def test_pages_are_counted_where_somebody_watches(
    pull: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr("statuteline.cli._progress._PAUSE", 0)
    found = pull("--edition", "2025", "--format", "json")
    assert f"\r{ALL} pages\r" in found.err
    assert "pages\r" not in found.out
    assert checked(found.out)["counts"]["new"] == ALL


def test_what_changed_is_gone_or_failed_is_listed(pull: Run, server: Server) -> None:
    pull("--edition", "2025")
    folder = f"{server.host}/2025/pub"
    server.told = {
        "/2025/pub/art_001.htm": [status(410)],
        "/2025/pub/chap_101.htm": [reset],
    }
    path = "/2025/pub/art_002A.htm"
    server.pages[path] = server.pages[path].replace(b"leans", b"stands")
    found = pull("--edition", "2025")
    assert (found.status, found.err) == (1, "")
    assert found.out.splitlines()[:-1] == [
        "revision of 2025: 0 new, 1 changed, 4 unchanged, 1 gone, 1 failed",
        f"gone: {folder}/art_001.htm (status 410)",
        f"changed: {folder}/art_002A.htm",
        f"failed: {folder}/chap_101.htm: the connection failed: Connection aborted.",
        "The same command asks again for what failed.",
    ]


def test_json_says_the_same(pull: Run, server: Server) -> None:
    server.told = {
        "/2025/pub/art_001.htm": [status(404)],
        "/2025/pub/chap_101.htm": [reset],
    }
    found = pull("--edition", "2025", "--format", "json")
    assert found.status == 1
    content = checked(found.out)
    assert content["counts"] == {
        "new": 5,
        "changed": 0,
        "unchanged": 0,
        "gone": 1,
        "failed": 1,
    }
    assert content["edition"] == {"kind": "revision", "revised_to": "2025-01-01"}
    assert content["ended"] is None
    outcomes = {one["url"].rpartition("/")[2]: one["outcome"] for one in content["pages"]}
    assert (outcomes["art_001.htm"], outcomes["chap_101.htm"]) == ("gone", "failed")


def test_a_run_that_ends_early_says_why(pull: Run, server: Server) -> None:
    server.told = {"/current/pub/title_09a.htm": [status(429, Retry_After="9999")]}
    found = pull("--format", "json")
    assert found.status == 1
    assert checked(found.out)["ended"] == (
        "the server asks to be left alone for 9999 seconds"
    )
    found = pull()
    assert (found.status, f"{ALL} new" in found.out) == (0, True)


def test_a_plan_asks_nobody(pull: Run, server: Server, tmp_path: Path) -> None:
    found = pull("--dry-run")
    assert (found.status, server.paths()) == (0, [])
    assert found.out.startswith(f"fetch {server.host}/current/pub/titles.htm\n")
    assert not (tmp_path / "pages").exists()
    pull("--section", "9-1")
    server.paths()
    content = checked(pull("--title", "9", "--dry-run", "--format", "json").out)
    assert content["counts"] == {"to-check": 3, "to-fetch": 1}
    told = pull("--title", "9", "--dry-run").out.splitlines()
    assert told[0].startswith(f"check {server.host}/current/pub/titles.htm (kept since 20")
    assert told[-1] == "1 to fetch, and what they list; 3 to check. Nobody was asked."
    assert server.paths() == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--title", "9", "--section", "9-1"], "not both"),
        (["--title", "99z9"], "not the number of a title"),
        (["--section", "9"], "not the number of a section"),
        (["--title", "53"], "no page of title 53"),
        (["--edition", "25"], "25 is not in the range"),
        (["--edition", "2013"], "no such edition"),
        (["--pause", "nan"], "not from 0 to 3600"),
        (["--pause", "-1"], "not from 0 to 3600"),
        (["--ca-file", "none.pem"], "certificates cannot be read"),
        (["--contact", "böö\n"], "cannot be sent"),
        (["--host", "http://example.org"], "over https only"),
    ],
)
def test_what_cannot_be_done_ends_with_2_and_changes_nothing(
    words: list[str], told: str, pull: Run, files: Files, tmp_path: Path
) -> None:
    pull("--section", "9-1")
    before = {
        name: data for name, data in files(tmp_path).items() if "manifest" not in name
    }
    found = pull(*words)
    assert (found.status, found.out) == (2, "")
    assert told in found.err
    after = {name: data for name, data in files(tmp_path).items() if "manifest" not in name}
    assert after == before


def test_a_jurisdiction_that_is_not_known(run: Run) -> None:
    found = run("pull", "us-xx")
    assert found.status == 2
    assert "'us-xx' is not one of us-ct" in found.err


def test_a_contact_reaches_the_server(
    pull: Run, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATUTELINE_CONTACT", "mailto:crawl@example.org")
    pull()
    assert server.asked[0][1]["User-Agent"].endswith(" (+mailto:crawl@example.org)")


# A shell that runs the tests in the background has them ignore the keys.
HEEDING = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("statuteline", run_name="__main__")
"""


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as POSIX has them")
@pytest.mark.parametrize("how", ["SIGINT", "SIGKILL"])
def test_a_run_that_is_stopped_in_the_middle_is_resumed(
    how: str, pull: Run, server: Server, tmp_path: Path
) -> None:
    """A real process, stopped by the keyboard, and by what nobody can catch."""
    words = ["pull", "us-ct", "--host", server.host, "--pause", "0.2"]
    process = subprocess.Popen(
        [sys.executable, "-c", HEEDING, *words, "--into", tmp_path / "pages"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    manifest = tmp_path / "pages" / "manifest.jsonl"
    while not manifest.exists() or manifest.read_bytes().count(b"\n") < 4:
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.Signals[how])
    out, err = process.communicate(timeout=30)
    assert out == ""
    if how == "SIGINT":
        assert process.returncode == 130
        assert err.rstrip() == "Stopped. The same command goes on where it was."
    asked = server.paths()[1:]
    assert 3 <= len(asked) < ALL
    assert pull().status == 0
    again = server.paths()[1:]
    assert len(set(asked) & set(again)) <= 1  # the page that was under way
    assert len(set(asked) | set(again)) == ALL

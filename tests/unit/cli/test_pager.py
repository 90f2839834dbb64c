"""Long output goes through a pager, on a terminal only, and leaving it is no error."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from statuteline.corpus.locate import shipped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pty = pytest.importorskip("pty", reason="needs pseudo-terminals")

DIFF = ("diff", "54-95c", "2016-10-01", "2021-10-01")
ESCAPE = "\x1b["


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a person at a terminal got.

    Args:
        status: The exit status.
        screen: What came onto the terminal.
        paged: What the pager was given; None if none was started.
        less: The variable ``LESS``, as the pager saw it.
        err: What came on standard error.
    """

    status: int
    screen: str
    paged: str | None
    less: str
    err: str


def at_a_terminal(*args: str | Path, **env: str) -> tuple[int, str, str]:
    """Run the program with a pseudo-terminal; give status, screen and errors."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "statuteline", *map(str, args)],
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.PIPE,
        env={"PATH": os.environ["PATH"], "PYTHONUTF8": "1", "TERM": "xterm"} | env,
    ) as process:
        os.close(theirs)
        screen = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # how Linux says that the other end is closed
                break
            if not part:
                break
            screen += part
        assert process.stderr
        err = process.stderr.read()
    os.close(ours)
    return process.returncode, screen.decode().replace("\r\n", "\n"), err.decode()


@pytest.fixture
def pager(tmp_path: Path) -> Callable[[str], str]:
    """Make a pager of a few lines of shell; it notes what it was given."""

    def make(name: str, does: str = 'cat >"$0.paged"') -> str:
        path = tmp_path / name
        path.write_text(f'#!/bin/sh\nprintf %s "$LESS" >"$0.less"\n{does}\n', "utf-8")
        path.chmod(0o755)
        return str(path)

    return make


def seen(pager: str, *args: str | Path, **env: str) -> Seen:
    status, screen, err = at_a_terminal(*args, **env)
    given = {}
    for name in ("paged", "less"):
        try:
            with open(f"{pager}.{name}", encoding="utf-8") as file:  # noqa: PTH123
                given[name] = file.read()
        except FileNotFoundError:
            given[name] = ""
    return Seen(
        status=status,
        screen=screen,
        paged=given["paged"] or None,
        less=given["less"],
        err=err,
    )


def test_the_pager_gets_every_word(pager: Callable[[str], str]) -> None:
    fake = pager("fake")
    found = seen(fake, *DIFF, PAGER=fake, NO_COLOR="1", COLUMNS="80")
    assert (found.status, found.screen, found.err) == (1, "", "")
    whole = at_a_terminal(*DIFF, "--no-pager", NO_COLOR="1", COLUMNS="80")
    assert whole == (1, found.paged, "")


@pytest.mark.parametrize("days", [("2016-10-01", "2021-10-01"), ("2021-10-01",) * 2])
def test_paging_does_not_change_the_status(
    pager: Callable[[str], str], days: tuple[str, str]
) -> None:
    fake = pager("fake")
    found = seen(fake, "diff", "54-95c", *days, PAGER=fake)
    assert found.status == int(days[0] != days[1])
    assert found.paged


def test_our_own_variable_comes_first(pager: Callable[[str], str]) -> None:
    own, other = pager("own"), pager("other")
    found = seen(own, *DIFF, STATUTELINE_PAGER=own, PAGER=other)
    assert found.paged
    assert seen(other, "--version").paged is None


def test_a_pager_may_have_arguments(pager: Callable[..., str]) -> None:
    fake = pager("fake", 'printf %s "$*" >"$0.paged"; cat >/dev/null')
    assert seen(fake, *DIFF, PAGER=f"{fake} -a 'b c'").paged == "-a b c"


@pytest.mark.parametrize("name", ["STATUTELINE_PAGER", "PAGER"])
@pytest.mark.parametrize("none", ["", "cat", " "])
def test_no_pager_can_be_chosen(pager: Callable[[str], str], name: str, none: str) -> None:
    fake = pager("fake")
    found = seen(fake, *DIFF, **({"PAGER": fake} | {name: none}))
    assert (found.status, found.paged) == (1, None)
    assert "5 changes" in found.screen


def test_a_pager_that_is_not_there_keeps_nothing_back() -> None:
    status, screen, _ = at_a_terminal(*DIFF, PAGER="/no/such/program")
    assert status == 1
    assert "Subsection (e) is added" in screen


def test_what_goes_elsewhere_is_not_paged(
    pager: Callable[[str], str], tmp_path: Path
) -> None:
    fake = pager("fake")
    env = {"PATH": os.environ["PATH"], "PYTHONUTF8": "1", "PAGER": fake}
    piped = subprocess.run(
        [sys.executable, "-m", "statuteline", *DIFF],
        env=env,
        capture_output=True,
        check=False,
    )
    assert b"5 changes" in piped.stdout
    found = seen(fake, *DIFF, "--output", tmp_path / "a.txt", PAGER=fake)
    assert (found.status, found.screen, found.paged) == (1, "", None)
    assert found.less == ""


def test_colours_reach_the_pager_unless_unwanted(pager: Callable[[str], str]) -> None:
    fake = pager("fake")
    assert ESCAPE in (seen(fake, *DIFF, PAGER=fake).paged or "")
    assert ESCAPE not in (seen(fake, *DIFF, PAGER=fake, NO_COLOR="1").paged or ESCAPE)
    never = seen(fake, "--color", "never", *DIFF, PAGER=fake)
    assert ESCAPE not in (never.paged or ESCAPE)


def test_less_is_told_to_leave_short_output_alone(pager: Callable[[str], str]) -> None:
    fake = pager("fake")
    assert seen(fake, *DIFF, PAGER=fake).less == "-FRX"
    assert seen(fake, *DIFF, PAGER=fake, LESS="-S").less == "-S"


def test_leaving_the_pager_early_is_no_error(
    pager: Callable[..., str], tmp_path: Path
) -> None:
    source = shipped() / "us-ct/cgs/54-95c/eng@2021-10-01.xml"
    text = source.read_text("utf-8")
    start, mark, end = text.rpartition("</p>")
    long = tmp_path / "long.xml"
    long.write_text(start + " fee" * 100_000 + mark + end, "utf-8")
    leaves = pager("leaves", 'read -r line; printf %s "$line" >"$0.paged"')
    found = seen(leaves, "diff", source, long, PAGER=leaves, NO_COLOR="1")
    assert (found.status, found.screen, found.err) == (1, "", "")
    assert (found.paged or "").startswith("Vacating convictions")


def test_an_error_is_not_paged(pager: Callable[[str], str]) -> None:
    fake = pager("fake")
    found = seen(fake, "diff", "54-95c", "2012-01-01", "2021-10-01", PAGER=fake)
    assert (found.status, found.screen, found.paged) == (2, "", None)
    assert "not in force" in found.err

"""At every step at which a command changes the disk, the process dies or the disk refuses.

What is read then is what was before or what is after, and sound; the same command goes on.
After an error it is what was before, byte for byte.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lending_code import edition
from operations import OPERATIONS
from page_server import serving

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "site" / "trust.md"
FAULTS = 7
AFTERWARDS = 2
"""Faults when a command has ended: both ways in which the power fails."""
CALLS = {
    "openat": "open",
    "write": "write",
    "fsync": "fsync",
    "rename": "replace",
    "link": "link",
    "unlink": "unlink",
    "mkdir": "mkdir",
    "rmdir": "rmdir",
    "chmod": "chmod",
    "ftruncate": "ftruncate",
}
"""Calls of the kernel, and the steps that they are."""
SOME = ("init-empty", "import-many", "import-code", "act-apply", "pull", "output-there")
"""One of each way to write: these are tried at some points in the fast tests too."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a child dies each time")


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    with serving(edition(2025, "2025/pub")) as server:
        yield server.host


def tried(name: str, folder: Path, host: str, *every: str) -> dict[str, Any]:
    environment = os.environ | {"XDG_CACHE_HOME": str(folder / "caches")}
    environment.pop("STATUTELINE_CORPUS", None)
    (folder / "trial").mkdir()
    ended = subprocess.run(
        [sys.executable, HERE / "every_step.py", name, folder / "trial", host, *every],
        env=environment | {"PYTHONPATH": str(HERE)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0, ended.stderr
    told: dict[str, Any] = json.loads(ended.stdout)
    return told


def rows() -> dict[str, str]:
    """Read the table of the page: the number of steps of each command."""
    found = re.findall(
        r"^\| (`.+|the index .+?) \| (\d+) \|$", PAGE.read_text("utf-8"), re.MULTILINE
    )
    return dict(found)


@pytest.mark.slow
@pytest.mark.parametrize("name", OPERATIONS)
def test_it_is_before_or_after_whatever_happens_at_any_step(
    name: str, tmp_path: Path, host: str
) -> None:
    told = tried(name, tmp_path, host)
    assert told["tried"] == FAULTS * len(told["steps"]) + AFTERWARDS
    assert told["wrong"] == []
    assert rows()[OPERATIONS[name].name] == str(len(told["steps"]))


@pytest.mark.parametrize("name", SOME)
def test_it_is_before_or_after_at_some_steps(name: str, tmp_path: Path, host: str) -> None:
    told = tried(name, tmp_path, host, "19")
    assert told["tried"] > 0
    assert told["wrong"] == []
    assert rows()[OPERATIONS[name].name] == str(len(told["steps"]))


def test_a_command_that_takes_no_care_is_found(tmp_path: Path, host: str) -> None:
    wrong = " ".join(tried("careless", tmp_path, host)["wrong"])
    assert "(write), the process is killed: between" in wrong
    assert "(write), the power fails: between" in wrong
    assert "(when it has ended), the power fails: it had ended" in wrong
    assert "(write), the disk is full at this step: it changed ['out.html']" in wrong


@pytest.mark.parametrize("name", ["import-first", "output-there"])
def test_the_system_sees_no_other_step(name: str, tmp_path: Path) -> None:
    """The kernel is asked which calls of a real process change the disk."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is absent")
    told = tried(name, tmp_path, "", "1000")
    world = tmp_path / "trial" / "world"
    shutil.rmtree(world)
    shutil.copytree(tmp_path / "trial" / "start", world)
    words = [str(word) for word in OPERATIONS[name].words(world, "")]
    log = tmp_path / "log"
    command = (sys.executable, "-m", "statuteline", *words)
    ended = subprocess.run(
        [strace, "-f", "-y", "-e", f"trace={','.join(CALLS)}", "-o", log, *command],
        check=False,
        capture_output=True,
        text=True,
    )
    if "PTRACE" in ended.stderr:
        pytest.skip("strace may not watch here")
    lines = [line for line in log.read_text("utf-8").splitlines() if str(world) in line]
    calls = [re.sub(r"^\d+ +(\w+)\(.*", r"\1", line) for line in lines if _writes(line)]
    assert [CALLS[call] for call in calls] == told["steps"]


def _writes(line: str) -> bool:
    return "openat(" not in line or "O_WRONLY" in line or "O_RDWR" in line


def test_the_page_tells_how_many_points_are_tried() -> None:
    steps = rows()
    assert sorted(steps) == sorted(one.name for one in OPERATIONS.values())
    total = sum(map(int, steps.values()))
    points = FAULTS * total + AFTERWARDS * len(steps)
    words = f"{total} steps of {len(steps)} commands, {points:,} points"
    assert words in " ".join(PAGE.read_text("utf-8").split())

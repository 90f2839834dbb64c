"""Work spread over the cores of this computer."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest

from statuteline.engines import engine, engine_names
from statuteline.engines.local import ENGINE
from statuteline.errors import EngineError, PluginError, SelfCheckError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE = 60  # seconds, for a slow machine
WORK = """
import os
from statuteline.errors import SelfCheckError

def refuse(number):
    raise SelfCheckError(f"no {number}", where="here", hint="there")

def vanish(number):
    os._exit(7)
"""
PROGRAM = """
import signal, time
from statuteline.engines.local import ENGINE

# A shell that runs the tests in the background has them ignore the keys.
signal.signal(signal.SIGINT, signal.default_int_handler)

for done, _ in enumerate(ENGINE.run(time.sleep, [0.05] * 100_000, 2)):
    if done == 0:
        print("begun", flush=True)
"""


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], object]:
    """Give functions of a module that new processes find: they get the search path."""
    (tmp_path / "invented_work.py").write_text(WORK, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    return lambda name: getattr(__import__("invented_work"), name)


def test_it_is_found_by_name() -> None:
    assert "local" in engine_names()
    assert engine("local") is ENGINE
    with pytest.raises(PluginError, match="no plug-in"):
        engine("abacus")


@pytest.mark.parametrize("jobs", [0, 1, 2, 3])
def test_results_keep_the_order(jobs: int) -> None:
    assert list(ENGINE.run(abs, range(-100, 0), jobs)) == list(range(100, 0, -1))


@pytest.mark.parametrize("jobs", [1, 2])
def test_nothing_gives_nothing(jobs: int) -> None:
    assert list(ENGINE.run(abs, (), jobs)) == []


def test_one_job_stays_in_this_process() -> None:
    assert set(ENGINE.run(lambda _: os.getpid(), range(2), 1)) == {os.getpid()}


def test_several_jobs_are_several_processes_and_leaving_off_ends_them() -> None:
    with closing(ENGINE.run(time.sleep, [0.01] * 100, 2)) as found:
        next(found)
        assert len(multiprocessing.active_children()) == 2
    assert multiprocessing.active_children() == []


def test_no_more_is_taken_than_is_soon_needed() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for number in range(1_000_000):
            taken = number
            yield number

    with closing(ENGINE.run(abs, items(), 2)) as found:
        assert next(found) == 0
    assert 0 < taken < 1_000


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_arrives_as_it_was_raised(
    jobs: int, work: Callable[[str], Callable[[int], int]]
) -> None:
    with pytest.raises(SelfCheckError) as told:
        list(ENGINE.run(work("refuse"), range(100), jobs))
    assert str(told.value) == str(SelfCheckError("no 0", where="here", hint="there"))
    assert multiprocessing.active_children() == []


def test_a_process_that_is_gone_is_told(
    work: Callable[[str], Callable[[int], int]],
) -> None:
    with pytest.raises(EngineError, match="ended before") as told:
        list(ENGINE.run(work("vanish"), range(100), 2))
    assert "fewer jobs" in told.value.hint


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no process groups")
@pytest.mark.parametrize("whom", ["group", "parent"])
def test_no_process_is_left_when_the_first_is_interrupted_or_killed(whom: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == "begun\n"
        if whom == "group":  # as the keyboard does
            os.killpg(process.pid, signal.SIGINT)
        else:
            process.kill()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)  # or leaving the block waits for ever
            raise
        told = process.stderr.read()  # ends when nobody holds the other end
    assert told.count("KeyboardInterrupt") <= 1, "only the first process heeds the keys"
    until = time.monotonic() + PATIENCE
    with suppress(ProcessLookupError):
        while time.monotonic() < until:
            os.killpg(process.pid, 0)
            time.sleep(0.05)
        pytest.fail("a process is left")

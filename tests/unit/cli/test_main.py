"""The program around the commands: status, streams, colour, surroundings."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, Self

import click
import pytest

from statuteline.cli import main
from statuteline.cli.main import _status, command_modules
from statuteline.corpus.locate import shipped

Run = Callable[..., Any]
ESCAPE = "\x1b["
DIFF = ("diff", "54-95c", "2016-10-01", "2021-10-01")


def program(
    *args: str,
    stdout: int | IO[bytes] = subprocess.PIPE,
    stderr: int | IO[bytes] = subprocess.PIPE,
    cwd: Path | None = None,
    **env: str,
) -> subprocess.CompletedProcess[bytes]:
    keep = {"PATH": os.environ["PATH"], "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "statuteline", *args],
        stdout=stdout,
        stderr=stderr,
        env=keep | env,
        cwd=cwd,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("name", command_modules())
def test_every_command_has_help(name: str, run: Run) -> None:
    found = run(name, "--help")
    assert (found.status, found.err) == (0, "")
    assert f"Usage: statuteline {name}" in found.out


@pytest.mark.parametrize("args", [("--help",), ("-h",), ("--version",)])
def test_help_and_version_are_done(args: tuple[str, ...], run: Run) -> None:
    found = run(*args)
    assert (found.status, found.err) == (0, "")
    assert "statuteline" in found.out


@pytest.mark.parametrize(
    ("args", "says"),
    [
        ((), "Usage"),
        (("shwo",), "Did you mean 'show'?"),
        (("nothing-like-it",), "No such command"),
        (("--nothing",), "No such option"),
        (("show",), "Missing argument"),
        (("show", "54-95c", "--nothing"), "No such option"),
        (("show", "54-95c", "--format", "pdf"), "'pdf' is not one of"),
        (("main",), "No such command"),
        (("_texts",), "No such command"),
        (("completion", "tcsh"), "'tcsh' is not one of"),
    ],
)
def test_bad_usage_is_2(args: tuple[str, ...], says: str, run: Run) -> None:
    found = run(*args)
    assert found.status == 2
    assert says in found.err + found.out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_each_shell_has_its_completion(shell: str, run: Run) -> None:
    found = run("completion", shell)
    assert (found.status, found.err) == (0, "")
    assert f"{shell}_complete" in found.out
    assert "_STATUTELINE_COMPLETE" in found.out


def test_the_shell_is_given_the_commands() -> None:
    found = program(
        _STATUTELINE_COMPLETE="bash_complete", COMP_WORDS="statuteline sh", COMP_CWORD="1"
    )
    assert (found.returncode, found.stdout) == (0, b"plain,show\n")


@pytest.mark.parametrize(
    ("env", "args", "colour"),
    [
        ({}, (), False),  # no terminal
        ({"FORCE_COLOR": "1"}, (), True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, (), False),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, (), True),
        ({"NO_COLOR": "1"}, ("--color", "always"), True),
        ({"FORCE_COLOR": "1"}, ("--color", "never"), False),
    ],
)
def test_colour_is_the_users_choice(
    env: dict[str, str],
    args: tuple[str, ...],
    colour: bool,  # noqa: FBT001 - a column of the table
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    found = run(*args, *DIFF)
    assert found.status == 1
    assert (ESCAPE in found.out) == colour
    assert ESCAPE not in run(*args, *DIFF, "--format", "json").out


def test_the_module_is_the_program() -> None:
    found = program(*DIFF, "--format", "json")
    assert (found.returncode, found.stderr) == (1, b"")
    assert b'"statuteline/diff/1"' in found.stdout


@pytest.mark.parametrize("args", [DIFF, ("list",), ("--help",), ("show", "--help")])
def test_a_reader_that_has_had_enough_is_no_fault(args: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as stream:
        found = program(*args, stdout=stream)
    assert (found.returncode, found.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_device_is_told() -> None:
    with Path("/dev/full").open("wb") as stream:
        found = program("list", stdout=stream)
    assert (found.returncode, found.stderr) == (2, b"Error: No space left on device\n")


def test_an_encoding_without_the_letters_is_told() -> None:
    found = program("log", "54-95c", PYTHONUTF8="0", PYTHONIOENCODING="koi8-r")
    assert found.returncode == 2
    assert b"Error: The output's encoding, koi8-r, has no '\\xa7'" in found.stderr
    assert b"Traceback" not in found.stderr


def test_without_a_standard_output_the_status_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    assert _status(["validate"]) == 0
    assert _status([*DIFF]) == 1


@pytest.mark.parametrize("error", [KeyboardInterrupt, click.Abort])
def test_an_interruption_is_130(
    error: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise error

    monkeypatch.setattr("statuteline.corpus.store.open_corpus", interrupt)
    assert _status(["list"]) == 130


@pytest.mark.parametrize("error", [RuntimeError, RecursionError, MemoryError, KeyError])
def test_a_crash_is_never_taken_for_a_difference(
    error: type[Exception],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def crash(*_: object) -> None:
        raise error

    monkeypatch.setattr("statuteline.corpus.store.open_corpus", crash)
    assert _status(["list"]) == 2
    assert "please report it" in capsys.readouterr().err


def test_run_ends_the_process_with_the_status() -> None:
    with pytest.raises(SystemExit) as caught:
        main.run([*DIFF])
    assert caught.value.code == 1


def test_option_variable_and_folder_choose_the_corpus(
    run: Run, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "below").mkdir()
    own.rename(tmp_path / "statutes")
    monkeypatch.chdir(tmp_path / "below")
    name = "My corpus."
    assert name in run("list").out
    monkeypatch.setenv("STATUTELINE_CORPUS", str(shipped()))
    assert name not in run("list").out
    assert name in run("--corpus", tmp_path / "statutes", "list").out
    assert name in run("list", "--corpus", tmp_path / "statutes").out
    monkeypatch.setenv("STATUTELINE_CORPUS", str(tmp_path / "gone"))
    found = run("list")
    assert (found.status, found.out) == (2, "")
    assert "where: STATUTELINE_CORPUS" in found.err


def test_outside_a_checkout_the_shipped_corpus_is_read(tmp_path: Path) -> None:
    found = program("list", cwd=tmp_path)
    assert found.returncode == 0
    assert b"us-ct/cgs/54-95c" in found.stdout


def test_an_error_that_nobody_reads_still_ends_with_2() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as stream:
        found = program("no-such-command", stderr=stream)
    assert found.returncode == 2


def test_an_error_shows_what_would_steer_the_terminal(run: Run) -> None:
    told = run("import", "akn", "\x1b[2J\u202e.xml").err
    assert "where: ⟨U+001B⟩[2J⟨U+202E⟩.xml" in told
    told = run("show", "1-1", "--at", "2021\u202e").err
    assert told.startswith("Usage: statuteline show")
    assert "\u202e" not in told


def test_an_error_does_not_repeat_all_that_was_put_in(run: Run) -> None:
    told = run("--corpus", "a" * 100_000, "list").err
    assert len(told) < 3000
    assert "…\n  where: --corpus" in told


@pytest.mark.parametrize(
    "args",
    [
        ("import", "akn"),
        ("rules", "--file"),
        ("act",),
        ("decide", "us-ct/vacatur", "--at", "2021-11-01", "--facts"),
        ("impact", "us-ct/vacatur", "2018-01-01", "2021-11-01", "--cases"),
    ],
)
def test_a_file_without_an_end_is_read_only_so_far(
    args: tuple[str, ...], run: Run, monkeypatch: pytest.MonkeyPatch, own: Path
) -> None:
    endless: list[int] = []

    class Endless:
        def read(self, size: int) -> bytes:
            endless.append(size)
            return b"\0" * size

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None: ...

    usual = Path.open

    def opened(path: Path, *mode: Any, **more: Any) -> Any:  # noqa: ANN401 - as Path.open
        return Endless() if path.name == "endless" else usual(path, *mode, **more)

    monkeypatch.setattr(Path, "open", opened)
    chosen = ("--corpus", own) if args[0] in {"import", "act"} else ()
    told = run(*chosen, *args, "endless")
    assert told.status == 2
    assert "larger than 64 MiB" in told.err
    assert endless == [64 * 1024 * 1024 + 1]

"""Every attack of this folder ends as it says: refused, or shown for what it is."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from attack import Limits
from every_attack import ATTACKS
from harmless import words_of
from statuteline.cli.main import _status
from statuteline.corpus.locate import VARIABLE
from statuteline.corpus.start import start_corpus
from statuteline.corpus.store import open_corpus
from statuteline.publish._characters import is_unseen
from usual_text import usual_text

if TYPE_CHECKING:
    from pathlib import Path

    from attack import Attack

LONGEST_ERROR = 20_000
"""Characters; an error that repeats a hostile input would be an attack itself."""

MOST_READ = 256 * 1024 * 1024
"""Bytes of a file that is compared; of a larger one only its size is."""


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a corpus with one text, to be copied for each attack."""
    folder = tmp_path_factory.mktemp("pattern") / "corpus"
    start_corpus(folder, name="Invented", text="official")
    open_corpus(folder).add(usual_text())
    return folder


@pytest.fixture
def world(
    attack: Attack, tmp_path: Path, pattern: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Lay the hostile input out, and step into the folder of the victim."""
    shutil.copytree(pattern, tmp_path / "corpus")
    here = tmp_path / "here"
    here.mkdir()
    for name, data in attack.files.items():
        path = _place(tmp_path, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data())
    for name, target in attack.links.items():
        path = _place(tmp_path, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.symlink_to(target)
    if attack.more is not None:
        attack.more(tmp_path)
    monkeypatch.chdir(here)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("PYTHONUTF8", "1")
    for name in ("NO_COLOR", "FORCE_COLOR", VARIABLE):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def _place(world: Path, name: str) -> Path:
    return world / name if name.startswith("corpus/") else world / "here" / name


def laid_out(world: Path) -> dict[str, tuple[str, bytes]]:
    """Tell all that lies in the two folders; caches are no part of what is kept."""
    found = {}
    for folder in ("here", "corpus"):
        for path in sorted((world / folder).rglob("*")):
            if ".index" in path.parts:
                continue
            kind, said = "folder", b""
            if path.is_symlink():
                kind, said = "link", str(path.readlink()).encode()
            elif path.is_file():
                size = path.stat().st_size
                kind = "file"
                said = path.read_bytes() if size <= MOST_READ else str(size).encode()
            elif not path.is_dir():
                kind = "other"
            found[path.relative_to(world).as_posix()] = (kind, said)
    return found


def run_alone(args: list[str], limits: Limits, stdin: bytes) -> tuple[int, str, str]:
    """Run the program as a process that may use no more than its limits."""

    def bounded() -> None:
        most = limits.mebibytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds))

    done = subprocess.run(
        [sys.executable, "-m", "statuteline", *args],
        input=stdin,
        capture_output=True,
        check=False,
        timeout=600,  # only so that a process which waits for ever ends the test
        preexec_fn=bounded,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize(
    "attack",
    [
        pytest.param(one, id=one.name, marks=[pytest.mark.slow] if one.slow else [])
        for one in ATTACKS
    ],
)
def test_it_ends_as_it_says(
    attack: Attack, world: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = laid_out(world)
    chosen = ["--corpus", "../corpus"] if attack.corpus == "own" else []
    args = [*chosen, *attack.words]
    if attack.limits is None and attack.stdin is None:
        status = _status(args)
        out, err = capsys.readouterr()
    else:
        limits = attack.limits or Limits()
        status, out, err = run_alone(args, limits, attack.stdin or b"")
    told = f"{status}\n{out[:LONGEST_ERROR]}\n{err[:LONGEST_ERROR]}"
    assert "Traceback" not in err, told
    assert "fault of statuteline" not in err, told
    assert status == attack.status, told
    is_error = attack.status == 2 and not attack.finding
    written = (
        (world / "here" / attack.output).read_bytes() if attack.output else out.encode()
    )
    shown = err if is_error else f"{words_of(attack.kind, written)} {err}"
    assert attack.says in " ".join(shown.split()), told
    unseen = {hex(ord(one)) for one in out + err if is_unseen(one)}
    assert unseen == set(), told
    assert len(err) <= LONGEST_ERROR, len(err)
    if is_error:
        assert out == "", told
        assert err.startswith(("Error: ", "Usage: ")) or "\nError: " in err, told
        assert "where:" in err or "hint:" in err or "Usage: " in err, told
    if not attack.writes:
        assert laid_out(world) == before


def test_no_two_attacks_share_a_name() -> None:
    names = Counter(attack.name for attack in ATTACKS)
    assert [name for name, count in names.items() if count > 1] == []

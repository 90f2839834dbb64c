"""The index of a code is a cache: with it and without it the answer is the same."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from statuteline.cli.main import _status
from statuteline.corpus import code_index
from statuteline.corpus.code_file import read_code
from statuteline.corpus.code_index import index_path, read_index, write_index
from statuteline.corpus.code_scan import scan

from .test_code_file import code, section

if TYPE_CHECKING:
    from pathlib import Path

    from statuteline.diff.codes import Code


@pytest.fixture
def indexed(tmp_path: Path) -> Path:
    path = code(
        tmp_path / "code.xml",
        ("1", (section("1-1", "A fee is due."), section("1-2", "A fine is due."))),
        ("2", (section("2-1", "Nobody owes anything."),)),
    )
    _age(path)
    write_index(path)
    return path


def _age(path: Path) -> None:
    """Wait until the clock of the file system has gone on since the file changed."""
    probe = path.with_name("probe")
    while True:
        probe.write_bytes(b"")
        if probe.stat().st_mtime_ns > path.stat().st_ctime_ns:
            probe.unlink()
            return
        time.sleep(0.001)


def _shown(found: Code) -> list[tuple[str, str, bytes, bytes]]:
    return [(one.eid, one.home, one.digest, one.load()) for one in found.sections]


def test_the_index_holds_what_a_scan_finds(indexed: Path) -> None:
    assert read_index(indexed) == scan(indexed.read_bytes(), str(indexed))


def test_with_and_without_it_the_code_is_the_same(
    indexed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_index = read_code(indexed)
    index_path(indexed).unlink()
    assert _shown(read_code(indexed)) == _shown(without_index)
    write_index(indexed)
    monkeypatch.setattr("statuteline.corpus.code_file.scan", None)
    with_index = read_code(indexed)
    assert _shown(with_index) == _shown(without_index)
    assert with_index.text == without_index.text


def test_a_changed_file_is_scanned_again(indexed: Path) -> None:
    was = indexed.stat()
    text = indexed.read_text("utf-8").replace("A fee", "A fix")
    indexed.write_text(text, "utf-8")
    # Even where size and date of the content are made the same as before.
    os.utime(indexed, ns=(was.st_atime_ns, was.st_mtime_ns))
    assert read_index(indexed) is None
    first = read_code(indexed).sections[1]
    assert first.form.parse(first.load()).intro_text == "A fix is due."


def test_a_file_that_changed_in_the_same_moment_is_scanned_again(indexed: Path) -> None:
    state = indexed.stat()
    latest = max(state.st_mtime_ns, state.st_ctime_ns)
    os.utime(index_path(indexed), ns=(latest, latest))
    assert read_index(indexed) is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:0],
        lambda data: data[: len(data) // 2],
        lambda data: data.replace(b"sec_1-1", b"sec_1-9"),
        lambda data: data.replace(b"index/3", b"index/2"),
        lambda data: data + b" ",
    ],
)
def test_a_damaged_index_is_passed_over(indexed: Path, spoil: object) -> None:
    assert callable(spoil)
    index = index_path(indexed)
    index.write_bytes(spoil(index.read_bytes()))
    assert read_index(indexed) is None
    assert len(read_code(indexed).sections) == 5


def test_the_command_writes_it_and_refuses_what_is_no_code(
    indexed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    index_path(indexed).unlink()
    assert _status(["index", str(indexed)]) == 0
    assert capsys.readouterr().out == f"{index_path(indexed)}\n"
    assert code_index.read_index(indexed) is not None
    missing = indexed.with_name("missing.xml")
    assert _status(["index", str(missing)]) == 2
    assert "missing.xml" in capsys.readouterr().err
    wrong = indexed.with_name("wrong.xml")
    wrong.write_text("<html/>", "utf-8")
    assert _status(["index", str(wrong)]) == 2
    assert not index_path(wrong).exists()

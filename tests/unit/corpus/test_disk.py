from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from statuteline.corpus.disk import append_line, put, remove_empty, write_file, write_files

Files = Callable[[Path], dict[str, bytes | None]]


def full_disk(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize(
    "step", ["os.fsync", "os.fdopen", "pathlib.Path.chmod", "pathlib.Path.replace"]
)
def test_a_failure_leaves_the_old_file_and_nothing_else(
    step: str, tmp_path: Path, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_file(tmp_path / "old.xml", b"old")
    before = files(tmp_path)
    monkeypatch.setattr(step, full_disk)
    for name in ("old.xml", "new.xml", "a/b/new.xml"):
        with pytest.raises(OSError, match="No space left") as caught:
            write_file(tmp_path / name, b"new")
        assert caught.value.filename == str(tmp_path / name)
    assert files(tmp_path) == before


def test_a_written_file_is_flushed_before_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a" / "file.xml"
    named_at_flush = []
    flush = os.fsync

    def noted(handle: int) -> None:
        named_at_flush.append(path.exists())
        flush(handle)

    monkeypatch.setattr(os, "fsync", noted)
    write_file(path, b"words")
    assert path.read_bytes() == b"words"
    assert named_at_flush == [False, True, True]  # the file, its folder, the one above


def test_a_file_can_be_read_by_everybody(tmp_path: Path) -> None:
    write_file(tmp_path / "file.xml", b"words")
    assert (tmp_path / "file.xml").stat().st_mode & 0o777 == 0o644


def test_of_several_files_all_are_put_back(
    tmp_path: Path, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"old")
    before = files(tmp_path)
    whole = Path.replace

    def refused(self: Path, target: Path) -> Path:
        if target.name == "c" and not self.name.endswith(".old"):
            full_disk()
        return whole(self, target)

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(OSError, match="No space left"):
        write_files({tmp_path / name: b"new" for name in ("a", "new/d", "b", "c")})
    assert files(tmp_path) == before


def test_without_second_names_a_file_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_file(tmp_path / "file", b"old")

    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr("os.link", no_links)
    write_file(tmp_path / "file", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_bytes() == b"new"


def test_a_folder_that_cannot_be_put_in_its_place_leaves_the_old_one(
    tmp_path: Path, files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_file(tmp_path / "site" / "index.html", b"old")
    write_file(tmp_path / "beside" / "made" / "index.html", b"new")
    before = files(tmp_path / "site")
    whole = Path.rename

    def refused(self: Path, target: Path) -> Path:
        if self.name == "made":
            full_disk()
        return whole(self, target)

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(OSError, match="No space left"):
        put(tmp_path / "beside" / "made", tmp_path / "site")
    assert files(tmp_path / "site") == before
    monkeypatch.undo()
    put(tmp_path / "beside" / "made", tmp_path / "site")
    assert (tmp_path / "site" / "index.html").read_bytes() == b"new"


def test_only_empty_folders_are_removed(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b" / "c"
    inner.mkdir(parents=True)
    (tmp_path / "a" / "kept.txt").touch()
    remove_empty([inner, inner.parent, inner.parent.parent])
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a", "kept.txt"]


def test_lines_are_added_and_what_a_crash_left_of_one_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    path.touch()
    append_line(path, b"one")
    append_line(path, b"two")
    assert path.read_bytes() == b"one\ntwo\n"
    path.write_bytes(b"one\ntw")
    append_line(path, b"three")
    assert path.read_bytes() == b"one\nthree\n"
    path.write_bytes(b"on")
    append_line(path, b"one")
    assert path.read_bytes() == b"one\n"


def test_an_added_line_is_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lines"
    path.write_bytes(b"one\n")
    monkeypatch.setattr("os.fsync", full_disk)
    with pytest.raises(OSError, match="No space left") as caught:
        append_line(path, b"two")
    assert caught.value.filename == str(path)
    assert path.read_bytes() == b"one\n"

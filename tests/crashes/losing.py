"""What a disk has not flushed yet, and loses when the power fails."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Undo = Callable[[], object]

# As they are before a test takes their place.
_MKDIR, _RMDIR, _RENAME, _UNLINK = os.mkdir, os.rmdir, os.rename, os.unlink
_OPEN, _WRITE, _TRUNCATE = os.open, os.write, os.truncate


class Unflushed:
    """Bytes of files, and names in folders, that no flush has reached.

    Args:
        world: The folder where everything is that is written.
    """

    def __init__(self, world: Path) -> None:
        self._world = world
        self._lengths: dict[int, int] = {}
        self._names: list[tuple[int, Undo]] = []

    def will_write(self, handle: int) -> None:
        """Note how long a file is before it has bytes that are not flushed."""
        found = os.fstat(handle)
        self._lengths.setdefault(found.st_ino, found.st_size)

    def flushed(self, handle: int) -> None:
        """Note that a file, or a folder, is flushed."""
        number = os.fstat(handle).st_ino
        self._lengths.pop(number, None)
        self._names = [(folder, undo) for folder, undo in self._names if folder != number]

    def all_flushed(self) -> None:
        """Note that all is flushed."""
        self._lengths.clear()
        self._names.clear()

    def lose_bytes(self) -> None:
        """Cut files to what was flushed."""
        for path in self._world.rglob("*"):
            number = path.lstat().st_ino
            if path.is_file() and number in self._lengths:
                _TRUNCATE(path, self._lengths[number])

    def lose_names(self) -> None:
        """Undo what was done in folders, the last first."""
        for _, undo in reversed(self._names):
            undo()

    @contextmanager
    def naming(
        self, call: str, args: tuple[Any, ...], options: dict[str, Any]
    ) -> Iterator[None]:
        """Note what undoes a call that changes names in a folder."""
        if call in {"chmod", "truncate", "ftruncate"}:
            yield
            return
        count = 2 if call in {"rename", "replace", "link"} else 1
        paths = [_path(one, options.get("dir_fd")) for one in args[:count]]
        target = paths[-1]
        folder = target.parent.stat().st_ino if target.parent.exists() else 0
        undo = _undoing(call, paths[0], target)
        yield
        if undo is not None:
            self._names.append((folder, undo))


def _path(given: object, folder: int | None) -> Path:
    path = Path(os.fsdecode(given))  # type: ignore[arg-type]
    return path if folder is None else Path(f"/proc/self/fd/{folder}").readlink() / path


def _undoing(call: str, source: Path, target: Path) -> Undo | None:
    """Give what undoes a call that is about to be made; None where it changes no name."""
    old = target.read_bytes() if target.is_file() else None
    match call:
        case "open":
            return None if target.exists() else lambda: _removed(target)
        case "mkdir" | "link":
            return lambda: _removed(target)
        case "unlink" | "remove":
            return None if old is None else lambda: _written(target, old)
        case "rmdir":
            return lambda: _MKDIR(target)
        case _:
            return lambda: _renamed_back(source, target, old)


def _removed(path: Path) -> None:
    if path.is_dir():
        for inside in path.iterdir():
            _removed(inside)
        _RMDIR(path)
    elif path.exists():
        _UNLINK(path)


def _written(path: Path, data: bytes) -> None:
    handle = _OPEN(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    _WRITE(handle, data)
    os.close(handle)


def _renamed_back(source: Path, target: Path, old: bytes | None) -> None:
    if target.exists():
        _RENAME(target, source)
    if old is not None:
        _written(target, old)

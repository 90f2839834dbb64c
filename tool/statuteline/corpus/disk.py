"""Writing files so that a crash leaves what was or what is, never a part."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_MANY: Final = 50


def write_file(path: Path, data: bytes, *, flushed: bool = True) -> None:
    """Replace or create a file in one step.

    The bytes go to a temporary file in the same folder, are flushed to the disk, and
    the file is then renamed over the old one; the folder is flushed too.

    Args:
        path: The file; missing folders above it are made.
        data: Its new content.
        flushed: Whether to wait until the disk has it; if not, :func:`flush` must do
            so for many files at once, which is quicker.

    Raises:
        OSError: If the disk refuses; the old file is then untouched, and no
            temporary file or new folder is left.
    """
    missing = [folder for folder in path.parents if not folder.exists()]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data, flushed=flushed)
    except BaseException:
        remove_empty(missing)
        raise
    if flushed:
        _flush_folder(path.parent)


def flush(paths: Collection[Path]) -> None:
    """Wait until the disk has files, and the folders they stand in.

    Raises:
        OSError: If the disk refuses.
    """
    if len(paths) > _MANY and hasattr(os, "sync"):
        os.sync()  # one wait instead of one for each file: minutes for a whole code
        return
    folders: dict[Path, None] = {}
    for path in paths:
        with path.open("r+b") as stream:
            os.fsync(stream.fileno())
        folders |= dict.fromkeys((path.parent, path.parent.parent))
    for folder in folders:
        _flush_folder(folder)


def append_line(path: Path, line: bytes) -> None:
    """Add a line to a file that only grows.

    Args:
        path: The file; it is made if it is missing, but not the folders above it.
        line: The line, without its end. What a crash left of a line before it, which
            has no end, is dropped.

    Raises:
        OSError: If the disk refuses.
    """
    with path.open("ab+") as stream:
        end = stream.seek(0, os.SEEK_END)
        stream.seek(max(0, end - 1))
        if stream.read(1) not in {b"", b"\n"}:
            stream.seek(0)
            stream.truncate(stream.read().rfind(b"\n") + 1)
        stream.write(line + b"\n")
        stream.flush()
        os.fsync(stream.fileno())


def remove_empty(folders: Iterable[Path]) -> None:
    """Remove folders, innermost first, up to the first that is in use or gone."""
    with suppress(OSError):
        for folder in folders:
            folder.rmdir()


def _replace(path: Path, data: bytes, *, flushed: bool) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            if flushed:
                stream.flush()
                os.fsync(stream.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _flush_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # elsewhere a folder cannot be opened, and need not be
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

"""One writer at a time: a folder is held while it is written to.

The system's own lock on a file is asked for, and never waited for. The system lets go of it
when the process ends, however it ends: no file that was left behind keeps anybody out.
Readers ask for nothing.
"""

from __future__ import annotations

import errno
import os
import platform
import sys
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from statuteline.corpus.disk import flush_folders, remove_empty
from statuteline.errors import HeldError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE_NAME: Final = ".held"
"""The file that is locked. It says who holds the folder, and is gone when nobody does."""
_TRIES: Final = 100
_TAKEN: Final = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
_FAR: Final = 1 << 30
"""Where Windows is asked for its lock: bytes that are locked cannot be read there."""
_LONGEST: Final = 200

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a folder, so that nobody else writes to it meanwhile.

    Args:
        folder: The folder; it is made if it is missing, and removed if it stays empty.

    Raises:
        HeldError: If somebody else holds it, or the disk can keep no lock.
    """
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    path = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        flush_folders(one.parent for one in missing)
        handle = _opened(path)
    except OSError as error:
        remove_empty(missing)
        raise HeldError(
            f"The folder cannot be held for writing: {error.strerror}",
            where=str(folder),
            hint="make it writable, or copy it to a disk that is and that knows locks",
        ) from error
    try:
        yield
    finally:
        if os.name == "posix":
            _drop(path)  # before somebody else can hold it
        os.close(handle)
        if os.name != "posix":
            _drop(path)  # an open file cannot be removed there, ours or another's
        remove_empty(missing)


def _opened(path: Path) -> int:
    """Open the file of a lock, and lock it.

    Raises:
        HeldError: If somebody else holds it.
        OSError: If the disk refuses.
    """
    for _ in range(_TRIES):
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
        try:
            _lock_or_tell(path, handle)
            if _is_at(path, handle):
                _sign(path, handle)
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)  # whoever held it has removed it meanwhile
    raise _taken(path)


def _lock_or_tell(path: Path, handle: int) -> None:
    try:
        _lock(handle)
    except OSError as error:
        if error.errno in _TAKEN:
            raise _taken(path) from error
        _drop(path)  # this disk knows no locks: nobody can hold it
        raise


def _is_at(path: Path, handle: int) -> bool:
    """Tell whether an open file still stands under its name."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


def _sign(path: Path, handle: int) -> None:
    """Write down who holds it; a name that a killed process has left is overwritten."""
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    who = f"process {os.getpid()} on {platform.node() or 'this computer'}, since {now}\n"
    try:
        os.ftruncate(handle, 0)
        os.write(handle, who.encode(errors="replace"))
    except BaseException:
        _drop(path)
        raise


def _taken(path: Path) -> HeldError:
    try:
        who = path.read_text("utf-8", errors="replace")[:_LONGEST].strip()
    except OSError:
        who = ""
    shown = "".join(sign if sign.isprintable() else "?" for sign in who)
    return HeldError(
        f"Somebody else is writing here: {shown or 'another process'}",
        where=str(path.parent),
        hint="run the command again when that has ended; reading needs no wait",
    )


def _drop(path: Path) -> None:
    with suppress(OSError):
        path.unlink()

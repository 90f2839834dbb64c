"""Writing files so that a crash leaves what was or what is, never a part.

Under the name of a file, a reader finds the old content or the new. Drafts stand beside it,
their names begin with a dot and its name; a process that is killed may leave one.
"""

from __future__ import annotations

import errno
import glob
import os
import secrets
import tempfile
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

_MANY: Final = 50
_UNABLE: Final = {errno.EINVAL, errno.EMLINK, errno.ENOSYS, errno.ENOTSUP, errno.EPERM}
"""What disks answer that do not do such a thing at all."""


def write_file(path: Path, data: bytes) -> None:
    """Replace or create a file in one step, as :func:`write_files` does."""
    write_files({path: data})


def write_files(files: Mapping[Path, bytes]) -> None:
    """Replace or create files: all of them, or none if the disk refuses.

    The bytes go to drafts in the same folders and are flushed to the disk; then each
    draft is renamed over its file, in the order given, and the folders are flushed too.
    If the process is killed in between, the first files are new and the others old.

    Args:
        files: Their new content; missing folders above them are made.

    Raises:
        OSError: If the disk refuses; it names the file. The files are then as they were,
            and no draft and no new folder is left.
    """
    folders = [one for path in files for one in flushed_with(path)]
    with ExitStack() as undoing:
        drafts = []
        for path, data in files.items():
            undoing.enter_context(naming(path))
            undoing.enter_context(put_back(path))
            path.parent.mkdir(parents=True, exist_ok=True)
            drafts.append(undoing.enter_context(_draft(path, data)))
        for draft, path in zip(drafts, files, strict=True):
            draft.replace(path)
        flush_folders(folders)


def write_new(path: Path, data: bytes) -> None:
    """Create a file that nobody looks for yet; :func:`flush` waits for the disk.

    Args:
        path: The file; missing folders above it are made.
        data: Its content.

    Raises:
        OSError: If it is there, or the disk refuses; a part of it may then be left.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as stream:
        stream.write(data)


def flush(paths: Collection[Path]) -> None:
    """Wait until the disk has files, and the folders they stand in.

    Raises:
        OSError: If the disk refuses.
    """
    if len(paths) > _MANY and hasattr(os, "sync"):
        os.sync()  # one wait instead of one for each file: minutes for a whole code
        return
    for path in paths:
        with path.open("r+b") as stream:
            os.fsync(stream.fileno())
    # Three, for those that may be new.
    flush_folders(folder for path in paths for folder in list(path.parents)[:3])


def flush_folders(folders: Iterable[Path]) -> None:
    """Wait until the disk has the names in folders.

    Raises:
        OSError: If the disk refuses.
    """
    if os.name != "posix":
        return  # elsewhere a folder cannot be opened, and need not be
    for folder in dict.fromkeys(folders):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in _UNABLE:
                raise
        finally:
            os.close(handle)


def flushed_with(path: Path) -> list[Path]:
    """Name the folders to flush behind a file or folder that is yet to be made.

    Args:
        path: Where it will be; the folders above it need not be there yet.
    """
    missing = [one for one in path.parents if not one.exists()]
    return [path.parent, *(one.parent for one in missing)]


def put(made: Path, target: Path) -> None:
    """Put what was made beside it, a file or a folder, in its place.

    A file replaces a file in one step. A folder cannot be replaced in one step: what was
    there is moved to the name ``old`` beside ``made`` before; killed in between, it is
    still there.

    Args:
        made: What was made, on the same disk.
        target: Its place.

    Raises:
        OSError: If the disk refuses; what was there is then there still.
    """
    with naming(target):
        files = made.rglob("*") if made.is_dir() else (made,)
        flush([path for path in files if path.is_file()])
        if not made.is_dir() and not target.is_dir():
            with put_back(target):
                made.replace(target)
                flush_folders([target.parent])
        else:
            _put_folder(made, target)


def _put_folder(made: Path, target: Path) -> None:
    old = made.with_name("old") if target.exists() else None
    if old is not None:
        target.rename(old)
    try:
        made.rename(target)
        flush_folders([target.parent])
    except BaseException:
        if not made.exists():
            target.rename(made)
        if old is not None:
            old.rename(target)
        raise


def append_line(path: Path, line: bytes) -> None:
    """Add a line to a file that only grows.

    Args:
        path: The file; it must be there.
        line: The line, without its end. What a crash left of a line before it, which
            has no end, is dropped.

    Raises:
        OSError: If the disk refuses; no line is then added.
    """
    with naming(path), path.open("rb+", buffering=0) as stream:
        end = stream.readall().rfind(b"\n") + 1
        try:
            stream.truncate(end)
            stream.seek(end)
            rest = memoryview(line + b"\n")
            while rest:
                rest = rest[stream.write(rest) :]
            os.fsync(stream.fileno())
        except BaseException:
            with suppress(OSError):
                stream.truncate(end)
            raise


@contextmanager
def put_back(path: Path) -> Iterator[None]:
    """Put a file back as it was, there or not, if what is done meanwhile fails.

    The old file keeps a second name meanwhile. Where a disk knows no second names, or fails
    again, the file stays as it is by then. New folders are removed if empty.

    Raises:
        OSError: If the disk refuses the second name.
    """
    missing = [one for one in path.parents if not one.exists()]
    old = path.with_name(f".{path.name}.{secrets.token_hex(4)}.old")
    was_there = path.exists()
    if was_there:
        try:
            os.link(path, old)
        except OSError as error:
            if error.errno not in _UNABLE:
                raise
    try:
        yield
    except BaseException:
        with suppress(OSError):
            if old.exists():
                old.replace(path)
            elif not was_there:
                path.unlink(missing_ok=True)
        remove_empty(missing)
        raise
    finally:
        with suppress(OSError):
            old.unlink(missing_ok=True)


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Name a file in the errors of a disk, instead of its draft or of nothing."""
    try:
        yield
    except OSError as error:
        if error.errno is None:
            raise
        raise OSError(error.errno, error.strerror, os.fspath(path)) from error


def remove_drafts(path: Path) -> None:
    """Remove what a process that was killed has left beside a file.

    Args:
        path: The file, which nobody writes meanwhile.

    Raises:
        OSError: If the disk refuses.
    """
    if path.parent.is_dir():
        for left in path.parent.glob(f".{glob.escape(path.name)}.*"):
            left.unlink()


def remove_empty(folders: Iterable[Path]) -> None:
    """Remove folders, innermost first, but for those that are in use or gone."""
    for folder in folders:
        with suppress(OSError):
            folder.rmdir()


@contextmanager
def _draft(path: Path, data: bytes) -> Iterator[Path]:
    """Make a draft of a file beside it; it is gone in the end, unless it was renamed."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        draft.chmod(0o644)
        yield draft
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)

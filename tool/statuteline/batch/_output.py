"""Answers written in one step: all of them, or nothing changed."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def workshop(target: Path) -> Iterator[Path]:
    """Make a folder beside a file that will be written; it is gone in the end.

    Raises:
        OSError: If the disk refuses.
    """
    folder = Path(mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        folder.chmod(0o755)  # the workers of a cluster may be other users
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def put(made: Path, target: Path) -> None:
    """Put a finished file, or a folder of files, in its place.

    Args:
        made: What was made, on the same disk.
        target: Its place. A file there is replaced in one step by a file; anything else
            is first moved beside ``made``.

    Raises:
        OSError: If the disk refuses; what was there is then there still.
    """
    _flush(made)
    if not target.is_dir() and not (made.is_dir() and target.exists()):
        made.replace(target)
        return
    old = made.with_name("old")
    target.rename(old)
    try:
        made.rename(target)
    except OSError:
        old.rename(target)
        raise


def _flush(made: Path) -> None:
    files = made.iterdir() if made.is_dir() else (made,)
    for path in files:
        with path.open("r+b") as stream:
            os.fsync(stream.fileno())

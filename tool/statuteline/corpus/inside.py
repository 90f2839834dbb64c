"""Reading the files of a corpus, which may be a stranger's: plain, of a size, and inside.

A symbolic link below the corpus folder could lead anywhere: to files that are nobody's
business, or, for a writer, to files that are not to be touched. A pipe would never end,
and a file can be larger than any memory. The folder itself may be reached by a link.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Final

from statuteline.errors import CorpusError

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES: Final = 64 * 1024 * 1024
"""More than any file of a corpus has; a code of a million texts lists more digests."""
_FLAGS: Final = (
    os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
)  # opening a pipe must not wait for who writes into it


def read_inside(root: Path, path: Path) -> bytes:
    """Read a file of a corpus.

    Args:
        root: The corpus folder.
        path: The file, below it.

    Raises:
        CorpusError: If a symbolic link leads to it, if it is no plain file, or if it has
            more than :data:`MAX_BYTES`.
        OSError: If it is not there, or the disk refuses.
    """
    check_inside(root, path)
    with os.fdopen(os.open(path, _FLAGS), "rb") as stream:
        found = os.fstat(stream.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise CorpusError(
                "This is no plain file",
                where=str(path),
                hint="a corpus holds nothing but files and folders; remove it",
            )
        if found.st_size > MAX_BYTES:
            raise CorpusError(
                f"The file is larger than {MAX_BYTES // 1024 // 1024} MiB",
                where=str(path),
                hint="no file of a corpus is; restore it from where you have it",
            )
        return stream.read()


def check_inside(root: Path, path: Path) -> None:
    """Refuse a place that a symbolic link in a corpus leads to, or out of.

    Args:
        root: The corpus folder.
        path: A file or folder below it, which need not be there.

    Raises:
        CorpusError: If it, or a folder on the way to it, is a link.
    """
    place = root
    for step in path.relative_to(root).parts:
        place /= step
        if place.is_symlink():
            raise CorpusError(
                "A symbolic link stands here, and it could lead anywhere",
                where=str(place),
                hint="a corpus holds nothing but files and folders: put the file itself "
                "in its place",
            )

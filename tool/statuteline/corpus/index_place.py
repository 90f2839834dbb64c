"""Where the index of a corpus lies."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, Final

from platformdirs import user_cache_path

from statuteline.corpus.disk import write_file
from statuteline.corpus.locate import shipped

if TYPE_CHECKING:
    from pathlib import Path

FOLDER: Final = ".index"
_NAME: Final = "search.sqlite3"


def index_place(root: Path) -> Path:
    """Say which file holds the index of a corpus, whether or not it is there.

    Args:
        root: The corpus folder.

    Returns:
        A file in the folder ``.index`` of the corpus. Where the corpus is the shipped one,
        which is never written to, its folder cannot be written, or ``.index`` is a link
        that could lead anywhere: one in the user's folder for caches, named after the
        corpus folder.
    """
    root = root.resolve()
    own = root / FOLDER
    if root != shipped().resolve() and os.access(root, os.W_OK) and not own.is_symlink():
        return own / _NAME
    name = hashlib.sha256(os.fsencode(root)).hexdigest()[:16]
    return user_cache_path("statuteline") / FOLDER.strip(".") / f"{name}-{_NAME}"


def make_folder(place: Path) -> None:
    """Make the folder of an index, which git passes over.

    Raises:
        OSError: If the disk refuses.
    """
    ignore = place.parent / ".gitignore"
    if not ignore.exists():
        write_file(ignore, b"*\n")

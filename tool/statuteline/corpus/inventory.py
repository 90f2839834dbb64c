"""What lies in a corpus folder: every file that a seal is over, with its digest."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from statuteline.corpus.checksums import FILE_NAME, JOURNAL
from statuteline.corpus.index_place import FOLDER as INDEX
from statuteline.corpus.unfinished import unfinished
from statuteline.errors import CorpusError
from statuteline.sealing.comparing import Present
from statuteline.sealing.listing import Entry, can_be_listed, sha256
from statuteline.sealing.making import FOLDER as SEALS

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

_LEFT_OUT: Final = frozenset({SEALS, INDEX, ".git", FILE_NAME, JOURNAL})
"""At the top: seals themselves, a cache, the history of a code host, and the list that
follows from the texts and that `validate` holds against them."""
_JURISDICTION: Final = "jurisdiction.toml"
_READ: Final = (".xml", ".toml", ".json", ".jsonl")
"""Endings of what a corpus reads; other files whose names begin with a dot are nothing."""


def inventory(
    root: Path,
    watch: Callable[[Generator[Path, None, None]], Iterable[Path]] = iter,
) -> Present:
    """Read every file that a seal is over.

    Args:
        root: The corpus folder.
        watch: Hands the files on, to be read one by one.

    Returns:
        Texts and other files, each sorted by path. What is no plain file is only named.

    Raises:
        CorpusError: If a file or folder cannot be read.
    """
    texts: list[Entry] = []
    others: list[Entry] = []
    odd: list[str] = []
    try:
        for path in watch(path for path in _files(root)):
            relative = path.relative_to(root).as_posix()
            if relative.endswith(".xml") and relative in unfinished(root):
                continue  # no reader is shown it either; any other file there is read
            if path.is_symlink() or not path.is_file() or not can_be_listed(relative):
                odd.append(relative)
                continue
            entry = Entry(relative, sha256(path.read_bytes()))
            (texts if relative.endswith(".xml") else others).append(entry)
    except OSError as error:
        raise CorpusError(
            f"A file cannot be read: {error.strerror}", where=str(error.filename or root)
        ) from error
    return Present(
        texts=tuple(sorted(texts)), others=tuple(sorted(others)), odd=tuple(sorted(odd))
    )


def _files(root: Path) -> Generator[Path, None, None]:
    # A corpus reads texts in any folder of the top that has this file, whatever its name.
    left_out = {one for one in _LEFT_OUT if not (root / one / _JURISDICTION).exists()}
    for folder, folders, names in os.walk(root, onerror=_cannot):
        here = Path(folder)
        if here == root:
            folders[:] = sorted(set(folders) - (left_out | {SEALS}))
        yield from (here / name for name in folders if (here / name).is_symlink())
        yield from (here / name for name in names if _counts(here / name, root))


def _counts(path: Path, root: Path) -> bool:
    """Tell whether a file is one that seals are over."""
    if path.parent == root and path.name in _LEFT_OUT:
        return False
    return not path.name.startswith(".") or path.name.endswith(_READ)


def _cannot(error: OSError) -> None:
    raise error

"""The index that `search` and `status` read: an SQLite file, replaced and never edited.

It is a cache. It counts for the list of digests that it was made for; with another list,
damaged, or made by another program, it is brought up to date or made anew. It holds no
words to show: those are read from the texts themselves.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
import time
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, TypeVar
from zlib import crc32

from statuteline.corpus.checksums import FILE_NAME
from statuteline.corpus.index_place import index_place, make_folder
from statuteline.corpus.index_rows import (
    LAYOUT,
    bring_up_to_date,
    corpus_state,
    is_for,
)
from statuteline.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.corpus.index_rows import Watch
    from statuteline.corpus.store import Corpus

Result = TypeVar("Result")

_MAGIC: Final = b"SQLite format 3\0"
_HEADER: Final = 100
_SEAL: Final = slice(60, 64)
_MADE_BY: Final = slice(68, 72)
_BLOCK: Final = 1 << 20
_LONG_AGO: Final = 24 * 60 * 60
"""Seconds; an index takes minutes, so that nobody still writes such a draft."""


class DamagedIndexError(Exception):
    """An index that must not be trusted; it is made anew."""


def read_index(
    corpus: Corpus, ask: Callable[[sqlite3.Connection], Result], watch: Watch
) -> tuple[Result, str]:
    """Ask the index of a corpus, made or brought up to date as far as needed.

    Args:
        corpus: The corpus.
        ask: Takes the open index, and may read it.
        watch: Hands on the works that are read meanwhile, and their number.

    Returns:
        The answer; and why an index that was there had to be made anew, empty if none.

    Raises:
        CorpusError: If the corpus has no list of digests, a text cannot be read or is not
            the recorded one, or the index can be kept nowhere.
    """
    if not corpus_state(corpus.root) and corpus.works():
        raise CorpusError(
            f"There is no {FILE_NAME}, by which a search knows what the corpus holds",
            where=str(corpus.root),
            hint="`statuteline validate` lists what is not recorded",
        )
    place = index_place(corpus.root)
    if not place.exists():
        _make(place, corpus, None, watch)
        return _asked(place, corpus, ask, watch), ""
    try:
        return _asked(place, corpus, ask, watch), ""
    except DamagedIndexError as error:
        why = str(error)
    _make(place, corpus, None, watch)
    return _asked(place, corpus, ask, watch), why


def _asked(
    place: Path,
    corpus: Corpus,
    ask: Callable[[sqlite3.Connection], Result],
    watch: Watch,
) -> Result:
    with closing(_open(place)) as connection:
        if is_for(connection, corpus.root):
            return ask(connection)
    _make(place, corpus, place, watch)
    with closing(_open(place)) as connection:
        return ask(connection)


def _open(place: Path) -> sqlite3.Connection:
    """Open an index that is whole and ours.

    Raises:
        DamagedIndexError: If it is not.
    """
    try:
        with place.open("rb") as stream:
            header = stream.read(_HEADER)
            checksum = _checksum(header, stream)
    except OSError as error:
        raise DamagedIndexError(f"it could not be read ({error.strerror})") from error
    if not header.startswith(_MAGIC) or header[_MADE_BY] != LAYOUT.to_bytes(4):
        raise DamagedIndexError("another program or version made it")
    if header[_SEAL] != checksum.to_bytes(4):
        raise DamagedIndexError("it was damaged")
    # Files are replaced, never edited, so that no reader needs a lock.
    uri = f"{place.absolute().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, isolation_level=None)


def _checksum(header: bytes, stream: BinaryIO) -> int:
    """Give the checksum of a header, the seal in it left out, and of what follows."""
    found = crc32(header[: _SEAL.start] + header[_SEAL.stop :])
    while block := stream.read(_BLOCK):
        found = crc32(block, found)
    return found


def _clear(place: Path) -> None:
    """Remove drafts that were left when their process was killed, long ago."""
    for left in place.parent.glob(f".{place.name}.*"):
        if time.time() - left.stat().st_mtime > _LONG_AGO:
            left.unlink(missing_ok=True)


def _seal(draft: Path) -> None:
    """Write the checksum of an index into its header, as SQLite's user version.

    Source:
        The SQLite file format, section 1.3: the user version is at offset 60, the
        application id at 68, both with the highest byte first.
    """
    with draft.open("r+b") as stream:
        checksum = _checksum(stream.read(_HEADER), stream)
        stream.seek(_SEAL.start)
        stream.write(checksum.to_bytes(4))
        stream.flush()
        os.fsync(stream.fileno())


def _make(place: Path, corpus: Corpus, old: Path | None, watch: Watch) -> None:
    """Make an index beside the old one and put it in its place."""
    draft = None
    try:
        make_folder(place)
        _clear(place)
        handle, name = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
        os.close(handle)
        draft = Path(name)
        if old is not None:
            shutil.copyfile(old, draft)
        with closing(sqlite3.connect(draft, isolation_level=None)) as connection:
            bring_up_to_date(connection, corpus, watch)
        _seal(draft)
        draft.chmod(0o644)
        draft.replace(place)
    except (OSError, sqlite3.OperationalError) as error:
        told = error.strerror if isinstance(error, OSError) else str(error)
        raise CorpusError(
            f"The index for searching cannot be kept: {told}",
            where=str(place),
            hint="make room, make the folder writable, or name another in XDG_CACHE_HOME",
        ) from error
    finally:
        if draft is not None:
            with suppress(OSError):
                draft.unlink(missing_ok=True)

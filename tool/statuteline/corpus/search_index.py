"""The index that searches read: an SQLite file, replaced whole and never edited.

It is a cache. It counts for the list of digests that it was made for; with another list,
damaged, or made by another program, it is brought up to date or made anew. It holds no
words to show: those are read from the texts themselves.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final, TypeVar
from zlib import crc32

from statuteline.corpus.checksums import FILE_NAME, JOURNAL, digest, read_sums
from statuteline.corpus.search_place import index_place, make_folder
from statuteline.corpus.search_text import search_text
from statuteline.errors import CorpusError, IdentifierError
from statuteline.history.standing import standings
from statuteline.model.ids import ExpressionId
from statuteline.model.natural import natural

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

    from statuteline.corpus.store import Corpus
    from statuteline.model.ids import WorkId
    from statuteline.model.work import Expression

    Watch = Callable[[Generator[WorkId, None, None], int], Iterable[WorkId]]

Result = TypeVar("Result")

TOKENIZER: Final = "unicode61 remove_diacritics 2"
_APPLICATION: Final = 0x53744C02
"""Ours, and the number of this layout of tables, tokens and standings."""
_MAGIC: Final = b"SQLite format 3\0"
_HEADER: Final = 100
_SEAL: Final = slice(60, 64)
_MADE_BY: Final = slice(68, 72)
_BLOCK: Final = 1 << 20
_TABLES: Final = f"""
CREATE TABLE made_for (sums TEXT NOT NULL);
CREATE TABLE text (
    id INTEGER PRIMARY KEY,
    expression TEXT NOT NULL UNIQUE,
    digest TEXT NOT NULL,
    jurisdiction TEXT NOT NULL,
    series TEXT NOT NULL,
    number TEXT NOT NULL,
    place TEXT NOT NULL,
    standing TEXT NOT NULL,
    start TEXT,
    "end" TEXT,
    ends_by TEXT
);
CREATE VIRTUAL TABLE lookup USING fts5(
    work, title, body, content='', tokenize="{TOKENIZER}"
);
"""


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
    if not _state(corpus.root) and corpus.works():
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
        if _is_for(connection, corpus.root):
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
    if not header.startswith(_MAGIC) or header[_MADE_BY] != _APPLICATION.to_bytes(4):
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


def _is_for(connection: sqlite3.Connection, root: Path) -> bool:
    made_for = connection.execute("SELECT sums FROM made_for").fetchone()
    return bool(made_for == (_state(root),))


def _state(root: Path) -> str:
    """Give what tells whether a corpus still holds what it held."""
    if (root / JOURNAL).exists():  # an import is under way, or was cut off
        return digest("\n".join(map(str, read_sums(root).items())).encode())
    path = root / FILE_NAME
    return digest(path.read_bytes()) if path.exists() else ""


def _make(place: Path, corpus: Corpus, old: Path | None, watch: Watch) -> None:
    """Make an index beside the old one and put it in its place."""
    draft = None
    try:
        make_folder(place)
        handle, name = tempfile.mkstemp(prefix=f".{place.name}.", dir=place.parent)
        os.close(handle)
        draft = Path(name)
        if old is not None:
            shutil.copyfile(old, draft)
        with closing(sqlite3.connect(draft, isolation_level=None)) as connection:
            _bring_up_to_date(connection, corpus, watch)
        _seal(draft)
        draft.chmod(0o644)
        draft.replace(place)
    except OSError as error:
        raise CorpusError(
            f"The index for searching cannot be kept: {error.strerror}",
            where=str(place),
            hint="make the folder writable, or name another one in XDG_CACHE_HOME",
        ) from error
    finally:
        if draft is not None:
            draft.unlink(missing_ok=True)


def _bring_up_to_date(connection: sqlite3.Connection, corpus: Corpus, watch: Watch) -> None:
    state = _state(corpus.root)
    wanted = _recorded(corpus.root)
    held = _held(connection)
    if held.items() - wanted.items():
        # Texts are never edited or taken away; where one was, all is read again.
        connection.executescript(
            "DROP TABLE lookup; DROP TABLE text; DROP TABLE made_for; "
            "PRAGMA application_id = 0"
        )
        held = _held(connection)
    works: dict[WorkId, list[ExpressionId]] = {}
    for one in wanted:
        works.setdefault(one.work, []).append(one)
    new = {one.work for one in wanted.keys() - held.keys()}
    todo = sorted(new, key=lambda work: (work.series, natural(work.number)))

    def reading() -> Generator[WorkId, None, None]:
        for work in todo:
            texts = tuple(corpus.read_recorded(one, wanted[one]) for one in works[work])
            _record(connection, texts, wanted)
            yield work

    # A draft that is lost is made again: nothing needs to be rolled back.
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("BEGIN")
    for _ in watch(reading(), len(todo)):
        pass
    connection.execute("DELETE FROM made_for")
    connection.execute("INSERT INTO made_for VALUES (?)", (state,))
    connection.execute("COMMIT")


def _recorded(root: Path) -> dict[ExpressionId, str]:
    """List the texts of a corpus with their digests."""
    found = {}
    for path, recorded in read_sums(root).items():
        if not path.endswith(".xml"):
            continue
        try:
            found[ExpressionId.parse(path.removesuffix(".xml"))] = recorded.digest
        except IdentifierError as error:
            raise CorpusError(
                f"{FILE_NAME} names a file that is no expression: {error.what}",
                where=f"{root / recorded.place}",
                hint=error.hint,
            ) from error
    return found


def _held(connection: sqlite3.Connection) -> dict[ExpressionId, str]:
    """List the texts that an index holds, its tables made if there are none."""
    if connection.execute("PRAGMA application_id").fetchone() == (0,):
        try:
            connection.executescript(_TABLES)
        except sqlite3.OperationalError as error:
            raise CorpusError(
                f"This Python's SQLite cannot search words: {error}",
                hint="use a Python whose SQLite has FTS5",
            ) from error
        connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    rows = connection.execute("SELECT expression, digest FROM text")
    return {ExpressionId.parse(expression): known for expression, known in rows}


def _record(
    connection: sqlite3.Connection,
    texts: tuple[Expression, ...],
    digests: dict[ExpressionId, str],
) -> None:
    """Put all texts of a work into the index; of those it has, their days only."""
    for one in standings(texts):
        text, days = one.expression, one.interval
        dated: dict[str, Any] = {
            "expression": str(text.id),
            "standing": one.kind.value,
            "start": days.start.isoformat() if days else None,
            "end": days.end.isoformat() if days and days.end else None,
            "ends_by": one.ends_by.isoformat() if one.ends_by else None,
        }
        known = connection.execute(
            'UPDATE text SET standing = :standing, start = :start, "end" = :end, '
            "ends_by = :ends_by "
            "WHERE expression = :expression",
            dated,
        )
        if known.rowcount:
            continue
        work = text.id.work
        row = connection.execute(
            "INSERT INTO text VALUES (NULL, :expression, :digest, :jurisdiction, :series, "
            ":number, :place, :standing, :start, :end, :ends_by)",
            {
                **dated,
                "digest": digests[text.id],
                "jurisdiction": work.jurisdiction,
                "series": work.series,
                "number": work.number,
                "place": _sortable(text.id),
            },
        ).lastrowid
        found = search_text(text)
        connection.execute(
            "INSERT INTO lookup (rowid, work, title, body) VALUES (?, ?, ?, ?)",
            (row, found.number, found.heading, found.words),
        )


def _sortable(expression: ExpressionId) -> str:
    """Write an id so that letters sort as people count."""
    work = expression.work
    number = ".".join(f"{count:09}{letters}" for count, letters in natural(work.number))
    return f"{work.jurisdiction}/{work.series}/{number}/{expression.label}"

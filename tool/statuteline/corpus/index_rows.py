"""What an index holds of each text: its days, what it tells, and which words it has."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from statuteline.corpus.checksums import FILE_NAME, digest, read_sums
from statuteline.corpus.facts_json import facts_text
from statuteline.corpus.inside import read_inside
from statuteline.corpus.search_text import search_text
from statuteline.errors import CorpusError, IdentifierError
from statuteline.history.facts import text_facts
from statuteline.history.standing import standings
from statuteline.model.ids import ExpressionId
from statuteline.model.interval import Interval
from statuteline.model.natural import natural

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable
    from pathlib import Path

    from statuteline.corpus.store import Corpus
    from statuteline.model.ids import WorkId
    from statuteline.model.work import Expression

    Watch = Callable[[Generator[WorkId, None, None], int], Iterable[WorkId]]

TOKENIZER: Final = "unicode61 remove_diacritics 2"
LAYOUT: Final = 0x53744C03
"""Ours, and the number of this layout of tables, tokens and standings."""
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
    ends_by TEXT,
    facts TEXT NOT NULL
);
CREATE VIRTUAL TABLE lookup USING fts5(
    work, title, body, content='', tokenize="{TOKENIZER}"
);
"""


def unwatched(
    works: Generator[WorkId, None, None], _count: int
) -> Generator[WorkId, None, None]:
    """Hand works on, and tell nobody."""
    return works


def interval_of(start: str | None, end: str | None) -> Interval | None:
    """Read the days of a text, as an index has them."""
    if start is None:
        return None
    last = date.fromisoformat(end) if end is not None else None
    return Interval(start=date.fromisoformat(start), end=last)


def corpus_state(root: Path) -> str:
    """Give what tells whether a corpus still holds what it held."""
    path = root / FILE_NAME
    return digest(read_inside(root, path)) if path.exists() else ""


def is_for(connection: sqlite3.Connection, root: Path) -> bool:
    """Tell whether an index was made for what a corpus holds now."""
    made_for = connection.execute("SELECT sums FROM made_for").fetchone()
    return bool(made_for == (corpus_state(root),))


def bring_up_to_date(connection: sqlite3.Connection, corpus: Corpus, watch: Watch) -> None:
    """Read what a corpus has and an index has not; an empty index gets its tables.

    Args:
        connection: The index, which nobody else uses.
        corpus: The corpus.
        watch: Hands on the works that are read, and is told their number.

    Raises:
        CorpusError: If a text cannot be read or is not the recorded one, or this SQLite
            cannot search words.
    """
    state = corpus_state(corpus.root)
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
        connection.execute(f"PRAGMA application_id = {LAYOUT}")
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
            ":number, :place, :standing, :start, :end, :ends_by, :facts)",
            {
                **dated,
                "digest": digests[text.id],
                "jurisdiction": work.jurisdiction,
                "series": work.series,
                "number": work.number,
                "place": _sortable(text.id),
                "facts": facts_text(text_facts(text)),
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

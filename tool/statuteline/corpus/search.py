"""Searching the words of a corpus: which texts have them, on a day or ever."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final, assert_never

from statuteline.corpus.index_file import DamagedIndexError, read_index
from statuteline.corpus.index_rows import TOKENIZER, interval_of, unwatched
from statuteline.corpus.search_excerpt import END, START, excerpted, glimpses_of
from statuteline.corpus.search_scope import scope_condition
from statuteline.corpus.search_text import search_text
from statuteline.history.standing import Standing, StandingKind
from statuteline.model.citation import Citation
from statuteline.model.ids import ExpressionId
from statuteline.model.query import (
    AllOf,
    AnyOf,
    Near,
    Query,
    Term,
    Without,
    parse_query,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.corpus.index_rows import Watch
    from statuteline.corpus.search_excerpt import Glimpse
    from statuteline.corpus.store import Corpus
    from statuteline.model.ids import EId

_WEIGHTS: Final = "1, 8, 1"
"""Of a word in the number, in the title, and anywhere in the text."""
_HYPHENS: Final = re.compile("[\u2010-\u2015\u2212]")
_COUNTS: Final = """
(:at IS NULL OR standing = 'dated' AND start <= :at AND ("end" IS NULL OR "end" > :at))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A text that has the words.

    Args:
        standing: The text, with its days if it has any.
        title: Its title, the words looked for marked.
        score: How well it answers, compared with others of the same search.
        work: The work, as people cite it.
        citation: The provision with most of the words, as people cite it.
        eid: Its address; None for what stands before the body.
        also: More provisions that have some of the words, as people cite them.
        glimpses: Words of the provision, those looked for marked.
    """

    standing: Standing
    title: tuple[Glimpse, ...]
    score: float
    work: str
    citation: str
    eid: EId | None
    also: tuple[str, ...]
    glimpses: tuple[Glimpse, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found.

    Args:
        hits: The texts that answer best, best first.
        total: How many texts answer.
        pending: How many texts with these words were left out because their first day
            is not known.
        others: How many more were left out because they are not in force on the day.
        remade: Why the index, a cache, had to be made anew; empty if it had not.
    """

    hits: tuple[Hit, ...]
    total: int
    pending: int
    others: int
    remade: str


def search(  # noqa: PLR0913 - one parameter a choice of the user
    corpus: Corpus,
    query: str,
    *,
    at: date | None,
    scope: tuple[str, ...] = (),
    limit: int = 20,
    watch: Watch = unwatched,
) -> Found:
    """Find the texts that have certain words.

    Args:
        corpus: The corpus.
        query: The words, as :func:`statuteline.model.query.parse_query` reads them. Case
            and accents do not matter; a word is found as it is written, not in its other
            forms. All of a text counts: its number, title, headings and words.
        at: Only texts in force on this day; None for every text ever recorded.
        scope: Only works in one of these: a series such as ``cgs``, or the beginning of
            a number such as ``54`` for 54-95c; none for all.
        limit: How many texts to give at most.
        watch: Is handed the works that are read while the index is made, and their
            number, and must go through them.

    Returns:
        The texts that answer best.

    Raises:
        QueryError: If the words make no query.
        WorkNotFoundError: If the corpus has nothing in a scope.
        CorpusError: If a text that is to be read is not the recorded one, or the
            corpus has no list of digests, or the index can be kept nowhere.

    Example:
        >>> from statuteline.corpus.locate import shipped
        >>> from statuteline.corpus.store import open_corpus
        >>> corpus = open_corpus(shipped())
        >>> found = search(corpus, "wrongful arrest", at=date(2018, 5, 1))
        >>> [hit.citation for hit in found.hits]
        ['C.G.S. § 54-95c']
    """
    asked = parse_query(query)
    wanted = _fts(asked)
    # A work that the query names comes before those that cite it, however long it is.
    named = {f"number{at}": number for at, number in enumerate(_numbers(asked))}
    is_named = f"lower(number) IN ({', '.join(f':{key}' for key in named)})"

    day = at.isoformat() if at else None

    def ask(connection: sqlite3.Connection) -> Found:
        within, values = scope_condition(connection, scope)
        values |= {"wanted": wanted, "at": day, "limit": limit, **named}
        having = (
            "FROM lookup JOIN text ON text.id = lookup.rowid "
            f"WHERE lookup MATCH :wanted AND {within}"
        )
        known, total, pending = connection.execute(
            f"SELECT count(*), total({_COUNTS}), total(standing = :pending) {having}",
            values | {"pending": StandingKind.PENDING.value},
        ).fetchone()
        rows = connection.execute(
            f"""SELECT expression, digest, standing, start, "end", ends_by,
            bm25(lookup, {_WEIGHTS}) AS score
            {having} AND {_COUNTS}
            ORDER BY {is_named} DESC, score, place LIMIT :limit""",
            values,
        ).fetchall()
        left_out = int(known - total)
        return Found(
            hits=_hits(corpus, wanted, rows),
            total=int(total),
            pending=int(pending) if left_out else 0,
            others=left_out - int(pending) if left_out else 0,
            remade="",
        )

    found, why = read_index(corpus, ask, watch)
    return replace(found, remade=why)


def _hits(corpus: Corpus, wanted: str, rows: list[tuple[Any, ...]]) -> tuple[Hit, ...]:
    """Read the texts that an index names, and mark the words in them."""
    found = []
    with closing(sqlite3.connect(":memory:")) as marker:
        marker.execute(
            "CREATE VIRTUAL TABLE lookup USING "
            f'fts5(work, title, body, tokenize="{TOKENIZER}")'
        )
        for name, known, kind, start, end, ends_by, score in rows:
            expression = corpus.read_recorded(ExpressionId.parse(name), known)
            text = search_text(expression)
            marker.execute("DELETE FROM lookup")
            marker.execute(
                "INSERT INTO lookup VALUES (?, ?, ?)",
                (text.number, text.heading, text.words),
            )
            marked = marker.execute(
                "SELECT highlight(lookup, 1, :start, :end), "
                "highlight(lookup, 2, :start, :end) FROM lookup WHERE lookup MATCH :wanted",
                {"start": START, "end": END, "wanted": wanted},
            ).fetchone()
            if marked is None:
                raise DamagedIndexError("it did not fit the texts")
            shown = excerpted(text, marked[1])
            found.append(
                Hit(
                    standing=Standing(
                        expression=expression,
                        kind=StandingKind(kind),
                        interval=interval_of(start, end),
                        ends_by=date.fromisoformat(ends_by) if ends_by else None,
                    ),
                    title=glimpses_of(text.heading, marked[0]),
                    score=-score,
                    work=corpus.cited(Citation(work=expression.id.work)),
                    citation=corpus.cited(shown.part.citation),
                    eid=shown.part.eid,
                    also=tuple(corpus.cited(part.citation) for part in shown.others),
                    glimpses=shown.glimpses,
                )
            )
    return tuple(found)


def _numbers(query: Query) -> Iterator[str]:
    """List the words that are looked for, written as numbers of works are."""
    match query:
        case Term(words=words):
            yield _HYPHENS.sub("-", words).lower()
        case Near(terms=parts) | AllOf(parts=parts) | AnyOf(parts=parts):
            for part in parts:
                yield from _numbers(part)
        case Without(wanted=wanted):
            yield from _numbers(wanted)
        case _:
            assert_never(query)


def _fts(query: Query) -> str:
    """Write a query as FTS5 reads it; nothing that was typed can be an operator."""
    match query:
        case Term(words=words, prefix=prefix):
            return f'"{words}"' + "*" * prefix
        case Near(terms=terms, distance=distance):
            return f"NEAR({' '.join(map(_fts, terms))}, {distance})"
        case AllOf(parts=parts):
            return f"({' AND '.join(map(_fts, parts))})"
        case AnyOf(parts=parts):
            return f"({' OR '.join(map(_fts, parts))})"
        case Without(wanted=wanted, unwanted=unwanted):
            return f"({_fts(wanted)} NOT {_fts(unwanted)})"
        case _:
            assert_never(query)

"""What holds for whatever somebody types, and wherever words stand."""

from __future__ import annotations

import sqlite3
from bisect import bisect_right

from hypothesis import given
from hypothesis import strategies as st

from statuteline.corpus.index_rows import TOKENIZER
from statuteline.corpus.search import _fts
from statuteline.corpus.search_excerpt import END, START, excerpted
from statuteline.corpus.search_text import Part, SearchText
from statuteline.errors import QueryError
from statuteline.model.citation import Citation
from statuteline.model.ids import EId, WorkId
from statuteline.model.query import (
    AllOf,
    AnyOf,
    Near,
    Query,
    Term,
    Without,
    parse_query,
)

VOCABULARY = ("book", "books", "fee", "map", "café", "OR", "near", "7")
WORK = Citation(work=WorkId("us-ct", "cgs", "1-1"))

single = st.sampled_from(VOCABULARY)
phrases = st.lists(single, min_size=1, max_size=2).map(" ".join)
terms = st.builds(Term, words=phrases, prefix=st.booleans())
nears = st.builds(
    Near,
    terms=st.permutations(["book", "fee", "map"]).map(
        lambda words: tuple(Term(words=word) for word in words[:2])
    ),
    distance=st.integers(0, 4),
)
texts = st.lists(single, max_size=12).map(tuple)


def groups(inner: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        st.builds(AllOf, parts=several),
        st.builds(AnyOf, parts=several),
        st.builds(Without, wanted=inner, unwanted=inner),
    )


queries = st.recursive(st.one_of(terms, nears), groups, max_leaves=6)


def typed(query: Query) -> str:
    """Write a query as somebody could type it."""
    match query:
        case Term(words=words, prefix=prefix):
            return f'"{words}{"*" * prefix}"'
        case Near(terms=near, distance=distance):
            return f" NEAR/{distance} ".join(map(typed, near))
        case AllOf(parts=parts):
            return f"({' '.join(map(typed, parts))})"
        case AnyOf(parts=parts):
            return f"({' OR '.join(map(typed, parts))})"
        case Without(wanted=wanted, unwanted=unwanted):
            return f"({typed(wanted)} NOT {typed(unwanted)})"


def folded(word: str) -> str:
    return word.casefold().replace("é", "e")


def has(text: tuple[str, ...], query: Query) -> bool:
    """Tell by plain reading whether a text answers a query."""
    read = [folded(word) for word in text]
    match query:
        case Term(words=words, prefix=prefix):
            *first, last = map(folded, words.split())
            return any(
                read[at : at + len(first)] == first
                and (read[at + len(first)] == last
                     or (prefix and read[at + len(first)].startswith(last)))
                for at in range(len(read) - len(first))
            )  # fmt: skip
        case Near(terms=near, distance=distance):
            one, other = (
                [at for at, word in enumerate(read) if word == term.words] for term in near
            )
            return any(abs(a - b) - 1 <= distance for a in one for b in other)
        case AllOf(parts=parts):
            return all(has(text, part) for part in parts)
        case AnyOf(parts=parts):
            return any(has(text, part) for part in parts)
        case Without(wanted=wanted, unwanted=unwanted):
            return has(text, wanted) and not has(text, unwanted)


def found(text: str, query: Query) -> bool:
    connection = sqlite3.connect(":memory:")
    try:
        connection.execute(
            f'CREATE VIRTUAL TABLE lookup USING fts5(body, tokenize="{TOKENIZER}")'
        )
        connection.execute("INSERT INTO lookup VALUES (?)", (text,))
        rows = connection.execute(
            "SELECT 1 FROM lookup WHERE lookup MATCH ?", (_fts(query),)
        ).fetchall()
    finally:
        connection.close()
    return bool(rows)


@given(texts, queries)
def test_a_text_is_found_as_plain_reading_finds_it(
    text: tuple[str, ...], query: Query
) -> None:
    assert found(", ".join(text), parse_query(typed(query))) == has(text, query)


@given(
    st.one_of(
        st.text(max_size=30),
        st.text("ab1*()\"“” \t\0-'’:^+,;{}§\\/", max_size=30),
        st.lists(
            st.sampled_from(
                [
                    "a",
                    "b*",
                    "AND",
                    "OR",
                    "NOT",
                    "NEAR",
                    "NEAR/2",
                    "(",
                    ")",
                    '"',
                    "§",
                    "NEAR(",
                ]
            ),
            max_size=10,
        ).map(" ".join),
    )
)
def test_whatever_is_typed_is_a_query_or_told_why_not(words: str) -> None:
    try:
        query = parse_query(words)
    except QueryError:
        return
    found("some text", query)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[SearchText, str, list[tuple[int, int]]]:
    pieces = draw(
        st.lists(
            st.lists(single, min_size=1, max_size=60).map(" ".join), min_size=1, max_size=4
        )
    )
    starts = [sum(len(piece) + 1 for piece in pieces[:at]) for at in range(len(pieces))]
    words = "\n".join(pieces)
    parts = tuple(
        Part(start=start, eid=EId(f"subsec_{at}"), citation=Citation(work=WORK.work,
             labels=(str(at),)))
        for at, start in enumerate(starts)
    )  # fmt: skip
    cuts = sorted(draw(st.sets(st.integers(0, len(words)), max_size=8)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    marked = words
    for start, end in reversed(spans):
        marked = f"{marked[:start]}{START}{marked[start:end]}{END}{marked[end:]}"
    text = SearchText(number="1-1", heading="", words=words, parts=parts)
    return text, marked, spans


@given(marked_texts())
def test_an_excerpt_is_words_of_its_provision_with_those_found_marked(
    made: tuple[SearchText, str, list[tuple[int, int]]],
) -> None:
    text, marked, spans = made
    shown = excerpted(text, marked)
    starts = [part.start for part in text.parts]
    own = starts.index(shown.part.start)
    end = starts[own + 1] if own + 1 < len(starts) else len(text.words)
    words = "".join(one.text for one in shown.glimpses)
    bare = words.removeprefix("… ").removesuffix(" …")
    assert bare in text.words[shown.part.start : end]
    if spans:
        assert any(one.found for one in shown.glimpses)
        holding = {bisect_right(starts, start) - 1 for start, _ in spans}
        assert own in holding
        others = {text.parts[at].citation for at in holding - {own}}
        assert {part.citation for part in shown.others} == others
    else:
        assert not any(one.found for one in shown.glimpses)
        assert own == 0

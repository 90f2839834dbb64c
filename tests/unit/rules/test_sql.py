"""A decision as one SQL query."""

from __future__ import annotations

import re
from datetime import date

import duckdb
import pytest

from statuteline.cases.typed import is_unknown, typed
from statuteline.law import encoding
from statuteline.rules import records
from statuteline.rules.deciding import decide
from statuteline.rules.facts import Choice, Day, Fact, Money, Whole, YesNo
from statuteline.rules.predicates import all_of, define, not_
from statuteline.rules.sql import Column, query
from statuteline.rules.sql_clauses import Clauses
from statuteline.rules.sql_facts import fault_of, spaces, value_of, words_of
from statuteline.rules.sql_words import name, text

FACTS: tuple[Fact, ...] = (
    YesNo(name="a_fact", ask="?"),
    Choice(name="a_fact", ask="?", values=("red", "class A felony", "unknown", "it's")),
    Whole(name="a_fact", ask="?", unit="years"),
    Money(name="a_fact", ask="?"),
    Day(name="a_fact", ask="?"),
)
CELLS = (
    *("", " ", "unknown", "Unknown", " unknown\t", "null", "\u00a0", "\u2003x"),
    *("true", "TRUE", "Yes", " no ", "False", "t", "1", "0", "on"),
    *("red", " red", "red\u00a0", "Red", "class A felony", "class  A felony", "it's"),
    *("7", "007", "+7", "-7", "7.0", "7,000", "1_000", "1e3", "\u0667", "\uff17", "0x7"),
    *("9" * 18, "9" * 19, "0" * 18 + "1"),
    *("2021-10-01", " 2021-10-01\r\n", "2021-1-1", "2021-02-29", "2020-02-29"),
    *("0000-01-01", "0001-01-01", "9999-12-31", "10000-01-01", "2021-10-01T00:00"),
    *("2021/10/01", "20211001", "\uff12021-10-01"),
)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: type(fact).__name__)
def test_words_are_read_as_those_of_a_file_are(fact: Fact) -> None:
    words = words_of("cell", "spaces")
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE cells (cell VARCHAR)")
        connection.executemany("INSERT INTO cells VALUES (?)", [(cell,) for cell in CELLS])
        read = connection.execute(
            f"SELECT cell, a_fact, {fault_of(fact, 'words')} "  # noqa: S608 - this is the test
            f"FROM (SELECT *, {value_of(fact, 'words')} AS a_fact "
            f"FROM (SELECT *, {words} AS words "
            f"FROM (SELECT *, {spaces()} AS spaces FROM cells)))"
        ).fetchall()
    assert [row[0] for row in read] == list(CELLS)
    for cell, value, fault in read:
        known = typed(fact, cell)
        assert (type(value), value) == (type(known), known), cell
        assert (fault is not None) is (known is None and not is_unknown(cell)), cell


@pytest.mark.parametrize(
    "words", ["", "it's", "'", "''", "\\", "\\'", "${x}", "a\nb", "\x00\x85", "é’“\u2028"]
)
def test_no_words_break_out_of_a_string(words: str) -> None:
    written = text(words)
    assert not set(written) & set("\\$\n\x00")
    with duckdb.connect() as connection:
        assert connection.execute(f"SELECT {written}").fetchall() == [(words,)]


def test_only_plain_names_are_names() -> None:
    assert name("order") == '"order"'
    for words in ("", 'a"b', "a b", "é"):
        with pytest.raises(ValueError, match=f"^{re.escape(words)}$"):
            name(words)


def test_a_clause_has_one_column_wherever_it_stands() -> None:
    wet, cold = (YesNo(name=word, ask="?").is_true() for word in ("wet", "cold"))
    both, chilly = all_of(wet, cold), define("Chilly: it's!", all_of(not_(wet), cold))
    one, other = all_of(both, chilly), not_(all_of(both, not_(chilly)))
    clauses = Clauses((("first", one), ("first", other)), taken=("wet", "cold"))
    assert clauses.of(one) == '"is_first"'
    assert clauses.of(other) == '"is_first_2"'
    assert list(clauses.steps()) == [
        (
            ("is_clause", '("wet" AND "cold")'),
            ("is_chilly_it_s", '(NOT "wet" AND "cold")'),
        ),
        (
            ("is_first", '("is_clause" AND "is_chilly_it_s")'),
            ("is_first_2", 'NOT ("is_clause" AND NOT "is_chilly_it_s")'),
        ),
    ]


def test_too_many_records_are_decided_by_their_clauses_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    day = date(2021, 11, 1)
    known = decide(
        encoding("us-ct/vacatur"), {}, at=day, governed=day, known=day, texts=None
    )
    columns = [Column(name="proved_victim_at_time_of_offense")]
    assert query(known.decisions, columns).exact
    monkeypatch.setattr(records, "RECORDS_LIMIT", 100)
    written = query(known.decisions, columns)
    assert not written.exact
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE cases AS SELECT unnest(['no', '']) AS _1")
        settled, undetermined = connection.execute(written.sql).fetchall()
    assert settled[1:3] == ("no relief", "settled")
    assert undetermined[1:3] == (None, "undetermined")
    assert undetermined[3].startswith("unknown: offense_level, longest_prison_term, ")

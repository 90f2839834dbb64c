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
from statuteline.rules.explaining import Verdict
from statuteline.rules.facts import Choice, Day, Fact, Money, Whole, YesNo
from statuteline.rules.predicates import (
    Predicate,
    all_of,
    any_of,
    at_least,
    define,
    none_of,
    not_,
    when,
)
from statuteline.rules.sql import Column, query
from statuteline.rules.sql_clauses import Clauses
from statuteline.rules.sql_facts import fault_of, spaces, value_of, words_of
from statuteline.rules.sql_reasons import reason
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


WET, COLD, DARK = (YesNo(name=word, ask="?").is_true() for word in ("wet", "cold", "dark"))
AT = "sec_1-1__subsec_a__subdiv_{}"


@pytest.mark.parametrize(
    ("predicate", "values", "told"),
    [
        (any_of(WET, COLD), (False, True, None), "met: cold"),
        (any_of(WET, COLD), (False, False, None), "not met: wet"),
        (
            any_of(WET, COLD).cite(AT.format(1), "any"),
            (False, False, None),
            'not met: (a)(1) "any"',
        ),
        (all_of(WET, COLD), (None, False, None), "not met: cold"),
        (none_of(WET, not_(COLD)), (False, False, None), "not met: cold"),
        (at_least(2, WET, COLD, DARK), (False, True, True), "met: cold"),
        (at_least(2, WET, COLD, DARK), (True, False, False), "not met: cold"),
        (when(WET, COLD), (False, None, None), "not met: wet"),
        (when(WET, COLD), (None, True, None), "met: cold"),
        (when(WET, COLD), (True, False, None), "not met: cold"),
        (define("weather", all_of(WET, COLD)), (True, True, None), "met: weather"),
        (
            define("weather", any_of(WET, COLD.cite(AT.format(2), "cold"))),
            (False, False, None),
            'not met: weather, (a)(2) "cold"',
        ),
    ],
)
def test_the_reason_is_the_first_clause_that_decides(
    predicate: Predicate, values: tuple[bool | None, ...], told: str
) -> None:
    clauses = Clauses((("all", predicate),), taken=("wet", "cold", "dark"))
    why = {
        verdict: reason(clauses, predicate, verdict)
        for verdict in (Verdict.MET, Verdict.NOT_MET)
    }
    of, tables = clauses.of(predicate), "facts"
    for step in clauses.steps():
        added = "".join(f", {sql} AS {name(column)}" for column, sql in step)
        tables = f"(SELECT *{added} FROM {tables})"  # noqa: S608 - our own words
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE facts (wet BOOLEAN, cold BOOLEAN, dark BOOLEAN)")
        connection.execute("INSERT INTO facts VALUES (?, ?, ?)", values)
        found = connection.execute(
            f"SELECT CASE WHEN {of} THEN {why[Verdict.MET]} "  # noqa: S608 - this is the test
            f"WHEN NOT {of} THEN {why[Verdict.NOT_MET]} END FROM {tables}"
        ).fetchall()
    assert found == [(told,)]

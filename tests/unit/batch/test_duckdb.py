"""Tables decided in DuckDB: what is read, what is written, and what is refused."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import duckdb
import pytest

from statuteline.batch import Task, batch, batch_names, decide_table
from statuteline.errors import EngineError, FactsError

from .conftest import DAY, Decided, nothing_known

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "id,offense_level,conviction_for_prostitution"
MERITS = (
    "offense_level",
    "longest_prison_term",
    "took_part_as_result_of_trafficking",
    "took_part_as_result_of_federal_crime",
    "proved_victim_at_time_of_offense",
    "conviction_for_prostitution",
)
MADE_OUT = (
    "conviction_for_prostitution,took_part_as_result_of_trafficking,"
    "proved_victim_at_time_of_offense\ntrue,true,true\n"
)


def write_parquet(path: Path, sql: str) -> None:
    """Write what a query gives."""
    found = duckdb.sql(sql)
    assert found is not None
    found.write_parquet(str(path))


def test_both_databases_are_found() -> None:
    assert batch_names() == ("duckdb", "spark")


def test_every_state_is_told_with_its_reason(decided: Decided) -> None:
    summary, rows = decided(
        f"{HEAD}\n1,violation,\n2,class A felony,true\n3,,\n4,felony,yes\n"
    )
    assert [(row["id"], row["outcome"], row["state"], row["reason"]) for row in rows] == [
        ("1", "no relief", "settled", "not met: offense in scope, (a)"),
        ("2", "", "impossible record", "contradicts: prostitution is a misdemeanor"),
        (
            "3",
            "",
            "undetermined",
            f"unknown: {', '.join(MERITS)}",
        ),
        ("4", "", "bad value", "bad value in column offense_level: 'felony'"),
    ]
    counts = {(one.state, one.outcome): one.rows for one in summary.counts}
    assert counts == {
        ("settled", "no relief"): 1,
        ("impossible record", None): 1,
        ("undetermined", None): 1,
        ("bad value", None): 1,
    }


def test_what_all_facts_together_settle_is_settled(decided: Decided) -> None:
    _, (row,) = decided(MADE_OUT)
    assert (row["outcome"], row["state"]) == ("shall vacate", "settled")
    assert row["reason"] == "settled whatever the unknown facts are"


def test_the_procedure_has_columns_of_its_own(decided: Decided) -> None:
    _, rows = decided(
        "crime_has_victim,prosecutor_could_investigate\nfalse,no\ntrue,\n,yes\n"
    )
    assert [row["notice to the victim"] for row in rows] == ["true", "", ""]
    investigated = "prosecutor's opportunity to investigate"
    assert [row[investigated] for row in rows] == ["false", "", "true"]


@pytest.mark.parametrize(
    ("start", "end"),
    [(b"", b"\n"), (b"\xef\xbb\xbf", b"\n"), (b"", b"\r\n"), (b"\xef\xbb\xbf", b"\r\n")],
    ids=["plain", "byte-order mark", "line ends of Windows", "both"],
)
def test_files_of_every_system_are_read(decided: Decided, start: bytes, end: bytes) -> None:
    lines = (b"offense_level,note", b"misdemeanor,a", b' "violation" ,"b,""c"""', b"")
    _, rows = decided(start + end.join(lines).replace(b' "violation" ', b'" violation "'))
    assert [row["offense_level"] for row in rows] == ["misdemeanor", " violation "]
    assert [row["note"] for row in rows] == ["a", 'b,"c"']
    assert [row["outcome"] for row in rows] == ["", "no relief"]


def test_what_is_no_fact_is_given_back_as_it_is(decided: Decided) -> None:
    hostile = ["'; DROP TABLE cases; --", 'say "no"', "${env:HOME}", "\\", "é\u2028\x01"]
    quoted = ['"' + one.replace('"', '""') + '"' for one in hostile]
    head = ",".join([*quoted, "offense_level"])
    _, (row,) = decided(f"{head}\n{','.join(quoted)},violation\n")
    assert list(row)[: len(hostile)] == hostile
    assert [row[name] for name in hostile] == hostile
    assert row["outcome"] == "no relief"


@pytest.mark.parametrize(
    ("years", "outcome", "state"),
    [
        ("10", "may vacate", "settled"),
        ("11", "no relief", "settled"),
        ("000000000000000010", "may vacate", "settled"),
        ("999999999999999999", "no relief", "settled"),
        ("1000000000000000000", "", "bad value"),
        ("9" * 400, "", "bad value"),
        ("-1", "", "bad value"),
        ("10.5", "", "bad value"),
        ("1e1", "", "bad value"),
        ("\N{ARABIC-INDIC DIGIT ONE}", "", "bad value"),
        ("ten", "", "bad value"),
    ],
)
def test_numbers_are_never_guessed(
    decided: Decided, years: str, outcome: str, state: str
) -> None:
    head = MADE_OUT.partition("\n")[0]
    _, (row,) = decided(
        f"longest_prison_term,offense_level,{head}\n"
        f"{years},unclassified felony,false,true,true\n"
    )
    assert (row["outcome"], row["state"]) == (outcome, state)
    if state == "bad value":
        shown = years if len(years) <= 60 else f"{years[:60]}…"
        assert row["reason"] == f"bad value in column longest_prison_term: '{shown}'"


def test_every_bad_value_of_a_row_is_told(decided: Decided) -> None:
    _, (row,) = decided(f"{HEAD}\n1,felony,maybe\n")
    assert row["reason"] == (
        "bad value in column offense_level: 'felony'; "
        "bad value in column conviction_for_prostitution: 'maybe'"
    )
    assert row["notice to the victim"] == ""


def test_a_table_without_rows_has_none(decided: Decided) -> None:
    summary, rows = decided(f"{HEAD}\n")
    assert rows == []
    assert summary.counts == ()


def test_parquet_keeps_types_and_reads_numbers_with_a_fraction(tmp_path: Path) -> None:
    cases, answers = tmp_path / "cases.parquet", tmp_path / "answers.parquet"
    write_parquet(
        cases,
        "SELECT * FROM (VALUES (1, TRUE, 'violation', 3.0::DOUBLE, [1, 2]), "
        "(2, NULL, 'unclassified felony', 2.5, NULL)) "
        'AS t(id, conviction_for_prostitution, offense_level, longest_prison_term, "a b")',
    )
    task = Task(cases=cases, answers=answers)
    decide_table(batch("duckdb"), nothing_known(), task)
    found = duckdb.read_parquet(str(answers))
    assert [str(kind) for kind in found.types[:5]] == [
        "INTEGER",
        "BOOLEAN",
        "VARCHAR",
        "DOUBLE",
        "INTEGER[]",
    ]
    rows = found.project('id, "a b", state, reason, "notice to the victim"').fetchall()
    assert rows == [
        (
            1,
            [1, 2],
            "impossible record",
            "contradicts: prostitution is a misdemeanor",
            None,
        ),
        (2, None, "bad value", "bad value in column longest_prison_term: '2.5'", None),
    ]


def test_rows_keep_their_order(tmp_path: Path) -> None:
    cases, answers = tmp_path / "cases.parquet", tmp_path / "answers.parquet"
    write_parquet(
        cases,
        "SELECT id, CASE WHEN id % 3 = 0 THEN 'violation' WHEN id % 3 = 1 "
        "THEN 'misdemeanor' END AS offense_level FROM range(400000) AS t(id)",
    )
    decide_table(batch("duckdb"), nothing_known(), Task(cases=cases, answers=answers))
    found = duckdb.read_parquet(str(answers)).project("id, state").fetchall()
    states = ("settled", "undetermined", "undetermined")
    assert found == [(number, states[number % 3]) for number in range(400000)]


def test_a_column_that_holds_no_words_is_refused(tmp_path: Path) -> None:
    cases = tmp_path / "cases.parquet"
    write_parquet(cases, "SELECT TIMESTAMP '2021-01-01' AS offense_level")
    task = Task(cases=cases, answers=tmp_path / "answers.csv")
    with pytest.raises(FactsError, match="holds TIMESTAMP"):
        decide_table(batch("duckdb"), nothing_known(), task)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (b"", "no row of names"),
        (b"offense_level,note\nviolation\n", "Expected Number of Columns: 2 Found: 1"),
        (b"offense_level\n" + b"violation\n" * 9999 + b"\xff\n", "not utf-8"),
        (b'offense_level\n"violation\n', "unterminated quote"),
        (b"\xff\xfe\n", "can't decode"),
    ],
)
def test_a_file_that_cannot_be_read_changes_nothing(
    tmp_path: Path, table: bytes, told: str
) -> None:
    cases, answers = tmp_path / "cases.csv", tmp_path / "answers.csv"
    cases.write_bytes(table)
    answers.write_text("kept")
    task = Task(cases=cases, answers=answers, replace=True)
    with pytest.raises((EngineError, FactsError), match=told) as caught:
        decide_table(batch("duckdb"), nothing_known(), task)
    assert "strict_mode" not in str(caught.value)
    assert answers.read_text() == "kept"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["answers.csv", "cases.csv"]


def test_answers_that_are_there_are_kept_unless_they_may_go(tmp_path: Path) -> None:
    cases, answers = tmp_path / "cases.csv", tmp_path / "answers.csv"
    cases.write_text("offense_level\nviolation\n")
    answers.write_text("kept")
    with pytest.raises(FactsError, match="already"):
        decide_table(batch("duckdb"), nothing_known(), Task(cases=cases, answers=answers))
    assert answers.read_text() == "kept"
    task = Task(cases=cases, answers=cases, replace=True)
    with pytest.raises(FactsError, match="would replace the cases"):
        decide_table(batch("duckdb"), nothing_known(), task)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("cases.xlsx", "is a CSV or Parquet file"),
        ("missing.csv", "no such file"),
        ("ca*.csv", "take for many files"),
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, name: str, told: str) -> None:
    task = Task(cases=tmp_path / name, answers=tmp_path / "new.csv")
    with pytest.raises(FactsError, match=told):
        decide_table(batch("duckdb"), nothing_known(), task)


def test_two_texts_settle_a_row_only_together(decided: Decided) -> None:
    both = nothing_known(DAY, date(2018, 1, 1))
    _, rows = decided("offense_level\nviolation\n", known=both)
    assert rows[0]["state"] == "undetermined"
    assert rows[0]["reason"].startswith(
        "plain on 2021-11-01: no relief; narrow on 2018-01-01: no relief; "
        "broad on 2018-01-01: undetermined; unknown: "
    )
    _, rows = decided(
        "proved_victim_at_time_of_offense,conviction_for_prostitution\nno,no\n", known=both
    )
    assert (rows[0]["outcome"], rows[0]["state"]) == ("no relief", "settled")


def test_a_fact_of_another_text_is_told(decided: Decided) -> None:
    table = "longest_prison_term,offense_level\n9,violation\n"
    summary, _ = decided(table, known=nothing_known(date(2018, 1, 1)))
    assert summary.unasked == ("longest_prison_term",)
    summary, _ = decided(table)
    assert summary.unasked == ()


def test_nothing_comes_from_the_network(tmp_path: Path) -> None:
    with batch("duckdb").open(tmp_path) as session:
        connection = session._connection  # type: ignore[attr-defined]
        settings = dict(
            connection.execute("SELECT name, value FROM duckdb_settings()").fetchall()
        )
    for name in ("autoinstall_known_extensions", "autoload_known_extensions"):
        assert settings[name] == "false"


def test_without_the_extra_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with (
        pytest.raises(EngineError, match="not installed") as caught,
        batch("duckdb").open(tmp_path),
    ):
        pass
    assert "statuteline[batch]" in str(caught.value)

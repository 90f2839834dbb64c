"""Tables decided on a cluster: here one of two workers, all on this computer."""

from __future__ import annotations

import csv
import json
import sys
from itertools import product
from typing import TYPE_CHECKING

import duckdb
import pytest
from tests.unit.engines.test_spark import run_on_the_cluster

from statuteline.batch import Task, batch, decide_table
from statuteline.errors import EngineError

from .conftest import nothing_known

if TYPE_CHECKING:
    from pathlib import Path

ASKED = {
    "offense_level": ("", "misdemeanor", "class C felony", "unclassified felony", "theft"),
    "longest_prison_term": ("", "10", "11", "9" * 18, "9" * 19, "-1"),
    "took_part_as_result_of_trafficking": ("", "true", "NO"),
    "proved_victim_at_time_of_offense": ("", "\u00a0yes", "false"),
    "conviction_for_prostitution": ("unknown", "true", "false", "perhaps"),
    "has_any_prostitution_conviction": ("", "true", "false"),
}
NOTES = ("", "'", '"', "\\", "a\nb", "a,b", " a ", "${env:HOME}", "é\u2028")
DECIDE = (
    *("-m", "statuteline", "decide", "us-ct/vacatur", "--at", "2021-11-01"),
    *("--governed", "2021-11-01", "--known", "2026-11-27", "--engine", "spark"),
)


def read(path: Path) -> list[list[str]]:
    """Read a table, or a folder of tables: the names once, then the rows by number."""
    files = sorted(path.glob("part-*")) if path.is_dir() else [path]
    head: list[str] = []
    rows: list[list[str]] = []
    for file in files:
        with file.open(encoding="utf-8", newline="") as stream:
            head, *some = csv.reader(stream)
            rows += some
    return [head, *sorted(rows, key=lambda row: int(row[0]))]


def test_without_the_extra_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("py4j", "py4j.protocol", "pyspark", "pyspark.errors", "pyspark.sql"):
        monkeypatch.setitem(sys.modules, name, None)
    with (
        pytest.raises(EngineError, match="not installed") as caught,
        batch("spark").open(tmp_path),
    ):
        pass
    assert "statuteline[spark]" in str(caught.value)


@pytest.mark.slow
@pytest.mark.usefixtures("spark")
def test_a_cluster_says_what_this_computer_does(tmp_path: Path) -> None:
    cases = tmp_path / "cases.csv"
    with cases.open("w", encoding="utf-8-sig", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(("id", *ASKED, "a note: 'b'"))
        for number, values in enumerate(product(*ASKED.values())):
            rows.writerow((number, *values, NOTES[number % len(NOTES)]))
    here = tmp_path / "duckdb.csv"
    decide_table(batch("duckdb"), nothing_known(), Task(cases=cases, answers=here))
    files = ("--batch", str(cases), "--out", str(tmp_path / "spark.csv"))
    done = run_on_the_cluster(tmp_path, *DECIDE, *files)
    assert done.returncode == 0, done.stderr
    assert read(tmp_path / "spark.csv") == read(here)


@pytest.mark.slow
@pytest.mark.usefixtures("spark")
def test_a_cluster_reads_and_writes_parquet(tmp_path: Path) -> None:
    cases, answers = tmp_path / "cases.parquet", tmp_path / "spark.parquet"
    told = duckdb.sql(
        "SELECT * FROM (VALUES (1, TRUE, 'misdemeanor', 3.0::DOUBLE, DATE '2021-01-01'), "
        "(2, FALSE, 'unclassified felony', 2.5, NULL), (3, NULL, NULL, 11.0, NULL)) "
        "AS t(id, conviction_for_prostitution, offense_level, longest_prison_term, on_day)"
    )
    assert told is not None
    told.write_parquet(str(cases))
    here = tmp_path / "duckdb.parquet"
    decide_table(batch("duckdb"), nothing_known(), Task(cases=cases, answers=here))
    files = ("--batch", str(cases), "--out", str(answers), "--format", "json")
    done = run_on_the_cluster(tmp_path, *DECIDE, *files)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["rows"] == 3
    there = duckdb.read_parquet(f"{answers}/*.parquet")
    assert there.columns == duckdb.read_parquet(str(here)).columns
    rows = there.order("id").fetchall()
    assert rows == duckdb.read_parquet(str(here)).order("id").fetchall()


@pytest.mark.slow
@pytest.mark.usefixtures("spark")
def test_what_a_cluster_cannot_read_changes_nothing(tmp_path: Path) -> None:
    cases, answers = tmp_path / "cases.csv", tmp_path / "answers.csv"
    cases.write_text("id,offense_level\n1,violation\n2\n")
    answers.write_text("kept")
    files = ("--batch", str(cases), "--out", str(answers), "--force")
    done = run_on_the_cluster(tmp_path, *DECIDE, *files)
    assert done.returncode == 2
    assert "Spark could not do the work" in done.stderr
    assert answers.read_text() == "kept"
    assert not list(tmp_path.glob(".answers*"))

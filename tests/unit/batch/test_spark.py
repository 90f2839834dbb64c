"""Tables decided on a cluster: here one of two workers, all on this computer."""

from __future__ import annotations

import csv
import json
import os
import sys
from itertools import product
from pathlib import Path

import duckdb
import pytest
from tests.properties.decided_in_sql import every_record, words
from tests.unit.engines.test_spark import run_on_the_cluster

from statuteline.batch import Task, batch, decide_table
from statuteline.errors import EngineError
from statuteline.law import encoding, encodings
from statuteline.rules.deciding import decide

from .conftest import nothing_known

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


SHIPPED = [
    (encoding.name, version.days.start, reading)
    for encoding in encodings()
    for version in encoding.versions
    for reading in version.readings
]
MANY = 20_000
"""Records beyond which a decision is left to ``make test-spark-all``."""
DECIDE_ALL = """
import json
import sys
from datetime import date
from pathlib import Path

from statuteline.batch import Task, batch, decide_table
from statuteline.law import encoding
from statuteline.rules.deciding import decide

for name, day, reading, cases, answers in json.load(sys.stdin):
    at = date.fromisoformat(day)
    days = {"at": at, "governed": at, "known": at}
    known = decide(encoding(name), {}, **days, texts=None, reading=reading)
    decide_table(batch("spark"), known, Task(cases=Path(cases), answers=Path(answers)))
"""


@pytest.mark.slow
@pytest.mark.usefixtures("spark")
def test_every_record_of_the_law_is_decided_on_a_cluster_as_on_this_computer(
    tmp_path: Path,
) -> None:
    """Each fact of a decision known or unknown, in every way that it can tell apart."""
    tasks, count = [], 0
    for number, (name, day, reading) in enumerate(SHIPPED):
        days = {"at": day, "governed": day, "known": day}
        known = decide(encoding(name), {}, **days, texts=None, reading=reading.name)
        (decision,) = known.decisions
        axioms = tuple(axiom.holds for axiom in decision.axioms)
        guards = [tuple(one.when for one in reading.outcomes)]
        guards += [(one.requirement.met,) for one in decision.requirements]
        records = [one for some in guards for one in every_record(some, axioms)]
        if len(records) > MANY and "STATUTELINE_ALL_RECORDS" not in os.environ:
            continue
        count += len(records)
        cases, here = tmp_path / f"{number}.csv", tmp_path / f"{number}-duckdb.csv"
        names = sorted({fact for record in records for fact in record})
        with cases.open("w", encoding="utf-8", newline="") as stream:
            rows = csv.writer(stream)
            rows.writerow(("id", *names))
            for row, record in enumerate(records):
                rows.writerow((row, *(words(record.get(fact)) for fact in names)))
        decide_table(batch("duckdb"), known, Task(cases=cases, answers=here))
        there = tmp_path / f"{number}-spark.csv"
        tasks.append((name, day.isoformat(), reading.name, str(cases), str(there)))
    done = run_on_the_cluster(tmp_path, "-c", DECIDE_ALL, told=json.dumps(tasks))
    assert done.returncode == 0, done.stderr
    for *_, cases_file, answers in tasks:
        expected = Path(cases_file.replace(".csv", "-duckdb.csv"))
        assert read(Path(answers)) == read(expected), cases_file
    assert len(tasks) > 10
    print(f"{count} records of {len(tasks)} readings")  # noqa: T201 - told with -s

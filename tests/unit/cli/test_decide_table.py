from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

Run = Callable[..., Any]
SCHEMAS = Path(__file__).resolve().parents[3] / "site" / "schemas"
ON = ("decide", "us-ct/vacatur", "--at", "2021-11-01")
DAYS = ("--governed", "2021-11-01", "--known", "2026-11-27")
CASES = """id,offense_level,conviction_for_prostitution
1,violation,
2,class A felony,true
3,,
4,felony,
"""


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    path = tmp_path / "cases.csv"
    path.write_text(CASES, "utf-8")
    return path


def test_a_table_is_decided_and_counted(run: Run, cases: Path) -> None:
    out = cases.with_name("answers.csv")
    found = run(*ON, *DAYS, "--batch", cases, "--out", out)
    assert (found.status, found.out) == (0, "")
    assert [line.split(maxsplit=1) for line in found.err.splitlines()[:7]] == [
        ["4", "cases"],
        ["0", "shall vacate"],
        ["0", "may vacate"],
        ["1", "no relief"],
        ["1", "undetermined"],
        ["1", "impossible record"],
        ["1", "bad value"],
    ]
    assert "no lawyer has reviewed" in found.err
    assert out.read_text("utf-8").splitlines()[1].startswith("1,violation,,no relief,")


def test_what_became_of_it_keeps_to_its_schema(run: Run, cases: Path) -> None:
    schema = json.loads((SCHEMAS / "decide-table-1.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for number, at in enumerate(("2021-11-01", "2018-01-01")):
        out = cases.with_name(f"answers-{number}.csv")
        words = ("decide", "us-ct/vacatur", "--at", at, *DAYS, "--format", "json")
        found = run(*words, "--batch", cases, "--out", out)
        assert found.status == 0, found.err
        told = json.loads(found.out)
        jsonschema.validate(told, schema)
        assert told["rows"] == 4
        assert len(told["decisions"]) == number + 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--batch", "cases.csv"), "Give --out TABLE"),
        (("--out", "answers.csv"), "go with --batch"),
        (("--engine", "spark", "--facts", "case.toml"), "go with --batch"),
        (("--batch", "cases.csv", "--template"), "goes without --facts"),
        (("--batch", "a.csv", "--out", "b.csv", "--engine", "dukdb"), "is not one of"),
    ],
)
def test_options_that_do_not_go_together(
    run: Run, words: tuple[str, ...], told: str
) -> None:
    found = run(*ON, *DAYS, *words)
    assert (found.status, found.out) == (2, "")
    assert told in found.err


def test_a_day_that_is_missing_is_asked_for(run: Run, cases: Path) -> None:
    found = run(*ON, "--batch", cases, "--out", cases.with_name("answers.csv"))
    assert found.status == 2
    assert "give --governed DATE: it is the day of the application" in found.err


@pytest.mark.parametrize(
    ("decision", "at", "told"),
    [
        ("us-ct/vacatur", "2010-01-01", "not encoded"),
        ("us-ct/council", "2021-11-01", "no decision"),
    ],
)
def test_where_nothing_is_decided_nothing_is_written(
    run: Run, cases: Path, decision: str, at: str, told: str
) -> None:
    out = cases.with_name("answers.csv")
    found = run("decide", decision, "--at", at, *DAYS, "--batch", cases, "--out", out)
    assert (found.status, found.out) == (2, "")
    assert told in found.err
    assert not out.exists()


def test_faults_of_a_table_are_told_and_nothing_is_written(run: Run, cases: Path) -> None:
    out = cases.with_name("answers.csv")
    cases.write_text("id,ofense_level,conviction_for_prostitution\n1,violation,\n")
    found = run(*ON, *DAYS, "--batch", cases, "--out", out)
    assert found.status == 2
    assert "did you mean offense_level?" in found.err
    assert not out.exists()
    found = run(*ON, *DAYS, "--batch", cases, "--out", out, "--pass", "ofense_level")
    assert found.status == 0
    found = run(*ON, *DAYS, "--batch", cases, "--out", out)
    assert "already" in found.err

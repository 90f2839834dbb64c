from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from statuteline.law import encodings

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., Any]

WRONG = """encoding = "us-ct/vacatur"
[[case]]
name = "a class A felony"
at = 2021-11-01
outcome = "may vacate"
[case.facts]
offense_level = "class A felony"
[[case]]
name = "prostitution as a class B felony"
at = 2021-11-01
outcome = "no relief"
[case.facts]
conviction_for_prostitution = true
offense_level = "class B felony"
[[case]]
name = "nothing known"
at = 2021-11-01
outcome = "undetermined"
"""


def test_decisions_are_listed_with_the_number_of_their_cases(run: Run, own: Path) -> None:
    found = run("cases")
    assert (found.status, found.err) == (0, "")
    assert "us-ct/vacatur" in found.out
    empty = run("cases", "--corpus", own, "--format", "json")
    assert empty.status == 0
    assert {one["cases"] for one in json.loads(empty.out)["decisions"]} == {0}


def test_the_shipped_cases_agree(run: Run) -> None:
    found = run("cases", "us-ct/vacatur")
    assert (found.status, found.err) == (0, "")
    lines = found.out.splitlines()
    agreed = sum(line.startswith("agreed") for line in lines)
    assert "differs" not in found.out
    assert lines[-1] == f"us-ct/vacatur: {agreed} cases, all agreed; none signed."


def test_a_case_that_differs_is_told_with_the_deciding_clause(
    run: Run, tmp_path: Path
) -> None:
    table = tmp_path / "mine.toml"
    table.write_text(WRONG, "utf-8")
    found = run("cases", "--file", table)
    assert (found.status, found.err) == (1, "")
    told = " ".join(found.out.split())
    assert f"differs 2021-11-01: a class A felony {table}:2 expected may vacate, " in told
    assert 'found no relief: "offense in scope" is not met' in told
    assert 'it cannot be, since "prostitution is a misdemeanor"' in told
    assert "agreed 2021-11-01: nothing known" in told
    assert told.endswith("us-ct/vacatur: 3 cases, 2 differ; none signed.")
    as_json = run("cases", "us-ct/vacatur", "--file", table, "--format", "json")
    assert as_json.status == 1
    assert json.loads(as_json.out)["differing"] == 2


def test_the_fewest_cases_are_told_with_what_each_would_notice(run: Run) -> None:
    found = run("cases", "us-ct/vacatur", "--minimal", "--at", "2021-11-01")
    assert (found.status, found.err) == (0, "")
    told = " ".join(found.out.split())
    assert "11 cases, no fewer do. They tell 56 of 69 mistakes" in told
    assert "longest prison term 11 years" in told
    assert "No lawyer has reviewed" in told
    assert max(map(len, found.out.splitlines())) <= 80


@pytest.mark.parametrize("procedure", [(), ("--procedure",)])
@pytest.mark.parametrize("at", ["2014-01-01", "2018-01-01", "2021-11-01"])
def test_the_table_to_sign_is_one_that_runs(
    run: Run, tmp_path: Path, at: str, procedure: tuple[str, ...]
) -> None:
    words = ("cases", "us-ct/vacatur", "--minimal", "--at", at, *procedure)
    given = run(*words, "--format", "toml")
    assert given.status == 0
    table = tmp_path / "sign.toml"
    table.write_text(given.out.replace('signed_by = ""', 'signed_by = "me"'), "utf-8")
    ran = run("cases", "--file", table)
    assert ran.status == 0
    count = given.out.count("[[case]]")
    assert ran.out.endswith(f"{count} cases, all agreed; {count} signed.\n")
    suites = json.loads(run(*words, "--format", "json").out)["suites"]
    assert sum(len(suite["cases"]) for suite in suites) == count


def test_a_day_without_a_text_is_refused_with_the_days_there_are(run: Run) -> None:
    found = run("cases", "us-ct/vacatur", "--minimal", "--at", "2010-01-01")
    assert found.status == 2
    assert "texts are encoded from 2013-10-01" in found.err


@pytest.mark.parametrize(
    "words",
    [
        ("--minimal", "--at", "2021-11-01"),
        ("us-ct/vacatur", "--minimal", "--reading", "narrow"),
        ("us-ct/vacatur", "--minimal", "--format", "toml"),
        ("--minimal", "--format", "json"),
        ("us-ct/vacatur", "--minimal", "--at", "2021-11-01", "--file", "x"),
        ("us-ct/vacatur", "--at", "2021-11-01"),
        ("us-ct/vacatur", "--reading", "narrow"),
        ("us-ct/vacatur", "--procedure"),
        ("us-ct/vacatur", "--format", "toml"),
        ("us-ct/vacatr",),
        ("--file", "no such file"),
    ],
)
def test_what_does_not_go_together_is_refused(run: Run, words: tuple[str, ...]) -> None:
    found = run("cases", *words)
    assert (found.status, found.out) == (2, "")


def test_procedure_and_reading_do_not_go_together(run: Run) -> None:
    words = ("cases", "us-ct/vacatur", "--minimal", "--at", "2018-01-01", "--procedure")
    assert run(*words, "--reading", "narrow").status == 2


def test_a_decision_without_cases_is_told(run: Run, own: Path) -> None:
    found = run("cases", "us-ct/vacatur", "--corpus", own)
    assert found.status == 2
    assert "no golden case of us-ct/vacatur" in found.err


def test_a_table_of_the_corpus_that_cannot_be_read_is_told(run: Run, own: Path) -> None:
    (own / "us-ct" / "cases").mkdir()
    (own / "us-ct" / "cases" / "x.toml").write_bytes(b"\xff")
    found = run("cases", "--corpus", own)
    assert found.status == 2
    assert "x.toml:1" in found.err
    (own / "us-ct" / "cases" / "y.toml").mkdir()
    (own / "us-ct" / "cases" / "x.toml").unlink()
    assert "cannot be read" in run("cases", "--corpus", own).err


def test_without_day_or_decision_each_text_of_each_decision_is_told(run: Run) -> None:
    found = run("cases", "--minimal")
    assert (found.status, found.err) == (0, "")
    heads = [line for line in found.out.splitlines() if line.startswith("us-ct/")]
    assert len(heads) == sum(
        len(version.readings) for one in encodings() for version in one.versions
    )
    alone = run("cases", "us-ct/vacatur", "--minimal").out
    assert alone in found.out
    assert run("cases", "us-ct/vacatur", "--minimal", "--at", "2021-10-01").out in alone


def test_the_procedure_of_each_text_is_told_where_there_is_one(run: Run) -> None:
    found = run("cases", "--minimal", "--procedure")
    assert found.status == 0
    heads = [line for line in found.out.splitlines() if ", procedure" in line]
    assert [head.partition(" on ")[2][:4] for head in heads] == ["2013", "2016", "2021"]

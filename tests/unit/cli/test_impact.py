from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., Any]
VACATUR = ("impact", "us-ct/vacatur", "2020-01-01", "2021-11-01")
CLIENTS = (
    "name,conviction_for_prostitution,offense_level,longest_prison_term,"
    "took_part_as_result_of_trafficking,proved_victim_at_time_of_offense\n"
    "first,yes,misdemeanor,1,yes,yes\n"
    "second,no,class D felony,5,yes,yes\n"
    "third,no,class B felony,20,yes,yes\n"
    "fourth,no,,,yes,\n"
    "fifth,yes,class B felony,,yes,yes\n"
)


@pytest.fixture
def clients(tmp_path: Path) -> Path:
    path = tmp_path / "clients.csv"
    path.write_text(CLIENTS, "utf-8")
    return path


def test_the_cases_of_a_file_are_named(run: Run, clients: Path) -> None:
    found = run(*VACATUR, "--reading", "narrow", "--cases", clients)
    assert (found.status, found.err) == (1, "")
    assert "5 cases of the file" in found.out
    assert "Was no relief, now may vacate: second\n" in found.out
    assert "As before impossible record: fifth\n" in found.out
    assert "distinguishable cases:" not in found.out
    assert max(map(len, found.out.splitlines())) <= 80


def test_a_name_of_a_case_steers_no_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "clients.csv"
    path.write_text('name,offense_level\n"a\x1b[2J\nb",violation\n', "utf-8")
    told = run(*VACATUR, "--reading", "narrow", "--cases", path).out
    assert "a⟨U+001B⟩[2J b" in told


def test_json_holds_the_rows_of_the_file(run: Run, clients: Path) -> None:
    found = run(*VACATUR, "--reading", "narrow", "--cases", clients, "--format", "json")
    (comparison,) = json.loads(found.out)["comparisons"]
    assert comparison["rows"][:2] == [
        {"name": "first", "before": "shall vacate", "after": "shall vacate"},
        {"name": "second", "before": "no relief", "after": "may vacate"},
    ]


def test_counts_are_never_called_people(run: Run) -> None:
    told = run(*VACATUR).out
    assert "never of people" in told
    assert told.count("people") == told.count("never of people")


def test_nothing_differs_within_one_text(run: Run) -> None:
    found = run("impact", "us-ct/vacatur", "2021-10-01", "2024-01-01")
    assert found.status == 0
    assert "Both days have one text." in found.out
    assert found.out.endswith("Nothing differs.\n")


def test_a_day_without_a_version_is_told(run: Run) -> None:
    found = run("impact", "us-ct/vacatur", "2013-09-30", "2021-11-01")
    assert (found.status, found.err) == (1, "")
    assert "no version of the encoding covers" in " ".join(found.out.split())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("us-ct/vacatr", "2020-01-01", "2021-11-01"), "us-ct/vacatur"),
        (("us-ct/vacatur", "2020-01-01", "2021-13-01"), "2021-13-01"),
        (("us-ct/vacatur", "2020-01-01", "2021-11-01", "--reading", "brod"), "broad"),
        (("us-ct/vacatur", "2020-01-01", "2021-11-01", "--cases", "no.csv"), "no.csv"),
        (("us-ct/council", "2020-01-01", "2021-11-01", "--cases", "-"), "decides nothing"),
    ],
)
def test_what_cannot_be_done_is_told(run: Run, words: tuple[str, ...], told: str) -> None:
    found = run("impact", *words)
    assert (found.status, found.out) == (2, "")
    assert told in found.err


ALL = ("impact", "--from", "2021-09-30", "--to", "2021-10-01")


def test_all_that_an_act_changed_is_joined_with_what_it_changes_for_people(
    run: Run,
) -> None:
    found = run(*ALL)
    assert (found.status, found.err) == (1, "")
    assert "P.A. 21-103, S. 7: Subsection (b) is added." in found.out
    assert "us-ct/vacatur@2021-10-01/procedure/notice-to-the-victim" in found.out
    assert "was no relief, now may vacate: 15" in found.out
    assert "never of people" in found.out
    assert "us-ct/council:" not in found.out
    wide = [line for line in found.out.splitlines() if len(line) > 80]
    assert all(len(line.split()) == 1 for line in wide)  # a name is not broken


def test_the_same_as_json(run: Run) -> None:
    found = json.loads(run(*ALL, "--format", "json").out)["encodings"]
    vacatur = next(one for one in found if one["encoding"] == "us-ct/vacatur")
    assert [one["before"] for one in vacatur["comparisons"]] == ["narrow", "broad"]
    assert {one["claim"] for one in vacatur["changes"]} == {"followed", "held"}
    assert vacatur["procedure"] == [
        "notice to the victim",
        "victim's opportunity to be heard",
    ]


def test_days_between_which_nothing_changes(run: Run) -> None:
    found = run("impact", "--from", "2021-10-01", "--to", "2021-10-02")
    assert found.status == 0
    assert "differs" in found.out


@pytest.mark.parametrize(
    "words",
    [
        ("--from", "2021-10-01"),
        ("--to", "2021-10-01"),
        ("us-ct/vacatur", "--from", "2021-09-30", "--to", "2021-10-01"),
        ("--from", "2021-10-01", "--to", "2021-09-30"),
        ("us-ct/vacatur", "2021-10-01"),
        (),
    ],
)
def test_days_and_names_that_do_not_go_together_are_refused(
    words: tuple[str, ...], run: Run
) -> None:
    assert run("impact", *words).status == 2

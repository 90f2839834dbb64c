"""All texts of a series on two days."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from statuteline.cli.main import _status

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def run(*words: str) -> int:
    return _status(["compare", *words])


def test_the_day_of_the_act_changes_six_sections(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("--from", "2021-09-30", "--to", "2021-10-01", "--format", "json") == 1
    result = json.loads(capsys.readouterr().out)
    assert result["counts"] == {"changed": 6, "unchanged": 2}
    changed = {row["work"] for row in result["works"] if row["state"] == "changed"}
    assert changed == {
        f"us-ct/cgs/{number}"
        for number in ("17a-106h", "53a-83", "53a-83b", "53a-192a", "54-47a", "54-95c")
    }
    assert all(row["changes"] for row in result["works"] if row["state"] == "changed")


def test_a_day_without_commencement_changes_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("--from", "2022-01-01", "--to", "2022-01-02") == 0
    assert "8 unchanged" in capsys.readouterr().out


def test_a_lacking_text_is_unknown_and_never_added(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("--from", "2012-01-01", "--to", "2017-10-01", "--format", "json") == 1
    states = {
        row["work"]: row["state"] for row in json.loads(capsys.readouterr().out)["works"]
    }
    assert states["us-ct/cgs/53a-192a"] == "unknown"
    assert states["us-ct/cgs/54-95c"] == "added"
    assert states["us-ct/cgs/53a-83b"] == "added"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--from", "2021-10-01"), "--to"),
        (("--from", "2021-10-02", "--to", "2021-10-01"), "must not be before"),
        (("--from", "2021-02-30", "--to", "2021-10-01"), "not a date"),
        (("--from", "2021-01-01", "--to", "2021-10-01", "--series", "x"), "cgs"),
        (("a.xml", "b.xml", "--engine", "abacus"), "local"),
        (("a.xml", "b.xml", "--jobs", "-1"), "--jobs"),
    ],
)
def test_wrong_usage_is_told(
    words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*words) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("form", ["text", "json"])
def test_any_number_of_jobs_gives_the_same_bytes(
    form: str,
    code: Callable[[str, dict[str, str]], Path],
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = {f"1-{n}": f"The book of shelf {n} is lent for {n} days." for n in range(1, 60)}
    old = code("old.xml", words)
    new = code("new.xml", {n: w.replace("days", "weeks") for n, w in words.items()})
    told = []
    for jobs in ("1", "2", "3"):
        assert run(str(old), str(new), "--format", form, "--jobs", jobs) == 1
        told.append(capsys.readouterr())
    assert told[0].out.count("“days” is replaced by “weeks”") == 59
    assert told == [told[0]] * 3
    assert not told[0].err


def test_progress_is_for_a_terminal(
    code: Callable[[str, dict[str, str]], Path],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old, new = code("old.xml", {"1-1": "A book."}), code("new.xml", {"1-1": "A map."})
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert run(str(old), str(new)) == 1
    told = capsys.readouterr()
    assert told.err == "\r1 compared\r          \r"
    assert "compared" not in told.out

"""All texts of a series on two days."""

from __future__ import annotations

import csv
import json
import shutil
from typing import TYPE_CHECKING

import pytest

from statuteline.cli.main import _status
from statuteline.corpus.locate import shipped

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
        (("--at", "2021-10-01"), "two folders"),
        ((".", ".", "--supplement"), "two files"),
        ((".", "."), "init DIR"),
        ((".", ".", "--at", "2021-10-01", "--to", "2021-10-01"), "without --from"),
        ((".", ".", "--to", "2021-10-01"), "--from"),
        ((".", "a.xml"), "folder and a file"),
        (("a.xml",), "two files"),
        (("a.xml", "b.xml", "--at", "2021-10-01"), "no day"),
        (("a.xml", "b.xml", "--engine", "abacus"), "local"),
        (("a.xml", "b.xml", "--jobs", "-1"), "--jobs"),
    ],
)
def test_wrong_usage_is_told(
    words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*words) == 2
    assert told in capsys.readouterr().err


@pytest.fixture
def other(copy: Path) -> Path:
    """A second corpus: a section with other words, one missing, one nowhere else."""
    sections = copy / "us-ct" / "cgs"
    path = sections / "54-95c" / "eng@2021-10-01.xml"
    path.write_text(path.read_text("utf-8").replace("court", "tribunal", 1), "utf-8")
    shutil.rmtree(sections / "53a-83")
    shutil.copytree(sections / "53a-83b", sections / "53a-83z")
    for file in (sections / "53a-83z").iterdir():
        file.write_text(file.read_text("utf-8").replace("53a-83b", "53a-83z"), "utf-8")
    return copy


def test_two_corpora_are_compared_on_one_day(
    other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = (str(shipped()), str(other), "--at", "2021-10-01")
    assert run(*words, "--format", "json") == 1
    result = json.loads(capsys.readouterr().out)
    assert result["counts"] == {"added": 1, "changed": 1, "ended": 1, "unchanged": 6}
    rows = {row["work"].rpartition("/")[2]: row for row in result["works"]}
    assert list(rows).index("53a-83z") == list(rows).index("53a-83b") + 1
    (change,) = rows["54-95c"]["changes"]
    assert "“court” is replaced by “tribunal”" in change["summary"]
    assert rows["53a-83"]["state"] == "ended"
    assert rows["53a-83z"]["old"] is None
    assert run(*words) == 1
    text = capsys.readouterr().out
    assert "C.G.S. § 53a-83  Soliciting sexual acts: ended" in text
    assert "Old: Connecticut's human trafficking statutes, restated, on 2021-10-01" in text


def test_two_corpora_on_two_days_and_the_same_corpus_twice(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    days = ("--from", "2021-09-30", "--to", "2021-10-01", "--format", "json")
    assert run(*days) == 1
    one = json.loads(capsys.readouterr().out)
    assert run(str(shipped()), str(copy), *days) == 1
    two = json.loads(capsys.readouterr().out)
    assert one["counts"] == two["counts"]
    assert [row["state"] for row in one["works"]] == [row["state"] for row in two["works"]]
    assert (two["old"]["at"], two["new"]["at"]) == ("2021-09-30", "2021-10-01")
    assert run(str(copy), str(copy), "--at", "2021-10-01") == 0


def test_a_corpus_without_the_text_of_the_day_makes_it_unknown(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(str(copy), str(shipped()), "--at", "2012-01-01", "--format", "json") == 1
    states = {
        row["work"]: row["state"] for row in json.loads(capsys.readouterr().out)["works"]
    }
    assert states["us-ct/cgs/53a-192a"] == "unknown"


def test_works_too_are_compared_by_several_processes(
    other: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = []
    for jobs in ("1", "2"):
        assert run(str(shipped()), str(other), "--jobs", jobs) == 1
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]


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


def test_a_supplement_repeals_nothing_by_leaving_it_out(
    code: Callable[[str, dict[str, str]], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    words = {f"1-{n}": f"The book of shelf {n} is lent for {n} days." for n in (1, 2, 3)}
    base = code("base.xml", words)
    added = {"1-2": words["1-2"].replace("days", "weeks"), "1-2a": "A map is not lent."}
    supplement = code("supplement.xml", added)
    assert run(str(base), str(supplement), "--supplement") == 1
    told = capsys.readouterr().out
    assert "“days” is replaced by “weeks”" in told
    assert "Sec. 1-2a. Shelf 1-2a" in told
    assert "4 sections and headings against 5: 2 differ." in told
    assert run(str(base), str(supplement)) == 1
    assert "4 sections and headings against 3: 4 differ." in capsys.readouterr().out
    assert run(str(base), str(base), "--supplement") == 0


def test_changes_are_listed_in_a_file(tmp_path: Path) -> None:
    target = tmp_path / "changes.csv"
    days = ["--from", "2021-06-30", "--to", "2021-10-01"]
    run = ["compare", *days, "--format", "csv", "--output", str(target)]
    assert _status(run) == 1
    rows = list(csv.DictReader(target.read_text("utf-8").splitlines()))
    assert {row["work"] for row in rows} >= {"us-ct/cgs/54-95c", "us-ct/cgs/53a-83"}
    renumbered = [row for row in rows if row["kind"] == "renumbered"]
    assert any(row["new_place"] == "section 53a-192a(c)" for row in renumbered)


def test_a_list_says_what_it_cannot_tell(
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    days = ["--from", "2016-09-30", "--to", "2021-10-01"]
    assert _status(["compare", *days, "--format", "markdown"]) == 1
    captured = capsysbinary.readouterr()
    assert b"us-ct/cgs/17a-106h" in captured.err
    assert b"us-ct/cgs/17a-106h" not in captured.out
    # A work that came between the two days is told as added.
    assert b"- The section is added. (inserted; section 53a-83b;" in captured.out


def test_a_format_without_a_list_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    days = ["--from", "2021-06-30", "--to", "2021-10-01"]
    assert _status(["compare", *days, "--format", "docx"]) == 2
    assert "text, csv, html, json, markdown, xlsx" in capsys.readouterr().err

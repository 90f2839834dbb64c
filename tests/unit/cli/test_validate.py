from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., Any]
FILE = "us-ct/cgs/54-95c/eng@2016-10-01.xml"


def test_the_shipped_corpus_is_sound(run: Run) -> None:
    found = run("validate")
    assert (found.status, found.err) == (0, "")
    assert "all well" in found.out


@pytest.mark.parametrize(
    ("file", "found", "changed", "rule", "status"),
    [
        (FILE, 'eId="sec_54-95c"', 'eId="sec_54-95d"', "address", 1),
        (FILE, 'eId="sec_54-95c"', 'eId="sec 54"', "unreadable", 2),
        (FILE, "the defendant", "the Defendant", "changed", 1),
        (FILE, "</akomaNtoso>", "</akomaNtoso> ", "changed", 1),
        (FILE, "/act/pa/2016/16-71/#sec_15", "/act/pa/2021/21-103/#sec_99",
         "dangling-reference", 1),
        (FILE, "<body>", "<body><", "unreadable", 2),
        ("SHA256SUMS", "  us-ct", " us-ct", "", 2),
        ("corpus.toml", "name", "gnome", "", 2),
        ("us-ct/jurisdiction.toml", "levels", "storeys", "", 2),
    ],
)  # fmt: skip
def test_a_broken_corpus_is_told_with_file_and_line(  # noqa: PLR0913, PLR0917 - a table
    file: str, found: str, changed: str, rule: str, status: int, run: Run, copy: Path
) -> None:
    path = copy / file
    source = path.read_text(encoding="utf-8")
    assert found in source
    path.write_text(source.replace(found, changed), encoding="utf-8")
    told = run("--corpus", copy, "validate")
    assert told.status == status
    if rule:
        assert f"{path}:" in told.out
        assert f": {rule}: " in told.out
    else:
        assert f"where: {path}" in told.err
    for command in (["list"], ["show", "54-95c"], ["log", "54-95c"]):
        assert run("--corpus", copy, *command).status in {0, 2}


def test_overlapping_intervals_of_the_shipped_work(run: Run, copy: Path) -> None:
    path = copy / FILE
    later = path.with_name("eng@2016-10-01~2026-12-01.xml")
    later.write_bytes(path.read_bytes().replace(b"eng@2016-10-01", b"eng@2016-10-02"))
    later.rename(path.with_name("eng@2016-10-02.xml"))
    told = run("--corpus", copy, "validate", "--format", "json")
    assert told.status == 1
    content = json.loads(told.out)
    assert content["schema"] == "statuteline/validate/1"
    overlap = next(one for one in content["findings"] if one["rule"] == "overlap")
    assert overlap["where"].startswith(f"{path}:")


@pytest.mark.parametrize("kind", ["folder", "gone", "file"])
def test_without_a_corpus_it_is_said_how_to_start_one(
    kind: str, run: Run, tmp_path: Path
) -> None:
    place = tmp_path / "place"
    if kind == "folder":
        place.mkdir()
    elif kind == "file":
        place.touch()
    for command in (["validate"], ["list"], ["show", "54-95c"], ["diff", "a", "b"]):
        found = run("--corpus", place, *command)
        assert (found.status, found.out) == (2, "")
        assert "statuteline init DIR" in found.err

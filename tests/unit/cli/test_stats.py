from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

Run = Callable[..., Any]
LINKS = "pairs of code and text that somebody has judged"


@pytest.fixture
def kept(run: Run, copy: Path, tmp_path: Path) -> Path:
    """A ratchet file of a corpus in which one encoding is judged."""
    (copy / "judgements.toml").unlink(missing_ok=True)
    words = ("review", "us-ct/vacatur", "--by", "Ada")
    assert run("--corpus", copy, *words).status == 0
    path = tmp_path / "ratchet.toml"
    assert run("--corpus", copy, "stats", "--ratchet", path, "--write").status == 0
    return path


def test_a_file_holds_every_measure(kept: Path) -> None:
    marks = {one["name"]: one for one in tomllib.loads(kept.read_text("utf-8"))["measure"]}
    assert len(marks) == 6
    assert 0 < marks[LINKS]["settled"] < marks[LINKS]["total"]


def test_what_has_not_fallen_passes(run: Run, copy: Path, kept: Path) -> None:
    told = run("--corpus", copy, "stats", "--ratchet", kept)
    assert told.status == 0
    assert "fallen" not in told.out


def test_what_has_fallen_fails_and_the_file_is_not_lowered(
    run: Run, copy: Path, kept: Path
) -> None:
    before = kept.read_bytes()
    (copy / "judgements.toml").unlink()
    told = run("--corpus", copy, "stats", "--ratchet", kept, "--write")
    assert told.status == 1
    assert f"fallen: {LINKS}: 0 of " in told.out
    assert kept.read_bytes() == before
    found = json.loads(
        run("--corpus", copy, "stats", "--ratchet", kept, "--format", "json").out
    )
    assert LINKS in [one["name"] for one in found["fallen"]]


def test_writing_raises_the_file(run: Run, copy: Path, kept: Path) -> None:
    before = kept.read_text("utf-8")
    words = ("review", "us-ct/training", "--by", "Ada")
    assert run("--corpus", copy, *words).status == 0
    assert run("--corpus", copy, "stats", "--ratchet", kept, "--write").status == 0
    assert kept.read_text("utf-8") != before


@pytest.mark.parametrize(
    "content",
    [
        "[[measure]]",
        "measure = 1",
        "[[measure]]\nname = 'a'\nsettled = 2\ntotal = 1",
        "[[measure]]\nname = 'a'\nsettled = 'x'\ntotal = 1",
        "no toml",
    ],
)
def test_another_file_is_refused(content: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "other.toml"
    path.write_text(content, "utf-8")
    told = run("stats", "--ratchet", path)
    assert told.status == 2
    assert "other.toml" in told.err


def test_a_file_that_is_not_there_is_refused_unless_it_is_to_be_written(
    run: Run, tmp_path: Path
) -> None:
    assert run("stats", "--ratchet", tmp_path / "none.toml").status == 2
    assert run("stats", "--write").status == 2


def test_figures_are_told_without_a_file(run: Run) -> None:
    told = run("stats")
    assert told.status == 0
    assert "100.0 %" in told.out

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CORPORA = Path(__file__).resolve().parents[2] / "corpora-of-formats"
Run = Callable[..., Any]
Files = Callable[[Path], dict[str, bytes | None]]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return shutil.copytree(CORPORA / "unstated-2", tmp_path / "own")


def test_a_dry_run_tells_and_changes_nothing(run: Run, own: Path, files: Files) -> None:
    before = files(own)
    told = run("--corpus", own, "migrate", "--dry-run")
    assert told.status == 0
    assert told.out == (
        "us-ct/jurisdiction.toml: replaced by the one that is shipped now, which adds "
        "level article\n"
        "corpus.toml: states format = 1\n"
        "Nothing was changed: this was a dry run.\n"
    )
    assert files(own) == before


def test_it_is_done_once(run: Run, own: Path) -> None:
    told = run("migrate", "--corpus", own)
    assert (told.status, len(told.out.splitlines())) == (0, 2)
    again = run("migrate", "--corpus", own)
    assert again.status == 0
    assert again.out == "Nothing to do: the corpus has the present format.\n"


def test_what_stays_is_told_beside_the_output(run: Run, own: Path) -> None:
    path = own / "us-ct" / "jurisdiction.toml"
    path.write_text(path.read_text("utf-8") + "\n# mine\n", "utf-8")
    told = run("migrate", "--corpus", own)
    assert told.status == 0
    assert told.err == (
        "us-ct/jurisdiction.toml was changed here, and stays; it lacks level article\n"
    )


def test_the_shipped_corpus_has_the_present_format(run: Run) -> None:
    assert run("migrate", "--dry-run").out.startswith("Nothing to do")

"""A command loads only what it needs: start-up stays fast."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {
    "cobalt", "cryptography", "diff_match_patch", "importlib.metadata", "lxml", "mkdocs",
    "sqlite3", "urllib3",
}  # fmt: skip
PROGRAM = """
import atexit, sys
atexit.register(lambda: print("loaded:", *sys.modules, file=sys.stderr))
from statuteline.cli.main import run
run()
"""


def heavy_packages(*arguments: str) -> set[str]:
    """Run a command in a new process; give the heavy packages that it loaded."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    *_, loaded = done.stderr.split("loaded:")
    return HEAVY & set(loaded.split())


def test_help_loads_nothing_heavy() -> None:
    assert heavy_packages("--help") == set()


@pytest.mark.parametrize("package", ["diff_match_patch", "mkdocs", "sqlite3", "urllib3"])
def test_show_does_without(package: str) -> None:
    assert package not in heavy_packages("show", "54-95c", "--at", "2021-10-01")


def test_what_diff_loads_is_seen() -> None:
    loaded = heavy_packages("diff", "54-95c", "2016-10-01", "2021-10-01")
    assert {"diff_match_patch", "lxml"} <= loaded
    # Formats of ours are found without a search through all that is installed.
    assert "importlib.metadata" not in loaded

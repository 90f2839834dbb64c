"""The names a user of the package may import: pinned, lazy, and few."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import statuteline

PACKAGE = Path(__file__).resolve().parents[2] / "tool" / "statuteline"
PINNED = tuple(Path(__file__).with_name("public_names.txt").read_text("utf-8").splitlines())
MANY = 40


def hidden_folders(names: tuple[str, ...], folder: Path) -> set[str]:
    """Give the names that would hide a module or folder of the package."""
    modules = {path.stem for path in folder.iterdir()}
    return set(names) & modules


def test_the_names_are_those_pinned() -> None:
    assert tuple(sorted(statuteline.__all__)) == PINNED


def test_every_name_is_there() -> None:
    assert [name for name in PINNED if getattr(statuteline, name, None) is None] == []


def test_the_names_are_few() -> None:
    assert len(set(PINNED)) == len(PINNED) <= MANY


def test_no_name_hides_a_folder() -> None:
    assert hidden_folders(PINNED, PACKAGE) == set()


def test_a_name_that_hides_a_folder_is_found() -> None:
    assert hidden_folders(("compare", "diff", "errors"), PACKAGE) == {"diff", "errors"}


def test_another_name_is_refused() -> None:
    absent = "no_such_name"
    with pytest.raises(AttributeError, match=absent):
        getattr(statuteline, absent)


def test_importing_the_package_loads_no_layer() -> None:
    program = "import statuteline, sys; print(*(n for n in sys.modules if '.' in n))"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert [name for name in run.stdout.split() if name.startswith("statuteline.")] == []


def test_a_layer_that_is_loaded_is_seen() -> None:
    program = "import statuteline.model.ids, sys; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert "statuteline.model.ids" in run.stdout.split()

"""A wheel holds the program and the corpus, and works away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [*PIP, "wheel", "--no-deps", "--no-build-isolation", f"--wheel-dir={folder}", "."],
        cwd=ROOT,
        check=True,
    )
    (path,) = folder.glob("*.whl")
    return path


def shipped_files(folder: Path, inside: str) -> set[str]:
    """Give what a wheel must hold of a folder: all that is neither cache nor hidden."""
    return {
        f"{inside}/{path.relative_to(folder).as_posix()}"
        for path in folder.rglob("*")
        if path.is_file()
        and "__pycache__" not in path.parts
        and not path.name.startswith(".")
    }


def test_it_holds_the_package_and_the_corpus_and_no_more(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    package = shipped_files(ROOT / "tool" / "statuteline", "statuteline")
    corpus = shipped_files(ROOT / "statutes", "statuteline/statutes")
    assert "statuteline/py.typed" in held
    assert "statuteline/statutes/corpus.toml" in held
    assert held == package | corpus


def test_it_lists_the_shipped_corpus_from_an_empty_folder(
    wheel: Path, tmp_path: Path
) -> None:
    installed, empty = tmp_path / "installed", tmp_path / "empty"
    empty.mkdir()
    subprocess.run(
        [*PIP, "install", "--no-deps", f"--target={installed}", str(wheel)], check=True
    )
    # The installed copy comes before the checkout, which the environment holds too.
    environment = os.environ | {"PYTHONPATH": str(installed)}
    environment.pop("STATUTELINE_CORPUS", None)
    program = "import statuteline.corpus.locate as l; print(l.shipped())"
    found = subprocess.run(
        [sys.executable, "-c", program],
        cwd=empty,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(found.stdout.strip()) == installed / "statuteline" / "statutes"
    listed = subprocess.run(
        [sys.executable, installed / "bin" / "statuteline", "list"],
        cwd=empty,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "54-95c" in listed.stdout

"""The same corpus and version give the same bytes: every output, the wheel and the site.

All is made twice, from two copies of the tree: in other folders, with another seed of
Python's hashes, another zone of time, another language and another mask of new files.
What a build may be told, its day, is the same for both.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = shutil.ignore_patterns(".*", "build", "dist", "__pycache__")
DAY = "1795780800"  # 27 November 2026, noon, UTC
DIFF = "diff 54-95c 2016-10-01 2021-10-01"
VACATUR = "us-ct/vacatur --at 2021-11-01"

# Each line is one output. What it is asked of is the same on every day.
LINES = (
    *(f"{DIFF} --format {name}" for name in ("text", "ct", "ct-act", "json", "akn")),
    *(f"{DIFF} --format {name}" for name in ("html", "markdown", "csv", "docx", "xlsx")),
    *(f"{DIFF} --format {name}" for name in ("pdf", "ct-act-pdf")),
    *(f"{DIFF} --format {name} --profile ramseyer" for name in ("html", "docx")),
    f"{DIFF} --layout side-by-side",
    *(
        f"compare --from 2021-09-30 --to 2021-10-01 --format {name}"
        for name in ("text", "json", "csv", "xlsx", "markdown", "html")
    ),
    "compare --from 2021-09-30 --to 2021-10-01 --jobs 2 --format json",
    *(
        f"matrix --act 'P.A. 21-103' --on 2026-11-27 --format {name}"
        for name in ("text", "json", "html", "csv", "xlsx")
    ),
    *(
        f"check --on 2026-11-27 --format {name}"
        for name in ("text", "json", "html", "csv", "xlsx", "sarif", "junit", "github")
    ),
    *(f"rules {VACATUR} --format {name}" for name in ("text", "json", "json-logic")),
    "rules us-ct/vacatur --at 2018-05-01 --reading narrow --format table",
    f"decide {VACATUR} --template",
    f"decide {VACATUR} --governed 2021-10-15 --known 2026-12-01 --facts - --format json",
    "impact us-ct/vacatur 2020-01-01 2021-11-01 --format json",
    "prove --format json",
    "cases us-ct/vacatur --format json",
    f"cases {VACATUR} --minimal --format toml",
    "coverage --on 2026-11-27 --format json",
    "why '54-95c(d)(1)' --on 2026-11-27 --format json",
    "list --format json",
    "show 54-95c --at 2021-10-01 --format json",
    "log 53a-192a --format json",
    "blame 54-95c --at 2021-10-01 --format json",
    "search 'traffick* convict*' --at 2021-10-01 --format json",
    "status --at 2026-11-27 --format json",
    "validate --format json",
)
FACTS = "[facts]\nconviction_for_prostitution = true\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A copy of the tree, and what is around a process that runs in it."""

    tree: Path
    around: dict[str, str]
    umask: int

    def run(self, words: list[str], given: str = "") -> bytes:
        """Run Python on the copy; give what it prints."""
        done = subprocess.run(
            [sys.executable, *words],
            cwd=self.tree,
            env=self.around,
            umask=self.umask,
            input=given.encode(),
            capture_output=True,
            check=False,
        )
        assert done.returncode in {0, 1}, (words, done.stderr.decode(errors="replace"))
        return done.stdout

    def says(self, line: str) -> bytes:
        """Run a command of the program on the corpus of the copy."""
        return self.run(["-m", "statuteline", *shlex.split(line)], FACTS)


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> tuple[Place, Place]:
    """Two copies of the tree, as unlike each other as two computers are."""
    one = tmp_path_factory.mktemp("one") / "tree"
    two = tmp_path_factory.mktemp("another place") / "deeper ü" / "a tree of another name"
    for tree in (one, two):
        shutil.copytree(ROOT, tree, ignore=LEFT_OUT)
    # As in a checkout: what it passes over is in neither wheel.
    for tree in (one, two):
        shutil.copy(ROOT / ".gitignore", tree / ".gitignore")
    return (
        _place(one, umask=0o022, PYTHONHASHSEED="0", TZ="UTC", LANG="C.UTF-8"),
        _place(
            two,
            umask=0o077,
            PYTHONHASHSEED="1",
            TZ="Pacific/Kiritimati",
            LANG="tr_TR.UTF-8",
            LANGUAGE="tr",
            USER="somebody",
        ),
    )


def _place(tree: Path, *, umask: int, **around: str) -> Place:
    home = tree.parent / "home"
    home.mkdir(exist_ok=True)
    known = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(tree / "tool"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "SOURCE_DATE_EPOCH": DAY,
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        **around,
    }
    return Place(tree=tree, around=known, umask=umask)


def digests(folder: Path) -> dict[str, str]:
    """Give the digest of each file below a folder."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def different(one: dict[str, str], two: dict[str, str]) -> list[str]:
    """Name what is not the same in both."""
    return sorted(name for name in one | two if one.get(name) != two.get(name))


@pytest.mark.slow
def test_the_program_that_runs_is_the_copy(places: tuple[Place, Place]) -> None:
    program = "import statuteline; print(statuteline.__file__)"
    for place in places:
        found = Path(place.run(["-c", program]).decode().strip())
        assert found.is_relative_to(place.tree)


@pytest.mark.slow
@pytest.mark.parametrize("line", LINES)
def test_a_command_gives_the_same_bytes(line: str, places: tuple[Place, Place]) -> None:
    one, two = (place.says(line) for place in places)
    assert one, "it says nothing"
    assert one == two


@pytest.mark.slow
def test_the_wheel_is_the_same(places: tuple[Place, Place]) -> None:
    made = []
    for place in places:
        place.run(["-m", "hatchling", "build", "--target", "wheel"])
        made.append(digests(place.tree / "dist"))
        shutil.rmtree(place.tree / "dist")
    one, two = made
    assert len(one) == 1
    assert different(one, two) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        ["-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", "build/made"],
        [
            "-m",
            "statuteline",
            "site",
            "build",
            "--output",
            "build/made",
            "--at",
            "2026-11-27",
        ],
    ],
    ids=["project", "corpus"],
)
def test_the_site_is_the_same(words: list[str], places: tuple[Place, Place]) -> None:
    made = []
    for place in places:
        place.run(words)
        made.append(digests(place.tree / "build" / "made"))
        shutil.rmtree(place.tree / "build" / "made")
    one, two = made
    assert "sitemap.xml.gz" in one
    assert different(one, two) == []


def test_what_differs_is_named() -> None:
    assert different({"a": "1", "b": "1", "c": "1"}, {"a": "1", "b": "2", "d": "1"}) == [
        "b",
        "c",
        "d",
    ]

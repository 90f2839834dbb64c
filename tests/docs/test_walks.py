"""The tutorial and the how-to pages can be followed from top to bottom.

A block ``sh`` is typed line by line. A block behind "Save this as `NAME`:" is saved. Any
other block ``text`` is what the commands before it say; ``…`` stands for lines left out.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

MANUAL = Path(__file__).resolve().parents[2] / "site" / "manual"
PAGES = (
    "tutorial.md",
    "how-to-staff.md",
    "how-to-auditors.md",
    "how-to-jurisdiction.md",
)
SETTING_UP = ("make ", "export ")  # this very environment was made by it
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SAVED = re.compile(r"Save\s+this\s+as\s+`([^`]+)`:\s*\Z")


@dataclass(kw_only=True)
class Reader:
    """Somebody who follows a page in an empty folder."""

    home: Path
    said: str = ""
    typed: list[str] = field(default_factory=list)

    def follow(self, page: str) -> None:
        end = 0
        for block in BLOCK.finditer(page):
            kind, text = block.groups()
            saved = SAVED.search(page[end : block.start()])
            end = block.end()
            if saved:
                path = self.home / saved[1]
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            elif kind == "sh":
                self.said = "".join(self.run(line) for line in text.splitlines())
            elif kind == "text":
                assert missing(text, self.said) == "", self.said
            else:
                pytest.fail(f"nobody saves this: {text}")

    def run(self, line: str) -> str:
        if line.startswith(SETTING_UP):
            return ""
        self.typed.append(line)
        if line.startswith("pip install"):
            self.install()
            return ""
        programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        around = os.environ | {
            "HOME": str(self.home),
            "XDG_CACHE_HOME": str(self.home / ".cache"),
            "PATH": programs,
            "PYTHONPATH": str(self.home),
        }
        around.pop("STATUTELINE_CORPUS", None)
        done = subprocess.run(
            [shutil.which("sh") or "/bin/sh", "-c", line],
            cwd=self.home,
            env=around,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode in {0, 1}, (line, done.stderr)
        silent = "--output" in line or not line.startswith("statuteline ")
        assert done.stdout or silent, (line, done.stderr)
        return done.stdout

    def install(self) -> None:
        """Make the package in this folder known, as an installer would: by its metadata."""
        package = tomllib.loads((self.home / "pyproject.toml").read_text("utf-8"))[
            "project"
        ]
        name, version = package["name"].replace("-", "_"), package["version"]
        folder = self.home / f"{name}-{version}.dist-info"
        folder.mkdir()
        metadata = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        (folder / "METADATA").write_text(metadata, encoding="utf-8")
        lines = [
            line
            for group, points in package["entry-points"].items()
            for line in (
                f"[{group}]",
                *(f"{one} = {place}" for one, place in points.items()),
            )
        ]
        (folder / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")


def missing(shown: str, said: str) -> str:
    """Give the first piece of what is shown that was not said, in this order."""
    wanted = re.split(r"^…\n", shown, flags=re.MULTILINE)
    at = 0
    for place, piece in enumerate(wanted):
        found = said.find(piece, at)
        if found < 0 or (place == 0 and found > 0):
            return piece
        at = found + len(piece)
    return "" if not wanted[-1] or at == len(said) else said[at:]


def commands(page: str) -> Iterator[str]:
    """Give all lines that a page tells the reader to type."""
    for kind, text in BLOCK.findall(page):
        if kind == "sh":
            yield from text.splitlines()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_can_be_followed(name: str, tmp_path: Path) -> None:
    page = (MANUAL / name).read_text("utf-8")
    reader = Reader(home=tmp_path)
    reader.follow(page)
    typed = [line for line in commands(page) if not line.startswith(SETTING_UP)]
    assert reader.typed == typed
    assert len(typed) > 5


def test_what_a_command_does_not_say_is_seen() -> None:
    said = "one\ntwo\nthree\n"
    assert missing(said, said) == ""
    assert missing("…\ntwo\n…\n", said) == ""
    assert missing("one\n…\nthree\n", said) == ""
    assert missing("two\n…\n", said) == "two\n"
    assert missing("one\n", said) == "two\nthree\n"
    assert missing("…\nthree\n…\ntwo\n…\n", said) == "two\n"


def test_a_page_that_cannot_be_followed_is_seen(tmp_path: Path) -> None:
    reader = Reader(home=tmp_path)
    with pytest.raises(AssertionError, match="statuteline lst"):
        reader.follow("```sh\nstatuteline lst\n```\n")
    reader.follow(
        "Save this\nas `a/b.txt`:\n\n```text\nhere\n```\n\n```sh\ncat a/b.txt\n```\n"
    )
    assert reader.said == "here\n"

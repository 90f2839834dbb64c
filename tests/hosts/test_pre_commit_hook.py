"""The hook for pre-commit, in a scratch repository.

pre-commit itself would install this project's packages from a registry, so the hook's entry
is run here as pre-commit runs it: from the top of the repository, on what is staged, if a
staged file is one of those it asks for.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from statuteline.corpus.locate import shipped

ROOT = Path(__file__).resolve().parents[2]
HOOKS: list[dict[str, Any]] = yaml.safe_load(
    (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
)
HOOK = {one["id"]: one for one in HOOKS}["statuteline-check"]
SECTION = "us-ct/cgs/54-95c/eng@2021-10-01.xml"


def git(folder: Path, *words: str) -> str:
    who = {"GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org"}
    who |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in who.items()}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    return subprocess.run(
        ["git", *words],  # noqa: S607 - git is found as everybody finds it
        cwd=folder,
        env=os.environ | who | alone,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def statuteline(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": programs}
    environment.pop("STATUTELINE_CORPUS", None)
    return subprocess.run(
        words, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository whose every link is judged."""
    shutil.copytree(shipped(), tmp_path / "statutes")
    (tmp_path / "statutes" / "judgements.toml").unlink(missing_ok=True)
    names = sorted(
        {
            line.split(": ")[2].partition("@")[0]
            for line in statuteline(tmp_path, "statuteline", "check").stdout.splitlines()
            if " > " in line
        }
    )
    done = statuteline(tmp_path, "statuteline", "review", *names, "--by", "Ada")
    assert done.returncode == 0, done.stderr
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "All is judged")
    return tmp_path


def commit_would_pass(project: Path) -> bool:
    """Run the hook as pre-commit does for a commit; True also where it is skipped."""
    staged = git(project, "diff", "--staged", "--name-only").splitlines()
    if not any(re.search(HOOK["files"], name) for name in staged):
        return True
    assert HOOK["pass_filenames"] is False
    done = statuteline(project, *shlex.split(HOOK["entry"]))
    assert done.returncode in {0, 1}, done.stderr
    return done.returncode == 0


def test_the_hook_has_what_pre_commit_asks_for() -> None:
    assert {"id", "name", "entry", "language"} <= set(HOOK)
    assert HOOK["language"] == "python"


def test_a_change_of_one_word_of_the_law_stops_a_commit(project: Path) -> None:
    path = project / "statutes" / SECTION
    text = path.read_text("utf-8")
    path.write_text(text.replace("certified mail", "certified post"), "utf-8")
    git(project, "add", ".")
    assert not commit_would_pass(project)
    path.write_text(text, "utf-8")
    git(project, "add", ".")
    assert commit_would_pass(project)


def test_files_that_are_no_law_are_not_looked_at(project: Path) -> None:
    (project / "notes.md").write_text("words", "utf-8")
    git(project, "add", "notes.md")
    (project / "statutes" / "judgements.toml").unlink()  # would fail, and is not staged
    assert commit_would_pass(project)
    (project / "rain.py").write_text("", "utf-8")
    git(project, "add", "rain.py")
    assert not commit_would_pass(project)

"""The steps of the workflow that publishes the site, run as a code host runs them.

The host's own actions (checkout, upload and the like) are not run here.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / ".github" / "workflows"
WORKFLOW: dict[Any, Any] = yaml.safe_load((FOLDER / "pages.yml").read_text("utf-8"))
STEPS: list[dict[str, Any]] = WORKFLOW["jobs"]["build"]["steps"]
BASH = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"]
OUTPUT = "${{ steps.pages.outputs.base_url }}"
COMMITTED = "2026-11-20T12:00:00Z"
GIT = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of this project as checkout leaves it, with what is installed here."""
    for name in ("Makefile", "mkdocs.yml", "pyproject.toml", "requirements.lock"):
        (tmp_path / name).symlink_to(ROOT / name)
    for name in ("site", "statutes", "tool"):
        (tmp_path / name).symlink_to(ROOT / name)
    (tmp_path / ".venv").mkdir()
    (tmp_path / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    (tmp_path / ".venv" / ".ready").touch()
    for arguments in (["init", "-q"], ["commit", "-q", "--allow-empty", "-m", "All of it"]):
        subprocess.run(
            [*GIT, *arguments],
            cwd=tmp_path,
            env=os.environ | {"GIT_COMMITTER_DATE": COMMITTED},
            check=True,
        )
    return tmp_path


def run(project: Path, address: str) -> dict[str, str]:
    """Run the shell lines of its steps, and give the digest of each file of the site."""
    environment = {
        name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"
    }
    for step in STEPS:
        if "run" not in step:
            continue
        given = {name: one.replace(OUTPUT, address) for name, one in step["env"].items()}
        done = subprocess.run(
            [*BASH, step["run"]],
            cwd=project,
            env=environment | given,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    (upload,) = (one for one in STEPS if "upload-pages-artifact" in one.get("uses", ""))
    folder = project / upload["with"]["path"]
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.slow
def test_the_site_is_built_where_it_is_uploaded_from_and_bytes_recur(project: Path) -> None:
    first = run(project, "https://law.example.org")
    page = (project / "build" / "site" / "index.html").read_text("utf-8")
    assert "20 November 2026" in page
    feed = (project / "build" / "site" / "changes.atom").read_text("utf-8")
    assert "<id>https://law.example.org/changes.atom</id>" in feed
    assert "https://law.example.org/us-ct/cgs/54-95c/" in (
        project / "build" / "site" / "sitemap.xml"
    ).read_text("utf-8")
    assert run(project, "https://law.example.org/") == first


def test_no_address_is_text_of_a_program_and_only_publishing_may_write() -> None:
    assert all("${{" not in step.get("run", "") for step in STEPS)
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert "permissions" not in WORKFLOW["jobs"]["build"]
    publish = WORKFLOW["jobs"]["publish"]
    assert publish["permissions"] == {"pages": "write", "id-token": "write"}
    assert not any("run" in step for step in publish["steps"])
    assert WORKFLOW["jobs"]["publish"]["needs"] == "build"


@pytest.mark.parametrize("name", sorted(one.name for one in FOLDER.iterdir()))
def test_actions_are_those_of_the_host_by_major_version(name: str) -> None:
    used = re.findall(r"uses: (.+)", (FOLDER / name).read_text("utf-8"))
    assert used
    assert [one for one in used if not re.fullmatch(r"actions/[a-z-]+@v\d+", one)] == []

"""The steps of the reusable workflow, run as a code host runs them.

The host's own actions (checkout, upload and the like) are not run here.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from statuteline.corpus.locate import shipped

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW: dict[Any, Any] = yaml.safe_load(
    (ROOT / ".github" / "workflows" / "statuteline-check.yml").read_text("utf-8")
)
CALL = WORKFLOW[True]["workflow_call"]  # YAML 1.1 reads the key `on` as yes
JOB = WORKFLOW["jobs"]["check"]
BASH = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"]
INPUT = re.compile(r"\$\{\{ inputs\.([a-z]+) \}\}")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A scratch project with a corpus of its own, of which nothing is judged."""
    shutil.copytree(shipped(), tmp_path / "statutes")
    (tmp_path / "statutes" / "judgements.toml").unlink(missing_ok=True)
    return tmp_path


def run(project: Path, **inputs: str) -> dict[str, subprocess.CompletedProcess[str]]:
    """Run the steps until one fails, as the host does."""
    given = {name: one.get("default", "") for name, one in CALL["inputs"].items()} | inputs
    given["package"] = "statuteline"  # it is installed here: no registry is asked
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"PATH": programs, "HOME": str(project)}
    for name, value in JOB["env"].items():
        environment[name] = INPUT.sub(lambda found: given[found[1]], value)
    done: dict[str, subprocess.CompletedProcess[str]] = {}
    for step in JOB["steps"]:
        if "run" not in step:
            continue
        result = subprocess.run(
            [*BASH, step["run"]],
            cwd=project,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        done[step["name"]] = result
        if result.returncode:
            break
    return done


def test_findings_are_reported_annotated_and_fail_the_last_step(project: Path) -> None:
    done = run(project, act="PA 21-103")
    assert list(done) == ["Install", "Write reports", "Check"]
    told = {name: one.returncode for name, one in done.items()}
    assert told == {"Install": 0, "Write reports": 0, "Check": 1}, done["Write reports"]
    assert done["Check"].stdout.startswith("::warning ")
    reports = {path.name for path in (project / "statuteline-reports").iterdir()}
    assert reports == {
        "check.sarif",
        "check.junit.xml",
        "check.html",
        "matrix.html",
        "matrix.csv",
    }
    sarif = json.loads((project / "statuteline-reports" / "check.sarif").read_text("utf-8"))
    related = sarif["runs"][0]["results"][0]["relatedLocations"][0]["physicalLocation"]
    assert related["artifactLocation"]["uri"].startswith("statutes/us-ct/")


def test_with_a_ratchet_only_a_fall_fails(project: Path) -> None:
    program = str(Path(sys.executable).with_name("statuteline"))
    write = [program, "--corpus", "statutes", "stats", "--ratchet", "kept.toml", "--write"]
    subprocess.run(write, cwd=project, capture_output=True, check=True)
    assert run(project, ratchet="kept.toml")["Check"].returncode == 0
    kept = project / "kept.toml"
    kept.write_text(kept.read_text("utf-8").replace("settled = 0", "settled = 1"), "utf-8")
    done = run(project, ratchet="kept.toml")["Check"]
    assert done.returncode == 1
    assert "fallen: " in done.stdout


def test_a_broken_corpus_fails_before_anything_is_checked(project: Path) -> None:
    (project / "statutes" / "corpus.toml").write_text("not toml", "utf-8")
    done = run(project)
    assert done["Write reports"].returncode
    assert "Error: " in done["Write reports"].stderr
    assert "Check" not in done


def test_no_input_is_text_of_a_program() -> None:
    assert all("${{" not in step.get("run", "") for step in JOB["steps"])
    words = "$(touch pwned); `touch pwned`"
    assert INPUT.sub(lambda _: words, JOB["env"]["ACT"]) == words
    assert WORKFLOW["permissions"] == {"contents": "read"}


def test_an_input_that_is_a_program_is_not_run(project: Path) -> None:
    done = run(project, act="$(touch pwned); `touch pwned`")
    assert done["Write reports"].returncode
    assert "Error: " in done["Write reports"].stderr
    assert not (project / "pwned").exists()

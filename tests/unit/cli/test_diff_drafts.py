"""Files from somebody's desk beside each other, and beside the corpus."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from statuteline.model.provision import Provision

    Run = Callable[..., Any]

OLD = """\
AN ACT CONCERNING THE LIBRARY.

Section 1. Fees. (a) A reader pays one dollar for
each day that a book is late.
(b) The librarian may waive a fee under subsection
(a) of this section.
"""
NEW = OLD.replace("one dollar", "two dollars")


@pytest.fixture
def drafts(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(OLD, "utf-8")
    new.write_text(NEW, "utf-8")
    return old, new


def test_two_drafts_are_compared(drafts: tuple[Path, Path], run: Run) -> None:
    found = run("diff", *drafts)
    assert (found.status, found.err) == (1, "")
    assert "old.txt compared with new.txt" in found.out
    assert "Old text: a draft, which bears no date (old-txt)" in found.out
    assert "[one dollar]{+two dollars+}" in found.out
    assert "in force" not in found.out
    assert run("diff", drafts[0], drafts[0]).status == 0


def test_a_draft_has_no_day_in_json(drafts: tuple[Path, Path], run: Run) -> None:
    told = json.loads(run("diff", *drafts, "--format", "json").out)
    schema = Path(__file__).parents[3] / "site" / "schemas" / "diff-1.schema.json"
    jsonschema.validate(told, json.loads(schema.read_text("utf-8")))
    for side in ("old", "new"):
        assert told[side]["start"] is None
        assert told[side]["commencement"] is None
        assert told[side]["when"] == "a draft, which bears no date"


@pytest.mark.parametrize("form", ["html", "markdown", "ct"])
def test_no_format_dates_a_draft(form: str, drafts: tuple[Path, Path], run: Run) -> None:
    shown = run("diff", *drafts, "--format", form).out
    assert "raft, which bears no date" in shown
    assert "eng@" not in shown


def test_two_columns_name_drafts_by_their_files(
    drafts: tuple[Path, Path], run: Run
) -> None:
    shown = run("diff", *drafts, "--layout", "side-by-side").out
    assert "New text: new-txt" in shown
    assert "eng@" not in shown


@pytest.mark.parametrize("work", ["54-95c", "53a-82", "46a-170"])
def test_the_corpus_written_out_is_the_same_text(
    work: str, run: Run, tmp_path: Path
) -> None:
    corpus = open_corpus(shipped())
    text = corpus.expressions(corpus.cite(work).work)[-1]
    path = tmp_path / "draft.txt"
    path.write_text("\n\n".join(_written(text.body)), "utf-8")
    told = json.loads(run("diff", str(text.id), path, "--format", "json").out)
    kinds = {change["kind"] for change in told["changes"]}
    assert kinds <= {"unseen"}  # words that the corpus knows of and does not hold
    assert "same lasting id" not in {change["reason"] for change in told["changes"]}


def _written(provisions: tuple[Provision, ...]) -> Iterator[str]:
    for one in provisions:
        yield " ".join((one.num or "", one.heading_text, one.intro_text)).strip()
        yield from _written(one.children)
        if one.wrap_up:
            yield one.wrap_up_text


def test_standard_input_is_a_draft_too(
    drafts: tuple[Path, Path], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = io.TextIOWrapper(io.BytesIO(NEW.encode()))
    monkeypatch.setattr(sys, "stdin", typed)
    found = run("diff", drafts[0], "-")
    assert found.status == 1
    assert "old.txt compared with standard input" in found.out


def test_standard_input_is_read_once(run: Run) -> None:
    found = run("diff", "-", "-")
    assert (found.status, found.out) == (2, "")
    assert "Only one of the two" in found.err


def test_akoma_ntoso_is_known_without_its_ending(run: Run, copy: Path) -> None:
    path = copy / "us-ct" / "cgs" / "54-95c" / "eng@2016-10-01.xml"
    other = path.rename(copy / "draft.txt")
    assert run("diff", other, "54-95c/eng@2016-10-01").status == 0


def test_a_draft_is_not_written_as_a_text_of_the_corpus(
    drafts: tuple[Path, Path], run: Run
) -> None:
    found = run("diff", *drafts, "--format", "akn")
    assert (found.status, found.out) == (2, "")
    assert "this is a draft" in found.err


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \n\t", "is empty"),
        ("a.txt", b"\xef\xbb\xbf\n", "has no words"),
        ("a.txt", b"Books\x00are lent", "byte 6 is 0x00"),
        ("a.txt", b"Books \xe9", "not UTF-8"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "save it as .docx"),
        ("a.rtf", b"{\\rtf1 Books}", "save it as .docx"),
        ("a.docx", b"PK\x03\x04" + b"\0" * 26, "no Word document"),
        ("a.pdf", b"\x89PNG\r\n", "is a picture"),
        ("a.pdf", b"%PDF-1.7\n", "cannot be read"),
        ("a.docx", b"PK\x03\x04word/document.xml", "is broken"),
        ("a.md", b"# \n\n", "has no words"),
    ],
)
def test_what_is_no_draft_says_why(
    name: str, data: bytes, says: str, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    found = run("diff", "54-95c", path)
    assert (found.status, found.out) == (2, "")
    assert says in found.err
    assert name in found.err


@pytest.mark.parametrize(
    ("name", "head", "piece", "times", "says"),
    [
        ("a.txt", b"", b"a", 50_000_000, "has 50000000 characters"),
        ("a.txt", b"", b"a ", 25_000_000, "has 49999999 characters"),
        ("a.txt", b"", b"a\n", 1_000_000, "has 1999999 characters"),
        ("a.md", b"# ", b"#", 1_000_000, "has no words"),
        ("a.md", b"# ", b"#x", 1_000_000, "has 2000000 characters"),
        ("a.md", b"", b"**a ", 500_000, "has 1999999 characters"),
        ("a.html", b"<p>", b"a", 50_000_000, "cannot be read as HTML"),
        ("a.html", b"<p>", b"a<br>", 1_000_000, "has 1999999 characters"),
        ("a.txt", b"", b"a", 64 * 1024 * 1024 + 1, "larger than 64 MiB"),
        ("a.pdf", b"%PDF-1.7\n", b"<<", 100_000, "cannot be read"),
    ],
)
def test_a_hostile_size_ends_with_a_message(  # noqa: PLR0913, PLR0917 - one case
    name: str, head: bytes, piece: bytes, times: int, says: str, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(head + piece * times)
    found = run("diff", "54-95c", path)
    assert (found.status, found.out) == (2, "")
    assert says in found.err


def test_a_file_that_is_not_there_is_no_citation(run: Run, tmp_path: Path) -> None:
    found = run("diff", tmp_path / "gone.docx", "54-95c")
    assert (found.status, found.out) == (2, "")
    assert "No such file" in found.err

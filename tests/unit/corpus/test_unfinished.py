"""What a recording that was cut off has left is in no answer, and is cleared away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from statuteline.corpus.checks import validate
from statuteline.corpus.checksums import FILE_NAME, JOURNAL, read_sums, sums_text
from statuteline.corpus.unfinished import finish_recording, unfinished
from statuteline.errors import CorpusError
from statuteline.model.work import Expression

if TYPE_CHECKING:
    from statuteline.corpus.store import Corpus

Text = Callable[..., Expression]
Files = Callable[[Path], dict[str, bytes | None]]
EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.fixture
def texts(text: Text) -> list[Expression]:
    return [text(f"{year}-10-01", f"Words of {year}.") for year in range(2001, 2009)]


def record(corpus: Corpus, texts: list[Expression]) -> int:
    with corpus.recording() as recorder:
        return recorder.record([recorder.check(text) for text in texts])


def cut_off(corpus: Corpus, before: bytes) -> None:
    """Make a corpus look as if its last recording had been cut off."""
    sums = corpus.root / FILE_NAME
    lines = sums.read_bytes().splitlines(keepends=True)
    (corpus.root / JOURNAL).write_bytes(
        b"".join(line for line in lines if line not in before.splitlines(keepends=True))
    )
    sums.write_bytes(before)


def test_what_is_not_recorded_yet_is_in_no_answer(
    corpus: Corpus, texts: list[Expression]
) -> None:
    record(corpus, texts[:3])
    before = (corpus.root / FILE_NAME).read_bytes()
    record(corpus, texts)
    cut_off(corpus, before)
    known = [text.id for text in texts[:3]]
    work = texts[0].id.work
    assert list(corpus.expression_ids(work)) == known
    assert [path.name for path in corpus.xml_files()] == [
        f"{one.label}.xml" for one in known
    ]
    with pytest.raises(CorpusError, match="is not recorded"):
        corpus.read(texts[4].id)
    assert validate(corpus) == ()
    other = replace(texts[4], title="Another heading")
    with corpus.recording(dry_run=True) as recorder:
        assert recorder.check(other).is_new
    assert corpus.add(other)
    assert list(corpus.expression_ids(work)) == [*known, other.id]
    assert not (corpus.root / JOURNAL).exists()
    assert validate(corpus) == ()


def test_a_work_of_a_recording_that_was_cut_off_is_unknown(
    corpus: Corpus, texts: list[Expression]
) -> None:
    record(corpus, texts)
    cut_off(corpus, b"")
    assert corpus.works() == ()
    assert not corpus.holds(texts[0].id.work)
    finish_recording(corpus.root)
    assert sorted(path.name for path in corpus.root.rglob("*")) == [
        *("SHA256SUMS", "corpus.toml", "jurisdiction.toml", "us-ct")
    ]


@pytest.mark.parametrize(
    "named",
    [
        *(
            "corpus.toml",
            "us-ct/jurisdiction.toml",
            "../own/us-ct/cgs/1-1/eng@2001-10-01.xml",
        ),
        *(
            "/etc/eng@2001-10-01.xml",
            "us-ct/linked/1-1/eng@2001-10-01.xml",
            "us-ct/cgs/1-1",
        ),
    ],
)
def test_a_journal_of_a_stranger_removes_nothing(
    named: str, corpus: Corpus, texts: list[Expression], files: Files, tmp_path: Path
) -> None:
    outside = tmp_path / "outside" / "1-1"
    outside.mkdir(parents=True)
    (outside / "eng@2001-10-01.xml").write_bytes(b"mine")
    record(corpus, texts[:1])
    (corpus.root / "us-ct" / "linked").symlink_to(tmp_path / "outside")
    (corpus.root / JOURNAL).write_text(f"{'0' * 64}  {named}\n", "utf-8")
    before = files(tmp_path)
    with pytest.raises(CorpusError, match=r"none of its own|a path in here") as caught:
        corpus.add(texts[1])
    assert caught.value.where.startswith(str(corpus.root / JOURNAL))
    assert files(tmp_path) == before


def test_what_a_journal_names_and_the_list_does_not_is_unfinished(tmp_path: Path) -> None:
    assert unfinished(tmp_path) == frozenset()
    journal = {"a.xml": EMPTY, "b.xml": EMPTY}
    (tmp_path / "SHA256SUMS.unfinished").write_bytes(sums_text(journal))
    assert unfinished(tmp_path) == {"a.xml", "b.xml"}
    assert read_sums(tmp_path) == {}
    (tmp_path / "SHA256SUMS").write_bytes(sums_text({"b.xml": EMPTY}))
    assert unfinished(tmp_path) == {"a.xml"}
    (tmp_path / "SHA256SUMS.unfinished").unlink()
    assert unfinished(tmp_path) == frozenset()

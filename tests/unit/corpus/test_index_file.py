"""The index is a cache: whatever happens to it, answers stay the same."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import date
from shutil import copytree, rmtree
from typing import TYPE_CHECKING

import pytest

from statuteline.corpus import index_rows
from statuteline.corpus.checksums import FILE_NAME, JOURNAL
from statuteline.corpus.index_place import index_place
from statuteline.corpus.locate import shipped
from statuteline.corpus.search import Found, search
from statuteline.corpus.store import Corpus, open_corpus
from statuteline.errors import CorpusError

from .library_law import LAW, fill, section

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from pathlib import Path

    from statuteline.model.ids import WorkId

NOW = date(2026, 1, 1)
QUERIES = ("is", "book OR fee", "11-2a", "librar*", "free NEAR/9 book", "map")


def answers(corpus: Corpus) -> list[Found]:
    found = [search(corpus, query, at=NOW) for query in QUERIES]
    found += [search(corpus, query, at=None) for query in QUERIES]
    return [replace(one, remade="") for one in found]


def works_read(corpus: Corpus) -> list[str]:
    """Search, and give the works that had to be read for the index."""
    seen: list[str] = []

    def watch(works: Generator[WorkId, None, None], count: int) -> Iterable[WorkId]:
        for work in works:
            seen.append(work.number)
            yield work
        assert count == len(seen)

    search(corpus, "book", at=NOW, watch=watch)
    return seen


def test_it_is_made_once_and_git_passes_over_it(corpus: Corpus) -> None:
    fill(corpus)
    assert works_read(corpus) == ["11-1", "11-2a", "11-3", "11a-1"]
    place = index_place(corpus.root)
    before = place.read_bytes(), place.stat().st_mtime_ns
    assert place.parent == corpus.root.resolve() / ".index"
    assert works_read(corpus) == []
    assert (place.read_bytes(), place.stat().st_mtime_ns) == before
    assert sorted(path.name for path in place.parent.iterdir()) == [
        ".gitignore",
        "search.sqlite3",
    ]
    assert (place.parent / ".gitignore").read_text("utf-8") == "*\n"


def test_deleting_it_changes_no_answer(corpus: Corpus) -> None:
    before = answers(fill(corpus))
    assert any(one.hits for one in before)
    rmtree(corpus.root / ".index")
    assert answers(corpus) == before


def test_it_follows_new_files_as_if_it_were_made_anew(corpus: Corpus) -> None:
    for at, text in enumerate(reversed(LAW)):
        corpus.add(text)
        assert works_read(corpus) == [text.id.work.number]
        assert works_read(corpus) == [], at
    grown = answers(corpus)
    rmtree(corpus.root / ".index")
    assert answers(corpus) == grown


def test_a_new_text_moves_the_days_of_the_old_one(corpus: Corpus) -> None:
    corpus.add(LAW[0])
    assert search(corpus, "fee", at=NOW).total == 1
    corpus.add(LAW[1])
    assert (search(corpus, "fee", at=NOW).total, search(corpus, "fee", at=None).total) == (
        0,
        1,
    )


def test_what_an_unfinished_import_wrote_is_not_found(corpus: Corpus) -> None:
    for text in LAW[:-1]:
        corpus.add(text)
    wanted = answers(corpus)
    before = (corpus.root / FILE_NAME).read_bytes()
    corpus.add(LAW[-1])
    after = answers(corpus)
    assert after != wanted
    (corpus.root / FILE_NAME).rename(corpus.root / JOURNAL)
    (corpus.root / FILE_NAME).write_bytes(before)
    assert answers(corpus) == wanted


def test_a_file_that_was_taken_away_is_forgotten(corpus: Corpus) -> None:
    fill(corpus)
    answers(corpus)
    gone = corpus.path(LAW[1].id)
    gone.unlink()
    listing = corpus.root / FILE_NAME
    lines = listing.read_text("utf-8").splitlines(keepends=True)
    listing.write_text("".join(line for line in lines if gone.name not in line), "utf-8")
    found = answers(corpus)
    assert found[0].hits[0].standing.expression != LAW[1]
    rmtree(corpus.root / ".index")
    assert answers(corpus) == found


def test_a_text_that_is_not_the_recorded_one_is_refused(corpus: Corpus) -> None:
    fill(corpus)
    path = corpus.path(LAW[0].id)
    path.write_bytes(path.read_bytes().replace(b"A late fee", b"An early fee"))
    for _ in range(2):
        with pytest.raises(CorpusError, match="changed after it was recorded") as caught:
            search(corpus, "fee", at=None)
        assert caught.value.where == str(path)
    assert list(index_place(corpus.root).parent.glob("*.sqlite3")) == []


def test_a_text_changed_since_is_refused_when_shown(corpus: Corpus) -> None:
    fill(corpus)
    answers(corpus)
    path = corpus.path(LAW[0].id)
    path.write_bytes(path.read_bytes().replace(b"A late fee", b"A late sum"))
    with pytest.raises(CorpusError, match="changed after it was recorded"):
        search(corpus, "fee", at=None)


def test_a_corpus_without_digests_is_not_searched(corpus: Corpus) -> None:
    assert search(corpus, "book", at=NOW).total == 0
    fill(corpus)
    (corpus.root / FILE_NAME).unlink()
    with pytest.raises(CorpusError, match=FILE_NAME):
        search(corpus, "book", at=NOW)


def test_a_line_of_no_expression_is_told(corpus: Corpus) -> None:
    fill(corpus)
    with (corpus.root / FILE_NAME).open("a", encoding="utf-8") as listing:
        listing.write(f"{'0' * 64}  us-ct/cgs/a.xml\n")
    with pytest.raises(CorpusError, match="no expression") as caught:
        search(corpus, "book", at=NOW)
    assert caught.value.where.endswith(":7")


@pytest.mark.parametrize("spoilt", [b"", b"x", b"SQLite format 3\x00 and no more" * 99])
def test_what_is_no_index_is_made_anew(spoilt: bytes, corpus: Corpus) -> None:
    before = answers(fill(corpus))
    place = index_place(corpus.root)
    place.write_bytes(spoilt)
    assert search(corpus, "book", at=NOW).remade
    assert not search(corpus, "book", at=NOW).remade
    assert answers(corpus) == before


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA application_id = 7",
        "PRAGMA user_version = 99",
        "DROP TABLE text",
        "DELETE FROM made_for",
        "UPDATE text SET start = '2001-10-02'",
        "UPDATE text SET id = id + 7",
    ],
)
def test_an_index_that_lies_is_made_anew(statement: str, corpus: Corpus) -> None:
    before = answers(fill(corpus))
    with closing(sqlite3.connect(index_place(corpus.root))) as connection:
        connection.execute(statement)
        connection.commit()
    assert answers(corpus) == before


def test_an_index_of_another_corpus_is_brought_up_to_date(
    corpus: Corpus, tmp_path: Path
) -> None:
    before = answers(fill(corpus))
    copytree(corpus.root, tmp_path / "other")
    other = open_corpus(tmp_path / "other")
    other.add(section("1-1", "2001-10-01", "Books", "A book is a book."))
    changed = answers(other)
    assert changed != before
    index_place(corpus.root).write_bytes(index_place(other.root).read_bytes())
    assert answers(corpus) == before


@pytest.mark.parametrize("seed", range(12))
def test_bytes_gone_wrong_do_no_harm(seed: int, corpus: Corpus) -> None:
    before = answers(fill(corpus))
    place = index_place(corpus.root)
    data = bytearray(place.read_bytes())
    at = len(data) * seed // 12
    if seed % 2:
        del data[at:]
    else:
        data[at : at + 300] = bytes(255 - byte for byte in data[at : at + 300])
    place.write_bytes(data)
    assert search(corpus, "book", at=NOW).remade or seed == 0
    assert answers(corpus) == before


def test_an_index_made_halfway_is_not_kept(corpus: Corpus) -> None:
    fill(corpus)

    def stop(works: Generator[WorkId, None, None], _: int) -> Iterable[WorkId]:
        yield next(works)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        search(corpus, "book", at=NOW, watch=stop)
    assert [path.name for path in (corpus.root / ".index").iterdir()] == [".gitignore"]
    assert works_read(corpus) == ["11-1", "11-2a", "11-3", "11a-1"]


def test_a_draft_of_a_killed_process_is_removed_and_a_young_one_kept(
    corpus: Corpus,
) -> None:
    fill(corpus)
    old, young = (corpus.root / ".index" / f".search.sqlite3.{name}" for name in "ab")
    old.parent.mkdir()
    for draft in (old, young):
        draft.write_bytes(b"half")
    os.utime(old, (0, 0))
    search(corpus, "book", at=NOW)
    assert (old.exists(), young.exists()) == (False, True)


def test_many_processes_at_once_all_answer(corpus: Corpus) -> None:
    fill(corpus)
    command = [sys.executable, "-m", "statuteline", "search", "book", "--at", "2026-01-01"]
    runs = [
        subprocess.Popen(
            [*command, "--corpus", str(corpus.root)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    told = {(*run.communicate(), run.returncode) for run in runs}
    assert len(told) == 1
    ((out, err, status),) = told
    assert status == 0
    assert "anew" not in err
    assert "11-1(a)" in out


def test_the_shipped_corpus_is_never_written_to(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    before = sorted(shipped().rglob("*"))
    assert search(open_corpus(shipped()), "library", at=NOW).total >= 0
    assert sorted(shipped().rglob("*")) == before
    assert index_place(shipped()).parent == tmp_path / "statuteline" / "index"
    assert index_place(shipped()).is_file()


def test_a_corpus_that_cannot_be_written_has_its_index_elsewhere(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fill(corpus)
    monkeypatch.setattr(os, "access", lambda *_: False)
    before = answers(corpus)
    assert not (corpus.root / ".index").exists()
    place = index_place(corpus.root)
    assert place.is_relative_to(tmp_path / "caches")
    copytree(corpus.root, tmp_path / "other")
    assert index_place(tmp_path / "other") != place
    place.unlink()
    assert answers(corpus) == before


def test_an_index_that_can_be_kept_nowhere_is_told(corpus: Corpus) -> None:
    fill(corpus)
    (corpus.root / ".index").write_text("in the way", "utf-8")
    with pytest.raises(CorpusError, match="cannot be kept") as caught:
        search(corpus, "book", at=NOW)
    assert "XDG_CACHE_HOME" in caught.value.hint


def test_a_full_disk_is_told_and_leaves_no_draft(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = " ".join(f"word{number}" for number in range(9_000))
    corpus.add(section("7-1", "2001-10-01", "Words", many))
    small = f"PRAGMA max_page_count = 9;{index_rows._TABLES}"
    monkeypatch.setattr(index_rows, "_TABLES", small)
    with pytest.raises(CorpusError, match="cannot be kept: database or disk is full"):
        search(corpus, "book", at=NOW)
    assert [path.name for path in (corpus.root / ".index").iterdir()] == [".gitignore"]


def test_sqlite_without_words_is_told(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(corpus)
    monkeypatch.setattr(index_rows, "_TABLES", index_rows._TABLES.replace("fts5", "fts99"))
    with pytest.raises(CorpusError, match="cannot search words"):
        search(corpus, "book", at=NOW)


def test_a_folder_in_place_of_the_index_is_told(corpus: Corpus) -> None:
    fill(corpus)
    os.makedirs(index_place(corpus.root) / "full")  # noqa: PTH103 - it makes both
    with pytest.raises(CorpusError, match="cannot be kept"):
        search(corpus, "book", at=NOW)

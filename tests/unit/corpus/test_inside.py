from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from statuteline.corpus import inside
from statuteline.corpus.checksums import JOURNAL
from statuteline.corpus.index_place import index_place
from statuteline.corpus.inside import check_inside, read_inside
from statuteline.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from statuteline.corpus.store import Corpus
    from statuteline.model.work import Expression


def test_a_file_is_read_also_where_a_link_leads_to_the_corpus(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "a").write_bytes(b"words")
    (tmp_path / "link").symlink_to(tmp_path / "own")
    assert read_inside(tmp_path / "link", tmp_path / "link" / "a") == b"words"


@pytest.mark.parametrize("link", ["a", "a/b", "a/b/c"])
def test_a_link_below_the_corpus_is_refused(link: str, tmp_path: Path) -> None:
    root, outside = tmp_path / "own", tmp_path / "outside"
    (outside / "b").mkdir(parents=True)
    (outside / "b" / "c").write_bytes(b"secret")
    (root / link).parent.mkdir(parents=True)
    (root / link).symlink_to(outside / link.removeprefix("a").removeprefix("/"))
    with pytest.raises(CorpusError, match="symbolic link") as caught:
        read_inside(root, root / "a" / "b" / "c")
    assert caught.value.where == str(root / link)


def test_what_is_not_there_is_inside_and_cannot_be_read(tmp_path: Path) -> None:
    check_inside(tmp_path, tmp_path / "a" / "b")
    with pytest.raises(FileNotFoundError):
        read_inside(tmp_path, tmp_path / "a" / "b")


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    with pytest.raises(CorpusError, match="no plain file"):
        read_inside(tmp_path, tmp_path / "a")


def test_a_file_may_have_so_many_bytes_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inside, "MAX_BYTES", 1024 * 1024)
    (tmp_path / "a").write_bytes(b"a" * 1024 * 1024)
    assert len(read_inside(tmp_path, tmp_path / "a")) == 1024 * 1024
    (tmp_path / "a").write_bytes(b"a" * (1024 * 1024 + 1))
    with pytest.raises(CorpusError, match="larger than 1 MiB"):
        read_inside(tmp_path, tmp_path / "a")


def test_an_unfinished_recording_deletes_nothing_elsewhere(
    corpus: Corpus, text: Callable[..., Expression], tmp_path: Path
) -> None:
    victim = tmp_path / "outside" / "a.xml"
    victim.parent.mkdir()
    victim.write_bytes(b"mine")
    (corpus.root / "us-ct" / "cgs").mkdir()
    (corpus.root / "us-ct" / "cgs" / "1-2").symlink_to(victim.parent)
    for path in ("../outside/a.xml", "us-ct/cgs/1-2/a.xml"):
        (corpus.root / JOURNAL).write_text(f"{'0' * 64}  {path}\n", "utf-8")
        with pytest.raises(CorpusError):
            corpus.add(text())
        assert victim.read_bytes() == b"mine"


def test_nothing_is_written_behind_a_link(
    corpus: Corpus, text: Callable[..., Expression], tmp_path: Path
) -> None:
    (tmp_path / "outside").mkdir()
    (corpus.root / "us-ct" / "cgs").symlink_to(tmp_path / "outside")
    with pytest.raises(CorpusError, match="symbolic link"):
        corpus.add(text())
    assert list((tmp_path / "outside").iterdir()) == []


def test_an_index_is_not_made_behind_a_link(corpus: Corpus, tmp_path: Path) -> None:
    assert index_place(corpus.root).is_relative_to(corpus.root)
    (tmp_path / "outside").mkdir()
    (corpus.root / ".index").symlink_to(tmp_path / "outside")
    assert not index_place(corpus.root).is_relative_to(corpus.root)

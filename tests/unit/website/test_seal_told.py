"""Pages tell how the corpus is sealed, and do not say more than they know."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from tests.unit.corpus.library_law import section

from sealed_corpora import seal, signer
from statuteline.corpus.start import start_corpus
from statuteline.corpus.store import open_corpus
from statuteline.website.base import Page
from statuteline.website.kinds import home, statutes
from statuteline.website.source import Settings, Source

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PAGES = ("index.html", "us-ct/cgs/11-1/index.html", "us-ct/cgs/11-1/2005-01-01/index.html")


def invented(folder: Path) -> Source:
    start_corpus(folder, name="Invented", text="official")
    corpus = open_corpus(folder)
    corpus.add(section("11-1", "2005-01-01", "Libraries", "A library is open."))
    return Source(corpus, Settings(at=date(2026, 11, 27)))


def bodies(source: Source) -> list[str]:
    items = (*home.KIND.items(source), *statutes.KIND.items(source))
    pages = {one.path: one for one in items if isinstance(one, Page)}
    return [pages[path].write().body for path in PAGES]


def test_a_corpus_without_a_seal_is_said_to_have_none(tmp_path: Path) -> None:
    for body in bodies(invented(tmp_path / "own")):
        assert "The corpus is not sealed: nobody vouches" in body


def test_the_last_seal_is_told_on_the_first_page_and_below_each_text(
    tmp_path: Path,
) -> None:
    source = invented(tmp_path / "own")
    first = seal(source.corpus.root)
    source.corpus.add(section("11-2", "2005-01-01", "Books", "A book is lent."))
    digest = seal(source.corpus.root, by="<b>Ada</b>", day=31)
    for body in bodies(source):
        assert 'on <time datetime="2026-02-01">1 February 2026</time>' in body
        assert "by &lt;b&gt;Ada&lt;/b&gt;: seal 2" in body
        assert digest in body
        assert first not in body
        assert signer(1).key.fingerprint in body
        assert "statuteline verify --fingerprint" in body
        assert "has not checked it" in body
        assert "not sealed" not in body


def test_the_seal_is_read_once_a_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = invented(tmp_path / "own")
    seal(source.corpus.root)
    assert source.seal is not None
    monkeypatch.delattr("statuteline.website.source.last_seal")
    assert len(bodies(source)) == len(PAGES)

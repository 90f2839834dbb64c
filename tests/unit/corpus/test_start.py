from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from statuteline.corpus.checks import validate
from statuteline.corpus.start import start_corpus
from statuteline.corpus.store import open_corpus
from statuteline.errors import CorpusError
from statuteline.model.work import Words

Files = Callable[[Path], dict[str, bytes | None]]


@pytest.mark.parametrize("name", ["My corpus", 'Quoted "x" \\ y', "Größe §", "日本"])
@pytest.mark.parametrize("text", ["official", "restated"])
def test_a_new_corpus_opens_and_is_sound(name: str, text: str, tmp_path: Path) -> None:
    start_corpus(tmp_path / "a" / "own", name=name, text=text)
    corpus = open_corpus(tmp_path / "a" / "own")
    assert (corpus.settings.name, corpus.settings.text) == (name, Words(text))
    assert corpus.uris.jurisdictions
    assert corpus.works() == ()
    assert validate(corpus) == ()
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["own"]


@pytest.mark.parametrize("name", ["", "  ", "a\nb", "a\x7f", "a\0", "\udcff"])
def test_a_name_that_could_not_be_read_back_is_refused(
    name: str, tmp_path: Path, files: Files
) -> None:
    with pytest.raises(CorpusError, match="cannot be named"):
        start_corpus(tmp_path / "own", name=name, text="official")
    assert files(tmp_path) == {}


def test_an_empty_folder_is_filled_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    inode = home.stat().st_ino
    monkeypatch.chdir(home)
    start_corpus(Path(), name="Here", text="official")
    assert home.stat().st_ino == inode  # a shell that stands in it stays in it
    assert open_corpus(home).settings.name == "Here"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home"]
    assert sorted(path.name for path in home.iterdir()) == ["corpus.toml", "us-ct"]


@pytest.mark.parametrize("used", ["file", "folder"])
def test_what_is_in_use_is_left_alone(used: str, tmp_path: Path, files: Files) -> None:
    if used == "file":
        (tmp_path / "own").write_text("mine", encoding="utf-8")
    else:
        (tmp_path / "own").mkdir()
        (tmp_path / "own" / ".hidden").touch()
    before = files(tmp_path)
    with pytest.raises(CorpusError, match="not empty"):
        start_corpus(tmp_path / "own", name="A", text="official")
    assert files(tmp_path) == before


def test_what_an_init_that_was_cut_off_has_left_is_taken_over(tmp_path: Path) -> None:
    start_corpus(tmp_path / "own", name="A", text="official")
    (tmp_path / "own" / "corpus.toml").unlink()
    start_corpus(tmp_path / "own", name="B", text="official")
    assert open_corpus(tmp_path / "own").settings.name == "B"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["own"]
    (tmp_path / "own" / "corpus.toml").unlink()
    (tmp_path / "own" / "us-ct" / "mine").touch()
    with pytest.raises(CorpusError, match="not empty"):
        start_corpus(tmp_path / "own", name="C", text="official")

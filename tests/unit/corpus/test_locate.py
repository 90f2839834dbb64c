from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from statuteline.corpus.locate import VARIABLE, locate, shipped
from statuteline.errors import CorpusError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def nested(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with statutes/ two levels up, entered; no variable set."""
    for folder in ("statutes", "other", "a/statutes", "a/b/c"):
        (tmp_path / folder).mkdir(parents=True)
    for folder in ("statutes", "other"):
        (tmp_path / folder / "corpus.toml").touch()
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path / "a" / "b" / "c")
    return tmp_path


def test_the_nearest_statutes_upward_is_chosen(nested: Path) -> None:
    assert locate() == nested / "statutes"  # a/statutes holds no corpus.toml
    (nested / "a" / "statutes" / "corpus.toml").touch()
    assert locate() == nested / "a" / "statutes"


def test_the_variable_goes_before_the_nearest(
    nested: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(nested / "other"))
    assert locate() == nested / "other"
    assert locate(nested / "statutes") == nested / "statutes"
    monkeypatch.setenv(VARIABLE, "")
    assert locate() == nested / "statutes"


def test_without_any_the_shipped_corpus_is_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path)
    assert locate() == shipped()


@pytest.mark.parametrize("name", ["gone", "empty", "file", "n" * 5000, "nul\0"])
def test_a_folder_without_a_corpus_is_refused(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(CorpusError, match="There is no corpus in") as caught:
        locate(tmp_path / name)
    assert (caught.value.where, "init" in caught.value.hint) == ("--corpus", True)
    if "\0" not in name:
        monkeypatch.setenv(VARIABLE, str(tmp_path / name))
        with pytest.raises(CorpusError) as caught:
            locate()
        assert caught.value.where == VARIABLE

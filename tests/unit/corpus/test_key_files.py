from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sealed_corpora import private_pem, small_corpus
from statuteline.corpus.key_files import make_keys, open_public_key, open_signer
from statuteline.errors import SealError

Files = Callable[[Path], dict[str, bytes | None]]


def test_a_pair_of_keys_fits_together(tmp_path: Path) -> None:
    public, key = make_keys(tmp_path / "office.pem")
    assert public == tmp_path / "office.pem.pub"
    assert open_public_key(public) == key
    assert open_signer(tmp_path / "office.pem").key == key


@pytest.mark.skipif(os.name != "posix", reason="elsewhere there are no such modes")
def test_a_private_key_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "office.pem"
    make_keys(path)
    assert path.stat().st_mode & 0o777 == 0o600
    for mode in (0o640, 0o604, 0o620):
        path.chmod(mode)
        with pytest.raises(SealError, match="may read") as caught:
            open_signer(path)
        assert caught.value.hint == f"chmod 600 {path}"


@pytest.mark.parametrize("name", ["office.pem", "office.pem.pub"])
def test_no_key_is_replaced(name: str, tmp_path: Path, files: Files) -> None:
    (tmp_path / name).write_text("mine", "utf-8")
    before = files(tmp_path)
    with pytest.raises(SealError, match="such a file already"):
        make_keys(tmp_path / "office.pem")
    assert files(tmp_path) == before


def test_a_private_key_stays_out_of_a_corpus(tmp_path: Path, files: Files) -> None:
    root = small_corpus(tmp_path / "own")
    before = files(root)
    with pytest.raises(SealError, match="does not belong into a corpus"):
        make_keys(root / "us-ct" / "office.pem")
    assert files(root) == before
    path = root / "office.pem"
    path.write_bytes(private_pem(1))
    path.chmod(0o600)
    with pytest.raises(SealError, match="does not belong into a corpus"):
        open_signer(path)


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(SealError, match="cannot be written"):
        make_keys(tmp_path / "gone" / "office.pem")
    with pytest.raises(SealError, match="cannot be read"):
        open_signer(tmp_path / "gone.pem")
    with pytest.raises(SealError, match="cannot be read"):
        open_public_key(tmp_path)


def test_where_the_public_key_cannot_be_written_no_private_one_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, _: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("statuteline.corpus.key_files.write_file", refuse)
    with pytest.raises(SealError, match="No space left"):
        make_keys(tmp_path / "office.pem")
    assert list(tmp_path.iterdir()) == []

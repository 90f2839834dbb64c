"""What `verify` says, and a sealed corpus as this version writes it.

The corpus in ``verify/corpus`` is never made anew: seals that were given out once must be
sound for every later version.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sealed_corpora import add_texts, private_pem, signer, text_path, three_seals
from statuteline.cli.main import _status

if TYPE_CHECKING:
    from collections.abc import Callable

GOLDEN = Path(__file__).with_name("verify")
TEXT = text_path("1-1")


def nothing() -> None:
    """Leave the corpus as it is."""


def tamper() -> None:
    Path("corpus", TEXT).write_text("<text>1-1: Other words.</text>\n", "utf-8")
    Path("corpus", text_path("1-3")).unlink()
    add_texts(Path("corpus"), "2-1")
    Path("corpus", "judgements.toml").write_text("", "utf-8")


def add() -> None:
    add_texts(Path("corpus"), *(f"3-{number}" for number in range(1, 26)))
    Path("corpus", "us-ct", "cases", "fees.toml").unlink()


def cut() -> None:
    shutil.rmtree(Path("corpus", "seals", "0002"))


def unseal() -> None:
    shutil.rmtree(Path("corpus", "seals"))


def rewrite() -> None:
    shutil.copy(Path("corpus", "seals", "0001", "seal.json"), "seal-1.json")
    shutil.rmtree(Path("corpus"))
    three_seals(Path("corpus"), by="Ada, later")


@pytest.mark.parametrize(
    ("name", "change", "words", "status"),
    [
        ("sound", nothing, "--key first.pub", 0),
        ("no-key", nothing, "--since 1", 0),
        ("nothing-since", nothing, "--since 3 --key second.pub", 0),
        ("tampered", tamper, "--key first.pub", 1),
        ("added", add, "--key first.pub", 1),
        ("cut", cut, "--key first.pub", 1),
        ("unsealed", unseal, "", 1),
        ("stranger", nothing, "--key stranger.pub", 1),
        ("rewritten", rewrite, "--key first.pub --against seal-1.json", 1),
    ],
)
def test_verify_says(  # noqa: PLR0913, PLR0917 - a table
    name: str,
    change: Callable[[], None],
    words: str,
    status: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    update_golden: bool,
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(GOLDEN / "corpus", "corpus")
    for number, owner in enumerate(("first", "second", "stranger"), start=1):
        Path(f"{owner}.pub").write_bytes(signer(number).key.pem)
    change()
    assert _status(["verify", "--corpus", "corpus", *words.split()]) == status
    told = capsys.readouterr().out
    golden = GOLDEN / f"{name}.txt"
    if update_golden:
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")


def test_seals_are_written_byte_for_byte_as_before(tmp_path: Path) -> None:
    three_seals(tmp_path / "corpus")
    old, new = (
        {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in root.rglob("*")
            if path.is_file()
        }
        for root in (GOLDEN / "corpus", tmp_path / "corpus")
    )
    assert old == new
    assert b"PRIVATE KEY" in private_pem(1)
    assert not any(b"PRIVATE KEY" in data for data in new.values())

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from statuteline.corpus.checksums import digest, read_sums, sums_text
from statuteline.errors import CorpusError

if TYPE_CHECKING:
    from pathlib import Path

EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_sums_are_sorted_and_in_the_format_of_sha256sum(tmp_path: Path) -> None:
    text = sums_text({"b/x.xml": EMPTY, "a/ name.xml": EMPTY})
    assert text == f"{EMPTY}  a/ name.xml\n{EMPTY}  b/x.xml\n".encode()
    (tmp_path / "SHA256SUMS").write_bytes(text)
    assert read_sums(tmp_path) == {
        "a/ name.xml": (EMPTY, "SHA256SUMS:1"),
        "b/x.xml": (EMPTY, "SHA256SUMS:2"),
    }
    assert digest(b"") == EMPTY


def test_a_new_corpus_has_no_sums(tmp_path: Path) -> None:
    assert read_sums(tmp_path) == {}


@pytest.mark.parametrize(
    "line",
    [
        "",
        "words",
        f"{EMPTY} one-space",
        f"{EMPTY.upper()}  a.xml",
        f"{EMPTY[:-1]}  a.xml",
        f"{EMPTY}  ",
        f"{EMPTY}  ../a.xml",
        f"{EMPTY}  a/../../b.xml",
        f"{EMPTY}  a/..",
        f"{EMPTY}  ./a.xml",
        f"{EMPTY}  /etc/passwd",
        f"{EMPTY}  a//b.xml",
        f"{EMPTY}  C:\\a.xml",
        f"{EMPTY}  a\x1b.xml",
        "<<<<<<< ours",
    ],
)
def test_a_broken_line_is_named(line: str, tmp_path: Path) -> None:
    path = tmp_path / "SHA256SUMS"
    path.write_text(f"{EMPTY}  good.xml\n{line}\n", encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        read_sums(tmp_path)
    assert caught.value.where == f"{path}:2"


def test_a_second_line_for_one_path_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "SHA256SUMS"
    path.write_text(f"{EMPTY}  a.xml\n{'0' * 64}  a.xml\n", encoding="utf-8")
    with pytest.raises(CorpusError, match="second line for") as caught:
        read_sums(tmp_path)
    assert caught.value.where == f"{path}:2"


def test_an_unreadable_list_is_no_crash(tmp_path: Path) -> None:
    (tmp_path / "SHA256SUMS").write_bytes(b"\xff\xfe")
    with pytest.raises(CorpusError, match="cannot be read"):
        read_sums(tmp_path)

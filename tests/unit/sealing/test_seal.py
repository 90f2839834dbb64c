from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from statuteline.errors import SealError
from statuteline.sealing.seal import Seal, can_name, read_seal, seal_bytes

SEAL = Seal(
    number=2,
    day=date(2026, 11, 27),
    by="Ada Lovelace, née Byron",
    key="1" * 64,
    next_key="",
    previous="2" * 64,
    added_count=3,
    added="3" * 64,
    texts_count=5,
    texts="4" * 64,
    others_count=6,
    others="5" * 64,
)


@pytest.mark.parametrize(
    "seal", [SEAL, replace(SEAL, number=1, previous="", by="", next_key="6" * 64)]
)
def test_a_seal_reads_back(seal: Seal) -> None:
    assert read_seal(seal_bytes(seal), "seal.json") == seal


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"number": 2', '"number": 2.0'),
        ('"number": 2', '"number": true'),
        ('"number": 2', '"number": -2'),
        ('"number": 2', '"number": 02'),
        ('"number": 2', '"number": 2, "number": 2'),
        ('"number": 2', '"more": 1, "number": 2'),
        ("2026-11-27", "2026-11-31"),
        ("2026-11-27", "20261127"),
        ("née", "n\\u00e9e"),
        ("Ada", " Ada"),
        ("Ada", "A\\u202eda"),
        ('"next_key": null', '"next_key": ""'),
        ("1" * 64, "1" * 63),
        ("4" * 64, "A" * 64),
        ('"added": {', '"added": null, "x": {'),
        ("\n}\n", "\n}"),
        ("\n}\n", "\n}\n\n"),
        ("{\n", "\ufeff{\n"),
        ("{\n", "[" * 50_000),
        ("statuteline/seal/1", "statuteline/show/1"),
    ],
)
def test_another_form_is_refused(old: str, new: str) -> None:
    text = seal_bytes(SEAL).decode()
    assert old in text
    with pytest.raises(SealError, match="no seal of the form statuteline/seal/1"):
        read_seal(text.replace(old, new, 1).encode(), "seal.json")


@pytest.mark.parametrize("data", [b"", b"\xff", b"null", b"[]", b" " * 70_000, b"{}"])
def test_what_is_no_seal_is_refused(data: bytes) -> None:
    with pytest.raises(SealError, match="no seal"):
        read_seal(data, "seal.json")


def test_a_newer_form_is_told() -> None:
    data = seal_bytes(SEAL).replace(b"seal/1", b"seal/2")
    with pytest.raises(SealError, match="statuteline/seal/2, which this version") as caught:
        read_seal(data, "seal.json")
    assert "newer statuteline" in caught.value.hint


@pytest.mark.parametrize(
    ("by", "is_name"),
    [("", True), ("Ada", True), (" Ada", False), ("a\nb", False), ("a" * 201, False)],
)
def test_a_name_is_one_printable_line(by: str, is_name: bool) -> None:  # noqa: FBT001
    assert can_name(by) is is_name

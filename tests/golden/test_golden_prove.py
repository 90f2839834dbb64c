"""Every claim with its result, witness and axioms: a file that a lawyer can judge."""

from __future__ import annotations

from pathlib import Path

import pytest

from statuteline.cli._prove_text import proofs_lines
from statuteline.law import law
from statuteline.rules.proving import prove

_FOLDER = Path(__file__).resolve().parent / "prove"


@pytest.mark.parametrize("name", ["us-ct.txt"])
def test_claims_are_proved_and_refuted_as_the_file_shows(
    name: str, *, update_golden: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    path = _FOLDER / name
    proofs = tuple(prove(claim, law()) for claim in law().claims)
    told = "".join(f"{line}\n" for line in proofs_lines(proofs, brief=False))
    if update_golden:
        path.write_text(told, "utf-8")
    assert path.read_text("utf-8") == told

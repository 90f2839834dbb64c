"""Real law, where it is at hand: test data that is no part of this project."""

from __future__ import annotations

import json
import lzma
from pathlib import Path

import pytest

from statuteline.model.text import canonical

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"


@pytest.fixture(scope="session")
def law_pairs() -> tuple[tuple[str, str, str], ...]:
    """Give number, old words and new words of each section, canonical."""
    path = CORPORA / "ct-general-statutes" / "pairs-2025-2026.jsonl.xz"
    if not path.exists():
        pytest.skip("../shared/corpora/ct-general-statutes is absent")
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return tuple(
            (
                pair["citation"],
                "\n".join(map(canonical, pair["before"])),
                "\n".join(map(canonical, pair["after"])),
            )
            for pair in map(json.loads, lines)
        )


@pytest.fixture(params=["pa-26-100-s1-4.json", "pa-26-33-s6-7.json"])
def act(request: pytest.FixtureRequest) -> object:
    """Give an act section file whose insertions the printer underlined."""
    path = CORPORA / "ct-acts" / request.param
    if not path.exists():
        pytest.skip("../shared/corpora/ct-acts is absent")
    found: object = json.loads(path.read_text(encoding="utf-8"))
    return found

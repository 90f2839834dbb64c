"""Real law, where it is at hand: test data that is no part of this project."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .sections import SectionPair, section_pairs

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"


@pytest.fixture(scope="session")
def law_sections() -> tuple[SectionPair, ...]:
    """Give each section that changed from 2025 to 2026, in paragraphs."""
    return tuple(section_pairs(_statutes("pairs-2025-2026.jsonl.xz")))


@pytest.fixture(scope="session")
def law_pairs(law_sections: tuple[SectionPair, ...]) -> tuple[tuple[str, str, str], ...]:
    """Give number, old words and new words of each section, canonical."""
    return tuple(
        (pair.citation, "\n".join(pair.old), "\n".join(pair.new)) for pair in law_sections
    )


@pytest.fixture(scope="session")
def law_base() -> Path:
    """Give the file with every section of 2025."""
    return _statutes("base-2025.jsonl.xz")


def _statutes(name: str) -> Path:
    path = CORPORA / "ct-general-statutes" / name
    if not path.exists():
        pytest.skip("../shared/corpora/ct-general-statutes is absent")
    return path


@pytest.fixture(params=["pa-26-100-s1-4.json", "pa-26-33-s6-7.json"])
def act(request: pytest.FixtureRequest) -> object:
    """Give an act section file whose insertions the printer underlined."""
    path = CORPORA / "ct-acts" / request.param
    if not path.exists():
        pytest.skip("../shared/corpora/ct-acts is absent")
    found: object = json.loads(path.read_text(encoding="utf-8"))
    return found

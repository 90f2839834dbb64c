"""Decision records are numbered from 0001 on, and each answers the same four questions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "site" / "decisions"
RECORDS = sorted(path for path in FOLDER.glob("*.md") if path.name != "index.md")
SECTIONS = ["Context", "Choice", "Cost", "What would change our mind"]


def number_faults(names: list[str]) -> list[str]:
    """Name the files whose number is missing or used twice.

    Gaps are allowed: a number is set aside when work on a record begins.
    """
    found = []
    seen = {"0000"}
    for name in sorted(names):
        match = re.fullmatch(r"(\d{4})-[a-z0-9-]+\.md", name)
        if match is None or match[1] in seen:
            found.append(name)
        else:
            seen.add(match[1])
    return found


def test_numbers_are_unique() -> None:
    assert RECORDS
    assert number_faults([path.name for path in RECORDS]) == []


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_answers_four_questions(path: Path) -> None:
    text = path.read_text("utf-8")
    assert re.match(rf"# {path.name[:4]} — \S", text)
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == SECTIONS


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_is_listed(path: Path) -> None:
    assert f"({path.name})" in (FOLDER / "index.md").read_text("utf-8")


def test_a_wrong_number_is_found() -> None:
    assert number_faults(["0000-a.md", "0003-b.md"]) == ["0000-a.md"]
    assert number_faults(["0001-a.md", "0001-b.md"]) == ["0001-b.md"]
    assert number_faults(["0001-a.md", "notes.md"]) == ["notes.md"]

"""Decision records are numbered 0001, 0002, … and each answers the same four questions."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "site" / "decisions"
RECORDS = sorted(path for path in FOLDER.glob("*.md") if path.name != "index.md")
SECTIONS = ["Context", "Choice", "Cost", "What would change our mind"]


def number_faults(names: list[str]) -> list[str]:
    """Name the files whose number is missing, used twice, or leaves a gap."""
    numbers = [
        (
            int(match[1])
            if (match := re.fullmatch(r"(\d{4})-[a-z0-9-]+\.md", name))
            else None
        )
        for name in sorted(names)
    ]
    return [
        name
        for name, number, wanted in zip(
            sorted(names), numbers, range(1, len(names) + 1), strict=True
        )
        if number != wanted
    ]


def test_numbers_are_unique_and_consecutive() -> None:
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
    assert number_faults(["0001-a.md", "0003-b.md"]) == ["0003-b.md"]
    assert number_faults(["0001-a.md", "0001-b.md"]) == ["0001-b.md"]
    assert number_faults(["0001-a.md", "notes.md"]) == ["notes.md"]

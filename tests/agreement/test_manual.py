"""The manual tells how many cases the engines are compared on."""

from __future__ import annotations

from pathlib import Path

from .every_case import questions


def test_the_number_is_the_one_told() -> None:
    page = Path(__file__).parents[2] / "site" / "manual" / "law-as-code.md"
    cases = sum(question.size() for question in questions())
    assert f"these are {cases:,} cases" in " ".join(page.read_text("utf-8").split())

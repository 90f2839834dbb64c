"""The glossary has each word of the design once, in order."""

from __future__ import annotations

import re
from pathlib import Path

GLOSSARY = Path(__file__).resolve().parents[2] / "site" / "glossary.md"
# The words that code, documents and interface use, with no synonyms.
WORDS = """
amendment, at, axiom, case, change, citation, commencement, condition, decision, eId,
enactment, expression, fact, fingerprint, in force, judgement, lineage, manifestation,
outcome, point in time, predicate, provision, reading, redline, repeal, seal, statement,
suspect, waiver, wId, work
"""


def words_of(page: str) -> list[str]:
    """Give the words that a page has rows for."""
    rows = page.partition("|---|---|\n")[2]
    return [word.strip("`") for word in re.findall(r"^\| ([^|]+) \| ", rows, re.MULTILINE)]


def test_every_word_of_the_design_is_told() -> None:
    told = words_of(GLOSSARY.read_text("utf-8"))
    assert sorted({one.strip() for one in WORDS.split(",")} - set(told)) == []


def test_words_stand_in_order_and_once() -> None:
    told = [word.casefold() for word in words_of(GLOSSARY.read_text("utf-8"))]
    assert told == sorted(set(told))


def test_rows_are_read() -> None:
    page = "| word | meaning |\n|---|---|\n| `at` | A day. |\n| in force | Now. |\n"
    assert words_of(page) == ["at", "in force"]

"""Every section of a statute book that a year changed, through Word and back."""

from __future__ import annotations

import json
import lzma
import subprocess
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from statuteline.diff.compare import compare
from statuteline.model.commencement import OnDate
from statuteline.model.ids import EId, ExpressionId, WId, WorkId
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Paragraph, plain
from statuteline.model.work import Expression, Kind, Words
from statuteline.publish._characters import visible
from statuteline.publish._docx_body import tracked_body
from statuteline.publish._docx_package import Cover, package
from statuteline.publish._tracked import tracked

if TYPE_CHECKING:
    from statuteline.model.change import Comparison

PAIRS = (
    Path(__file__).resolve().parents[4]
    / "shared/corpora/ct-general-statutes/pairs-2025-2026.jsonl.xz"
)
A_FILE = 100
"""Sections to one Word file: pandoc takes longer to start than to read them."""

pytestmark = pytest.mark.slow


def text_of(day: date, citation: str, heading: str, paragraphs: list[str]) -> Expression:
    section = Provision(
        level=Level.SECTION,
        eid=EId("sec_1"),
        wid=WId("sec_1"),
        heading=plain(heading),
        intro=tuple(Paragraph(spans=plain(words)) for words in paragraphs),
    )
    return Expression(
        id=ExpressionId(WorkId("us-ct", "cgs", citation), "eng", day),
        kind=Kind.STATUTE_SECTION,
        title=citation,
        words=Words.OFFICIAL,
        recorded=day,
        created=day,
        commencement=OnDate(day=day),
        body=(section,),
    )


@cache
def pairs() -> tuple[Comparison, ...]:
    if not PAIRS.exists():
        pytest.skip("../shared/corpora/ct-general-statutes is absent")
    with lzma.open(PAIRS, "rt", encoding="utf-8") as lines:
        return tuple(_compared(json.loads(line)) for line in lines)


def _compared(pair: dict[str, Any]) -> Comparison:
    one, other = pair["heading"]
    old = text_of(date(2025, 1, 1), pair["citation"], one, pair["before"])
    new = text_of(date(2026, 1, 1), pair["citation"], other, pair["after"])
    return compare(old, new)


def paragraphs_of(expression: Expression) -> list[str]:
    (section,) = expression.body
    words = [section.heading_text, *section.intro_text.split("\n")]
    return [" ".join(visible(one).split()) for one in words if one.strip()]


def word_file(compared: tuple[Comparison, ...]) -> bytes:
    """Put several comparisons into one file: each ends with a mark of both texts."""
    paragraphs = tuple(paragraph for one in compared for paragraph in tracked(one))
    day = date(2026, 1, 1)
    cover = Cover(title="Sections", day=day, first=(), later="", language="en")
    return package(tracked_body(paragraphs, day), cover)


@pytest.mark.parametrize("view", ["accept", "reject"])
def test_pandoc_gives_every_changed_section_back(
    pandoc: str, tmp_path: Path, view: str
) -> None:
    assert len(pairs()) > 1500
    for start in range(0, len(pairs()), A_FILE):
        compared = pairs()[start : start + A_FILE]
        path = tmp_path / "redline.docx"
        path.write_bytes(word_file(compared))
        options = [f"--track-changes={view}", "--to=plain", "--wrap=none"]
        done = subprocess.run(
            [pandoc, str(path), *options], capture_output=True, check=True, text=True
        )
        lines = (" ".join(line.split()) for line in done.stdout.split("\n"))
        texts = (one.new if view == "accept" else one.old for one in compared)
        assert [line for line in lines if line] == [
            words for text in texts for words in paragraphs_of(text)
        ]

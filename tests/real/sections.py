"""Sections of real law as texts that can be compared, and what marks do to them."""

from __future__ import annotations

import json
import lzma
import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from statuteline.model.change import RunKind
from statuteline.model.commencement import OnDate
from statuteline.model.ids import EId, ExpressionId, WId, WorkId
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Paragraph, canonical, canonical_blocks, plain
from statuteline.model.work import Expression, Kind, Words
from statuteline.structure.hierarchy import divide
from statuteline.structure.scheme import CONNECTICUT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from statuteline.model.change import Runs

_INSIDE = re.compile(r"(?<=\w)(?=\w)")

Paragraphs = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPair:
    """One section in two editions, its paragraphs canonical, with its history notes."""

    citation: str
    headings: str
    old: Paragraphs
    new: Paragraphs
    old_notes: Paragraphs
    new_notes: Paragraphs


def json_lines(path: Path) -> Iterator[Any]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def section_pairs(path: Path) -> Iterator[SectionPair]:
    for pair in json_lines(path):
        yield SectionPair(
            citation=pair["citation"],
            headings=" ".join(pair["heading"]),
            old=tuple(map(canonical, pair["before"])),
            new=tuple(map(canonical, pair["after"])),
            old_notes=tuple(pair["history"][0]),
            new_notes=tuple(pair["history"][1]),
        )


def undivided(paragraphs: Paragraphs) -> Provision:
    blocks = tuple(Paragraph(spans=plain(words)) for words in paragraphs)
    return Provision(level=Level.SECTION, eid=EId("sec_1"), wid=WId("sec_1"), intro=blocks)


def divided(paragraphs: Paragraphs) -> Provision:
    flat = undivided(paragraphs)
    return divide(replace(flat, intro=()), flat.intro, CONNECTICUT)


def text_of_section(
    citation: str, paragraphs: Paragraphs, year: int, *, flat: bool = False
) -> Expression:
    day = date(year, 1, 1)
    return Expression(
        id=ExpressionId(WorkId("us-ct", "cgs", citation), "eng", day),
        kind=Kind.STATUTE_SECTION,
        title=citation,
        words=Words.OFFICIAL,
        recorded=day,
        created=day,
        commencement=OnDate(day=day),
        body=(undivided(paragraphs) if flat else divided(paragraphs),),
    )


def words_in_order(provision: Provision) -> Iterator[str]:
    yield provision.num or ""
    yield canonical_blocks(provision.intro)
    for child in provision.children:
        yield from words_in_order(child)
    yield canonical_blocks(provision.wrap_up)


def words(text: str) -> list[str]:
    """Cut at white space, and between numbers that touch: dividing parts them."""
    return text.replace(")(", ") (").split()


def marked_words(runs: Runs) -> int:
    return sum(len(run.text.split()) for run in runs if run.kind is not RunKind.EQUAL)


def cut_words(runs: Runs, side: str, without: RunKind) -> set[int]:
    """Give the places inside a word of one side where a run begins or ends."""
    cuts = accumulate(len(run.text) for run in runs if run.kind is not without)
    return set(cuts) & {match.start() for match in _INSIDE.finditer(side)}

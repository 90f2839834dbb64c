"""Both editions of Connecticut's code are read whole, and nothing is lost."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from statuteline.model.published import Edition, EditionKind, NoteKind, PublishedSection
from statuteline.model.text import block_text, prose_text
from statuteline.publishers.us_ct.json_lines import (
    BareNumber,
    LooseHeading,
    read_json_lines,
)

from .sections import json_lines

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

pytestmark = pytest.mark.slow

EDITION = Edition(revised_to=date(2025, 1, 1), kind=EditionKind.REVISION)


def _bare(words: Iterable[str]) -> str:
    return "".join("".join(words).split())


def _is_whole(record: PublishedSection, given: dict[str, Any], loose: list[str]) -> bool:
    """Tell whether a section holds every character of its record, in order."""
    heading = _bare([given["heading"]])
    printed, words = _bare([record.printed]), _bare([prose_text(record.heading)])
    between = heading.removeprefix(printed).removesuffix(words)
    former = re.fullmatch(r"(?:\(Formerly(?:Secs?\.)?(.*?)\.?\)\.?)?", between)
    trailers = (NoteKind.CROSS_REFERENCE, NoteKind.ANNOTATION)
    body = [
        *map(block_text, record.body),
        *loose,
        *(prose_text(note.words) for note in record.notes if note.kind in trailers),
    ]
    notes = [prose_text(note.words) for note in record.notes if note.kind not in trailers]
    return (
        heading.startswith(printed)
        and former is not None
        and _bare([record.former or ""]).endswith(former[1] or "")
        and Counter(_bare(body)) == Counter(_bare(given["body"]))
        and _bare(notes) == _bare([*given["sourceNotes"], *given["history"]])
    )


def test_the_base_is_read_whole(law_base: Path) -> None:
    records = list(read_json_lines(law_base.read_bytes(), EDITION, law_base.name))
    kinds = Counter(type(record) for record in records)
    assert kinds == {PublishedSection: 30571, BareNumber: 2446, LooseHeading: 34}
    given = (p for chapter in json_lines(law_base) for p in chapter["provisions"])
    loose = {r.source: [r.number, r.name] for r in records if isinstance(r, LooseHeading)}
    for record in records:
        match record:
            case PublishedSection():
                one = next(given)
                assert _is_whole(record, one, loose.get(record.source, [])), record.source
            case BareNumber():
                one = next(given)
                words = [record.number, *record.body]
                assert _bare(words) == _bare([one["heading"], *one["body"]])
    assert next(given, None) is None


def test_numbers_and_notes_of_the_base(law_base: Path) -> None:
    sections = [
        record
        for record in read_json_lines(law_base.read_bytes(), EDITION, law_base.name)
        if isinstance(record, PublishedSection)
    ]
    assert len({section.number.lower() for section in sections}) == len(sections)
    assert sum(len(section.numbers) > 1 for section in sections) == 2375
    assert sum(section.former is not None for section in sections) == 4319
    notes = Counter(note.kind for section in sections for note in section.notes)
    assert notes == {
        NoteKind.SOURCE: 28703,
        NoteKind.HISTORY: 21051,
        NoteKind.CROSS_REFERENCE: 3209,
        NoteKind.EDITORIAL: 239,
        NoteKind.ANNOTATION: 67,
    }

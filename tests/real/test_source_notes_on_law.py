"""Every source note of the real code is read; what is not is listed.

The items that are not read are written to build/source-notes-unread.txt; the figures stand
in site/measurements.md.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from statuteline.model.acts import ActCited
from statuteline.publishers.us_ct.act_ids import act_of, work_of
from statuteline.publishers.us_ct.source_notes import is_source_note, read_source_note

from .sections import json_lines

if TYPE_CHECKING:
    from statuteline.publishers.us_ct.source_notes import SourceReading

pytestmark = pytest.mark.slow

REPORT = Path(__file__).resolve().parents[2] / "build" / "source-notes-unread.txt"

_NOTES = 28703
"""In the edition of 2025, apart from 239 paragraphs in their place that are none."""
_ITEMS = 130134
_UNREAD = 63
"""Most items that may stay unread, of those."""


@pytest.fixture(scope="module")
def readings(law_base: Path) -> tuple[SourceReading, ...]:
    found = tuple(
        read_source_note(words)
        for chapter in json_lines(law_base)
        for provision in chapter["provisions"]
        for words in provision["sourceNotes"]
        if is_source_note(words)
    )
    REPORT.parent.mkdir(exist_ok=True)
    shapes = Counter(re.sub(r"\d+", "9", item) for one in found for item in one.unread)
    lines = [f"{count}\t{shape}" for shape, count in shapes.most_common()]
    REPORT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return found


def test_nearly_all_items_are_read(readings: tuple[SourceReading, ...]) -> None:
    events = sum(len({event.raw for event in one.events}) for one in readings)
    unread = sum(len(one.unread) for one in readings)
    assert len(readings) == _NOTES
    assert unread <= _UNREAD
    assert events + unread == _ITEMS


def test_each_act_is_a_work_and_back(readings: tuple[SourceReading, ...]) -> None:
    acts = {
        event.origin
        for one in readings
        for event in one.events
        if isinstance(event.origin, ActCited)
    }
    assert len(acts) > 9000
    assert [act for act in acts if act_of(work_of(act)) != act] == []

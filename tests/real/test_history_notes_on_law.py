"""Every history note of the real code is read; what is not is listed.

The items of which the act or the day is not read are written to
build/history-notes-unread.txt; the figures stand in site/measurements.md.
"""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from statuteline.model.commencement import OnDate, OnEvent, Unknown
from statuteline.publishers.us_ct.history_notes import read_history_note

from .sections import json_lines

if TYPE_CHECKING:
    from statuteline.publishers.us_ct.history_notes import HistoryReading

    Readings = tuple[tuple[str, HistoryReading], ...]

pytestmark = pytest.mark.slow

REPORT = Path(__file__).resolve().parents[2] / "build" / "history-notes-unread.txt"

_NOTES = 21051
_ITEMS = 95000
_UNREAD = 90
"""Most items that may stay unread, of those."""
_DAYS = 45400
_TRANSFERS = 4250
_REDESIGNATIONS = 11700
_SECONDS = 60
"""Processor time for all notes; measured is a quarter of it."""


@pytest.fixture(scope="module")
def readings(law_base: Path) -> Readings:
    notes = [
        (provision["citations"][0], words)
        for chapter in json_lines(law_base)
        for provision in chapter["provisions"]
        for words in provision["history"]
    ]
    start = time.process_time()
    found = tuple((citation, read_history_note(words)) for citation, words in notes)
    assert time.process_time() - start < _SECONDS
    REPORT.parent.mkdir(exist_ok=True)
    lines = [f"{citation}\t{item}" for citation, one in found for item in one.unread]
    REPORT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return found


def test_nearly_all_items_are_read(readings: Readings) -> None:
    items = sum(len({event.raw for event in one.events}) for _, one in readings)
    unread = sum(len(one.unread) for _, one in readings)
    assert len(readings) == _NOTES
    assert items >= _ITEMS
    assert unread <= _UNREAD


def test_days_are_told_and_nothing_is_guessed(readings: Readings) -> None:
    events = [event for _, one in readings for event in one.events]
    kinds = Counter(type(event.commencement) for event in events)
    assert kinds[OnDate] >= _DAYS, kinds
    assert kinds[OnEvent] > 50
    assert kinds[Unknown] < 5700
    # An item that is silent always names an act, or its session: the default needs one.
    silent = [event for event in events if event.commencement is None]
    assert all(event.act or event.session for event in silent)


def test_transfers_and_redesignations_are_told(readings: Readings) -> None:
    events = [event for _, one in readings for event in one.events]
    assert sum(event.transferred is not None for event in events) >= _TRANSFERS
    assert sum(len(event.redesignated) for event in events) >= _REDESIGNATIONS

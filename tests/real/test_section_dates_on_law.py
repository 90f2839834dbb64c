"""Source and history notes of the real code, joined: each is a measure of the other.

Where they part, the act and the citation are written to build/notes-that-part.txt: all are
misprints in one of them.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from statuteline.model.acts import ActCited
from statuteline.publishers.us_ct.act_dates import Basis
from statuteline.publishers.us_ct.act_ids import work_of
from statuteline.publishers.us_ct.history_notes import read_history_note
from statuteline.publishers.us_ct.section_dates import section_dates, settle
from statuteline.publishers.us_ct.source_notes import is_source_note, read_source_note

from .sections import json_lines

if TYPE_CHECKING:
    from statuteline.model.acts import HistoryEvent, SourceEvent

    Notes = tuple[tuple[str, tuple[SourceEvent, ...], tuple[HistoryEvent, ...]], ...]

pytestmark = pytest.mark.slow

REPORT = Path(__file__).resolve().parents[2] / "build" / "notes-that-part.txt"

_SECTIONS = 28659
_AGREE = 84973
_DISAGREE = 84
"""Most acts of history notes that the source note of their section does not have."""
_KNOWN = 27362
_UNKNOWN = 1297
_AMBIGUOUS = 640


@pytest.fixture(scope="module")
def notes(law_base: Path) -> Notes:
    found = []
    for chapter in json_lines(law_base):
        for provision in chapter["provisions"]:
            source = tuple(
                event
                for words in provision["sourceNotes"]
                if is_source_note(words)
                for event in read_source_note(words).events
            )
            history = tuple(
                event
                for words in provision["history"]
                for event in read_history_note(words).events
            )
            if source:
                found.append((provision["citations"][0], source, history))
    return tuple(found)


def test_the_acts_of_the_history_are_those_of_the_source(notes: Notes) -> None:
    agree: Counter[bool] = Counter()
    apart = []
    for citation, source, history in notes:
        cited = {event.origin for event in source if isinstance(event.origin, ActCited)}
        for event in history:
            if event.act is not None:
                agree[event.act in cited] += 1
                if event.act not in cited:
                    apart.append(f"{citation}\t{work_of(event.act)}")
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text("\n".join(apart) + "\n", encoding="utf-8")
    assert agree[True] >= _AGREE, agree
    assert agree[False] <= _DISAGREE, agree


def test_the_day_of_the_printed_text_is_mostly_known(notes: Notes) -> None:
    bases: Counter[Basis] = Counter()
    ambiguous = 0
    for _, source, history in notes:
        events = settle(source, history)
        ambiguous += sum(
            event.history is not None and event.history.session is not None
            for event in events
        )
        bases[section_dates(events, date(2025, 1, 1)).basis] += 1
    assert sum(bases.values()) == _SECTIONS, bases
    assert bases[Basis.TOLD] + bases[Basis.BY_LAW] >= _KNOWN, bases
    assert bases[Basis.NOT_KNOWN] <= _UNKNOWN, bases
    assert ambiguous <= _AMBIGUOUS, ambiguous

"""What a version of an encoding is, in words: its days, its readings, its standing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from statuteline.model.days import day_in_words
from statuteline.rules.encodings import Version

if TYPE_CHECKING:
    from statuteline.rules.encodings import Axiom, Reading

NOT_REVIEWED: Final = "No lawyer has reviewed this encoding. It is no legal advice."
"""How far any encoding can be trusted; shown wherever one is."""
NOT_OF_THIS_CORPUS: Final = (
    "The words beside it are of restatements that come with statuteline. They are not "
    "official, and not those of this corpus."
)
"""Whose words are cited beside a rule, where a corpus holds others."""


def days_told(one: Version | Axiom) -> str:
    """Say from when to when a text or an axiom holds."""
    word = "by" if isinstance(one, Version) and one.bound else "from"
    start = f"in force {word} {day_in_words(one.days.start)}"
    if one.days.end is None:
        return start
    return f"{start} until {day_in_words(one.days.end - timedelta(days=1))}"


def reading_told(reading: Reading, version: Version) -> str:
    """Name a reading, and who reads the words so."""
    if len(version.readings) == 1 and not reading.argued:
        return "Outcomes"
    argued = f" ({reading.argued})" if reading.argued else ""
    return f"Reading: {reading.name}{argued}"

"""A few invented sections on libraries, to be searched."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from statuteline.model.commencement import OnDate, Unknown
from statuteline.model.ids import EId, ExpressionId, WId, WorkId
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Paragraph, plain
from statuteline.model.work import Event, EventKind, Expression, Kind, Words

if TYPE_CHECKING:
    from statuteline.corpus.store import Corpus


def section(
    number: str,
    version: str,
    title: str,
    *parts: str,
    pending: bool = False,
    event: EventKind = EventKind.AMENDMENT,
) -> Expression:
    """Write a section: its first words, then those of (a), (b) and so on."""
    day, eid = date.fromisoformat(version), f"sec_{number}"
    first, *lettered = parts
    return Expression(
        id=ExpressionId(WorkId("us-ct", "cgs", number), "eng", day),
        kind=Kind.STATUTE_SECTION,
        title=title,
        words=Words.OFFICIAL,
        recorded=date(2026, 1, 2),
        created=date(2001, 10, 1),
        commencement=Unknown() if pending else OnDate(day=day),
        events=() if pending else (Event(day=day, kind=event),),
        body=(
            Provision(
                level=Level.SECTION,
                eid=EId(eid),
                wid=WId(eid),
                num=f"Sec. {number}.",
                heading=plain(title),
                intro=(Paragraph(spans=plain(first)),) if first else (),
                children=tuple(
                    Provision(
                        level=Level.SUBSECTION,
                        eid=EId(f"{eid}__subsec_{letter}"),
                        wid=WId(f"{eid}__subsec_{letter}"),
                        num=f"({letter})",
                        intro=(Paragraph(spans=plain(words)),),
                    )
                    for letter, words in zip("abcdefgh", lettered, strict=False)
                ),
            ),
        ),
    )


LAW = (
    section(
        "11-1",
        "2001-10-01",
        "Libraries",
        "A library is open to all.",
        "The reader’s card is free; a café may be added.",
        "A late fee is due under section 11-2a.",
    ),
    section(
        "11-1",
        "2020-10-01",
        "Libraries",
        "A library is open to all.",
        "The reader’s card is free, and so is each book, as long as",
        "it is returned in time; see section 11-2a.",
    ),
    section("11-2a", "2001-10-01", "Late fees", "The fee is one dollar a day for a book."),
    section("11-2a", "2022-10-01", "Late fees", "", event=EventKind.REPEAL),
    section(
        "11-3",
        "2030-10-01",
        "Coming maps",
        "A map may be lent for a week.",
        pending=True,
    ),
    section("11a-1", "2001-10-01", "Bicycles", "A bicycle is no book, but may be lent."),
)


def fill(corpus: Corpus) -> Corpus:
    """Record all of it in an empty corpus."""
    for text in LAW:
        corpus.add(text)
    return corpus

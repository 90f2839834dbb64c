"""The one text of the corpus that is attacked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.corpus.writer import write
from statuteline.model.commencement import OnDate
from statuteline.model.ids import EId, ExpressionId, WId, WorkId
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Paragraph, plain
from statuteline.model.work import Event, EventKind, Expression, Kind, Words

DAY = date(2001, 10, 1)
LATER = date(2005, 7, 1)


def usual_text() -> Expression:
    """Make a section of two paragraphs, us-ct/cgs/1-1."""
    below = _provision("sec_1-1__subsec_a", Level.SUBSECTION, "(a)", "A bell is needed.")
    return Expression(
        id=ExpressionId(WorkId("us-ct", "cgs", "1-1"), "eng", DAY),
        kind=Kind.STATUTE_SECTION,
        title="Bicycles",
        words=Words.OFFICIAL,
        recorded=date(2026, 1, 2),
        created=DAY,
        commencement=OnDate(day=DAY),
        events=(Event(day=DAY, kind=EventKind.AMENDMENT),),
        body=(_provision("sec_1-1", Level.SECTION, "Sec. 1-1.", "On bicycles:", below),),
    )


def _provision(
    eid: str, level: Level, num: str, words: str, *children: Provision
) -> Provision:
    return Provision(
        level=level,
        eid=EId(eid),
        wid=WId(eid),
        num=num,
        intro=(Paragraph(spans=plain(words)),),
        children=children,
    )


def usual_xml(old: str = "", new: str = "") -> bytes:
    """Write a later text of the section as the corpus would, one thing replaced in it.

    Args:
        old: What must stand in it; empty to leave all as it is.
        new: What is put in its place, wherever it stands.
    """
    text = _written()
    if old not in text:
        raise ValueError(f"{old!r} does not stand in the usual text")
    return (text.replace(old, new) if old else text).encode("utf-8", "surrogatepass")


@cache
def _written() -> str:
    corpus = open_corpus(shipped())
    later = replace(
        usual_text(),
        id=replace(usual_text().id, version=LATER),
        commencement=OnDate(day=LATER),
        events=(Event(day=LATER, kind=EventKind.AMENDMENT),),
    )
    return write(later, corpus.uris, corpus.settings).decode()

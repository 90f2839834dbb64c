"""An invented corpus with its code: sections as files, and encodings that cite them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import TYPE_CHECKING, Final

from generated_code.vocabulary import Vocabulary
from statuteline.corpus.store import open_corpus
from statuteline.corpus.writer import write
from statuteline.model.commencement import OnDate
from statuteline.model.ids import EId, ExpressionId, WId, WorkId
from statuteline.model.interval import Interval
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Paragraph, plain
from statuteline.model.work import Event, EventKind, Expression, Kind, Words
from statuteline.rules.document import document
from statuteline.rules.encodings import Encoding, Outcome, Reading, Version
from statuteline.rules.facts import YesNo
from statuteline.rules.predicates import all_of, define, not_

if TYPE_CHECKING:
    from pathlib import Path

PROVISIONS: Final = 10
"""Of a section: itself and nine subsections."""
LINKS: Final = 5
"""Of an encoding: three definitions and two outcomes, each with words of its own."""
_LENGTH: Final = 40
_DAY: Final = date(2025, 1, 1)
_CORPUS: Final = """\
name = "Invented sections with code"
text = "restated"
publisher = "nobody"
notice = "No law at all."
"""
_JURISDICTION: Final = """\
name = "Nowhere"
time_zone = "UTC"
language = "eng"
default_commencement = { month = 1, day = 1, source = "none" }
levels = ["section", "subsection"]

[[series]]
name = "code"
title = "Code of Nowhere"
author = "nobody"
doctype = "act"
kind = "section"
year = 2025
number = '\\d+'
forms = ['{number}{portion}']
printed = "§ {number}{portion}"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section and the code that rests on it, as any tool can be told.

    Args:
        number: Its number.
        words: The words of each provision, the section itself first.
        units: The name of each unit of its code; unit ``n`` rests on provision ``n``.
    """

    number: str
    words: tuple[str, ...]
    units: tuple[str, ...]


def write_traced(folder: Path, sections: int, seed: int) -> tuple[Section, ...]:
    """Write a corpus with encodings; nobody has judged them yet.

    Args:
        folder: Where; it must not exist yet.
        sections: How many sections it has, each with one encoding.
        seed: Of the random stream: the same gives the same corpus.

    Returns:
        What it holds.
    """
    (folder / "xx" / "law").mkdir(parents=True)
    (folder / "corpus.toml").write_text(_CORPUS, "utf-8")
    (folder / "xx" / "jurisdiction.toml").write_text(_JURISDICTION, "utf-8")
    corpus = open_corpus(folder)
    vocabulary = Vocabulary(Random(seed), sections)
    found = []
    for at in range(sections):
        number = str(at + 1)
        words = tuple(
            " ".join(word.lstrip("@") for word in vocabulary.passage(_LENGTH))
            for _ in range(PROVISIONS)
        )
        text = _text(number, words)
        path = corpus.path(text.id)
        path.parent.mkdir(parents=True)
        path.write_bytes(write(text, corpus.uris, corpus.settings))
        encoding = _encoding(number, words)
        told = json.dumps(document(encoding, encoding.versions[0]), indent=2)
        (folder / "xx" / "law" / f"{number}.json").write_text(told, "utf-8")
        names = tuple(f"{encoding.name}/{name}" for name in _NAMES)
        found.append(Section(number=number, words=words, units=names))
    return tuple(found)


_NAMES: Final = ("granted", "first test", "second test", "third test", "refused")


def _text(number: str, words: tuple[str, ...]) -> Expression:
    eid = _eid(number, 0)
    own, *below = ((Paragraph(spans=plain(one)),) for one in words)
    return Expression(
        id=ExpressionId(_work(number), "eng", _DAY),
        kind=Kind.STATUTE_SECTION,
        title=f"Matter {number}",
        words=Words.RESTATED,
        recorded=_DAY,
        created=_DAY,
        commencement=OnDate(day=_DAY),
        events=(Event(day=_DAY, kind=EventKind.GENERATION),),
        body=(
            Provision(
                level=Level.SECTION,
                eid=EId(eid),
                wid=WId(eid),
                num=f"§ {number}",
                heading=plain(f"Matter {number}"),
                intro=own,
                children=tuple(
                    Provision(
                        level=Level.SUBSECTION,
                        eid=EId(_eid(number, place)),
                        wid=WId(_eid(number, place)),
                        num=f"({_LETTERS[place]})",
                        intro=one,
                    )
                    for place, one in enumerate(below, 1)
                ),
            ),
        ),
    )


_LETTERS: Final = " abcdefghi"


def _work(number: str) -> WorkId:
    return WorkId("xx", "code", number)


def _eid(number: str, place: int) -> str:
    return f"sec_{number}__subsec_{_LETTERS[place]}" if place else f"sec_{number}"


def _encoding(number: str, words: tuple[str, ...]) -> Encoding:
    quotes = [" ".join(one.split()[2:10]) for one in words]
    tests = [
        define(
            name,
            all_of(
                *(
                    YesNo(name=f"{name.split()[0]}_{part}", ask="?").is_true()
                    for part in "ab"
                )
            ).cite(_eid(number, place), quotes[place]),
        )
        for place, name in enumerate(_NAMES[1:4], 1)
    ]
    granted = all_of(*tests)
    reading = Reading(
        name="plain",
        outcomes=(
            Outcome(
                name="granted",
                when=granted.cite(_eid(number, 0), quotes[0]),
                means="It is granted.",
            ),
            Outcome(
                name="refused",
                when=not_(granted).cite(_eid(number, 4), quotes[4]),
                means="It is refused.",
            ),
        ),
    )
    return Encoding(
        name=f"xx/matter-{number}",
        title=f"Matter {number}",
        work=_work(number),
        governed_by="day of the request",
        versions=(Version(days=Interval(start=_DAY), readings=(reading,)),),
    )

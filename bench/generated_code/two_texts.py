"""An invented code as a corpus in which every section has two texts."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import TYPE_CHECKING, Final

from generated_code.vocabulary import Vocabulary
from statuteline.corpus.checksums import FILE_NAME, digest, sums_text
from statuteline.corpus.start import start_corpus
from statuteline.corpus.store import open_corpus
from statuteline.corpus.writer import write
from statuteline.model.commencement import OnDate
from statuteline.model.ids import EId, ExpressionId, ProvisionRef, WId, WorkId
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Paragraph, Ref, Span, plain
from statuteline.model.work import Event, EventKind, Expression, Kind, Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DAYS: Final = (date(2024, 1, 1), date(2025, 1, 1))
_SUBSECTIONS: Final = 5
_LENGTH: Final = 40
"""Words of a subsection."""
_AMENDED: Final = 2
"""Passages that the second text has otherwise."""
_IN_A_TITLE: Final = 400


def write_two_texts(folder: Path, sections: int, seed: int) -> None:
    """Write a corpus: sections of five subsections with 200 words and five references.

    Args:
        folder: Where; it must not exist yet.
        sections: How many sections it has.
        seed: Of the random stream: the same gives the same corpus.
    """
    start_corpus(folder, name="Invented code", text="official")
    corpus = open_corpus(folder)
    sums: dict[str, str] = {}
    for text in _texts(Random(seed), sections):
        path = corpus.path(text.id)
        path.parent.mkdir(parents=True, exist_ok=True)
        data = write(text, corpus.uris, corpus.settings)
        path.write_bytes(data)
        sums[path.relative_to(folder).as_posix()] = digest(data)
    (folder / FILE_NAME).write_bytes(sums_text(sums))


def _texts(random: Random, sections: int) -> Iterator[Expression]:
    vocabulary = Vocabulary(random, sections)
    numbers = [f"{at // _IN_A_TITLE + 1}-{at % _IN_A_TITLE + 1}" for at in range(sections)]
    for number in numbers:
        words = [vocabulary.words(_LENGTH) for _ in range(_SUBSECTIONS)]
        cited = [random.choice(numbers) for _ in range(_SUBSECTIONS)]
        title = " ".join(vocabulary.words(random.randint(3, 8))).capitalize()
        yield _text(number, title, _DAYS[0], words, cited)
        for _ in range(_AMENDED):
            passage = random.choice(words)
            start = random.randrange(_LENGTH - 5)
            passage[start : start + 3] = vocabulary.words(4)
        yield _text(number, title, _DAYS[1], words, cited)


def _text(
    number: str, title: str, day: date, words: list[list[str]], cited: list[str]
) -> Expression:
    first = Event(day=_DAYS[0], kind=EventKind.GENERATION)
    later = Event(day=day, kind=EventKind.AMENDMENT)
    eid = EId(f"sec_{number}")
    children = tuple(
        _subsection(eid.child("subsec", letter), letter, own, to)
        for letter, own, to in zip("abcde", words, cited, strict=True)
    )
    return Expression(
        id=ExpressionId(WorkId("us-ct", "cgs", number), "eng", day),
        kind=Kind.STATUTE_SECTION,
        title=title,
        words=Words.OFFICIAL,
        recorded=_DAYS[1],
        created=_DAYS[0],
        commencement=OnDate(day=day),
        events=(first,) if day == _DAYS[0] else (first, later),
        body=(
            Provision(
                level=Level.SECTION,
                eid=eid,
                wid=WId(eid.text),
                num=f"Sec. {number}.",
                heading=plain(title),
                children=children,
            ),
        ),
    )


def _subsection(eid: EId, letter: str, words: list[str], cited: str) -> Provision:
    start, end = " ".join(words[:20]), " ".join(words[20:])
    to = Ref(target=ProvisionRef(WorkId("us-ct", "cgs", cited), EId(f"sec_{cited}")))
    spans = (
        Span(text=f"{start} under "),
        Span(text=f"section {cited}", mark=to),
        Span(text=f" {end}."),
    )
    return Provision(
        level=Level.SUBSECTION,
        eid=eid,
        wid=WId(eid.text),
        num=f"({letter})",
        intro=(Paragraph(spans=spans),),
    )

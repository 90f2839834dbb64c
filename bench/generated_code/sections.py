"""An invented code as a corpus: one file a text, in the sizes of a real code."""

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
from statuteline.model.ids import EId, ExpressionId, WId, WorkId
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Paragraph, plain
from statuteline.model.work import Event, EventKind, Expression, Kind, Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MEDIAN: Final = 110
"""Words of a section: of half of them it is less."""
_SPREAD: Final = 1.2
"""Of the logarithm: the mean is then twice the median, as in the General Statutes."""
_LONGEST: Final = 17_000
_A_PARAGRAPH: Final = 90
_IN_A_TITLE: Final = 400
_AMENDED: Final = 17
"""Every seventeenth section has a second text."""
_DAYS: Final = (date(2025, 1, 1), date(2026, 1, 1))


def write_sections(folder: Path, sections: int, seed: int) -> int:
    """Write a corpus of an invented code.

    Args:
        folder: Where; it must not exist yet.
        sections: How many sections it has.
        seed: Of the random stream: the same gives the same corpus.

    Returns:
        How many characters its texts hold.
    """
    start_corpus(folder, name="Invented code", text="official")
    corpus = open_corpus(folder)
    sums: dict[str, str] = {}
    characters = 0
    for text, length in _texts(Random(seed), sections):
        path = corpus.path(text.id)
        path.parent.mkdir(parents=True, exist_ok=True)
        data = write(text, corpus.uris, corpus.settings)
        path.write_bytes(data)
        sums[path.relative_to(folder).as_posix()] = digest(data)
        characters += length
    (folder / FILE_NAME).write_bytes(sums_text(sums))
    return characters


def _texts(random: Random, sections: int) -> Iterator[tuple[Expression, int]]:
    vocabulary = Vocabulary(random, sections)
    numbers = [f"{at // _IN_A_TITLE + 1}-{at % _IN_A_TITLE + 1}" for at in range(sections)]
    for at, number in enumerate(numbers):
        title = " ".join(vocabulary.words(random.randint(3, 8))).capitalize()
        for day in _DAYS if at % _AMENDED == 0 else _DAYS[:1]:
            length = min(int(random.lognormvariate(0, _SPREAD) * _MEDIAN) + 5, _LONGEST)
            count = min(max(length // _A_PARAGRAPH, 1), 26)
            parts = [
                _words(random, vocabulary, length // count, numbers) for _ in range(count)
            ]
            yield (
                _text(number, title, day, _body(number, title, parts)),
                sum(map(len, parts)),
            )


def _text(number: str, title: str, day: date, body: Provision) -> Expression:
    first = Event(day=_DAYS[0], kind=EventKind.GENERATION)
    later = Event(day=day, kind=EventKind.AMENDMENT)
    return Expression(
        id=ExpressionId(WorkId("us-ct", "cgs", number), "eng", day),
        kind=Kind.STATUTE_SECTION,
        title=title,
        words=Words.OFFICIAL,
        recorded=_DAYS[1],
        created=_DAYS[0],
        commencement=OnDate(day=day),
        events=(first,) if day == _DAYS[0] else (first, later),
        body=(body,),
    )


def _body(number: str, title: str, parts: list[str]) -> Provision:
    """Lay out a section: one paragraph, or lettered subsections if there are more."""
    eid = f"sec_{number}"
    lettered = zip("abcdefghijklmnopqrstuvwxyz", parts, strict=False)
    children = tuple(
        Provision(
            level=Level.SUBSECTION,
            eid=EId(f"{eid}__subsec_{letter}"),
            wid=WId(f"{eid}__subsec_{letter}"),
            num=f"({letter})",
            intro=(Paragraph(spans=plain(words)),),
        )
        for letter, words in lettered
        if len(parts) > 1
    )
    return Provision(
        level=Level.SECTION,
        eid=EId(eid),
        wid=WId(eid),
        num=f"Sec. {number}.",
        heading=plain(title),
        intro=() if children else (Paragraph(spans=plain(parts[0])),),
        children=children,
    )


def _words(random: Random, vocabulary: Vocabulary, length: int, numbers: list[str]) -> str:
    drawn = vocabulary.passage(length)
    return " ".join(
        random.choice(numbers) + word.lstrip("@0123456789") if word[0] == "@" else word
        for word in drawn
    )

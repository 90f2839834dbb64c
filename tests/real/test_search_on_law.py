"""A search of real sections finds what plain reading finds: no more, no less."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from datetime import date
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

import pytest

from statuteline.corpus.checksums import FILE_NAME, digest, sums_text
from statuteline.corpus.search import search
from statuteline.corpus.search_text import search_text
from statuteline.corpus.start import start_corpus
from statuteline.corpus.store import Corpus, open_corpus
from statuteline.corpus.writer import write
from statuteline.model.commencement import OnDate
from statuteline.model.ids import EId, ExpressionId, WId, WorkId
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Paragraph, plain
from statuteline.model.work import Expression, Kind, Words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .sections import SectionPair

pytestmark = pytest.mark.slow
DAYS = (date(2025, 1, 1), date(2026, 1, 1))
SEED = 2026
SAMPLE = 150


def text(number: str, day: date, paragraphs: tuple[str, ...]) -> Expression:
    eid = f"sec_{number}"
    return Expression(
        id=ExpressionId(WorkId("us-ct", "cgs", number), "eng", day),
        kind=Kind.STATUTE_SECTION,
        title="Sec",  # a word that every body has: only bodies are read here
        words=Words.OFFICIAL,
        recorded=DAYS[1],
        created=DAYS[0],
        commencement=OnDate(day=day),
        body=(
            Provision(
                level=Level.SECTION,
                eid=EId(eid),
                wid=WId(eid),
                num=f"Sec. {number}.",
                intro=tuple(Paragraph(spans=plain(words)) for words in paragraphs if words),
            ),
        ),
    )


@pytest.fixture(scope="module")
def law(
    law_sections: tuple[SectionPair, ...], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Corpus, dict[str, list[str]]]:
    """Real sections as a corpus of two editions, and the words in force in 2026."""
    folder: Path = tmp_path_factory.mktemp("law") / "corpus"
    start_corpus(folder, name="Sections that changed", text="official")
    corpus = open_corpus(folder)
    sums = {}
    read: dict[str, list[str]] = {}
    for pair in law_sections:
        for day, paragraphs in zip(DAYS, (pair.old, pair.new), strict=True):
            made = text(pair.citation, day, paragraphs)
            path = corpus.path(made.id)
            path.parent.mkdir(parents=True, exist_ok=True)
            data = write(made, corpus.uris, corpus.settings)
            path.write_bytes(data)
            sums[path.relative_to(folder).as_posix()] = digest(data)
            read[pair.citation] = words(search_text(made).words)
    (folder / FILE_NAME).write_bytes(sums_text(sums))
    return corpus, read


def words(written: str) -> list[str]:
    """Cut what is written into words, case and accents aside."""
    bare = unicodedata.normalize("NFD", written)
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    return re.findall(r"[^\W_]+", bare.lower())


def found(corpus: Corpus, query: str) -> set[str]:
    hits = search(corpus, query, at=DAYS[1], limit=100_000).hits
    return {hit.standing.expression.id.work.number for hit in hits}


def total(corpus: Corpus, query: str) -> int:
    return search(corpus, query, at=DAYS[1], limit=1).total


def sampled(counts: Counter[str]) -> Iterator[str]:
    """Draw the commonest words, and others however rare."""
    yield from (word for word, _ in counts.most_common(20))
    yield from Random(SEED).sample(sorted(counts), SAMPLE)  # noqa: S311 - a sample of words


def test_words_are_found_in_every_section_that_has_them(
    law: tuple[Corpus, dict[str, list[str]]],
) -> None:
    corpus, read = law
    counts = Counter(word for all_ in read.values() for word in set(all_))
    assert len(counts) > 5_000
    for word in sampled(counts):
        assert total(corpus, f'"{word}"') == counts[word], word
    for word in list(sampled(counts))[-20:]:
        expected = {number for number, all_ in read.items() if word in all_}
        assert found(corpus, f'"{word}"') == expected, word


def test_numbers_and_phrases_are_found_where_their_words_follow_each_other(
    law: tuple[Corpus, dict[str, list[str]]],
) -> None:
    corpus, read = law
    pairs = Counter(
        f"{one} {other}" for all_ in read.values() for one, other in set(pairwise(all_))
    )
    numbers = Counter(
        {pair: n for pair, n in pairs.items() if re.match(r"\d+[a-z]* \d", pair)}
    )
    assert len(numbers) > 1_000
    for phrase in sampled(pairs):
        assert total(corpus, f'"{phrase}"') == pairs[phrase], phrase
    for phrase in sampled(numbers):
        assert total(corpus, phrase.replace(" ", "-")) == numbers[phrase], phrase

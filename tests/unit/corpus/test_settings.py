from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from statuteline.corpus.settings import read_corpus_settings, read_jurisdiction
from statuteline.corpus.store import Corpus, open_corpus
from statuteline.errors import CorpusError

if TYPE_CHECKING:
    from pathlib import Path

CORPUS = 'name = "A"\ntext = "official"\npublisher = "B"\nnotice = "C"\n'


def corpus_toml(folder: Path, words: str) -> CorpusError:
    path = folder / "corpus.toml"
    path.write_bytes(words.encode("utf-8", "surrogateescape"))
    with pytest.raises(CorpusError) as caught:
        read_corpus_settings(path)
    assert caught.value.where == str(path)
    return caught.value


@pytest.mark.parametrize("key", ["name", "text", "publisher", "notice"])
def test_each_missing_key_is_named(key: str, tmp_path: Path) -> None:
    lines = [line for line in CORPUS.splitlines() if not line.startswith(key)]
    assert repr(key) in corpus_toml(tmp_path, "\n".join(lines)).what


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "'name' is missing"),
        ("name = \n", "line 1"),
        ('a = 1\nname = "x\n', "line 2"),
        ("\udcff", "cannot be read"),
        (CORPUS.replace('"A"', "7"), "'name' must be words, not 7"),
        (CORPUS.replace('"A"', '" "'), "'name' must be words"),
        (CORPUS.replace("official", "mine"), "one of restated, official"),
        (CORPUS + 'name = "again"', "cannot be read"),
    ],
)
def test_broken_corpus_settings_are_told(words: str, says: str, tmp_path: Path) -> None:
    assert says in corpus_toml(tmp_path, words).what


def test_missing_settings_say_how_to_start(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="There is no corpus.toml") as caught:  # noqa: RUF043
        read_corpus_settings(tmp_path / "corpus.toml")
    assert "statuteline init" in caught.value.hint


@pytest.mark.parametrize(
    ("found", "changed", "says"),
    [
        ('name = "Connecticut"', "", "'name' is missing"),
        ("levels = [", 'levels = ["verse", ', "'verse' is not a valid Level"),
        ('levels = ["section"', 'levels = [1, "section"', "'levels' must be a list"),
        ('name = "cgs"', "", "'name' is missing"),
        (r"number = '\d\d-\d{1,3}'", "number = '('", "series pa"),
        (r"number = '\d\d-\d{1,3}'", "number = '(?P<number>x)'", "series pa"),
        ("'{number}{portion}',", "'{number', ", "series cgs"),
        ("'{number}{portion}',", "'({number}', ", "series cgs"),
        ("'{number}{portion}',", "'.*', ", "series cgs"),
        ("'{number}{portion}',", "'{number}', 7, ", "'forms' must be a list"),
        (
            'printed = "P.A. {number}{portion}"',
            'printed = "{no}"',
            "printed form",
        ),
        (
            'printed = "P.A. {number}{portion}"',
            'printed = "{"',
            "printed form",
        ),
        (
            'printed = "P.A. {number}{portion}"',
            'printed = "{}"',
            "printed form",
        ),
        (
            'printed = "P.A. {number}{portion}"',
            'printed = "{number:>9000000000}"',
            "printed form",
        ),
        (
            'printed = "P.A. {number}{portion}"',
            'printed = "{number.__class__}"',
            "printed form",
        ),
        ('shape = "{year}-{number}"', 'shape = "{year}-{number}-{x}"', "is not taken"),
        ('printed_section = "P.A.', 'printed_section = "{x}', "printed form"),
        ('shape = "{year}-{number}"', 'shape = "{year}"', "series pa"),
        ('shape = "{year}-{number}"', 'shape = "{number}"', "printed form"),
        ('joins = ["to", "and"]', 'joins = "to"', "'joins' must be a list"),
        ('"May", "June|Jun.", ', "7, ", "'sessions' must be a list"),
        ("[[series.also]]\nnumber", "[[series.also]]\nnumbers", "'number' is missing"),
        ("year = 1958", 'year = "late"', "year of series cgs"),
        ("year = 1958", "year = true", "year of series cgs"),
        ('kind = "publicAct"', 'kind = "law"', "'kind' must be one of"),
        ("[[series]]", "[series]", "cannot be read"),
    ],
)
def test_a_broken_jurisdiction_is_told_at_once(
    found: str, changed: str, says: str, corpus: Corpus
) -> None:
    path = corpus.root / "us-ct" / "jurisdiction.toml"
    words = path.read_text(encoding="utf-8")
    assert found in words
    path.write_text(words.replace(found, changed), encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        open_corpus(corpus.root)
    assert says in caught.value.what
    assert caught.value.where == str(path)


Year = Callable[[str], int]


@pytest.fixture
def year(corpus: Corpus) -> Year:
    found = read_jurisdiction(corpus.root / "us-ct" / "jurisdiction.toml")
    return next(series for series in found.series if series.name == "pa").year_of


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("21-103", 2021),
        ("00-1", 2000),
        ("49-1", 2049),
        ("50-1", 1950),
        ("99-1", 1999),
        ("03-6-june-30-sp-sess", 2003),
        ("1957-253", 1957),
        ("1965-239-february", 1965),
    ],
)
def test_a_number_begins_with_its_year(number: str, expected: int, year: Year) -> None:
    assert year(number) == expected


@pytest.mark.parametrize("number", ["x", "1-2", "210-3", "2103", "٢١-1"])
def test_a_number_without_a_year_is_refused(number: str, year: Year) -> None:
    with pytest.raises(CorpusError, match="does not begin with a year"):
        year(number)

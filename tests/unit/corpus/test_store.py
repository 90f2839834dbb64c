from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from statuteline.corpus.checks import validate
from statuteline.corpus.store import Corpus, open_corpus
from statuteline.errors import (
    CorpusError,
    IdentifierError,
    ImmutableExpressionError,
    WorkNotFoundError,
)
from statuteline.model.ids import ExpressionId, WorkId
from statuteline.model.natural import natural
from statuteline.model.text import Paragraph, plain
from statuteline.model.work import Expression, Kind

Text = Callable[..., Expression]
Files = Callable[[Path], dict[str, bytes | None]]
NUMBER = WorkId("us-ct", "cgs", "1-1")


def test_what_is_added_is_read_back_equal(corpus: Corpus, text: Text) -> None:
    assert not corpus.holds(NUMBER)
    assert corpus.add(text())
    assert corpus.holds(NUMBER)
    assert corpus.expressions(NUMBER) == (text(),)
    assert corpus.works() == (NUMBER,)
    assert corpus.works(Kind.STATUTE_SECTION) == (NUMBER,)
    assert corpus.works(Kind.SUMMARY, Kind.FAQ) == ()
    assert validate(corpus) == ()


def test_the_digest_is_recorded_with_the_file(corpus: Corpus, text: Text) -> None:
    corpus.add(text())
    data = corpus.path(text().id).read_bytes()
    line = f"{hashlib.sha256(data).hexdigest()}  us-ct/cgs/1-1/eng@2001-10-01.xml\n"
    assert (corpus.root / "SHA256SUMS").read_text(encoding="utf-8") == line


def test_the_same_text_is_recorded_once(corpus: Corpus, text: Text, files: Files) -> None:
    corpus.add(text())
    before = files(corpus.root)
    assert not corpus.add(text())
    assert files(corpus.root) == before


@pytest.mark.parametrize("gone", ["", "SHA256SUMS", "us-ct/cgs/1-1/eng@2001-10-01.xml"])
def test_other_words_under_a_recorded_id_are_refused(
    gone: str, corpus: Corpus, text: Text, files: Files
) -> None:
    # Even if only the file or only its digest is left, the record stands.
    corpus.add(text())
    if gone:
        (corpus.root / gone).unlink()
    before = files(corpus.root)
    with pytest.raises(ImmutableExpressionError) as caught:
        corpus.add(text(words="Other words."))
    assert "eng@2001-10-01~DATE" in caught.value.hint
    assert files(corpus.root) == before


def test_a_correction_is_a_new_file(corpus: Corpus, text: Text) -> None:
    corpus.add(text())
    fixed = replace(
        text(words="Other words."),
        id=replace(text().id, corrected=date(2026, 2, 3)),
    )
    assert corpus.add(fixed)
    names = [path.name for path in sorted(corpus.root.rglob("*.xml"))]
    assert names == ["eng@2001-10-01.xml", "eng@2001-10-01~2026-02-03.xml"]


def test_a_text_whose_digest_was_lost_is_recorded_again(corpus: Corpus, text: Text) -> None:
    corpus.add(text())
    (corpus.root / "SHA256SUMS").unlink()
    assert corpus.add(text())
    assert validate(corpus) == ()


def test_a_control_character_is_refused_and_nothing_written(
    corpus: Corpus, text: Text, files: Files
) -> None:
    before = files(corpus.root)
    for letter in ("\0", "\x0b", "\x1f", "\ufffe"):
        with pytest.raises(CorpusError, match="character that XML cannot carry"):
            corpus.add(text(words=f"Some{letter}words."))
    assert files(corpus.root) == before


def test_a_series_that_is_not_set_up_is_refused(corpus: Corpus, text: Text) -> None:
    other = ExpressionId(WorkId("us-xx", "code", "1"), "eng", date(2001, 10, 1))
    with pytest.raises(CorpusError, match="us-xx/code is not set up") as caught:
        corpus.add(replace(text(), id=other))
    assert "us-ct/cgs" in caught.value.hint


def test_an_unknown_work_names_the_nearest(corpus: Corpus, text: Text) -> None:
    corpus.add(text())
    for wanted in ("1-1A", "1-2", "us-ct/cgs/1-11", "CGS 1-1b"):
        with pytest.raises(WorkNotFoundError) as caught:
            corpus.cite(wanted)
        assert caught.value.hint == "did you mean us-ct/cgs/1-1?"
    with pytest.raises(WorkNotFoundError) as caught:
        corpus.cite("99-999")
    assert "statuteline list" in caught.value.hint


def test_words_near_a_number_name_it(corpus: Corpus, text: Text) -> None:
    corpus.add(text())
    with pytest.raises(IdentifierError) as caught:
        corpus.cite("1-1.")
    assert caught.value.hint == "did you mean us-ct/cgs/1-1?"


@pytest.mark.parametrize(
    "wanted", ["us-ct/cgs/../x", "us-ct/cgs/..", "../../etc/passwd", "us-ct/../cgs/1-1"]
)
def test_no_citation_leads_out_of_the_corpus(wanted: str, corpus: Corpus) -> None:
    with pytest.raises(IdentifierError):
        corpus.cite(wanted)


def test_a_missing_file_is_named(corpus: Corpus, text: Text) -> None:
    with pytest.raises(CorpusError, match="No such file") as caught:
        corpus.read(text().id)
    assert caught.value.where == str(corpus.path(text().id))


def test_a_file_whose_name_is_no_expression_is_named(corpus: Corpus, text: Text) -> None:
    corpus.add(text())
    corpus.path(text().id).rename(corpus.root / "us-ct/cgs/1-1/draft@2001.xml")
    with pytest.raises(IdentifierError, match="us-ct/cgs/1-1/draft@2001"):
        corpus.expressions(NUMBER)


def test_works_count_as_people_do() -> None:
    numbers = ["2-1", "1a-1", "1-10", "1-2", "1-1aa", "1-1z", "1-1b", "1-1a", "1-1"]
    assert sorted(numbers, key=natural) == list(reversed(numbers))


def test_a_second_process_sees_what_the_first_wrote(corpus: Corpus, text: Text) -> None:
    corpus.add(text("2001-10-01"))
    other = open_corpus(corpus.root)
    other.add(text("2002-10-01", "Later words."))
    assert [one.start for one in corpus.expressions(NUMBER)] == [
        date(2001, 10, 1),
        date(2002, 10, 1),
    ]
    assert validate(corpus) == ()


def test_raw_words_are_kept_as_they_are(corpus: Corpus, text: Text) -> None:
    words = "  two  spaces,\ttab\r\nlines\u00a0§ & <b> ]]> e\u0301 \U0001f600 "
    corpus.add(text(words=words))
    (found,) = corpus.expressions(NUMBER)
    assert found.body[0].children[0].intro == (Paragraph(spans=plain(words)),)


def test_a_correction_is_listed_behind_its_record(corpus: Corpus, text: Text) -> None:
    first = text()
    second = replace(first, id=replace(first.id, corrected=date(2002, 1, 1)))
    corpus.add(second)
    corpus.add(first)
    assert corpus.expression_ids(NUMBER) == (first.id, second.id)

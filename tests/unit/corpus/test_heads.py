"""The head of a file says what the whole text says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from statuteline.corpus.heads import read_head
from statuteline.corpus.locate import shipped
from statuteline.corpus.store import Corpus, open_corpus
from statuteline.errors import CorpusError
from statuteline.model.commencement import Commencement, FromPassage, OnEvent, Unknown
from statuteline.model.published import Status
from statuteline.model.work import Expression

Text = Callable[..., Expression]


def check(corpus: Corpus, text: Expression) -> None:
    found = next(one for one in corpus.heads(text.id.work) if one.id == text.id)
    for name in ("id", "title", "words", "status", "recorded", "by"):
        assert getattr(found, name) == getattr(text, name)
    assert found.start == text.known_start


def test_the_heads_of_the_shipped_corpus_agree_with_its_texts() -> None:
    corpus = open_corpus(shipped())
    texts = [text for work in corpus.works() for text in corpus.expressions(work)]
    assert texts
    for text in texts:
        check(corpus, text)


@pytest.mark.parametrize(
    "commencement",
    [
        Unknown(),
        Unknown(by=date(2001, 10, 1)),
        FromPassage(day=date(2001, 10, 1)),
        FromPassage(),
        OnEvent(event="a vote & <more>"),
    ],
)
def test_a_first_day_that_is_not_known_is_not_given(
    commencement: Commencement, corpus: Corpus, text: Text
) -> None:
    one = replace(text(), commencement=commencement, status=Status.OBSOLETE, title='"<&')
    corpus.add(one)
    check(corpus, one)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("</meta>", ""),
        ("<sl:text", "<sl:note"),
        ('words="official"', 'words="mine"'),
        ('date="2026-01-02" name="recorded"', 'date="soon" name="recorded"'),
        ("<akomaNtoso", '<!DOCTYPE a [<!ENTITY b "c">]><akomaNtoso'),
        ("<meta>", "<meta"),
    ],
)
def test_a_broken_head_is_named(old: str, new: str, corpus: Corpus, text: Text) -> None:
    corpus.add(text())
    path = corpus.path(text().id)
    words = path.read_text("utf-8")
    assert old in words
    with pytest.raises(CorpusError) as caught:
        read_head(words.replace(old, new).encode(), text().id, "file.xml")
    assert caught.value.where.startswith("file.xml")

"""Many expressions are recorded, or none; and never is the corpus not what it promises."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from statuteline.corpus.checks import validate
from statuteline.corpus.checksums import FILE_NAME, read_sums
from statuteline.errors import CorpusError, ImmutableExpressionError
from statuteline.model.work import Expression

if TYPE_CHECKING:
    from statuteline.corpus.store import Corpus

Text = Callable[..., Expression]
Files = Callable[[Path], dict[str, bytes | None]]
DAYS = tuple(f"{year}-10-01" for year in range(2001, 2009))


def record(corpus: Corpus, texts: list[Expression]) -> int:
    with corpus.recording() as recorder:
        return recorder.record([recorder.check(text) for text in texts])


@pytest.fixture
def texts(text: Text) -> list[Expression]:
    return [text(day, f"Words of {day}.") for day in DAYS]


def test_many_are_recorded_and_once_only(
    corpus: Corpus, texts: list[Expression], files: Files
) -> None:
    assert record(corpus, texts[:3]) == 3
    assert record(corpus, texts) == len(texts) - 3
    before = files(corpus.root)
    assert record(corpus, texts) == 0
    assert files(corpus.root) == before
    assert len(read_sums(corpus.root)) == len(texts)
    assert validate(corpus) == ()


def test_one_recorder_knows_what_it_recorded(
    corpus: Corpus, text: Text, texts: list[Expression]
) -> None:
    with corpus.recording() as recorder:
        recorder.record([recorder.check(one) for one in texts])
        assert not recorder.check(texts[0]).is_new
        with pytest.raises(ImmutableExpressionError):
            recorder.check(text(DAYS[0], "Other words."))


def test_a_file_that_was_there_before_is_never_cleared_away(
    corpus: Corpus, texts: list[Expression], monkeypatch: pytest.MonkeyPatch
) -> None:
    record(corpus, texts[:1])
    (corpus.root / FILE_NAME).unlink()
    path = corpus.path(texts[0].id)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(CorpusError, match="No space left"):
        record(corpus, texts[:1])
    assert path.is_file()

"""Many expressions are recorded, or none; and never is the corpus not what it promises."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from statuteline.corpus.checks import validate
from statuteline.corpus.checksums import JOURNAL, read_sums
from statuteline.corpus.recorder import finish_recording
from statuteline.corpus.store import Corpus, open_corpus
from statuteline.errors import CorpusError, ImmutableExpressionError
from statuteline.model.work import Expression

Text = Callable[..., Expression]
Files = Callable[[Path], dict[str, bytes | None]]
DAYS = tuple(f"{year}-10-01" for year in range(2001, 2009))


def record(corpus: Corpus, texts: list[Expression]) -> int:
    recorder = corpus.recorder()
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
    recorder = corpus.recorder()
    recorder.record([recorder.check(one) for one in texts])
    assert not recorder.check(texts[0]).is_new
    with pytest.raises(ImmutableExpressionError):
        recorder.check(text(DAYS[0], "Other words."))


@pytest.mark.parametrize("failing", [1, 2, 3, 4, 7, 10, 11, 14, 17, 18, 19, 20, 21])
def test_a_disk_that_fails_at_any_step_leaves_all_or_nothing(
    failing: int,
    corpus: Corpus,
    texts: list[Expression],
    files: Files,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    corpus.add(texts[0])
    before = files(corpus.root)
    steps = count(1)

    def breaking(name: str, owner: object) -> None:
        whole = getattr(owner, name)

        def step(*args: object, **options: object) -> object:
            if next(steps) == failing:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return whole(*args, **options)

        monkeypatch.setattr(owner, name, step)

    breaking("fsync", os)
    breaking("replace", Path)
    with pytest.raises(CorpusError, match="No space left"):
        record(corpus, texts)
    monkeypatch.undo()
    assert files(corpus.root) == before


KILLED = """
import os, signal, sys
from itertools import count
from pathlib import Path
from statuteline.corpus.store import Corpus
from statuteline.importers.akn import IMPORTER
from statuteline.importers.base import Source
from datetime import date

corpus = Corpus(Path(sys.argv[1]))
steps, last = count(1), int(sys.argv[2])
whole = Path.replace

def step(self, target):
    if next(steps) == last:
        os.kill(os.getpid(), signal.SIGKILL)
    return whole(self, target)

Path.replace = step
recorder = corpus.recorder()
texts = [
    IMPORTER.read(Source(name=p.name, data=p.read_bytes(), recorded=date(2026, 1, 2),
                         uris=corpus.uris))
    for p in sorted(Path(sys.argv[3]).iterdir())
]
recorder.record([recorder.check(text) for text in texts])
"""


@pytest.mark.skipif(os.name != "posix", reason="kills a process")
@pytest.mark.parametrize("step", [1, 2, 4, 9, 10])
def test_killed_at_any_point_it_is_sound_and_can_go_on(
    step: int, corpus: Corpus, texts: list[Expression], tmp_path: Path
) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    for one in texts:
        data = corpus.recorder().check(one).data
        (sources / f"{one.id.version}.xml").write_bytes(data)
    args = [sys.executable, "-c", KILLED, str(corpus.root), str(step), str(sources)]
    ended = subprocess.run(args, check=False, capture_output=True)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    there = len(list(corpus.root.rglob("eng@*.xml")))
    assert there == min(max(step - 2, 0), len(texts))
    assert validate(open_corpus(corpus.root)) == ()
    finish_recording(corpus.root)
    assert not (corpus.root / JOURNAL).exists()
    assert record(open_corpus(corpus.root), texts) == len(texts) - there
    assert validate(open_corpus(corpus.root)) == ()
    left = [path.name for path in corpus.root.rglob(".*")]
    assert left == []


def test_a_file_cut_off_with_the_power_is_removed(
    corpus: Corpus, texts: list[Expression]
) -> None:
    record(corpus, texts[:1])
    path = corpus.path(texts[0].id)
    (corpus.root / "SHA256SUMS").rename(corpus.root / JOURNAL)
    path.write_bytes(path.read_bytes()[:100])
    finish_recording(corpus.root)
    assert not path.exists()
    assert validate(corpus) == ()
    assert record(corpus, texts[:1]) == 1

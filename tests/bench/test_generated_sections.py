"""The corpus that searches are timed on is sound, and the same for the same seed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generated_code.sections import write_sections
from statuteline.corpus.checks import validate
from statuteline.corpus.store import open_corpus

if TYPE_CHECKING:
    from pathlib import Path


def test_it_is_a_sound_corpus_of_two_editions(tmp_path: Path) -> None:
    characters = write_sections(tmp_path / "one", 40, 3)
    corpus = open_corpus(tmp_path / "one")
    works = corpus.works()
    assert len(works) == 40
    assert sum(len(corpus.expression_ids(work)) for work in works) == 43
    assert validate(corpus) == ()
    assert characters > 40 * 100


def test_the_same_seed_gives_the_same_corpus(tmp_path: Path) -> None:
    for name, seed in (("one", 3), ("same", 3), ("other", 4)):
        write_sections(tmp_path / name, 10, seed)
    one, same, other = (
        (tmp_path / name / "SHA256SUMS").read_text("utf-8")
        for name in ("one", "same", "other")
    )
    assert one == same
    assert one != other

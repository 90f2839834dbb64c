"""How many words are marked in real law, by this project and by other programs.

The same 1,547 pairs of texts go into each; each word deleted and each word inserted
counts one, a provision's number too. The figures stand in site/measurements.md.
"""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from redlines import Redlines

from statuteline.diff.compare import compare
from statuteline.diff.redline import redline
from statuteline.model.change import RunKind

from .sections import marked_words, text_of_section

if TYPE_CHECKING:
    from pathlib import Path

    from statuteline.model.change import Line

    from .sections import SectionPair

Pairs = tuple[tuple[str, str, str], ...]
Grams = dict[tuple[str, ...], list[tuple[int, int, int]]]

pytestmark = pytest.mark.slow

_PASSAGE = 6
"""Words in one piece that stand in two places by no chance."""
_PARAGRAPH = "¶"
"""What redlines puts between paragraphs; it is no word of the text."""


@pytest.fixture(scope="module")
def marked_by_git(
    law_pairs: Pairs, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, int]:
    git = shutil.which("git")
    if git is None:
        pytest.skip("git is absent")
    folder = tmp_path_factory.mktemp("texts")
    return {
        citation: _marked_by_git(git, old, new, folder) for citation, old, new in law_pairs
    }


def test_one_text_no_more_words_than_git(
    law_pairs: Pairs, marked_by_git: dict[str, int]
) -> None:
    ours = sum(marked_words(redline(old, new)) for _, old, new in law_pairs)
    theirs = sum(marked_by_git.values())
    assert ours <= theirs, f"{ours} words marked, git marks {theirs}"


def test_one_text_no_more_words_than_redlines(law_pairs: Pairs) -> None:
    ours = sum(marked_words(redline(old, new)) for _, old, new in law_pairs)
    theirs = sum(_marked_by_redlines(old, new) for _, old, new in law_pairs)
    assert ours <= theirs, f"{ours} words marked, redlines marks {theirs}"


def test_provisions_no_more_words_than_git_but_those_that_changed_provision(
    law_sections: tuple[SectionPair, ...], marked_by_git: dict[str, int]
) -> None:
    # A word is marked where its provision changed, too: deleted there, inserted here.
    # Git keeps it, for it knows no provisions.
    ours = elsewhere = 0
    for pair in law_sections:
        lines = compare(
            text_of_section(pair.citation, pair.old, 2025),
            text_of_section(pair.citation, pair.new, 2026),
        ).lines
        ours += sum(marked_words(line.runs) for line in lines)
        elsewhere += _in_another_provision(lines)
    theirs = sum(marked_by_git.values())
    told = f"{ours} words marked, {elsewhere} for their provision; git marks {theirs}"
    assert ours - elsewhere <= theirs, told
    assert elsewhere <= ours / 5, told


def _marked_by_git(git: str, old: str, new: str, folder: Path) -> int:
    (folder / "old.txt").write_text(old + "\n", encoding="utf-8")
    (folder / "new.txt").write_text(new + "\n", encoding="utf-8")
    command = [git, "diff", "--no-index", "--word-diff=porcelain", "--histogram"]
    done = subprocess.run(
        [*command, folder / "old.txt", folder / "new.txt"], capture_output=True, check=False
    )
    assert done.returncode == 1, done.stderr
    hunks = done.stdout.decode().partition("\n@@")[2].split("\n")[1:]
    return sum(len(line[1:].split()) for line in hunks if line[:1] in {"+", "-"})


def _marked_by_redlines(old: str, new: str) -> int:
    sides = [(found.source_text, found.test_text) for found in Redlines(old, new).changes]
    words = " ".join(text for pair in sides for text in pair if text).split()
    return len(words) - words.count(_PARAGRAPH)


def _in_another_provision(lines: tuple[Line, ...]) -> int:
    """Count words marked on both sides that stand in passages which are the same."""
    inserted: Grams = {}
    for place, words in _marked(lines, RunKind.INSERTED):
        for at in range(len(words) - _PASSAGE + 1):
            gram = tuple(words[at : at + _PASSAGE])
            inserted.setdefault(gram, []).append((*place, at))
    gone: set[tuple[int, int, int]] = set()
    come: set[tuple[int, int, int]] = set()
    for (line, run), words in _marked(lines, RunKind.DELETED):
        for at in range(len(words) - _PASSAGE + 1):
            same = inserted.get(tuple(words[at : at + _PASSAGE]))
            if same:
                to_line, to_run, start = same.pop(0)
                gone |= {(line, run, at + ahead) for ahead in range(_PASSAGE)}
                come |= {(to_line, to_run, start + ahead) for ahead in range(_PASSAGE)}
    return len(gone) + len(come)


def _marked(
    lines: tuple[Line, ...], kind: RunKind
) -> list[tuple[tuple[int, int], list[str]]]:
    return [
        ((at, number), run.text.split())
        for at, line in enumerate(lines)
        for number, run in enumerate(line.runs)
        if run.kind is kind
    ]

"""Every section of Connecticut's code that changed from 2025 to 2026, marked."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from statuteline.diff.redline import redline, text_of
from statuteline.model.change import RunKind

from .sections import cut_words, marked_words

if TYPE_CHECKING:
    from pathlib import Path

Pairs = tuple[tuple[str, str, str], ...]

pytestmark = pytest.mark.slow

_ALL = 1547
_MOST_WHOLE = 60


def test_marks_give_both_editions_back_and_cut_no_word(
    law_pairs: Pairs,
) -> None:
    assert len(law_pairs) == _ALL
    for citation, old, new in law_pairs:
        runs = redline(old, new)
        for side, without in ((old, RunKind.INSERTED), (new, RunKind.DELETED)):
            assert text_of(runs, without) == side, citation
            assert not cut_words(runs, side, without), citation
        for one, other in pairwise(runs):
            assert (one.kind, other.kind) != (RunKind.INSERTED, RunKind.DELETED)
            assert one.kind is not other.kind


def test_no_more_words_are_marked_than_git_marks(law_pairs: Pairs, tmp_path: Path) -> None:
    git = shutil.which("git")
    if git is None:
        pytest.skip("git is absent")
    # A section of which hardly a word is left we mark whole, on purpose; git keeps
    # each "the" and "of" in it.
    ours = theirs = whole = 0
    for pair in law_pairs:
        runs = redline(pair[1], pair[2])
        if all(run.kind is not RunKind.EQUAL for run in runs):
            whole += 1
            continue
        ours += marked_words(runs)
        theirs += _marked_by_git(git, pair, tmp_path)
    assert whole <= _MOST_WHOLE
    assert ours <= theirs, f"{ours} words marked, git marks {theirs}"


def _marked_by_git(git: str, pair: tuple[str, str, str], folder: Path) -> int:
    old, new = folder / "old.txt", folder / "new.txt"
    old.write_text(pair[1] + "\n", encoding="utf-8")
    new.write_text(pair[2] + "\n", encoding="utf-8")
    command = [git, "diff", "--no-index", "--word-diff=porcelain", "--histogram"]
    done = subprocess.run([*command, old, new], capture_output=True, check=False)
    assert done.returncode == 1, done.stderr
    hunks = done.stdout.decode().partition("\n@@")[2].split("\n")[1:]
    return sum(len(line[1:].split()) for line in hunks if line[:1] in {"+", "-"})


def test_marks_do_not_depend_on_the_hash_seed(law_pairs: Pairs) -> None:
    """Python orders its sets anew in every process; marks must not follow them."""
    sample = sorted(law_pairs, key=lambda pair: -len(pair[1]) - len(pair[2]))[:25]
    here = hashlib.sha256()
    texts = []
    for _, old, new in sample:
        here.update(repr(redline(old, new)).encode())
        texts += [old, new]
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", _DIGEST],
            input="\0".join(texts).encode(),
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        assert done.stdout.decode().strip() == here.hexdigest()


_DIGEST = """
import hashlib, sys
from statuteline.diff.redline import redline
texts = sys.stdin.buffer.read().decode().split("\\0")
digest = hashlib.sha256()
for old, new in zip(texts[::2], texts[1::2]):
    digest.update(repr(redline(old, new)).encode())
print(digest.hexdigest())
"""

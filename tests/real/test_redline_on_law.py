"""Every section of Connecticut's code that changed from 2025 to 2026, marked."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from itertools import pairwise

import pytest

from statuteline.diff.redline import redline, text_of
from statuteline.model.change import RunKind

from .sections import cut_words

Pairs = tuple[tuple[str, str, str], ...]

pytestmark = pytest.mark.slow

_ALL = 1547


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

"""The two builds of diff-match-patch give the same operations, and those are exact."""

from __future__ import annotations

import importlib
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuteline.diff import operations
from statuteline.diff.operations import in_cpp, in_python
from statuteline.model.change import RunKind

if TYPE_CHECKING:
    from collections.abc import Iterator

FAST = find_spec("fast_diff_match_patch") is not None
needs_fast = pytest.mark.skipif(not FAST, reason="fast-diff-match-patch is absent")

FEW = st.text(st.sampled_from("\u0100\u0101\u0102"), max_size=40)
MANY = st.text(st.characters(min_codepoint=0x100, exclude_categories=["Cs"]), max_size=40)


def side(found: operations.Operations, without: RunKind) -> str:
    return "".join(text for kind, text in found if kind is not without)


@given(FEW | MANY, FEW | MANY)
def test_both_sides_are_exact(old: str, new: str) -> None:
    found = in_python(old, new)
    assert side(found, RunKind.INSERTED) == old
    assert side(found, RunKind.DELETED) == new


@needs_fast
@given(FEW | MANY, FEW | MANY)
def test_both_builds_give_the_same(old: str, new: str) -> None:
    assert in_cpp(old, new) == in_python(old, new)


@needs_fast
@given(FEW, FEW, st.lists(MANY, max_size=6))
def test_both_builds_give_the_same_where_most_is_kept(
    old: str, new: str, kept: list[str]
) -> None:
    texts = old.join(kept), new.join(kept)
    assert in_cpp(*texts) == in_python(*texts)


@pytest.fixture
def without_fast(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "fast_diff_match_patch", None)
        importlib.reload(operations)
        yield
    importlib.reload(operations)


@pytest.mark.usefixtures("without_fast")
def test_without_the_extra_python_does_it() -> None:
    assert operations.operations is operations.in_python


@needs_fast
def test_with_the_extra_cpp_does_it() -> None:
    assert operations.operations is operations.in_cpp

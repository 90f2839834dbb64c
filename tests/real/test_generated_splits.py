"""Whole codes with known splits, merges and moves: each is found and told by its name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from generated_code import Truth, generate
from statuteline.corpus.code_file import read_code
from statuteline.diff.codes import compare_codes
from statuteline.model.change import (
    Amended,
    Conforming,
    HeadingChanged,
    Inserted,
    Merged,
    Moved,
    Part,
    Renumbered,
    Repealed,
    Split,
)

if TYPE_CHECKING:
    from statuteline.model.change import Change

SECTIONS = 3_000
NEARLY_ALL = 0.999
BOTH_SIDES = (Amended, Conforming, HeadingChanged, Moved, Renumbered)


@dataclass(frozen=True)
class Told:
    """What is true of two codes, and what their comparison tells of them."""

    truth: Truth
    changes: tuple[Change, ...]
    pairs: frozenset[tuple[str, str]]

    def below_splits(self) -> tuple[str, ...]:
        """Give how addresses begin of what a split took along."""
        return tuple(f"{whole}__" for whole, _ in self.truth.splits)

    def apart(self) -> set[str]:
        """Give what splits and merges are about, and stubs: lineage is silent on them."""
        truth = self.truth
        both = [(old, *parts) for old, parts in truth.splits]
        both += [(*parts, new) for parts, new in truth.merges]
        return {eid for group in (*both, *truth.stubs) for eid in group}


@pytest.fixture(scope="module", params=[20260101, 7])
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Told:
    folder = tmp_path_factory.mktemp("code")
    truth = generate(SECTIONS, folder, request.param)
    old, new = (read_code(folder / name) for name in ("v1.xml", "v2.xml"))
    listed, comparisons = (
        tuple(compare_codes(old, new, whole=whole)) for whole in (False, True)
    )
    assert [one.changes for one in listed] == [one.changes for one in comparisons]
    changes = tuple(change for one in comparisons for change in one.changes)
    both = {
        (line.old.eid.text, line.new.eid.text)
        for one in comparisons
        for line in one.lines
        if line.part is Part.NUM and line.old and line.new
    }
    # A subsection that moved to another section has its two sides in two comparisons.
    # The move is told of it alone; what lies in it went along.
    told = {(c.old.text, c.new.text) for c in changes if isinstance(c, BOTH_SIDES)}
    below = {
        (eid, eid.replace(old, new, 1))
        for old, new in told - both
        for eid, _ in truth.lineage
        if eid and eid.startswith(f"{old}__")
    }
    pairs = both | told | below
    return Told(truth, changes, frozenset(pairs))


def test_splits_are_told(told: Told) -> None:
    found = {
        (change.old.text, tuple(part.text for part in change.new))
        for change in told.changes
        if isinstance(change, Split)
    }
    assert len(told.truth.splits) > 10
    assert found == set(told.truth.splits)


def test_merges_are_told(told: Told) -> None:
    found = {
        (tuple(part.text for part in change.old), change.new.text)
        for change in told.changes
        if isinstance(change, Merged)
    }
    assert len(told.truth.merges) > 5
    assert found == set(told.truth.merges)


def test_what_was_split_or_merged_is_not_told_as_come_or_gone(told: Told) -> None:
    gone = {c.old.text for c in told.changes if isinstance(c, Repealed)}
    come = {c.new.text for c in told.changes if isinstance(c, Inserted)}
    assert not gone & {whole for whole, _ in told.truth.splits}
    assert not gone & {one for both, _ in told.truth.merges for one in both}
    assert not come & {part for _, parts in told.truth.splits for part in parts}
    assert not come & {whole for _, whole in told.truth.merges}


def test_moves_are_told(told: Told) -> None:
    found = {
        (change.old.text, change.new.text)
        for change in told.changes
        if isinstance(change, Moved)
        if not change.old.text.startswith(told.below_splits())
    }
    wanted = set(told.truth.moves)
    assert len(wanted) > 15
    assert found - wanted == set(), "moves that never were"
    assert wanted - found == set(), "moves that were missed"


def test_subsections_that_went_to_another_section_are_among_the_moves(told: Told) -> None:
    went = {
        (event.old, event.new)
        for event in told.truth.events
        if event.kind == "subsection_moved"
    }
    assert len(went) > 3
    assert went <= told.pairs


def test_lineage_through_splits_merges_and_moves(told: Told) -> None:
    apart = told.apart()
    found = {
        (old, new)
        for old, new in told.pairs
        if old != new and old not in apart and new not in apart
    }
    wanted = {
        (old, new)
        for old, new in told.truth.lineage
        if old and new and old not in apart and new not in apart
    }
    assert len(wanted) > 300
    right = len(wanted & found)
    assert right >= NEARLY_ALL * len(found), found - wanted
    assert right >= NEARLY_ALL * len(wanted), wanted - found

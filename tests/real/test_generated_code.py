"""Whole codes with known changes: what moved and was renumbered is found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from generated_code import Change, Truth, generate
from statuteline.corpus.code_file import read_code
from statuteline.diff.codes import compare_codes
from statuteline.model.change import Amended, Comparison, Conforming, Inserted, Part, Reason
from variants import ARBITRARY

if TYPE_CHECKING:
    from pathlib import Path

    from statuteline.model.provision import Provision

SECTIONS = 1_000
NEARLY_ALL = 0.999


@dataclass(frozen=True)
class Compared:
    """What is true of two codes, and what their comparison tells."""

    folder: Path
    truth: Truth
    told: tuple[Comparison, ...]
    whole: tuple[Comparison, ...]

    def apart(self) -> set[str]:
        """Give the addresses, on either side, that lineage does not speak of."""
        truth = self.truth
        both = [(old, *parts) for old, parts in truth.splits]
        both += [(*parts, new) for parts, new in truth.merges]
        stubs = {eid for side in truth.stubs for eid in side}
        return {eid for group in both for eid in group} | stubs


@pytest.fixture(scope="module")
def code(tmp_path_factory: pytest.TempPathFactory) -> Compared:
    folder = tmp_path_factory.mktemp("code")
    # A subsection that moves to another section: test_generated_splits.py.
    truth = generate(SECTIONS, folder, without=frozenset({Change.MOVE_SUBSECTION}))
    old, new = (read_code(folder / name) for name in ("v1.xml", "v2.xml"))
    told, whole = (tuple(compare_codes(old, new, whole=one)) for one in (False, True))
    return Compared(folder, truth, told, whole)


def test_lineage_of_a_generated_code(code: Compared) -> None:
    apart = code.apart()
    wanted = {
        (old, new)
        for old, new in code.truth.lineage
        if old and new and old not in apart and new not in apart
    }
    found = {
        (line.old.eid.text, line.new.eid.text)
        for one in code.whole
        for line in one.lines
        if line.part is Part.NUM and line.old and line.new
    }
    found = {
        (old, new)
        for old, new in found
        if old != new and old not in apart and new not in apart
    }
    assert len(wanted) > 100
    right = len(wanted & found)
    assert right >= NEARLY_ALL * len(found), found - wanted
    assert right >= NEARLY_ALL * len(wanted), wanted - found


def test_changed_sections_are_those_that_changed(code: Compared) -> None:
    changed = {new.partition("__")[0] for _, new in code.truth.changed}
    told = {one.new.body[0].eid.text for one in code.told if one.new.body}
    assert changed <= told


def test_references_that_follow_a_renumbering_are_told_apart(code: Compared) -> None:
    apart = code.apart()
    told = {
        kind: {
            change.new.text
            for one in code.told
            for change in one.changes
            if isinstance(change, kind)
            # Rewritten whole: a number that was given to a new text.
            if change.pairing.reason is not Reason.POSITION
        }
        - apart
        for kind in (Amended, Conforming)
    }
    conforming = {new for _, new in code.truth.conforming}
    changed = {new for _, new in code.truth.changed}
    assert len(conforming) > 10
    assert told[Conforming] == conforming
    assert told[Amended] == changed - conforming - apart


def test_a_number_given_to_a_new_text_is_never_taken_for_the_old_one(
    code: Compared,
) -> None:
    reused = {e.new for e in code.truth.events if e.kind == "number_reused"}
    left = {old for old, new in code.truth.lineage if new is not None}
    told = [change for one in code.told for change in one.changes]
    come = {change.new.text for change in told if isinstance(change, Inserted)}
    assert reused & left
    assert reused & left <= come
    # Where the old text is gone, its number says that it was rewritten; nothing else does.
    for change in told:
        if isinstance(change, Amended) and change.new.text in reused:
            assert change.pairing.reason is Reason.POSITION


def test_short_texts_that_occur_often_are_not_told_where_they_stayed(
    code: Compared,
) -> None:
    before, after = (set(side) for side in code.truth.stubs)
    moved = {eid for pair in code.truth.lineage for eid in pair}
    stayed = (before & after) - moved
    told = {top.eid.text for one in code.told for top in _tops(one)}
    assert len(stayed) > 10
    assert not stayed & told


def _tops(comparison: Comparison) -> tuple[Provision, ...]:
    return comparison.old.body + comparison.new.body


def test_the_layout_of_another_maker_changes_no_answer(
    code: Compared, tmp_path: Path
) -> None:
    for name in ("v1.xml", "v2.xml"):
        ARBITRARY.lay_out(code.folder / name, tmp_path / name)
    found = compare_codes(read_code(tmp_path / "v1.xml"), read_code(tmp_path / "v2.xml"))
    assert [one.changes for one in found] == [one.changes for one in code.told]


def test_what_is_left_out_as_the_same_changes_no_answer(code: Compared) -> None:
    assert [one.changes for one in code.told] == [one.changes for one in code.whole]
    assert _lines(code.told) < _lines(code.whole)


def _lines(comparisons: tuple[Comparison, ...]) -> int:
    return sum(len(one.lines) for one in comparisons)


def test_a_code_is_the_same_as_itself(code: Compared) -> None:
    path = code.folder / "v1.xml"
    assert tuple(compare_codes(read_code(path), read_code(path))) == ()

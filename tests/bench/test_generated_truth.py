"""The generated code: its truth agrees with its two files, node by node."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generated_code import Change, Truth, generate
from statuteline.corpus.schema import schema_complaints

ROOT = Path(__file__).resolve().parents[2]
AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
CITED = re.compile(r"\d+-\w+")
SMALL = "5395cb2e"


@dataclass(frozen=True)
class Entry:
    """What one file says of one node."""

    above: str | None
    order: int
    heading: str
    words: str


@dataclass(frozen=True)
class Versions:
    """Both files, by address, and the truth."""

    old: dict[str, Entry]
    new: dict[str, Entry]
    truth: Truth

    def lineage(self) -> dict[str, str]:
        """Follow each node that is in both versions, splits and merges left out."""
        truth = self.truth
        gone = {old for old, _ in truth.lineage} | {whole for whole, _ in truth.splits}
        gone |= {old for both, _ in truth.merges for old in both}
        steady = {eid: eid for eid in self.old if eid not in gone}
        return steady | {old: new for old, new in truth.lineage if old and new}


def entries(path: Path) -> dict[str, Entry]:
    """Read a file anew, by nothing that wrote it."""
    found: dict[str, Entry] = {}
    for order, element in enumerate(etree.parse(path).iter(f"{AKN}*")):
        eid = element.get("eId")
        if eid is not None:
            assert eid not in found, "an eId twice"
            parent = element.getparent()
            found[eid] = Entry(
                above=parent.get("eId") if parent is not None else None,
                order=order,
                heading=element.findtext(f"{AKN}heading") or "",
                words=(
                    element.findtext(f"{AKN}intro/{AKN}p")
                    or element.findtext(f"{AKN}content/{AKN}p")
                    or ""
                ),
            )
    return found


def made(sections: int, folder: Path, seed: int) -> Versions:
    truth = generate(sections, folder, seed)
    return Versions(entries(folder / "v1.xml"), entries(folder / "v2.xml"), truth)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Versions:
    return made(1_000, tmp_path_factory.mktemp("code"), 7)


def check_every_node_is_told_of_once(versions: Versions) -> None:
    truth, lineage = versions.truth, versions.lineage()
    old = [*lineage, *(old for old, new in truth.lineage if old and not new)]
    old += [whole for whole, _ in truth.splits]
    old += [one for both, _ in truth.merges for one in both]
    assert sorted(old) == sorted(versions.old)
    new = [*lineage.values(), *(new for old, new in truth.lineage if new and not old)]
    new += [part for _, parts in truth.splits for part in parts]
    new += [whole for _, whole in truth.merges]
    assert sorted(new) == sorted(versions.new)


def check_changed_is_what_differs(versions: Versions) -> None:
    differing, conforming = set(), set()
    for old, new in versions.lineage().items():
        before, after = versions.old[old], versions.new[new]
        if (before.heading, before.words) != (after.heading, after.words):
            differing.add((old, new))
            if CITED.sub("#", before.words) == CITED.sub("#", after.words):
                conforming.add((old, new))
    assert set(versions.truth.changed) == differing
    assert set(versions.truth.conforming) <= conforming


def check_splits(versions: Versions) -> None:
    truth, lineage = versions.truth, versions.lineage()
    kinds = {e.old: e.kind for e in truth.events if "split" in e.kind}
    for whole, (first, second) in truth.splits:
        words = masked(versions.old[whole])
        one, other = masked(versions.new[first]), masked(versions.new[second])
        below = [old for old, entry in versions.old.items() if entry.above == whole]
        assert {versions.new[lineage[kid]].above for kid in below} <= {second}
        assert versions.new[first].above == versions.new[second].above
        if below:
            assert words.removesuffix("following:") == one.removesuffix("list below.")
        elif kinds[whole] == "split":
            assert words == f"{one} {other}"
        else:
            assert words.startswith(one)


def check_merges(versions: Versions) -> None:
    kinds = {event.new: event.kind for event in versions.truth.events}
    for (first, second), whole in versions.truth.merges:
        words = masked(versions.new[whole])
        one, other = masked(versions.old[first]), masked(versions.old[second])
        assert versions.old[first].above == versions.old[second].above
        assert kinds[whole] == "merged_edited" or words == f"{one} {other}"


def check_moves(versions: Versions) -> None:
    lineage, truth = versions.lineage(), versions.truth
    divided = {whole for whole, _ in truth.splits}
    reordered = {(e.old, e.new) for e in truth.events if e.kind == "reordered"}
    elsewhere = set()
    at_home: dict[str, list[tuple[int, int]]] = {}
    for old, new in lineage.items():
        above, below = versions.old[old].above, versions.new[new].above
        if above is not None and above not in divided and lineage.get(above) != below:
            elsewhere.add((old, new))
        elif (old, new) not in reordered and above is not None:
            places = versions.new[new].order, versions.old[old].order
            at_home.setdefault(above, []).append(places)
    assert set(truth.moves) == elsewhere | reordered
    for stayed in at_home.values():
        assert all(one < other for (_, one), (_, other) in pairwise(sorted(stayed)))


def masked(entry: Entry) -> str:
    return CITED.sub("#", entry.words)


CHECKS = (
    check_every_node_is_told_of_once,
    check_changed_is_what_differs,
    check_splits,
    check_merges,
    check_moves,
)


@settings(max_examples=15, deadline=None)
@given(sections=st.integers(10, 120), seed=st.integers(0, 2**32))
def test_the_truth_of_any_code(sections: int, seed: int) -> None:
    with TemporaryDirectory() as folder:
        versions = made(sections, Path(folder), seed)
    for check in CHECKS:
        check(versions)


@pytest.mark.parametrize("check", CHECKS)
def test_the_truth_of_a_code_with_a_recodified_chapter(
    check: object, large: Versions
) -> None:
    assert callable(check)
    check(large)


def test_every_kind_of_change_is_in_a_large_code(large: Versions) -> None:
    kinds = {event.kind for event in large.truth.events}
    assert kinds >= {
        *("amended_section", "subsec_inserted", "subsec_deleted", "split", "merged"),
        *("list_taken_out", "paragraph_moved", "subsection_moved", "reordered"),
        *("moved", "moved_edited", "renumbered", "repealed_stub", "repealed_removed"),
        *("number_reused", "new", "recodified", "recodified_chapter"),
    }
    assert len(large.truth.stubs[0]) > 10


def test_a_number_given_to_a_new_text_is_told_twice(large: Versions) -> None:
    reused = [e.new for e in large.truth.events if e.kind == "number_reused"]
    came = {new for old, new in large.truth.lineage if old is None}
    left = {old for old, new in large.truth.lineage if old != new}
    assert reused
    assert set(reused) <= came & left


def test_what_is_left_out_is_not_done(tmp_path: Path) -> None:
    truth = generate(200, tmp_path, without=frozenset(Change))
    assert (truth.events, truth.lineage, truth.changed) == ((), (), ())
    assert entries(tmp_path / "v1.xml") == entries(tmp_path / "v2.xml")


def test_both_files_are_valid(tmp_path: Path) -> None:
    generate(60, tmp_path)
    for name in ("v1.xml", "v2.xml"):
        assert schema_complaints(etree.parse(tmp_path / name).getroot()) == ()


def test_a_truth_that_leaves_a_node_out_is_found(large: Versions) -> None:
    short = {**large.new, "sec_0-0": Entry(above=None, order=0, heading="", words="")}
    with pytest.raises(AssertionError):
        check_every_node_is_told_of_once(Versions(large.old, short, large.truth))


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_bytes_depend_on_nothing_but_the_arguments(seed: str, tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, ROOT / "bench" / "generate_code.py", "100", tmp_path],
        env=os.environ | {"PYTHONHASHSEED": seed},
        check=True,
        capture_output=True,
    )
    digest = hashlib.sha256()
    for name in ("v1.xml", "v2.xml", "truth.json"):
        digest.update((tmp_path / name).read_bytes())
    assert digest.hexdigest()[:8] == SMALL
    assert json.loads((tmp_path / "truth.json").read_text("utf-8"))["sections"] == 100


def test_too_few_sections_end_with_2(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, ROOT / "bench" / "generate_code.py", "9", tmp_path / "code"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 2
    assert "at least 10 sections" in run.stderr
    assert not (tmp_path / "code").exists()

"""The peers' own test data: both sides exact, and no more marked than the peers mark."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from diff_match_patch import diff_match_patch

from statuteline.diff.compare import compare
from statuteline.diff.redline import redline, text_of
from statuteline.model.change import Comparison, Moved, RunKind
from statuteline.model.provision import walk
from statuteline.model.text import canonical

from .generic_xml import parsed, read

if TYPE_CHECKING:
    from statuteline.model.change import Runs

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "corpora"
GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "peers"
WHY = {
    "all_actions.xml": "a renamed attribute changes its place among the words of the tag",
    "complex-text-update.html": "an element of one word goes to another parent: too little "
    "to be told apart, so it is deleted and inserted, where xmldiff renames it",
}
"""Why we mark more than the peer, by file."""
HEAD = (
    "| file | words we mark | xmldiff marks, at least | we move | it moves "
    "| its script gives the new file | why we mark more |"
)
SLACK = 4
"""Words more than the peer's fewest, in a file that ``WHY`` explains."""


@pytest.fixture(scope="module")
def pairs() -> dict[str, tuple[Path, Path]]:
    folder = CORPORA / "xmldiff-tests"
    if not folder.exists():
        pytest.skip("../shared/corpora/xmldiff-tests is absent")
    found = {
        old.name.replace(".left", ""): (
            old,
            old.with_name(old.name.replace("left", "right")),
        )
        for old in folder.glob("*.left.*")
    }
    found["bom.xml"] = folder / "bom_1.xml", folder / "bom_2.xml"
    assert len(found) == 8
    return dict(sorted(found.items()))


def marked(runs: Runs) -> int:
    return sum(len(run.text.split()) for run in runs if run.kind is not RunKind.EQUAL)


def our_marks(comparison: Comparison) -> int:
    return sum(marked(line.runs) for line in comparison.lines)


def test_both_sides_of_each_file_are_exact(pairs: dict[str, tuple[Path, Path]]) -> None:
    for name, (old, new) in pairs.items():
        found = compare(read(old), read(new))
        for path, without in ((old, RunKind.INSERTED), (new, RunKind.DELETED)):
            lines = [
                (line.new if without is RunKind.DELETED else line.old, line)
                for line in found.lines
            ]
            told = {
                (place.eid.text, line.part.value): text_of(line.runs, without)
                for place, line in lines
                if place is not None
            }
            said = {
                (p.eid.text, part): words
                for p in walk(read(path).body)
                for part, words in (("heading", p.heading_text), ("intro", p.intro_text))
                if words
            }
            assert told == said, name


def test_no_more_is_marked_than_xmldiff_marks(
    pairs: dict[str, tuple[Path, Path]], *, update_golden: bool
) -> None:
    pytest.importorskip("xmldiff")
    from .xmldiff_marks import xmldiff_marks  # noqa: PLC0415 - absent without the group

    rows = [HEAD, "|---|--:|--:|--:|--:|---|---|"]
    for name, (old, new) in pairs.items():
        found = compare(read(old), read(new))
        ours, theirs = our_marks(found), xmldiff_marks(parsed(old), parsed(new))
        assert ours <= theirs.words or name in WHY, name
        assert ours <= theirs.words + SLACK, name
        moves = sum(isinstance(change, Moved) for change in found.changes)
        rows.append(
            f"| {name} | {ours} | {theirs.words} | {moves} | {theirs.moves} "
            f"| {'yes' if theirs.exact else 'no'} "
            f"| {WHY[name] if ours > theirs.words else ''} |"
        )
    check_golden("xmldiff.md", rows, update=update_golden)


def touched(lengths: list[tuple[bool, str]]) -> int:
    """Count the words of one side in which a character is marked."""
    side = "".join(text for _, text in lengths)
    ends = accumulate(len(text) for _, text in lengths)
    spans = [
        (end - len(text), end)
        for end, (is_marked, text) in zip(ends, lengths, strict=True)
        if is_marked
    ]
    return sum(
        any(word.start() < end and start < word.end() for start, end in spans)
        for word in re.finditer(r"\S+", side)
    )


def words_touched(pieces: list[tuple[int, str]]) -> int:
    """Count them on both sides; -1 is a deletion, 1 an insertion."""
    return sum(
        touched([(kind == side, text) for kind, text in pieces if kind in {0, side}])
        for side in (-1, 1)
    )


KINDS = {RunKind.DELETED: -1, RunKind.EQUAL: 0, RunKind.INSERTED: 1}


def test_no_more_is_marked_than_diff_match_patch_marks(*, update_golden: bool) -> None:
    folder = CORPORA / "dmp-speedtest"
    if not folder.exists():
        pytest.skip("../shared/corpora/dmp-speedtest is absent")
    old, new = (
        "\n".join(map(canonical, (folder / name).read_text("utf-8").splitlines()))
        for name in ("speedtest1.txt", "speedtest2.txt")
    )
    runs = redline(old, new)
    assert text_of(runs, RunKind.INSERTED) == old
    assert text_of(runs, RunKind.DELETED) == new
    ours = words_touched([(KINDS[run.kind], run.text) for run in runs])
    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # its default, one second, gives other marks on other machines
    theirs = engine.diff_main(old, new)
    cut = sum(
        one[-1:].isalnum() and other[:1].isalnum()
        for (_, one), (_, other) in pairwise(theirs)
    )
    raw = words_touched(theirs)
    engine.diff_cleanupSemantic(theirs)
    cleaned = words_touched(theirs)
    assert ours <= min(raw, cleaned)
    rows = [
        "| marks of | pieces | words in which something is marked |",
        "|---|--:|--:|",
        f"| this project | {len(runs)} | {ours} |",
        f"| diff-match-patch, characters, cleaned up | {len(theirs)} | {cleaned} |",
        f"| diff-match-patch, characters | ({cut} cut a word) | {raw} |",
    ]
    check_golden("diff-match-patch.md", rows, update=update_golden)


def check_golden(name: str, rows: list[str], *, update: bool) -> None:
    text = "\n".join(rows) + "\n"
    if update:
        (GOLDEN / name).write_text(text, encoding="utf-8")
    assert (GOLDEN / name).read_text("utf-8") == text, "pytest --update-golden; read it"

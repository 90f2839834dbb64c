"""Texts that are hard to compare: exact, the same in every process, and bounded work.

Work is counted, not timed: calls of functions, and the words that the engine for words
is handed at once.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
from lxml import etree

from generated_code.worst_cases import WORST_CASES
from statuteline.corpus.code_file import read_code
from statuteline.diff import operations
from statuteline.diff.anchors import MOST_CELLS
from statuteline.diff.codes import compare_codes
from statuteline.diff.redline import text_of
from statuteline.diff.tokens import tokens
from statuteline.model.change import Comparison, Part, RunKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import FrameType

    from statuteline.diff.operations import Operations

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"

SIZES = {
    "unrelated": 20_000,
    "one-long-text": 24_000,
    "siblings": 600,
    "one-word": 20_000,
    "nested": 40,
}
GROWTH = {"nested": 4.2}
"""Most times the work at twice the size. A level is read with all that lies in it, so
that nesting costs its square; files may nest 100 elements deep."""
IN_LINE = 2.5
"""The same for all others: in line with the size, and a little for sorting."""


@pytest.fixture(params=SIZES)
def case(request: pytest.FixtureRequest) -> str:
    assert set(SIZES) == set(WORST_CASES)
    return str(request.param)


@dataclass
class Work:
    """What a comparison did."""

    calls: int = 0
    handed: list[tuple[int, int]] = field(default_factory=list)

    def count(self, _frame: FrameType, event: str, _: object) -> None:
        self.calls += event == "call"

    def watched(self, old: str, new: str) -> Operations:
        """Find the operations, and note what was handed over for it."""
        self.handed.append((len(old), len(new)))
        return operations.in_python(old, new)


def compared(old: Path, new: Path, *, whole: bool = False) -> tuple[Comparison, ...]:
    return tuple(compare_codes(read_code(old), read_code(new), whole=whole))


def work_of(name: str, size: int, folder: Path, patch: pytest.MonkeyPatch) -> Work:
    old, new = WORST_CASES[name].write(size, folder)
    work = Work()
    with patch.context() as patched:
        patched.setattr(operations, "operations", work.watched)
        sys.setprofile(work.count)
        try:
            found = compared(old, new)
        finally:
            sys.setprofile(None)
    assert found
    return work


def said(path: Path) -> dict[tuple[str, Part], str]:
    """Read a file anew: number, heading and words of each node."""
    found = {}
    for element in etree.parse(path).iter(f"{AKN}*"):
        eid = element.get("eId")
        for part, names in (
            (Part.NUM, ("num",)),
            (Part.HEADING, ("heading",)),
            (Part.INTRO, (f"intro/{AKN}p", f"content/{AKN}p")),
        ):
            words = [element.findtext(f"{AKN}{name}") for name in names]
            text = next((word for word in words if word), None)
            if eid is not None and text is not None:
                found[eid, part] = text
    return found


def told(comparisons: tuple[Comparison, ...], without: RunKind) -> dict[Any, str]:
    def lines() -> Iterator[tuple[tuple[str, Part], str]]:
        for one in comparisons:
            for line in one.lines:
                place = line.old if without is RunKind.INSERTED else line.new
                if place is not None:
                    yield (place.eid.text, line.part), text_of(line.runs, without)

    found = list(lines())
    assert len(dict(found)) == len(found)
    return dict(found)


def test_both_sides_are_exact(case: str, tmp_path: Path) -> None:
    old, new = WORST_CASES[case].write(SIZES[case], tmp_path)
    found = compared(old, new, whole=True)
    assert told(found, RunKind.INSERTED) == said(old)
    assert told(found, RunKind.DELETED) == said(new)


def test_the_engine_is_handed_bounded_pieces_and_no_word_twice(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed = work_of(case, SIZES[case], tmp_path, monkeypatch).handed
    assert all(old * new <= MOST_CELLS for old, new in handed), max(handed)
    for side, path in enumerate((tmp_path / "v1.xml", tmp_path / "v2.xml")):
        words = sum(len(tokens(text)) for text in said(path).values())
        assert sum(pair[side] for pair in handed) <= words


def test_twice_the_size_is_no_more_than_its_share_of_work(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    half, full = (
        work_of(case, size, tmp_path, monkeypatch).calls
        for size in (SIZES[case] // 2, SIZES[case])
    )
    assert full <= GROWTH.get(case, IN_LINE) * half, f"{half} calls, then {full}"


def test_every_process_tells_the_same(case: str, tmp_path: Path) -> None:
    old, new = WORST_CASES[case].write(SIZES[case] // 4, tmp_path)
    command = [sys.executable, "-m", "statuteline", "compare", str(old), str(new)]
    command += ["--format", "json"]
    found = {
        subprocess.run(
            command,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=False,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1
    assert b'"changes"' in found.pop()

"""Small invented statutes compared: folders that a lawyer can open and judge.

Each folder of ``diff`` holds the two texts, ``changes.txt`` with every change and its
ground, and ``redline.txt`` with [-deleted-] and {+inserted+} words.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from statuteline.corpus.locate import shipped
from statuteline.corpus.reader import read
from statuteline.corpus.safe_xml import parse_xml
from statuteline.corpus.schema import schema_complaints
from statuteline.corpus.store import open_corpus
from statuteline.diff.compare import compare
from statuteline.model.change import (
    Inserted,
    Line,
    Merged,
    Part,
    Repealed,
    RunKind,
    Split,
    Unseen,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.change import Change, Comparison
    from statuteline.model.work import Expression

_FOLDER = Path(__file__).resolve().parent / "diff"
_CASES = sorted(path.name for path in _FOLDER.iterdir())
_MARKS = {
    RunKind.EQUAL: ("", ""),
    RunKind.DELETED: ("[-", "-]"),
    RunKind.INSERTED: ("{+", "+}"),
}


def _text(case: str, name: str) -> Expression:
    data = (_FOLDER / case / name).read_bytes()
    return read(data, open_corpus(shipped()).uris, f"{case}/{name}")


def _changes(found: Comparison) -> Iterator[str]:
    for change in found.changes:
        yield f"{type(change).__name__}: {_places(change)}\n    {change.summary}"
    if not found.changes:
        yield "No change."


def _places(change: Change) -> str:
    match change:
        case Unseen():
            return str(change.new)
        case Inserted():
            places = str(change.new)
        case Repealed():
            places = str(change.old)
        case Split():
            places = f"{change.old} -> {' + '.join(map(str, change.new))}"
        case Merged():
            places = f"{' + '.join(map(str, change.old))} -> {change.new}"
        case _:
            places = f"{change.old} -> {change.new}"
    return f"{places} ({change.pairing.reason.value}, {change.pairing.confidence})"


def _redline(found: Comparison) -> Iterator[str]:
    for line in found.lines:
        place = line.new or line.old
        assert place is not None
        yield "  " * place.depth + _prefix(line) + _marked(line)


def _prefix(line: Line) -> str:
    return "" if line.part is Part.NUM else f"{line.part.value}: "


def _marked(line: Line) -> str:
    return "".join(
        before + run.text.replace("\n", "¶").replace("\t", " | ") + after
        for run in line.runs
        for before, after in (_MARKS[run.kind],)
    )


@pytest.mark.parametrize("case", _CASES)
def test_comparison_is_as_the_folder_shows(case: str, *, update_golden: bool) -> None:
    old, new = _text(case, "before.xml"), _text(case, "after.xml")
    steps = (new,) if old.id.work == new.id.work else ()
    found = compare(old, new, steps=steps)
    for name, lines in (
        ("changes.txt", _changes(found)),
        ("redline.txt", _redline(found)),
    ):
        path = _FOLDER / case / name
        text = "\n".join(lines) + "\n"
        if update_golden:
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", _CASES)
@pytest.mark.parametrize("name", ["before.xml", "after.xml"])
def test_text_is_valid_and_in_the_shape_of_the_corpus(case: str, name: str) -> None:
    data = (_FOLDER / case / name).read_bytes()
    assert schema_complaints(parse_xml(data, name)) == ()

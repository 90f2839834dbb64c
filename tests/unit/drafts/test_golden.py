"""Two drafts in every kind of file: the same changes, which a lawyer can judge.

Each folder holds both drafts as text and as pages, and ``changes.txt``. The Word and the
PDF files are made here, of the paragraphs of the text.
"""

from __future__ import annotations

from itertools import product
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest

from statuteline.diff.compare import compare

from .pdf_files import column, pdf_file
from .word_files import paragraph, word_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.drafts.base import DraftText
    from statuteline.model.change import Comparison

_FOLDER = Path(__file__).resolve().parents[2] / "golden" / "drafts"
_CASES = sorted(path.name for path in _FOLDER.iterdir())
_KINDS = ("txt", "html", "docx", "pdf")
_PAIRS = tuple(product(_KINDS, repeat=2))
_WIDTH = 66
_LINES = 14
"""Lines of a page: so few that a draft of several sections goes over one."""


def _paragraphs(case: str, name: str) -> list[str]:
    text = (_FOLDER / case / f"{name}.txt").read_text("utf-8")
    return [" ".join(one.split()) for one in text.strip().split("\n\n")]


def _word(case: str, name: str) -> bytes:
    return word_file("".join(map(paragraph, map(escape, _paragraphs(case, name)))))


def _print(case: str, name: str) -> bytes:
    """Print with a running head, page numbers and line numbers, as bills are."""
    lines: list[str] = []
    for words in _paragraphs(case, name):
        lines += [*wrap(words, _WIDTH, break_on_hyphens=False), ""]
    pages = []
    for start in range(0, len(lines), _LINES):
        words_of_page = column(*lines[start : start + _LINES])
        number = start // _LINES + 1
        numbers = [(40.0, h, str(n)) for n, (_, h, _) in enumerate(words_of_page, start=1)]
        edges = [(72.0, 760.0, "Raised Bill No. 5"), (300.0, 40.0, f"{number}")]
        several = len(lines) > _LINES  # edges of a single page repeat nowhere
        pages.append([*(edges if several else ()), *numbers, *words_of_page])
    return pdf_file(*pages)


def _bytes(case: str, name: str, kind: str) -> bytes:
    match kind:
        case "docx":
            return _word(case, name)
        case "pdf":
            return _print(case, name)
        case _:
            return (_FOLDER / case / f"{name}.{kind}").read_bytes()


def _told(found: Comparison) -> str:
    lines = [f"{type(one).__name__}: {one.summary}" for one in found.changes]
    return "\n".join(lines or ["No change."]) + "\n"


@pytest.mark.parametrize(("one", "other"), _PAIRS)
@pytest.mark.parametrize("case", _CASES)
def test_the_changes_are_the_same_in_any_two_kinds_of_file(
    case: str,
    one: str,
    other: str,
    read: Callable[..., DraftText],
    *,
    update_golden: bool,
) -> None:
    old = read(_bytes(case, "before", one), f"before.{one}").expression
    new = read(_bytes(case, "after", other), f"after.{other}").expression
    told = _told(compare(old, new))
    path = _FOLDER / case / "changes.txt"
    if update_golden and one == other == "txt":
        path.write_text(told, encoding="utf-8")
    assert told == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("one", "other"), _PAIRS)
@pytest.mark.parametrize("case", _CASES)
def test_a_draft_is_the_same_text_in_every_kind_of_file(
    case: str, one: str, other: str, read: Callable[..., DraftText]
) -> None:
    old = read(_bytes(case, "before", one), f"before.{one}").expression
    new = read(_bytes(case, "before", other), f"before.{other}").expression
    assert compare(old, new).changes == ()

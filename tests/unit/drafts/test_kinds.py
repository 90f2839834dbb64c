"""Which reader takes which file: its bytes decide, and one reader only."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from statuteline.drafts import draft_kinds, draft_reader, draft_suffixes, is_xml

from .pdf_files import column, pdf_file
from .word_files import paragraph, word_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.drafts.base import DraftText

_FILES = {
    "docx": (word_file(paragraph("Books")),),
    "html": (
        b"<p>Books",
        b"\xef\xbb\xbf<!DOCTYPE html><p>Books",
        b"<?xml version='1.0'?>\n<!-- a --><html><p>Books",
        b"<!-- PDF: --><p>Books",
    ),
    "pdf": (pdf_file(column("Books")), b"\n\n" + pdf_file(column("Books"))),
    "text": (
        b"Books",
        b"# Books",
        b"<b>Books</b>",
        b"<- Books",
        b"PK is a name",
        "Books\u00a0\u2013".encode(),
        b"\xff\xfe" + "<p>Books".encode("utf-16-le"),
    ),
}


def test_every_reader_has_files_here() -> None:
    assert set(draft_kinds()) == set(_FILES)


@pytest.mark.parametrize(
    ("kind", "data"), [(kind, data) for kind, every in _FILES.items() for data in every]
)
def test_one_reader_recognises_a_file(kind: str, data: bytes) -> None:
    known = [one for one in draft_kinds() if draft_reader(one).recognises(data)]
    assert known == [kind]


@pytest.mark.parametrize(("kind", "data"), [(k, every[0]) for k, every in _FILES.items()])
@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a", "standard input"])
def test_the_name_changes_nothing(
    kind: str, data: bytes, name: str, read: Callable[..., DraftText]
) -> None:
    assert read(data, name).expression.body == read(data, f"a.{kind}").expression.body


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<?xml version='1.0'?><akomaNtoso>", True),
        (b"\xef\xbb\xbf<!-- a --><akomaNtoso xmlns='x'>", True),
        (b"<an:akomaNtoso >", True),
        (b"<?xml version='1.0'?><html>", False),
        (b"<p>akomaNtoso", False),
        (b"Books", False),
    ],
)
def test_akoma_ntoso_is_no_draft(data: bytes, *, expected: bool) -> None:
    assert is_xml(data) is expected


def test_endings_tell_a_missing_file_from_a_citation() -> None:
    assert {".txt", ".md", ".html", ".docx", ".pdf", ".doc", ".rtf"} <= draft_suffixes()
    assert ".xml" not in draft_suffixes()

"""Readers of texts: Akoma Ntoso of this corpus and of others, whole codes, drafts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import seeds
from statuteline.corpus.code_file import read_code
from statuteline.corpus.foreign import read_any
from statuteline.corpus.heads import read_head
from statuteline.corpus.reader import read
from statuteline.corpus.store import open_corpus
from statuteline.corpus.writer import write
from statuteline.drafts import read_draft
from statuteline.drafts.base import DraftFile, DraftText
from statuteline.importers.akn import IMPORTER
from statuteline.importers.base import CodeReader, Source
from statuteline.model.ids import ExpressionId
from target import Target, in_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_CORPUS = open_corpus(seeds.CORPUS)
_DAY = date(2026, 7, 1)
_ID = ExpressionId.parse("us-ct/cgs/54-95c/eng@2021-10-01")


def own(data: bytes) -> None:
    """Import a text; what is taken must be written as it was read."""
    if isinstance(IMPORTER.read, CodeReader):
        raise TypeError
    source = Source(name="text.xml", data=data, recorded=_DAY, uris=_CORPUS.uris)
    expression = IMPORTER.read(source)
    written = write(expression, _CORPUS.uris, _CORPUS.settings)
    again = read(written, _CORPUS.uris, "again.xml")
    assert again == expression, "the text is another when it is written and read again"


def code(folder: Path) -> None:
    """Read a whole code and each section of it."""
    found = read_code(folder / "code.xml")
    for section in found.sections:
        section.form.parse(section.load())


def draft(name: str) -> Callable[[bytes], DraftText]:
    """Read a draft of one kind."""
    return lambda data: read_draft(DraftFile(name=name, data=data, read_on=_DAY))


def texts() -> Iterator[bytes]:
    """Give texts of the shipped corpus, small ones first."""
    yield from sorted(seeds.files("statutes/us-ct/*/*/*.xml"), key=len)


def codes() -> Iterator[bytes]:
    """Give a code of two sections."""
    yield (
        b'<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act>'
        b"<meta><identification><FRBRWork><FRBRdate date='2025-01-01' name='x'/></FRBRWork>"
        b'<FRBRExpression><FRBRdate date="2025-01-01" name="publication"/>'
        b"</FRBRExpression></identification></meta><body>"
        b'<section eId="sec_1-1" wId="sec_1-1"><num>Sec. 1-1.</num>'
        b"<heading>Bells.</heading><content><p>A bell.</p></content></section>"
        b'<section eId="sec_1-2"><num>Sec. 1-2.</num><subsection eId="sec_1-2__subsec_a">'
        b"<num>(a)</num><content><p>No <ref href='#sec_1-1'>bell</ref>.</p></content>"
        b"</subsection></section></body></act></akomaNtoso>"
    )
    yield from seeds.beside("xmldiff-tests/*.xml")


TARGETS = (
    Target(name="akoma-ntoso", read=own, seeds=texts),
    Target(
        name="akoma-ntoso-foreign",
        read=lambda data: read_any(data, _CORPUS.uris, "text.xml"),
        seeds=lambda: (*codes(), *texts()),
    ),
    Target(
        name="akoma-ntoso-head",
        read=lambda data: read_head(data, _ID, "text.xml"),
        seeds=texts,
    ),
    Target(name="code", read=in_file("code.xml", code), seeds=codes),
    Target(
        name="draft-text",
        read=draft("draft.txt"),
        seeds=lambda: (
            *seeds.files("tests/golden/drafts/*/*.txt"),
            *seeds.words("# 9-1\n\nSec. 9-1. Fees. (a) *None*.\n\n| a | b |\n|---|---|\n"),
        ),
    ),
    Target(
        name="draft-html",
        read=draft("draft.html"),
        seeds=lambda: (
            *seeds.files("tests/golden/drafts/*/*.html"),
            *seeds.beside("xmldiff-tests/*.html"),
        ),
    ),
    Target(name="draft-word", read=draft("draft.docx"), seeds=seeds.word_files),
    Target(
        name="draft-word-body",
        read=lambda data: draft("draft.docx")(seeds.word_file_of(data)),
        seeds=seeds.word_bodies,
    ),
    Target(name="draft-pdf", read=draft("draft.pdf"), seeds=seeds.pdf_files),
    Target(
        name="draft-pdf-page",
        read=lambda data: draft("draft.pdf")(seeds.pdf_of(data)),
        seeds=seeds.drawings,
    ),
)

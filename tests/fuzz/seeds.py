"""Inputs to begin with: shipped data, golden inputs, and law that lies beside the project.

The latter is read where it lies, and only if it is there; no word of it is kept.
"""

from __future__ import annotations

import json
import lzma
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from attacks_on_drafts import BODY, WORDS, packed, pdf, stream, word
from statuteline.corpus.editions import ImportedSource, editions_text
from statuteline.corpus.seals import text_proof
from statuteline.law import encodings
from statuteline.model.ids import ExpressionId
from statuteline.model.published import Edition, EditionKind, Status
from statuteline.rules.document import document
from target import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

CORPUS = ROOT / "statutes"
SEALED = ROOT / "tests" / "golden" / "verify" / "corpus"
_BESIDE = ROOT.parent / "shared" / "corpora"
_LINE = {
    "number": "1",
    "name": "Loans",
    "title": {"number": "09", "name": "Books"},
    "provisions": [],
}


def files(pattern: str) -> Iterator[bytes]:
    """Give the files of the project that a pattern matches."""
    for path in sorted(ROOT.glob(pattern)):
        yield path.read_bytes()


def beside(pattern: str) -> Iterator[bytes]:
    """Give files that lie beside the project, if any."""
    for path in sorted(_BESIDE.glob(pattern)):
        yield path.read_bytes()


def words(*texts: str) -> Iterator[bytes]:
    """Give words as bytes."""
    for text in texts:
        yield text.encode()


def code_lines() -> Iterator[bytes]:
    """Give lines of an edition of the code: an invented one, and small real ones."""
    section = {
        "heading": "Sec. 9-1. Fees. (a) None.",
        "status": "active",
        "body": ["(a) A card is free. (b) On and after July 1, 2027, it is not."],
        "sourceNotes": ["(P.A. 99-1, S. 2; P.A. 21-104, S. 3.)"],
        "history": ["History: P.A. 21-104 amended Subsec. (a), effective July 1, 2021."],
    }
    yield json.dumps({**_LINE, "provisions": [section]}).encode()
    for path in sorted(_BESIDE.glob("ct-general-statutes/supplement-*.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            yield from (line.encode() for line in islice(lines, 60) if len(line) < 12_000)


def printed_sections() -> Iterator[bytes]:
    """Give sections as :func:`section_line` takes them: one part a line."""
    for line in code_lines():
        for section in json.loads(line)["provisions"]:
            if isinstance(section.get("body"), list):
                yield "\n".join(
                    (
                        str(section["heading"]),
                        " ".join(map(str, section["sourceNotes"])),
                        " ".join(map(str, section["history"])),
                        *map(str, section["body"]),
                    )
                ).encode()


def section_line(data: bytes) -> bytes:
    """Make a line of an edition of a heading, its source, its history and its body."""
    lines = data.decode(errors="replace").split("\n")[:40]
    heading, source, history, *body = (*lines, *[""] * (4 - len(lines)))
    section = {
        "heading": heading,
        "status": "active",
        "body": body,
        "sourceNotes": [source] if source else [],
        "history": [history] if history else [],
    }
    return json.dumps({**_LINE, "provisions": [section]}).encode()


def rule_documents() -> Iterator[bytes]:
    """Give every encoding as a document."""
    for encoding in encodings():
        for version in encoding.versions:
            yield json.dumps(document(encoding, version)).encode()


def word_files() -> Iterator[bytes]:
    """Give Word files."""
    yield packed(word())


def word_bodies() -> Iterator[bytes]:
    """Give the XML between the ends of a Word document."""
    yield BODY.encode()
    yield (
        b'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        b"<w:r><w:t>A bell.</w:t></w:r><w:ins><w:r><w:t>New</w:t></w:r></w:ins></w:p>"
        b"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )


def word_file_of(data: bytes) -> bytes:
    """Pack a Word file of the XML between the ends of its document."""
    return packed(word(data.decode(errors="replace")))


def pdf_files() -> Iterator[bytes]:
    """Give PDF files."""
    yield pdf(stream(WORDS))
    yield from map(pdf_of, drawings())


def pdf_of(data: bytes) -> bytes:
    """Make a PDF file of drawing instructions."""
    return pdf(stream(data))


def drawings() -> Iterator[bytes]:
    """Give drawing instructions of a page: of an act, with words underlined."""
    lines = (
        "Public Act No. 26-12",
        "",
        "AN ACT CONCERNING BELLS.",
        "",
        "Be it enacted by the Senate and House of Representatives:",
        "",
        "Section 1. Section 54-95c of the general statutes is repealed and the following",
        "is substituted in lieu thereof (Effective October 1, 2026):",
        "",
        "(a) A [bell] gong is needed.",
    )
    drawn = (
        f"BT /F1 12 Tf 1 0 0 1 72 {700 - 14 * place} Tm ({line}) Tj ET"
        for place, line in enumerate(lines)
        if line
    )
    rest = "BT /F1 9 Tf 72 300 Td [(Sec) -20 (. 2.)] TJ T* (Repealed.) ' ET"
    yield "\n".join((*drawn, "q 120 572 30 1 re f Q 72 572 m 100 572 l S", rest)).encode()


def proofs() -> Iterator[bytes]:
    """Give a proof for every text of a sealed corpus."""
    for path in sorted(SEALED.glob("us-ct/cgs/*/*.xml")):
        name = path.relative_to(SEALED).with_suffix("").as_posix()
        yield text_proof(SEALED, ExpressionId.parse(name))


def editions() -> Iterator[bytes]:
    """Give a list of imported editions."""
    edition = Edition(revised_to=date(2025, 1, 1), kind=EditionKind.REVISION)
    source = ImportedSource(
        name="chap_009.htm",
        sha256="0" * 64,
        recorded=date(2026, 7, 1),
        sections=((Status.ACTIVE, 2),),
    )
    yield editions_text((), "cgs", edition, (source,))

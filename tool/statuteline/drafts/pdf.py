"""PDF files: the words that are printed on their pages.

It needs pypdf, which the extra ``pdf`` brings.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from statuteline.drafts._expression import draft_text
from statuteline.drafts._pdf_furniture import without_furniture
from statuteline.drafts._pdf_lines import printed_page
from statuteline.drafts._pdf_text import pdf_passages
from statuteline.drafts._signs import is_pdf
from statuteline.drafts.base import Draft
from statuteline.errors import DraftError, PdfError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.drafts._pdf_furniture import Cleaned
    from statuteline.drafts._pdf_lines import PrintedPage
    from statuteline.drafts.base import DraftFile, DraftText


def _read(file: DraftFile) -> DraftText:
    pages = _pages(file)
    if not any(page.lines for page in pages):
        raise DraftError(
            "The PDF file holds no text: its pages are pictures, as a scanner makes them",
            where=file.name,
            hint="have the text recognised (OCR) first, or ask for the file behind it",
        )
    cleaned = without_furniture(pages)
    return draft_text(
        file, tuple(pdf_passages(cleaned.pages)), tuple(_notes(pages, cleaned))
    )


def _pages(file: DraftFile) -> tuple[PrintedPage, ...]:
    try:
        module = import_module("statuteline.pdf.document")
    except ModuleNotFoundError as error:
        if error.name != "pypdf":
            raise
        raise DraftError(
            "Reading PDF files needs the package pypdf, which is not installed",
            where=file.name,
            hint="pip install 'statuteline[pdf]'",
        ) from error
    try:
        return tuple(map(printed_page, module.pdf_pages(file.data, file.name)))
    except PdfError as error:
        raise DraftError(error.what, where=error.where, hint=error.hint) from error


def _notes(pages: tuple[PrintedPage, ...], cleaned: Cleaned) -> Iterator[str]:
    yield (
        "words were taken off printed pages: where paragraphs end was inferred, "
        "underlines and strokes are not seen"
    )
    if cleaned.repeated:
        yield (
            f"{cleaned.repeated} lines that repeat at the edges of pages are left out "
            "(running heads, page numbers)"
        )
    if cleaned.numbered:
        yield f"{cleaned.numbered} line numbers in the margin are left out"
    for told, found in (
        ("no text, perhaps a picture", [not page.lines for page in pages]),
        (
            "words that run in another direction, which are left out",
            [p.turned for p in pages],
        ),
        ("perhaps more than one column; lines are read across", [p.columns for p in pages]),
    ):
        numbers = [str(number) for number, one in enumerate(found, start=1) if one]
        if numbers:
            yield f"page {', '.join(numbers)}: {told}"


DRAFT = Draft(
    summary="A PDF file with text in it; needs statuteline[pdf].",
    suffixes=(".pdf",),
    recognises=is_pdf,
    read=_read,
)

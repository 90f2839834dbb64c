"""Acts as PDF files, as they are published: underlines are drawn under the words.

It needs pypdf, which the extra ``pdf`` brings.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from statuteline.acts._pdf_furniture import without_furniture
from statuteline.acts._pdf_lines import lines_of
from statuteline.acts._pdf_paragraphs import paragraphs_of
from statuteline.acts.sections import plain_words, printed_act
from statuteline.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.acts._pdf_lines import Line, Ruled
    from statuteline.model.acts import ActCited
    from statuteline.model.marked import PrintedAct
    from statuteline.pdf.page import Page


def read_act_pdf(data: bytes, name: str, act: ActCited | None = None) -> PrintedAct:
    """Read an act.

    Args:
        data: The bytes of the file.
        name: Its name, for messages.
        act: Which act it is, if that is known beside the file.

    Returns:
        The act. Every letter that stands on a page is in it or in its furniture.

    Raises:
        SourceError: If the file holds no act, or letters would be lost.
        PdfError: If it cannot be read.
    """
    letters = 0
    turned: list[str] = []
    found: list[tuple[Line | Ruled, ...]] = []
    for page in _pages(data, name):
        letters += _letters(page.turned)
        letters += sum(_letters(glyph.text) for glyph in page.glyphs)
        turned += [page.turned] if page.turned.strip() else []
        found.append(lines_of(page))
    if not letters:
        raise SourceError(
            "The PDF file holds no text: its pages are pictures, as a scanner makes them",
            where=name,
            hint="have the text recognised (OCR) first, or ask for the file behind it",
        )
    items, furniture = without_furniture(tuple(found))
    blocks = paragraphs_of(items)
    read = sum(map(_letters, (*map(plain_words, blocks), *furniture, *turned)))
    if read != letters:
        raise SourceError(
            f"{letters - read} letters of the file are not in the act that was read",
            where=name,
        )
    return printed_act(blocks, name=name, act=act, furniture=(*furniture, *turned))


def _letters(text: str) -> int:
    return len("".join(text.split()))


def _pages(data: bytes, name: str) -> Iterable[Page]:
    try:
        module = import_module("statuteline.pdf.document")
    except ModuleNotFoundError as error:
        if error.name != "pypdf":
            raise
        raise SourceError(
            "Reading PDF files needs the package pypdf, which is not installed",
            where=name,
            hint="pip install 'statuteline[pdf]'",
        ) from error
    pages: Iterator[Page] = module.pdf_pages(data, name)
    return pages

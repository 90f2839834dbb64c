"""Opening PDF files; with :mod:`statuteline.pdf._content`, the only door to pypdf.

The extra ``pdf`` brings pypdf.
"""

from __future__ import annotations

import logging
from io import BytesIO
from typing import TYPE_CHECKING, Final

from pypdf import PdfReader

from statuteline.errors import PdfError
from statuteline.pdf._content import Content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.pdf.page import Page

MAX_PAGES: Final = 2000
"""More than twice the longest act that is known."""
_PRINT_AGAIN: Final = "open it in a viewer and print it into a new PDF file"

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # we say ourselves what fails


def pdf_pages(data: bytes, name: str) -> Iterator[Page]:
    """Take the pages out of a PDF file, one at a time.

    Args:
        data: The bytes of the file.
        name: Its name, for messages.

    Raises:
        PdfError: If it is broken, closed by a password, or has too many pages.
    """
    try:
        reader = PdfReader(BytesIO(data))
        closed = reader.is_encrypted
        count = 0 if closed else len(reader.pages)
    except Exception as error:  # what broken files raise there has no common kind
        raise _unreadable(error, name) from error
    if closed:
        raise PdfError("The PDF file is encrypted", where=name, hint=_PRINT_AGAIN)
    if count > MAX_PAGES:
        raise PdfError(
            f"The PDF file has {count} pages, more than {MAX_PAGES}",
            where=name,
            hint="take its parts one by one",
        )
    content = Content(reader)
    for place in range(count):
        try:
            page = content.page(place)
        except Exception as error:  # the same
            raise _unreadable(error, name) from error
        yield page


def _unreadable(error: Exception, name: str) -> PdfError:
    return PdfError(
        f"The PDF file cannot be read: {str(error) or type(error).__name__}",
        where=name,
        hint=_PRINT_AGAIN,
    )

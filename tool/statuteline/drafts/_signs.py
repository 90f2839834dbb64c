"""What a file is by its first bytes: text, markup, or something to be refused."""

from __future__ import annotations

import re
from typing import Final

from statuteline.errors import DraftError

_AS_DOCX: Final = "open it in a word processor and save it as .docx"
_NO_PICTURE: Final = "a text is needed, not a picture of one"
_REFUSED: Final = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "The file is a Word document of the old kind (.doc), or one with a password",
        f"{_AS_DOCX}, without a password",
    ),
    (b"{\\rtf", "The file is Rich Text (.rtf)", _AS_DOCX),
    (b"PK\x03\x04", "The file is a zip file, but no Word document", _AS_DOCX),
    (b"PK\x05\x06", "The file is an empty zip file", _AS_DOCX),
    (b"\x89PNG", "The file is a picture", _NO_PICTURE),
    (b"\xff\xd8\xff", "The file is a picture", _NO_PICTURE),
    (b"II*\x00", "The file is a picture", _NO_PICTURE),
    (b"MM\x00*", "The file is a picture", _NO_PICTURE),
)
REFUSED_SUFFIXES: Final = frozenset({".doc", ".rtf", ".odt"})
"""Endings of files that people do have, and that are refused with advice."""
_CONTROLS: Final = bytes(
    {*range(0x20), 0x7F} - {0x09, 0x0A, 0x0B, 0x0C, 0x0D}  # these lay out text
)
_BEFORE_MARKUP: Final = rb"(?:\xef\xbb\xbf)?(?>\s+|<!--.*?-->|<\?.*?\?>)*+"
_MARKUP: Final = re.compile(
    _BEFORE_MARKUP + rb"<(?:!doctype\s+html|html|head|body|meta|title|style|link|article"
    rb"|section|main|div|p|h[1-6]|ol|ul|table|blockquote|center|font|span|pre)[\s/>]",
    re.IGNORECASE | re.DOTALL,
)
_XML: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<\?xml\s|" + _BEFORE_MARKUP + rb"<(?:\w+:)?akomaNtoso[\s>]",
    re.DOTALL,
)
_PDF_WITHIN: Final = 1024
"""Bytes that may stand before the mark of a PDF file; readers accept that many."""


def is_pdf(data: bytes) -> bool:
    """Tell whether bytes are a PDF file."""
    return b"%PDF-" in data[:_PDF_WITHIN]


def is_word(data: bytes) -> bool:
    """Tell whether bytes are a zip file with the parts of a Word document."""
    return data.startswith(b"PK\x03\x04") and b"word/" in data


def is_markup(data: bytes) -> bool:
    """Tell whether bytes begin as HTML does."""
    return not is_pdf(data) and _MARKUP.match(data) is not None


def is_xml(data: bytes) -> bool:
    """Tell whether bytes begin as XML does, and not as HTML."""
    return _XML.match(data) is not None and not is_markup(data)


def is_text(data: bytes) -> bool:
    """Tell whether bytes are text and none of the other kinds."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):  # the mark of two-byte Unicode
        return True
    refused = data.startswith(tuple(sign for sign, _, _ in _REFUSED))
    return not (refused or is_pdf(data) or is_markup(data) or _control(data) is not None)


def refusal(data: bytes, name: str) -> DraftError:
    """Word the error for a file that no reader recognises.

    Args:
        data: Its bytes.
        name: Its name.
    """
    for sign, what, hint in _REFUSED:
        if data.startswith(sign):
            return DraftError(what, where=name, hint=hint)
    place = _control(data) or 0
    return DraftError(
        f"The file is no text: its byte {place + 1} is 0x{data[place]:02x}",
        where=name,
        hint="plain text, Markdown, HTML, Word (.docx) and PDF can be read",
    )


def _control(data: bytes) -> int | None:
    """Give the place of the first byte that text does not have."""
    if len(data.translate(None, _CONTROLS)) == len(data):
        return None
    return next(place for place, byte in enumerate(data) if byte in _CONTROLS)

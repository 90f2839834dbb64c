"""Bytes to characters: what a file declares, else UTF-8; never a guess."""

from __future__ import annotations

import codecs
from typing import Final

from statuteline.errors import DraftError

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_OF_FILES: Final = frozenset(
    {"idna", "punycode", "raw_unicode_escape", "undefined", "unicode_escape", "utf_7"}
)
"""Codecs of Python's own, and one that hides markup: no page says rightly that it is so."""
_DECLARED: Final = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "iso-8859-1": "windows-1252",  # so do all browsers, by the HTML standard
    "latin1": "windows-1252",
    "windows-1252": "windows-1252",
    "cp1252": "windows-1252",
}


def decoded(data: bytes, name: str, declared: str = "") -> str:
    """Turn the bytes of a file into characters.

    Args:
        data: The bytes.
        name: The file's name, for messages.
        declared: The encoding that the file states itself; empty for none. A mark at
            its beginning counts more.

    Raises:
        DraftError: If the bytes are not of that encoding, or of UTF-8 where none is
            stated.

    Source:
        WHATWG Encoding Standard, section 4.2, for the names.
    """
    encoding = _DECLARED.get(declared.lower(), declared) if declared else "utf-8"
    for mark, marked in _MARKS:
        if data.startswith(mark):
            data, encoding = data[len(mark) :], marked
            break
    try:
        return data.decode(_of_files(encoding))
    except LookupError as error:
        raise DraftError(
            f"The file says that its encoding is {declared!r}, which is not known here",
            where=name,
            hint="save it as UTF-8",
        ) from error
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise DraftError(
            f"The file is not {encoding.upper()}: its byte {error.start + 1} is "
            f"0x{data[error.start]:02x}",
            where=f"{name}:{line}",
            hint="save it as UTF-8; nothing tells which other encoding it may have",
        ) from error


def _of_files(encoding: str) -> str:
    """Give an encoding back if files can have it.

    Raises:
        LookupError: If there is no such encoding, or none that a file says rightly.
    """
    if codecs.lookup(encoding).name.replace("-", "_") in _NOT_OF_FILES:
        raise LookupError(encoding)
    return encoding

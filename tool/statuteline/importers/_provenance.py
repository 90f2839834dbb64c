"""What every importer asks first of a source: its text, its date, its digest."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from statuteline.errors import SourceError
from statuteline.model.work import Furniture, SourceDocument

if TYPE_CHECKING:
    from datetime import date

    from statuteline.importers.base import Source

_BYTE_ORDER_MARK = "\ufeff"


def source_text(source: Source) -> str:
    """Decode a source.

    Raises:
        SourceError: If it is empty or not UTF-8; names the line of the first byte
            that does not fit.
    """
    try:
        text = source.data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = source.data.count(b"\n", 0, error.start) + 1
        raise SourceError(
            f"The file is not UTF-8: byte {error.start} does not fit",
            where=f"{source.name}, line {line}",
            hint="save it as UTF-8 and import it again",
        ) from error
    if not text.strip().strip(_BYTE_ORDER_MARK):
        raise SourceError("The file is empty", where=f"{source.name}, line 1")
    return text


def byte_order_mark(text: str) -> tuple[Furniture, ...]:
    """Set a leading byte order mark aside; nothing where there is none."""
    if text.startswith(_BYTE_ORDER_MARK):
        return (Furniture(line=1, column=1, text=_BYTE_ORDER_MARK),)
    return ()


def without_byte_order_mark(text: str) -> str:
    """Put a space in the place of a leading byte order mark."""
    return " " + text[1:] if text.startswith(_BYTE_ORDER_MARK) else text


def version_day(source: Source) -> date:
    """Give the date a source is filed under: its own, or the day it was received.

    Raises:
        SourceError: If neither is given.
    """
    day = source.dated or source.received
    if day is None:
        raise SourceError(
            "The document says no date of its own",
            where=source.name,
            hint="give its date, or the day it was received",
        )
    return day


def source_document(source: Source, furniture: tuple[Furniture, ...]) -> SourceDocument:
    """Describe the file a text was read from.

    Args:
        source: The file.
        furniture: Its characters that are no text.
    """
    return SourceDocument(
        name=source.name,
        sha256=hashlib.sha256(source.data).hexdigest(),
        received=None if source.dated else source.received,
        furniture=furniture,
    )

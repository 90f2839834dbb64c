"""What a list says of a text, from the head of its file alone: a code has many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.corpus.names import WHOLE_TEXT, akn, check_own, own
from statuteline.corpus.safe_xml import parse_part
from statuteline.errors import IdentifierError, SchemaViolationError
from statuteline.model.ids import parse_date
from statuteline.model.published import Status
from statuteline.model.work import Words

if TYPE_CHECKING:
    from datetime import date

    from lxml import etree

    from statuteline.model.ids import ExpressionId

_END: Final = b"</meta>"
_META: Final = akn("meta")
_OWN: Final = akn("proprietary")
_MANIFESTATION: Final = (
    f"{akn('identification')}/{akn('FRBRManifestation')}/{akn('FRBRdate')}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A text as a list has it.

    Args:
        id: Its id.
        title: Its title.
        words: Whose words it holds.
        status: What the publisher prints in the place of its number.
        recorded: The day this corpus learned it.
        start: Its first day; None while that is not known.
        by: A day on which it had effect, where its first day is not known.
    """

    id: ExpressionId
    title: str
    words: Words
    status: Status
    recorded: date
    start: date | None
    by: date | None


def read_head(data: bytes, expression: ExpressionId, where: str) -> Head:
    """Read the head of a file.

    Args:
        data: The bytes of the file.
        expression: The text that its path names.
        where: The file's name, for messages.

    Returns:
        What it says; :func:`statuteline.corpus.reader.read` reads and checks all of it.

    Raises:
        MalformedXmlError: If the head is no XML that we accept.
        SchemaViolationError: If it is not as this corpus writes it.
    """
    head, end, _ = data.partition(_END)
    meta: etree._Element | None = None
    if end and b"<!DOCTYPE" not in head and b"<!ENTITY" not in head:
        closing = b"".join(b"</%b></akomaNtoso>" % name for name in _open_elements(head))
        root = parse_part(head + end + closing, where)
        check_own(root.nsmap.values(), where)
        meta = root.find(f"*/{_META}")
    text = meta.find(f"{_OWN}/{own('text')}") if meta is not None else None
    made = meta.find(_MANIFESTATION) if meta is not None else None
    if meta is None or text is None or made is None:
        raise SchemaViolationError(
            "The head of the file is not as this corpus writes it", where=where
        )
    try:
        start, by = _days(meta, expression)
        return Head(
            id=expression,
            title=text.get("title") or "",
            words=Words(text.get("words")),
            status=Status(text.get("status") or Status.ACTIVE.value),
            recorded=parse_date(made.get("date") or ""),
            start=start,
            by=by,
        )
    except (ValueError, IdentifierError) as error:
        raise SchemaViolationError(f"The head is broken: {error}", where=where) from error


def _days(
    meta: etree._Element, expression: ExpressionId
) -> tuple[date | None, date | None]:
    """Give first day and bound; a text with a plain date is filed under it."""
    rules = meta.iterfind(f"{_OWN}/{own('commencement')}")
    rule = next((one for one in rules if one.get("group") == f"#{WHOLE_TEXT}"), None)
    if rule is None:
        return expression.version, None
    day, by = rule.get("date"), rule.get("by")
    return parse_date(day) if day else None, parse_date(by) if by else None


def _open_elements(head: bytes) -> tuple[bytes, ...]:
    """Name the document element that is open behind the head."""
    return tuple(name for name in (b"act", b"doc") if b"<%b " % name in head[:2000])

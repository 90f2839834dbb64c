"""What became of each page that was asked for: one line of a manifest a visit."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Final, cast

from statuteline.model.published import Edition, EditionKind

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMAT: Final = "statuteline/pages/1"
"""The first line of a manifest names it."""


class Outcome(Enum):
    """What a visit to a page found."""

    NEW = "new"
    """A page that was not kept before."""
    CHANGED = "changed"
    """Other bytes than those kept before, which stay."""
    UNCHANGED = "unchanged"
    """The bytes that are kept."""
    GONE = "gone"
    """No page is there any more; what was kept of it stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One page, one visit, and what it found.

    Args:
        url: The address that was asked.
        edition: The edition that the page belongs to.
        at: When the answer came, in UTC.
        outcome: What it found.
        status: The HTTP status of the answer.
        sha256: Of the bytes that are kept, in lower-case hexadecimal; None if gone.
        redirected: The address that answered in the end; None for the one asked.
        etag: The server's name for these bytes; None for none.
        last_modified: The server's date of them, as sent; None for none.
        content_type: The media type and encoding, as sent; None for none.
    """

    url: str
    edition: Edition
    at: datetime
    outcome: Outcome
    status: int
    sha256: str | None = None
    redirected: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    content_type: str | None = None

    @property
    def name(self) -> str:
        """The page's file name, such as ``chap_319uu.htm``."""
        return self.url.rpartition("/")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Completed:
    """Everything that was asked for had been visited.

    Args:
        at: When, in UTC.
    """

    at: datetime


def to_line(entry: Visit | Completed) -> str:
    """Give an entry as one line of JSON; what is None is left out."""
    if isinstance(entry, Completed):
        return json.dumps({"completed": entry.at.isoformat()})
    fields: dict[str, object] = {
        "url": entry.url,
        "edition": {
            "revised_to": entry.edition.revised_to.isoformat(),
            "kind": entry.edition.kind.value,
        },
        "at": entry.at.isoformat(),
        "outcome": entry.outcome.value,
        "status": entry.status,
        "sha256": entry.sha256,
        "redirected": entry.redirected,
        "etag": entry.etag,
        "last_modified": entry.last_modified,
        "content_type": entry.content_type,
    }
    return json.dumps({name: value for name, value in fields.items() if value is not None})


def from_line(line: str) -> Visit | Completed:
    """Read a line back.

    Raises:
        ValueError: If it is no such line, whatever is wrong with it.
    """
    try:
        fields = cast("Mapping[str, object]", json.loads(line))
        if "completed" in fields:
            return Completed(at=datetime.fromisoformat(_text(fields, "completed")))
        edition = cast("Mapping[str, object]", fields["edition"])
        return Visit(
            url=_text(fields, "url"),
            edition=Edition(
                revised_to=date.fromisoformat(_text(edition, "revised_to")),
                kind=EditionKind(edition["kind"]),
            ),
            at=datetime.fromisoformat(_text(fields, "at")),
            outcome=Outcome(fields["outcome"]),
            status=int(cast("int", fields["status"])),
            sha256=_optional(fields, "sha256"),
            redirected=_optional(fields, "redirected"),
            etag=_optional(fields, "etag"),
            last_modified=_optional(fields, "last_modified"),
            content_type=_optional(fields, "content_type"),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"no such line: {error}") from error


def _text(fields: Mapping[str, object], name: str) -> str:
    value = fields[name]
    if not isinstance(value, str):
        raise TypeError(f"{name} is no text")
    return value


def _optional(fields: Mapping[str, object], name: str) -> str | None:
    return _text(fields, name) if name in fields else None

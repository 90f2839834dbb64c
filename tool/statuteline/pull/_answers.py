"""What asking for a page can come to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A whole page.

    Args:
        status: The HTTP status: 200, or 304 if it is still what it was.
        data: Its bytes, unpacked; those that are kept if it is what it was.
        address: Where it was found in the end.
        etag: The server's name for these bytes; None for none.
        last_modified: The server's date of them, as sent; None for none.
        content_type: Media type and encoding, as sent; None for none.
    """

    status: int
    data: bytes
    address: str
    etag: str | None
    last_modified: str | None
    content_type: str | None


@dataclass(frozen=True, slots=True)
class Vanished:
    """There is no such page any more.

    Args:
        status: The HTTP status that says so.
    """

    status: int


@dataclass(frozen=True, slots=True)
class Failed:
    """No page that can be trusted to be whole and the one asked for.

    Args:
        why: In words, without a full stop.
    """

    why: str


Result: TypeAlias = Fetched | Vanished | Failed


class EndedError(Exception):
    """The run must end here, and can go on later; the message says why."""

"""Lists of files with their digests, in the format of sha256sum and in one form only."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from statuteline.errors import SealError

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINE: Final = re.compile(r"([0-9a-f]{64})  (.+)")


class Entry(NamedTuple):
    """One file.

    Args:
        path: Its path below the corpus folder, with slashes.
        digest: SHA-256 of its bytes, in lower-case hexadecimal.
    """

    path: str
    digest: str

    @property
    def line(self) -> str:
        """Give its line, without the end of the line."""
        return f"{self.digest}  {self.path}"


def sha256(data: bytes) -> str:
    """Give the SHA-256 of bytes in lower-case hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def can_be_listed(path: str) -> bool:
    r"""Tell whether a path can stand on a line: below the folder, in printable signs.

    Example:
        >>> can_be_listed("us-ct/cgs/54-95c/eng@2016-10-01.xml")
        True
        >>> can_be_listed("../outside.xml") or can_be_listed("two\nlines")
        False
    """
    parts = path.split("/")
    return (
        path.isprintable()
        and "\\" not in path
        and not any(part in {"", ".", ".."} for part in parts)
    )


def listing_bytes(entries: Iterable[Entry]) -> bytes:
    """Write a list, sorted by path."""
    return "".join(f"{entry.line}\n" for entry in sorted(entries)).encode()


def read_listing(data: bytes, where: str) -> tuple[Entry, ...]:
    """Read a list that was written as :func:`listing_bytes` does.

    Args:
        data: Its bytes.
        where: The file, for messages.

    Returns:
        Its files, sorted by path.

    Raises:
        SealError: If a line is no digest with a path, or the list is not in that form.
    """
    try:
        lines = data.decode().split("\n")[:-1]
    except UnicodeDecodeError as error:
        raise SealError("The list is not UTF-8", where=where) from error
    matches = [_LINE.fullmatch(line) for line in lines]
    entries = tuple(Entry(one[2], one[1]) for one in matches if one is not None)
    paths = [entry.path for entry in entries]
    if (
        listing_bytes(entries) != data
        or len(set(paths)) != len(paths)
        or not all(map(can_be_listed, paths))
    ):
        raise SealError(
            "The list is not one digest and path a line, each path once, sorted",
            where=where,
        )
    return entries

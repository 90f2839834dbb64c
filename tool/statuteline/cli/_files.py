"""The files that a user names: read whole, up to a size that no such file has."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from statuteline.errors import SourceError

MAX_BYTES: Final = 64 * 1024 * 1024
"""Of a text, an act, a draft, the facts of cases or rules."""


def file_bytes(name: str, most: int = MAX_BYTES) -> bytes:
    """Read a file; ``-`` is standard input.

    Args:
        name: The file as the user named it. It may be a pipe, or have no end.
        most: How many bytes it may have.

    Raises:
        SourceError: If it cannot be read, or has more.
    """
    try:
        if name == "-":
            data = sys.stdin.buffer.read(most + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(most + 1)
    except (OSError, ValueError) as error:  # such as a name with a NUL in it
        told = getattr(error, "strerror", None) or error
        raise SourceError(f"The file cannot be read: {told}", where=name) from error
    if len(data) > most:
        raise SourceError(
            f"The file is larger than {most // 1024 // 1024} MiB",
            where=shown_name(name),
            hint="take its parts one by one",
        )
    return data


def shown_name(name: str) -> str:
    """Give the name of a file for messages: without its folders."""
    return "standard input" if name == "-" else Path(name).name

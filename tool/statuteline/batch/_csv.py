"""The first row of a CSV file, which every database is told of the same way."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Final

from statuteline.errors import FactsError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import TextIO

_LONGEST: Final = 1024 * 1024


def header(path: Path) -> tuple[str, ...]:
    """Read the names of the columns.

    Raises:
        FactsError: If the file is empty, or no CSV in UTF-8.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            row = next(csv.reader(_beginning(stream), strict=True), [])
    except (OSError, ValueError, csv.Error) as error:
        raise FactsError(f"No CSV file can be read: {error}", where=str(path)) from error
    if not row:
        raise FactsError(
            "The file has no row of names", where=str(path), hint="name the columns first"
        )
    return tuple(row)


def _beginning(stream: TextIO) -> Iterator[str]:
    """Give the lines of a file, as far as its first row can go.

    Raises:
        ValueError: If the row goes on.
    """
    left = _LONGEST
    while left > 0 and (line := stream.readline(left)):
        left -= len(line)
        yield line
    if left <= 0:
        raise ValueError(f"its first row has more than {_LONGEST:,} characters")

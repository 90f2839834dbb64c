"""The first row of a CSV file, which every database is told of the same way."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from statuteline.errors import FactsError

if TYPE_CHECKING:
    from pathlib import Path


def header(path: Path) -> tuple[str, ...]:
    """Read the names of the columns.

    Raises:
        FactsError: If the file is empty, or no CSV in UTF-8.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            row = next(csv.reader(stream, strict=True), [])
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise FactsError(f"No CSV file can be read: {error}", where=str(path)) from error
    if not row:
        raise FactsError(
            "The file has no row of names", where=str(path), hint="name the columns first"
        )
    return tuple(row)

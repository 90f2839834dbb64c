"""The text of a file of cases, and the tables of one in TOML."""

from __future__ import annotations

import re
from typing import Any

from statuteline.corpus.toml_text import toml_of as read_toml
from statuteline.errors import FactsError

_MOST_DIGITS = 100


def text_of(data: bytes, where: str) -> str:
    """Read the bytes of a file as text.

    Args:
        data: The file.
        where: Its name, for messages.

    Raises:
        FactsError: If it is not UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FactsError(
            "The file is not UTF-8", where=f"{where}:{line}", hint="save it as UTF-8"
        ) from error


def toml_of(text: str, where: str) -> dict[str, Any]:
    """Read text as TOML.

    Raises:
        FactsError: If it is not TOML.
    """
    try:
        return read_toml(text)
    except ValueError as error:
        raise malformed("TOML", error, where) from error


def whole_number(digits: str) -> int:
    """Read a number of JSON.

    Raises:
        ValueError: If it has more digits than any number of a case.
    """
    if len(digits) > _MOST_DIGITS:
        raise ValueError(f"a number of {len(digits)} digits stands there")
    return int(digits)


def malformed(kind: str, error: Exception, where: str) -> FactsError:
    """Say why a file is not of its kind, with the line that a parser named."""
    told = str(error)
    line = re.search(r"line (\d+)", told)
    place = f"{where}:{line.group(1)}" if line else where
    why = "it is nested too deep" if isinstance(error, RecursionError) else told
    return FactsError(f"The file is not {kind}: {why}", where=place)

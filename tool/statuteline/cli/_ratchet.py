"""The file of a ratchet: how far each measure had come, in TOML."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from statuteline.errors import StatutelineError
from statuteline.model.formats import FORMAT, check_format

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from statuteline.trace.ratchet import Mark

_HEAD = """# How far each measure had come. `statuteline stats --ratchet FILE` fails if one
# falls; --write raises them. To let one fall, change it here, and say why in your history.
"""


def read_marks(path: Path) -> tuple[Mark, ...]:
    """Read the marks that a file keeps.

    Raises:
        StatutelineError: If it is no file of marks.
    """
    from statuteline.cli._files import file_bytes
    from statuteline.corpus.toml_text import toml_of
    from statuteline.trace.ratchet import Mark

    try:
        content = toml_of(file_bytes(str(path)).decode("utf-8"))
        check_format(content.get("format"), str(path))
        marks = tuple(
            Mark(name=one["name"], settled=one["settled"], total=one["total"])
            for one in content.get("measure", [])
        )
        wrong = [one.name for one in marks if not 0 <= one.settled <= one.total]
    except ValueError as error:
        raise _no_marks(path, str(error)) from error
    except (AttributeError, KeyError, TypeError) as error:
        raise _no_marks(path, "each [[measure]] has name, settled and total") from error
    if wrong:
        raise _no_marks(path, f"more is settled than there is: {wrong[0]}")
    return marks


def marks_text(marks: Iterable[Mark]) -> str:
    """Write marks as a file keeps them."""
    return f"{_HEAD}format = {FORMAT}\n" + "".join(
        f"\n[[measure]]\nname = {json.dumps(one.name)}\n"
        f"settled = {one.settled}\ntotal = {one.total}\n"
        for one in marks
    )


def _no_marks(path: Path, hint: str) -> StatutelineError:
    return StatutelineError("This file keeps no marks", where=str(path), hint=hint)

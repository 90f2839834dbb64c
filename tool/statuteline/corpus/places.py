"""Where a provision stands in its file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from statuteline.model.ids import EId


def line_of(path: Path, eid: EId) -> int | None:
    """Find the line on which a provision begins.

    Args:
        path: The file of an expression, as this corpus writes it.
        eid: The provision.

    Returns:
        The line, counted from one; None where the file has no such provision.
    """
    sought = f' eId="{eid}"'
    with path.open(encoding="utf-8") as lines:
        return next((n for n, line in enumerate(lines, 1) if sought in line), None)


def lines_of(path: Path) -> dict[str, int]:
    """Find the lines on which all provisions of a file begin, by their eIds.

    Args:
        path: The file of an expression, as this corpus writes it.
    """
    found: dict[str, int] = {}
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            for eid in re.findall(r' eId="([^"]+)"', line):
                found.setdefault(eid, number)
    return found

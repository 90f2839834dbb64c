"""Where a provision stands in its file."""

from __future__ import annotations

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

"""What a format is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.model.change import Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How output may look.

    Args:
        colour: Whether terminal colours may be used.
        width: Columns to wrap at.
    """

    colour: bool = False
    width: int = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One output format.

    Args:
        summary: One sentence for the help text.
        comparison: Renders two texts compared; ends with a line feed.
    """

    summary: str
    comparison: Callable[[Comparison, Style], str]

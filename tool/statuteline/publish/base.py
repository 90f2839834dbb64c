"""What a format is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.model.change import Comparison
    from statuteline.model.interval import Interval
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression


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
class Excerpt:
    """A text, or a part of it, with what a reader must know of it.

    Args:
        expression: The text.
        citation: How the jurisdiction cites what is shown.
        provision: The part to show; None for the whole text.
        interval: The days on which the text is the law; None where they are not known.
        notice: What the corpus says of all its texts.
        pending: Ids of texts of the same work whose first day is not known.
    """

    expression: Expression
    citation: str
    provision: Provision | None
    interval: Interval | None
    notice: str
    pending: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One output format.

    Args:
        summary: One sentence for the help text.
        comparison: Renders two texts compared; ends with a line feed.
        excerpt: Renders one text, or a part of it; None if the format cannot.
    """

    summary: str
    comparison: Callable[[Comparison, Style], str]
    excerpt: Callable[[Excerpt, Style], str] | None = None

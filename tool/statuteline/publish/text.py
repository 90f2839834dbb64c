r"""Marked text for a terminal.

Deleted words stand in ``[brackets]`` and inserted words in ``{+these marks+}``; with
colour also struck through in red and underlined in green. A bracket or brace that
belongs to the law's own words has a backslash before it, and so has a backslash.
What stands in ``⟨these brackets⟩`` is ours: a note, or the code point of a character
that would not be seen. ``␣`` and ``¶`` stand for a space or a paragraph break that
was itself deleted or inserted; ``│`` parts the cells of a table.

Side by side, the old text stands on the left and the new one on the right, each with
its own marks only; ``║`` parts them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.publish._convention import TERMINAL
from statuteline.publish._excerpt_text import excerpt_text
from statuteline.publish._plain import page
from statuteline.publish.base import Format

if TYPE_CHECKING:
    from statuteline.model.change import Comparison
    from statuteline.publish.base import Searched, Style


def _comparison(comparison: Comparison, style: Style) -> str:
    return page(comparison, TERMINAL, style)


def _searched(searched: Searched, style: Style) -> str:
    from statuteline.publish._searched_text import (  # noqa: PLC0415 - for searches alone
        searched_text,
    )

    return searched_text(searched, style)


FORMAT = Format(
    summary="Marked text for reading in a terminal.",
    comparison=_comparison,
    excerpt=excerpt_text,
    searched=_searched,
    heeds=frozenset({"context", "detail", "layout"}),
)

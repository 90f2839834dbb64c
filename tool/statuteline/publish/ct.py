r"""Connecticut's drafting convention as plain text.

Deleted words stand in ``[brackets]``; new words are underlined. Without colour, and
so without escape codes, an underscore stands at each end of ``_new words_``. A
bracket or underscore that belongs to the law's own words has a backslash before it.
A wholly new section is headed ``(NEW)`` and not underlined; a wholly new subsection
of a section that was there is underlined like any new words.

Source:
    The markup of Connecticut bills and public acts.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from statuteline.publish._convention import Convention
from statuteline.publish._plain import page
from statuteline.publish.base import Format

if TYPE_CHECKING:
    from statuteline.model.change import Comparison
    from statuteline.publish.base import Style

_REST = (
    " A wholly new section is headed (NEW) and not underlined. A backslash before a "
    "mark: it belongs to the text."
)
PLAIN = Convention(
    deleted=("[", "]"),
    inserted=("_", "_"),
    reserved="[]_",
    legend="Marks: [deleted words], _new words_ (underlined)." + _REST,
    new_sections=True,
)
UNDERLINED = replace(
    PLAIN,
    inserted=("", ""),
    inserted_code="4",
    reserved="[]",
    legend="Marks: [deleted words]; new words are underlined." + _REST,
)


def _comparison(comparison: Comparison, style: Style) -> str:
    return page(comparison, UNDERLINED if style.colour else PLAIN, style)


FORMAT = Format(
    summary="Connecticut's bill markup: [deleted], underlined if new.",
    comparison=_comparison,
    heeds=frozenset({"context", "detail"}),
)

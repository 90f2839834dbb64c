"""A Word file with real tracked changes.

Accepting all of them leaves the new text, rejecting all of them the old one, exactly:
paragraphs come and go with their words. What is not law stands in the page's header.
Under a profile, the marks are drawn instead and nothing is tracked. One text alone has
no marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.publish import _wording
from statuteline.publish._characters import one_line
from statuteline.publish._docx_body import drawn_body, tracked_body
from statuteline.publish._docx_package import Cover, package
from statuteline.publish._excerpt_docx import excerpt_docx
from statuteline.publish._layout import rows
from statuteline.publish._profile import MARKS, with_new_sections
from statuteline.publish._tracked import tracked
from statuteline.publish.base import Format

if TYPE_CHECKING:
    from statuteline.model.change import Comparison
    from statuteline.publish.base import Style

_TRACKED = "Accept all changes for the new text; reject all changes for the old text."


def _comparison(comparison: Comparison, style: Style) -> bytes:
    new = comparison.new
    day = new.start or new.id.version
    if style.profile is None:
        legend, body = _TRACKED, tracked_body(tracked(comparison), day)
    else:
        marks, shown = MARKS[style.profile], rows(comparison)
        legend = marks.legend
        body = drawn_body(with_new_sections(shown) if marks.new_sections else shown, marks)
    title = one_line(_wording.headline(comparison))
    labels = f"{_wording.label(comparison.old)} and {_wording.label(new)} compared"
    cover = Cover(
        title=title,
        day=day,
        first=tuple(map(one_line, (*_wording.head(comparison), legend))),
        later=f"{title}: {labels}",
        language=_wording.language_tag(comparison),
    )
    return package(body, cover)


FORMAT = Format(
    summary="A Word file with tracked changes.",
    comparison=_comparison,
    excerpt=excerpt_docx,
    binary=True,
    heeds=frozenset({"profile"}),
)

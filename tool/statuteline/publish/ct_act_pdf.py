"""A section of an act in Connecticut's drafting form, printed.

It needs WeasyPrint, which the extra ``pdf`` brings, and Pango, a library of the system.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.publish import _wording
from statuteline.publish._act_form import formed
from statuteline.publish._act_html import act_page
from statuteline.publish._weasyprint import printed_pdf
from statuteline.publish.base import Format

if TYPE_CHECKING:
    from statuteline.model.change import Comparison
    from statuteline.publish.base import Style


def _comparison(comparison: Comparison, _style: Style) -> bytes:
    page = act_page((formed(comparison),), _wording.notices(comparison), whole_words=True)
    return printed_pdf(page)


FORMAT = Format(
    summary="The same, printed to PDF; needs statuteline[pdf].",
    comparison=_comparison,
    binary=True,
)

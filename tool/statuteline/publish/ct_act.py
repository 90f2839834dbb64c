"""A section of an act in Connecticut's drafting form, as a page of HTML.

Deleted words stand in bold brackets, new words are underlined, and a clause says which
section is amended and when. The page reads back: ``statuteline.acts.html``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.publish import _wording
from statuteline.publish._act_form import formed
from statuteline.publish._act_html import act_page
from statuteline.publish.base import Format

if TYPE_CHECKING:
    from statuteline.model.change import Comparison
    from statuteline.publish.base import Style


def _comparison(comparison: Comparison, _style: Style) -> str:
    return act_page((formed(comparison),), _wording.notices(comparison))


FORMAT = Format(
    summary="A section of an act as Connecticut drafts it, in HTML.",
    comparison=_comparison,
)

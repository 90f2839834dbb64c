"""A tagged PDF for printing, filing and reading aloud: the web page's marks on paper.

It needs WeasyPrint, which the extra ``pdf`` brings, and Pango, a library of the system.
Deleted words stand in brackets and are struck through; inserted words stand in braces
and are underlined, so that the marks are heard and copied too.

Source:
    ISO 14289-1 (PDF/UA-1): tags, title, language, order of reading.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from statuteline.publish import _wording
from statuteline.publish._html_parts import parts, shown
from statuteline.publish._weasyprint import printed_pdf
from statuteline.publish.base import Format

if TYPE_CHECKING:
    from statuteline.model.change import Comparison
    from statuteline.publish.base import Style

_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="author" content="statuteline">
<meta name="dcterms.created" content="{day}">
<title>{parts.title}</title>
<style>{style}</style>
</head>
<body>
<h1>{parts.headline}</h1>
<p class="work">{parts.works}</p>
<ul class="texts">{texts}</ul>
<div class="notice">{parts.notices}</div>
<h2>Changes</h2>
<p class="counts">{parts.counts}</p>
{parts.changes}<h2>Redline</h2>
<p class="legend">{parts.legend}</p>
<div class="law{parts.profile}" lang="{parts.language}">
{parts.redline}
</div>
</body>
</html>
"""


def _comparison(comparison: Comparison, look: Style) -> bytes:
    new = comparison.new
    texts = (("Old text", comparison.old), ("New text", new))
    page = _PAGE.format(
        day=(new.start or new.id.version).isoformat(),
        style=files("statuteline.publish").joinpath("pdf.css").read_text("utf-8"),
        texts="".join(
            f"<li>{name}: {shown(_wording.when(text))} "
            f"<code>{_wording.label(text)}</code></li>"
            for name, text in texts
        ),
        parts=parts(comparison, look),
    )
    return printed_pdf(page)


FORMAT = Format(
    summary="A tagged PDF; needs statuteline[pdf].",
    comparison=_comparison,
    binary=True,
    heeds=frozenset({"profile", "context"}),
)

"""A page that a real browser prints into a PDF file is read as the page itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from statuteline.diff.compare import compare
from statuteline.drafts import read_draft
from statuteline.drafts.base import DraftFile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, PdfMargins

_FOLDER = Path(__file__).resolve().parents[1] / "golden" / "drafts"


_EDGES: dict[str, Any] = {
    "display_header_footer": True,
    "header_template": '<p style="font-size:8pt">Raised Bill No. 5</p>',
    "footer_template": '<p style="font-size:8pt" class="pageNumber"></p>',
}


@pytest.mark.parametrize(
    ("case", "height", "edges"),
    [
        ("library-fees", "11in", {}),
        ("library-fees", "5in", {}),
        ("library-fees", "5in", _EDGES),
        ("undivided-letter", "11in", {}),
    ],
)
def test_print_is_read_as_the_page(
    case: str, height: str, edges: dict[str, Any], browser: Browser
) -> None:
    path = _FOLDER / case / "before.html"
    margins: PdfMargins = {"top": "1in", "bottom": "1in", "left": "1in", "right": "1in"}
    tab = browser.new_page()
    tab.goto(path.as_uri())
    printed = tab.pdf(width="6in", height=height, margin=margins, **edges)
    tab.close()
    page, paper = (
        read_draft(DraftFile(name=name, data=data, read_on=date(2031, 3, 4))).expression
        for name, data in (("a.html", path.read_bytes()), ("a.pdf", printed))
    )
    assert compare(page, paper).changes == ()

"""Pages of an invented chapter become lots; lists of chapters become none."""

from __future__ import annotations

from datetime import date

import pytest

from statuteline.errors import SourceError
from statuteline.importers.base import CodeReader, Lot, Source
from statuteline.importers.us_ct_general_statutes import IMPORTER
from statuteline.model.published import Edition, EditionKind

EDITION = Edition(revised_to=date(2025, 1, 1), kind=EditionKind.REVISION)
PAGE = """<!DOCTYPE html>
<html><head><title>Chapter 9 - Lending</title></head><body>
<div id="chap_009.htm"><h2 class="chap-no">CHAPTER 9</h2>
<h2 class="chap-name">LENDING</h2>
{contents}
<hr class="chaps_pg_bar"/>
<p><span class="catchln" id="sec_9-1">Sec. 9-1. Cards.</span> A card is free.</p>
<p class="source-first">(P.A. 99-1, S. 2.)</p>
<table class="nav_tbl"><tr><td><a class="nav_link" href="#TOC">Back</a></td></tr></table>
</div></body></html>
"""
LINE = '<p class="toc_catchln"><a href="#sec_{0}">Sec. {0}. Cards.</a></p>'
TITLE = """<html><head><title>Title 9</title></head><body><div id="title_09.htm">
<h1 class="title-no">TITLE 9</h1><h1 class="title-name">LIBRARIES</h1>
<table><tr><td><a class="toc_ch_link" href="chap_009.htm">Chapter 9</a></td>
<td>Lending</td></tr></table></div></body></html>
"""


def lots(page: str, name: str = "chap_009.htm") -> list[Lot]:
    assert isinstance(IMPORTER.read, CodeReader)
    source = Source(
        name=name, data=page.encode(), recorded=date(2026, 7, 1), edition=EDITION
    )
    return list(IMPORTER.read.lots(source))


def test_a_page_is_one_lot() -> None:
    (lot,) = lots(PAGE.format(contents=LINE.format("9-1")))
    (printed,) = lot.printed
    assert (printed.place, printed.refused) == ("chap_009.htm#sec_9-1", "")
    (text,) = printed.texts
    assert str(text.id) == "us-ct/cgs/9-1/eng@1999-10-01"
    assert lot.faults == ()


def test_a_page_that_may_be_cut_off_is_told_and_what_it_holds_is_kept() -> None:
    (lot,) = lots(PAGE.format(contents=LINE.format("9-1") + LINE.format("9-2")))
    assert len(lot.printed) == 1
    assert lot.faults == (
        ("chap_009.htm",
         "the contents list sections that the page does not hold: sec_9-2"),
    )  # fmt: skip


def test_a_list_of_chapters_holds_nothing() -> None:
    assert lots(TITLE, "title_09.htm") == []
    assert lots("<html></html>", "titles.htm") == []


def test_an_edition_is_needed() -> None:
    assert isinstance(IMPORTER.read, CodeReader)
    source = Source(name="chap_009.htm", data=b"", recorded=date(2026, 7, 1))
    with pytest.raises(SourceError, match="which edition"):
        list(IMPORTER.read.lots(source))

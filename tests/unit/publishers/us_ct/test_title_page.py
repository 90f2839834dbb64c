"""Lists of titles and chapters give the pages that they lead to."""

from __future__ import annotations

import pytest

from statuteline.errors import SourceError
from statuteline.model.published import Heading
from statuteline.publishers.us_ct.title_page import Listed, read_title, read_titles

TITLES = b"""<html><body><div id="titles.htm">
<h1>GENERAL STATUTES</h1><h2><i>Revised to January 1, 2025</i></h2>
<h4><a href="/2026/sup/titles.htm">Note: a supplement is out.</a></h4>
<table><tr>
<td class="left_38pct"><a href="title_09.htm"><span class="toc_ttl_desig">Title
9</span></a>
<span class="toc_rng_chaps">Chapters 1 to 9<i>l</i><br/>(Secs. 9-1 to 9-9)</span></td>
<td><a href="title_09.htm"><span class="toc_ttl_name">Books</span></a>
(<i>All repealed</i>)</td>
</tr><tr>
<td><span class="toc_ttl_desig">Title 9a</span>
<span class="toc_rng_chaps">Chapter 10</span></td>
<td><span class="toc_ttl_name">Reserved for future use</span></td>
</tr></table></div></body></html>"""

TITLE = b"""<html><body><div id="title_09.htm">
<h1 class="title-no">TITLE 9*</h1><h1 class="title-name">BOOKS</h1>
<table><tr>
<td class="left_40pct"><a class="toc_ch_link" href="chap_009ll.htm">Chapter 9<i>ll</i></a>
<span class="toc_rng_secs">Secs. 9-1 to 9-4</span></td>
<td><a class="toc_ch_link" href="chap_009ll.htm">Lending</a></td></tr>
<tr><td><a class="toc_ch_link" href="art_002a.htm">Article 2A</a></td></tr>
<tr><td class="left_40pct"><a class="toc_ch_link" href="titles.htm">(Return)</a></td></tr>
<tr><td><a class="toc_ch_link" href="https://elsewhere.example/chap_1.htm">No</a></td></tr>
</table></div></body></html>"""


def test_titles() -> None:
    page = read_titles(TITLES, "titles.htm")
    assert page.revised == "Revised to January 1, 2025"
    assert page.titles == (
        Listed(
            file="title_09.htm",
            number="Title 9",
            name="Books (All repealed)",
            holds="Chapters 1 to 9l (Secs. 9-1 to 9-9)",
        ),
        Listed(
            file=None, number="Title 9a", name="Reserved for future use", holds="Chapter 10"
        ),
    )


def test_chapters() -> None:
    page = read_title(TITLE, "title_09.htm")
    assert page.title == Heading(number="TITLE 9*", name="BOOKS")
    assert not page.has_sections
    assert page.chapters == (
        Listed(
            file="chap_009ll.htm",
            number="Chapter 9ll",
            name="Lending",
            holds="Secs. 9-1 to 9-4",
        ),
        Listed(file="art_002a.htm", number="Article 2A", name="", holds=""),
    )


def test_a_title_without_chapters_holds_sections() -> None:
    page = read_title(
        b'<div id="title_04c.htm"><p><span class="catchln">Sec. 4c-3.</span></p></div>', "x"
    )
    assert page.has_sections
    assert not page.chapters


def test_other_pages_are_refused() -> None:
    for read in (read_titles, read_title):
        with pytest.raises(SourceError):
            read(b'<div id="titles.htm"><p>Nothing.</p></div>', "x")
        with pytest.raises(SourceError):
            read(b"<p>Not found</p>", "x")


def test_a_supplement_names_what_changed_behind_the_name() -> None:
    page = read_title(
        b"""<div id="title_09.htm"><table><tr>
<td class="left_25pct"><a class="toc_ch_link" href="chap_009ll.htm">Chapter 9<i>ll</i></a>
</td><td><a class="toc_ch_link" href="chap_009ll.htm">Lending</a><br/>
<span class="toc_rng_secs">Sec. 9-2, 9-3<i>l</i></span></td></tr></table></div>""",
        "title_09.htm",
    )
    assert page.chapters == (
        Listed(
            file="chap_009ll.htm",
            number="Chapter 9ll",
            name="Lending",
            holds="Sec. 9-2, 9-3l",
        ),
    )


@pytest.mark.parametrize("file", ["art_002A.htm", "chap_231-235.htm", "chap_299-318c.htm"])
def test_files_of_articles_and_of_runs_of_chapters(file: str) -> None:
    row = f'<tr><td><a class="toc_ch_link" href="{file}">Chapters</a></td></tr>'
    page = read_title(f'<div id="title_09.htm"><table>{row}</table></div>'.encode(), "x")
    assert [one.file for one in page.chapters] == [file]

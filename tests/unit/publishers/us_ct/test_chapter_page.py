"""Pages of chapters are read whole, as they are set."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from statuteline.errors import SourceError
from statuteline.model.ids import ProvisionRef, WorkId
from statuteline.model.published import (
    Edition,
    EditionKind,
    Heading,
    NoteKind,
    PublishedSection,
    Status,
)
from statuteline.model.text import Ref, Role, Table, block_text, prose_text
from statuteline.publishers.us_ct.chapter_page import ChapterPage, read_chapter
from statuteline.publishers.us_ct.page import page_body

from .pages import chapter, section

EDITION = Edition(revised_to=date(2025, 1, 1), kind=EditionKind.REVISION)


def read(page: bytes) -> ChapterPage:
    return read_chapter(page, EDITION, "chap_009l.htm", title_name="Books")


def only(*paragraphs: str, heading: str = "Sec. 9a-1. Fees.") -> PublishedSection:
    (found,) = read(chapter(section("sec_9a-1", heading, *paragraphs))).sections
    return found


def words(found: PublishedSection) -> list[str]:
    return [block_text(block) for block in found.body]


def lost(page: bytes) -> Counter[str]:
    """Count the characters of a page that nothing of what was read holds, and reverse."""
    found = read(page)
    body = page_body(page, "")
    had = Counter("".join("".join(map(str, body.itertext())).split()))
    has = Counter("".join("".join(_all_words(found)).split()))
    return (had - has) + (has - had)


def _all_words(page: ChapterPage) -> list[str]:
    headings = [page.chapter, *page.headings]
    notes = [front.note for front in page.front_notes]
    return [
        *(word for heading in headings for word in (heading.number, heading.name)),
        *(prose_text(n.words) for n in notes),
        *page.contents,
        *page.navigation,
        *page.rest,
        *(word for one in page.sections for word in _words_of(one)),
    ]


def _words_of(one: PublishedSection) -> list[str]:
    return [
        one.printed,
        f"(Formerly Sec. {one.former})." if one.former else "",
        prose_text(one.heading),
        *map(block_text, one.body),
        *(prose_text(note.words) for note in one.notes),
    ]


PAGE = chapter(
    '<h3 class="part-no">PART I*</h3>\n<h3 class="part-name">CARDS</h3>\n',
    '<p class="front-note-first">*Cited. 3 C. 4.</p>\n',
    section(
        "sec_9a-1l",
        "Sec. 9a-1<i>l</i>. (Formerly Sec. 8-2). Fees.",
        '(a) A fee under section <a href ="chap_9.htm#sec_9-2">9-2</a>, or',
        "(b) <b>none</b> at all.",
        '<p class="source-first">(P.A. 91-1, S. 2.)</p>',
        '<p class="source">*Note: special.</p>',
        '<p class="history-first">History: P.A. 92-3 &#x201C;cards&#x201D;.</p>',
        '<p class="cross-ref-first">See Sec. 9a-3.</p>',
        '<p class="cross-ref">See Sec. 9a-4.</p>',
        '<p class="annotation-first">Cited. 5 C. 6.</p>',
        '<p class="annotation">Cited. 7 C. 8.</p>',
        '<h3 class="part-no">PART II</h3>',
        '<h3 class="part-name">BICYCLES</h3>',
        '<h4 class="subpart-no">SUBPART A</h4>',
        '<h4 class="subpart-name">WHEELS</h4>',
    ),
    section("secs_9a-2_and_9a-3", "Secs. 9a-2 and 9a-3.", "Transferred to Chapter 9."),
    section("sec_8-7", "Sec. 9a-4. Locks.", "A lock.", "(B)*", "BELLS"),
    section("sec_9a-5", "Sec. 9a-5. Bells.", "Section 9a-5 is repealed."),
    '<p>Words that belong nowhere.</p>\n<h4 class="odd">Odd</h4>',
    contents='<p class="toc_catchln"><a href="#sec_9a-1l">Sec. 9a-1<i>l</i>. Fees.</a></p>'
    '<p class="toc_catchln"><a href="#sec_9a-9">Sec. 9a-9.</a> <b>Reserved</b></p>',
)


def test_a_whole_page() -> None:
    page = read(PAGE)
    assert page.chapter == Heading(number="CHAPTER 9l*", name="LENDING")
    assert [one.number for one in page.sections] == [
        "9a-1l",
        "9a-2-and-9a-3",
        "9a-4",
        "9a-5",
    ]
    assert page.missing == ("sec_9a-9",)
    assert page.wrong_anchors == (("sec_8-7", "9a-4"),)
    assert page.rest == ("Words that belong nowhere.", "Odd")
    assert [(front.on, prose_text(front.note.words)) for front in page.front_notes] == [
        ("CHAPTER 9l*", "*Cited. 1 C. 2."),
        ("PART I*", "*Cited. 3 C. 4."),
    ]
    assert not lost(PAGE)


def test_a_section_of_it() -> None:
    first = read(PAGE).sections[0]
    assert (first.printed, first.former) == ("Sec. 9a-1l.", "8-2")
    assert words(first) == ["(a) A fee under section 9-2, or", "(b) none at all."]
    assert [note.kind for note in first.notes] == [
        NoteKind.SOURCE,
        NoteKind.SOURCE,
        NoteKind.HISTORY,
        NoteKind.CROSS_REFERENCE,
        NoteKind.CROSS_REFERENCE,
        NoteKind.ANNOTATION,
        NoteKind.ANNOTATION,
    ]
    assert first.source == "chap_009l.htm#sec_9a-1l"
    assert first.position.title == Heading(number="9a", name="Books")


def test_headings_of_parts_belong_to_what_follows() -> None:
    places = [one.position for one in read(PAGE).sections]
    assert [place.part.number for place in places if place.part] == [
        "PART I*",
        *["PART II"] * 3,
    ]
    assert [place.subpart.name for place in places if place.subpart] == [
        "WHEELS",
        "WHEELS",
        "BELLS",
    ]


def test_what_stands_in_the_place_of_a_number() -> None:
    found = [one.status for one in read(PAGE).sections]
    assert found == [Status.ACTIVE, Status.TRANSFERRED, Status.ACTIVE, Status.REPEALED]
    assert only("Reserved for future use.").status is Status.RESERVED
    assert only("Obsolete.").status is Status.OBSOLETE
    assert only("Subsection (b) is repealed yearly.").status is Status.ACTIVE


def test_links_and_letters_are_marked() -> None:
    (block,) = only(
        'See <a href="chap_1.htm#sec_9-2l">9-2<i>l</i></a>, <a href="/x.htm">that</a>, '
        "9-3<i>ll</i> and <i>Smith</i> <span class='inline_hd'>Head</span>."
    ).body
    assert not isinstance(block, Table)
    marks = [(span.text, span.mark) for span in block.spans]
    link = Ref(target=ProvisionRef(WorkId("us-ct", "cgs", "9-2l")))
    assert marks == [
        ("See ", None),
        ("9-2l", link),
        (", that, 9-3ll and ", None),
        ("Smith", Role.ITALIC),
        (" ", None),
        ("Head", Role.BOLD),
        (".", None),
    ]


def test_tables_keep_their_columns() -> None:
    table = """<table class="half-width center"><tbody>
<tr><td colspan="2"><p class="tb-left">Books</p></td><td></td><th>Fee</th></tr>
<tr><td rowspan="2">Maps</td><td>new</td><td></td><td><p>$1</p>
<p class="nolead">each</p></td></tr>
<tr><td>old</td><td></td><td>none</td></tr>
<tr><td></td><td></td><td></td></tr>
</tbody></table>"""
    found = only("(a) Fees:", table, "(b) None else.")
    assert words(found) == [
        "(a) Fees:",
        "Books\t\tFee\nMaps\tnew\t$1 each\n\told\tnone",
        "(b) None else.",
    ]
    made = found.body[1]
    assert isinstance(made, Table)
    assert [cell.header for cell in made.rows[0]] == [False, False, True]


def test_a_table_that_lays_out_a_form_is_read_as_paragraphs() -> None:
    found = only("Form:", "<table><tr><td><p>Name</p><p>Date</p></td></tr></table>")
    assert words(found) == ["Form:", "Name", "Date"]


def test_references_at_the_end_of_a_body_are_notes() -> None:
    found = only("Law.", '<p class="source-first">(P.A. 1-1.)</p>', "See Sec. 9-9 re maps.")
    assert words(found) == ["Law."]
    assert [note.kind for note in found.notes] == [
        NoteKind.SOURCE,
        NoteKind.CROSS_REFERENCE,
    ]


def test_a_title_that_holds_sections_itself() -> None:
    page = (
        chapter(section("sec_9a-1", "Sec. 9a-1.", "Obsolete."), name="title_09a.htm")
        .replace(b"chap-no", b"title-no")
        .replace(b"chap-name", b"title-name")
    )
    found = read(page)
    assert found.chapter == Heading(number="CHAPTER 9l*", name="LENDING")
    assert found.sections[0].position.title == Heading(number="9a", name="LENDING")


@pytest.mark.parametrize(
    ("page", "what", "where"),
    [
        (b"", "empty", "x"),
        (b"\xff\xfe", "UTF-8", "x:1"),
        (b"<p>\n\0", "0x00", "x:2"),
        (b"<html><body><p>Not found", "no page of the General Statutes", "x"),
        (chapter("<p>Nothing.</p>"), "no section", "x"),
        (chapter(section("sec_1", "Fees.", "None.")), "no number", "x:18"),
        (chapter("\n" + "<div>" * 150), "deeper", "x:19"),
        (b" " * (33 * 1024 * 1024), "larger", "x"),
    ],
)
def test_other_pages_are_refused(page: bytes, what: str, where: str) -> None:
    with pytest.raises(SourceError, match=what) as raised:
        read_chapter(page, EDITION, "x")
    assert raised.value.where == where


PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<i>l</i>", "<b>", "</b>", "<h4/>", "<table>", "</table>", "<td>"),
        *("<tr>", "<td colspan=3>", "<hr/>", "<br>", "&#x201C;", "&nbsp;", "9-1", " (a) "),
        *("words", '<p class="source-first">', '<h3 class="part-no">', "<!-- -->", "<div>"),
        *(
            '<span class="catchln" id="sec_9a-2">Sec. 9a-2. Maps.',
            "</span>",
            "<a href='#sec_9'>",
        ),
    ]
)


@given(st.lists(PIECES, max_size=25))
@example(["<table>", "<tr>", "&#x201C;", "<td>", "<td>", "words"])
def test_no_character_is_lost_whatever_the_markup(pieces: list[str]) -> None:
    page = chapter(section("sec_9a-1", "Sec. 9a-1. Fees.", "None."), "".join(pieces))
    try:
        found = lost(page)
    except SourceError:
        return  # a heading without a number is refused, not guessed
    assert not found

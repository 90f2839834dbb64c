"""Pages of acts and bills: what is underlined, what is bracketed, nothing lost."""

from __future__ import annotations

import pytest

from statuteline.acts.html import read_act_html
from statuteline.errors import SourceError
from statuteline.model.change import Run, RunKind
from statuteline.model.marked import MarkedTable, PrintedAct

from .printing import shown

FRONT = """<p>Substitute House Bill No. 12</p>
<p>Public Act No. 24-7</p>
<p>AN ACT CONCERNING BOOKS.</p>
<p>Be it enacted by the Senate and House of Representatives:</p>
"""
CLAUSE = """<p>Section 1. Section 7-1 of the general statutes is repealed and the
following is substituted in lieu thereof (Effective October 1, 2024):</p>
"""


def read(body: str, encoding: str = "utf-8") -> PrintedAct:
    page = f"<html><head><title>x</title></head><body>{FRONT}{CLAUSE}{body}</body></html>"
    return read_act_html(page.encode(encoding), "act.htm")


def words(body: str) -> list[str]:
    return shown(read(body).sections[0].blocks)


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (
            '<p><b>[<span class="remove"></span></b>Two<b>]</b> <u class="insert">New</u>.',
            "-Two-+New+.",
        ),
        ("<p>Lend <b>[</b>two<b>]</b> <u>three</u> books.</p>", "Lend -two-+three+ books."),
        ("<p>Lend [two] <ins>three</ins> books.</p>", "Lend -two-+three+ books."),
        ('<p>Lend <span class="remove">[two] </span>books.</p>', "Lend -two -books."),
        ('<p>Lend [<span class="remove">two</span>] books.</p>', "Lend -two -books."),
        ('<p>Lend <span class="remove">two </span>books.</p>', "Lend -two -books."),
        ("<p>Lend <strong>[two]</strong> books.</p>", "Lend -two -books."),
        ("<p>Lend<b>[,b>]</b> and give.</p>", "Lend-,- and give."),
        (
            '<p>Lend <span style="text-decoration: underline">more</span> books.</p>',
            "Lend +more +books.",
        ),
        (
            "<p>Lend &ldquo;two&rdquo;&nbsp;books &amp; maps.</p>",
            "Lend “two” books & maps.",
        ),
        ("<p>Lend <b>two</b> books.", "Lend two books."),
        ("<p>Lend\r\n two\r\nbooks.</p>", "Lend two books."),
    ],
)
def test_marks_of_a_paragraph(body: str, wanted: str) -> None:
    assert words(body) == [wanted]


def test_front_and_clause() -> None:
    act = read("<p>Books.</p><p>Approved May 2, 2024</p>")
    assert act.act is not None
    assert (act.act.number, act.bill) == ("7", "Substitute House Bill No. 12")
    assert act.title == "AN ACT CONCERNING BOOKS."
    assert act.enacting.startswith("Be it enacted")
    assert act.approved is not None
    assert act.sections[0].clause.endswith("(Effective October 1, 2024):")
    assert act.sections[0].where == "line 5"
    assert act.furniture == ()


def test_broken_tags_that_show_are_kept_as_furniture() -> None:
    assert read("<p>Lend<b>[,b>]</b> and give.</p>").furniture == ("b>",)


def test_line_breaks_end_paragraphs_and_scripts_are_no_words() -> None:
    body = "<div>One<br>two</div><script>x()</script><p> </p><p>three</p>"
    assert words(body) == ["One", "two", "three"]


def test_a_table_keeps_its_cells_and_a_bracket_spans_them() -> None:
    body = (
        "<table><tr><th>Books</th><th>Fee<br>each</th></tr>"
        "<tr><td><b>[</b>two</td><td>ten<b>]</b> <u>six</u></td></tr></table>"
    )
    (table,) = read(body).sections[0].blocks
    assert isinstance(table, MarkedTable)
    equal, gone = RunKind.EQUAL, RunKind.DELETED
    assert table.rows == (
        ((Run(kind=equal, text="Books"),), (Run(kind=equal, text="Fee each"),)),
        (
            (Run(kind=gone, text="two"),),
            (Run(kind=gone, text="ten"), Run(kind=RunKind.INSERTED, text="six")),
        ),
    )


def test_a_table_that_only_lays_out_is_read_as_its_cells() -> None:
    one = "<table><tr><td><p>Books</p><p>are lent.</p></td></tr></table>"
    nested = f"<table><tr><td>Left</td><td>{one}</td></tr></table>"
    assert words(one) == ["Books", "are lent."]
    assert words(nested) == ["Left", "Books", "are lent."]


def test_words_of_a_table_outside_its_cells_are_not_lost() -> None:
    body = "<table><caption>Fees</caption><tr><td>One</td><td>Two</td></tr></table>"
    assert words(body) == ["Fees", "One", "Two"]


def test_plain_brackets_beside_bold_ones_are_words_and_told() -> None:
    act = read("<p><b>[</b>Old<b>]</b> books [and maps]</p>")
    assert shown(act.sections[0].blocks) == ["-Old -books [and maps]"]
    assert [doubt.words for doubt in act.sections[0].doubts] == ["[and maps]"]


def test_bold_brackets_of_one_section_tell_of_plain_ones_in_another() -> None:
    other = CLAUSE.replace("Section 1.", "Sec. 2.")
    act = read(f"<p><b>[</b>Old<b>]</b> books</p>{other}<p>Fill in [name].</p>")
    assert shown(act.sections[1].blocks) == ["Fill in [name]."]
    assert act.sections[1].marks_apart


def test_both_usual_encodings_are_read() -> None:
    for encoding in ("utf-8", "windows-1252"):
        act = read("<p>Books “and” maps — lent.</p>", encoding)
        assert shown(act.sections[0].blocks) == ["Books “and” maps — lent."]


@pytest.mark.parametrize(
    ("data", "message", "where"),
    [
        (b"", "is empty", "act.htm:1"),
        (b"<p>\n\x81\x8d</p>", "neither UTF-8", "act.htm:2"),
        (b"<p>\n\n<b>Books are lent.</b></p>", "no section of an act", "act.htm, line 3"),
        (b"<p>" + b"<i>" * 200 + b"x", "nest deeper", "act.htm:1"),
    ],
)
def test_what_is_no_act_is_refused(data: bytes, message: str, where: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        read_act_html(data, "act.htm")
    assert caught.value.where == where

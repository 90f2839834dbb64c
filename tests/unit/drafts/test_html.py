"""HTML pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from statuteline.errors import DraftError

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.drafts.base import DraftText

    Outline = Callable[..., list[str]]
    Read = Callable[..., DraftText]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>Books\nare <i>lent</i>.</p>", ["sec | Books are lent."]),
        ("<p>Books</p>are<div>lent", ["sec | Books / are / lent"]),
        ("<h2>§ 5 Fees</h2><p>Due.", ["sec_5 | § 5 | Fees | Due."]),
        ("<p><b>§ 5. Fees.</b> Due.", ["sec_5 | § 5. | Fees. | Due."]),
        ("<p><b>§ 5.</b> <strong>Fees</strong> Due", ["sec_5 | § 5. | Fees | Due"]),
        ("<p>§ 5. <b>Fees.</b> Due.", ["sec_5 | § 5. | Fees. Due."]),
        ("<p>Books<br>are lent.<br><br>They", ["sec | Books are lent. / They"]),
        ("<pre>(a) Books\nare;\n(b) lent.", ["sec", "sec__subsec_a | (a) | Books are;"]),
        ("<p>A<script>x</script><style>y</style>B<!-- z -->", ["sec | AB"]),
        ("<p>A &amp; B &#167; &nbsp; C &lt;d&gt;", ["sec | A & B § C <d>"]),
        ("<p>A <span hidden>x</span>B", ["sec | A B"]),
        ("<ol><li>A<li>B</ol>", ["sec", "sec__level_1 | 1. | A", "sec__level_2 | 2. | B"]),
        ("<p>A<ol type=I start=4><li>B</ol>", ["sec | A / IV. B"]),
        ("<p>A<ol type=a reversed><li>B<li>C</ol>", ["sec | A / b. B / a. C"]),
        ("<p>A<ul><li>B<li value=3>C</ul>", ["sec | A / B / C"]),
        (
            "<table><caption>T</caption><tr><th>A<th>B<tr><td>1<td>2<p>3</table>",
            ["sec | table: T // A ; B // 1 ; 2 3"],
        ),
        ("<table><tr><td><p>§ 5. A<tr><td>B</table>", ["sec_5 | § 5. | A | B"]),
        (
            "<table><tr><td>x<td><table><tr><td>A<td>B</table></table>",
            ["sec | x / table: A ; B"],
        ),
    ],
)
def test_a_page_reads_as_a_browser_shows_it(
    page: str, expected: list[str], outline: Outline
) -> None:
    found = outline(f"<!DOCTYPE html><body>{page}</body>")
    if "sec__subsec_a" in expected[-1]:
        found = found[:-1]
    assert found == expected


def test_marked_changes_count_as_accepted_and_are_told(
    read: Read, outline: Outline
) -> None:
    page = "<p>One <del>dollar</del><ins>euro</ins>, <s>now</s>."
    assert outline(page) == ["sec | One euro, now."]
    notes = read(page).notes
    assert [note.split("(")[1].split(")")[0] for note in notes[:2]] == ["<del>", "<ins>"]
    assert "struck through" in notes[2]
    assert read("<p>One dollar.").notes == ()


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="windows-1252">',
        '<meta http-equiv=Content-Type content="text/html; charset=iso-8859-1">',
        "<?xml version='1.0' encoding='windows-1252'?><html>",
    ],
)
def test_the_encoding_that_a_page_states(head: str, outline: Outline) -> None:
    page = head.encode() + "<p>Caf\u00e9 \u2013 fees".encode("cp1252")
    assert outline(page) == ["sec | Caf\u00e9 \u2013 fees"]


def test_an_encoding_that_does_not_fit_or_is_not_known(read: Read) -> None:
    with pytest.raises(DraftError, match="not UTF-8: its byte 7"):
        read(b"<p>Caf\xe9", "a.html")
    with pytest.raises(DraftError, match="'klingon', which is not known"):
        read(b'<meta charset="klingon"><p>A', "a.html")


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("<div>" * 150 + "A", "nest deeper"),
        ("<div>" * 5000 + "A", "Excessive depth"),
        ("<html></html>", "has no words"),
        ("<!DOCTYPE html><script>var a</script>", "has no words"),
        ("<p>" + "a" * 12_000_000, "cannot be read as HTML"),
    ],
)
def test_a_page_that_cannot_be_read_says_why(page: str, says: str, read: Read) -> None:
    with pytest.raises(DraftError, match=says) as caught:
        read(page, "a.html")
    assert caught.value.where == "a.html"


def test_entities_of_a_page_are_not_looked_up(outline: Outline) -> None:
    page = '<!DOCTYPE html [<!ENTITY b SYSTEM "file:///etc/hostname">]><p>A &b; B'
    assert outline(page)[-1].endswith("A &b; B")


def test_a_page_is_known_by_its_bytes(outline: Outline) -> None:
    assert outline("\n<!-- a -->\n<HTML><P>A", "a.txt") == ["sec | A"]
    assert outline("<b>A</b> is a letter", "a.html") == ["sec | <b>A</b> is a letter"]


@pytest.mark.parametrize(
    "codec", ["utf-7", "idna", "punycode", "undefined", "unicode-escape", "zlib", "hex"]
)
def test_a_codec_that_no_page_rightly_has_is_refused(codec: str, read: Read) -> None:
    with pytest.raises(DraftError, match="not known here"):
        read(f'<meta charset="{codec}"><p>Books are lent.</p>', "page.html")

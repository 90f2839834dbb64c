"""Word files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from statuteline.corpus.locate import shipped
from statuteline.corpus.reader import read as read_text
from statuteline.corpus.store import open_corpus
from statuteline.diff.compare import compare
from statuteline.drafts import base
from statuteline.errors import DraftError
from statuteline.model.provision import walk
from statuteline.publish import render_bytes

from .word_files import (
    level,
    links,
    listed,
    lists,
    packed,
    paragraph,
    part,
    run,
    word_file,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from statuteline.drafts.base import DraftText
    from statuteline.model.provision import Provision

    Outline = Callable[..., list[str]]
    Read = Callable[..., DraftText]

_PAIRS = Path(__file__).resolve().parents[2] / "golden" / "diff"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'
    '<w:style w:type="paragraph" w:styleId="Top"><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    '</w:style><w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Top"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>'
)


def _changed(kind: str, words: str) -> str:
    text = "delText" if kind in {"del", "moveFrom"} else "t"
    return (
        f'<w:{kind}><w:r><w:{text} xml:space="preserve">{words}</w:{text}></w:r></w:{kind}>'
    )


@pytest.mark.parametrize("namespace", [None, _STRICT])
def test_paragraphs_headings_and_bold(namespace: str | None, outline: Outline) -> None:
    body = (
        paragraph("§ 5 Fees", properties='<w:pStyle w:val="Top"/>')
        + paragraph(
            "A reader ", run("pays", "<w:i/>"), "<w:r><w:tab/></w:r>", "one dollar."
        )
        + paragraph(run("§ 6. Loans.", "<w:b/>"), " Books are lent.")
        + paragraph(run("§ 7. Loans.", '<w:b w:val="0"/>'), " Books.")
    )
    given = {"namespace": namespace} if namespace else {}
    assert outline(word_file(body, styles=_STYLES, **given), "a.docx") == [
        "sec_5 | § 5 | Fees | A reader pays one dollar.",
        "sec_6 | § 6. | Loans. | Books are lent.",
        "sec_7 | § 7. | Loans. Books.",
    ]


def test_tracked_changes_count_as_accepted_and_are_told(
    read: Read, outline: Outline
) -> None:
    body = (
        paragraph("One ", _changed("del", "dollar"), _changed("ins", "euro"), ".")
        + paragraph(
            _changed("moveFrom", "Gone."), properties="<w:rPr><w:moveFrom/></w:rPr>"
        )
        + paragraph("Two ", properties="<w:rPr><w:del/></w:rPr>")
        + paragraph("euros.", _changed("moveTo", " Here."))
        + paragraph("Last", properties="<w:rPr><w:del/></w:rPr>")
    )
    data = word_file(body)
    assert outline(data, "a.docx") == ["sec | One euro. / Two euros. Here. / Last"]
    told = " ".join(read(data, "a.docx").notes)
    assert "tracked deletions are left out" in told
    assert "tracked insertions are read" in told
    assert read(word_file(paragraph("One.")), "a.docx").notes == ()


def test_automatic_numbers_are_counted(read: Read, outline: Outline) -> None:
    numbering = lists(
        level(0, "lowerLetter", "(%1)"),
        level(1, "decimal", "(%2)"),
        level(2, "upperRoman", "%1-%3", "<w:isLgl/>"),
        overrides='<w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>',
    )
    body = (
        paragraph("§ 5. Fees.")
        + listed("Books:")
        + listed("old;", 1)
        + listed("new;", 1)
        + listed("Maps:")
        + listed("old;", 1)
        + listed("new;", 1)
        + listed("Third.", number=2)
        + listed("x", 2)
    )
    data = word_file(body, numbering=numbering)
    assert outline(data, "a.docx") == [
        "sec_5 | § 5. | Fees.",
        "sec_5__subsec_a | (a) | Books:",
        "sec_5__subsec_a__subdiv_1 | (1) | old;",
        "sec_5__subsec_a__subdiv_2 | (2) | new;",
        "sec_5__subsec_b | (b) | Maps:",
        "sec_5__subsec_b__subdiv_1 | (1) | old;",
        "sec_5__subsec_b__subdiv_2 | (2) | new;",
        "sec_5__subsec_c | (c) | Third.",
        "sec_5 end | 3-1 x",
    ]
    assert "automatic numbers are counted, as Word prints them" in read(data, "a").notes


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", ["1.", "2."]),
        ("decimalZero", ["01.", "02."]),
        ("upperLetter", ["A.", "B."]),
        ("lowerRoman", ["i.", "ii."]),
        ("none", [".", "."]),
        ("bullet", ["", ""]),
        ("chicago", [".", "."]),
    ],
)
def test_ways_to_count(form: str, expected: list[str], read: Read) -> None:
    numbering = lists(level(0, form, "%1."))
    body = paragraph("Before") + listed("x") + paragraph("Between") + listed("x")
    found = read(word_file(body, numbering=numbering), "a.docx")
    (top,) = found.expression.body
    words = [top.intro_text, *(child.num or "" for child in top.children)]
    assert words[0].startswith("Before")
    shown = [f"{number} x".strip() for number in expected]
    every = " ".join(
        f"{one.num or ''} {one.intro_text}" for one in walk(found.expression.body)
    )
    assert every.split() == f"Before {shown[0]} Between {shown[1]}".split()
    told = any("unknown kind are left out: chicago" in note for note in found.notes)
    assert told is (form == "chicago")


def test_a_style_numbers_its_paragraphs(outline: Outline) -> None:
    numbering = lists(
        level(0, "decimal", "§ %1."),
        level(1, "decimal", "§ %1.%2.", '<w:pStyle w:val="Sub"/>'),
    )
    body = (
        listed("Lending")
        + paragraph("Fees", properties='<w:pStyle w:val="Sub"/>')
        + paragraph("", properties='<w:pStyle w:val="Sub"/>')
        + paragraph("Loans", properties='<w:pStyle w:val="Sub"/>')
        + paragraph("Books", properties='<w:pStyle w:val="Loop"/>')
    )
    assert outline(word_file(body, styles=_STYLES, numbering=numbering), "a.docx") == [
        "sec_1 | § 1. | Lending",
        "sec_1.1 | § 1.1. | Fees",
        "sec_1.3 | § 1.3. | Loans | Books",
    ]


def test_tables_stay_tables(outline: Outline) -> None:
    cell = "<w:tc>{}</w:tc>".format
    row = "<w:tr>{}</w:tr>".format
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell(paragraph('Gone'))}</w:tr>"
    body = (
        paragraph("§ 5. Fees:")
        + "<w:tbl>"
        + row(cell(paragraph("Book")) + cell(paragraph("One") + paragraph("dollar")))
        + gone
        + row(f"<w:sdt><w:sdtContent>{cell(paragraph('Map'))}</w:sdtContent></w:sdt>")
        + "</w:tbl>"
    )
    assert outline(word_file(body), "a.docx") == [
        "sec_5 | § 5. | Fees: / table: Book ; One dollar // Map"
    ]


@pytest.mark.parametrize(
    ("inside", "words", "note"),
    [
        (run("x", "<w:vanish/>"), "AB", "hidden words"),
        (run("x", "<w:strike/>"), "AxB", "struck through"),
        ('<w:r><w:sym w:char="F0A7"/></w:r>', "AB", "symbol font"),
        ("<w:r><w:footnoteReference/></w:r>", "AB", "footnotes"),
        ("<w:r><w:commentReference/></w:r>", "AB", "comments"),
        ("<w:r><w:drawing><w:txbxContent/></w:drawing></w:r>", "AB", "text boxes"),
        ("<w:r><w:object/></w:r>", "AB", "embedded"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>", "AB", None),
        ("<w:r><w:noBreakHyphen/></w:r>", "A-B", None),
        ("<w:r><w:softHyphen/></w:r>", "AB", None),
        (f"<w:hyperlink>{run('x')}</w:hyperlink>", "AxB", None),
        ("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", "AxB", None),
    ],
)
def test_what_else_stands_in_a_paragraph(
    inside: str, words: str, note: str | None, read: Read
) -> None:
    found = read(word_file(paragraph("A", inside, "B")), "a.docx")
    assert found.expression.body[0].intro_text == words
    assert len(found.notes) == (note is not None)
    assert note is None or note in found.notes[0]


@pytest.mark.parametrize("case", sorted(path.name for path in _PAIRS.iterdir()))
def test_tracked_changes_of_our_own_read_back_as_the_new_text(
    case: str, read: Read
) -> None:
    uris = open_corpus(shipped()).uris
    old, new = (
        read_text((_PAIRS / case / name).read_bytes(), uris, name)
        for name in ("before.xml", "after.xml")
    )
    data = render_bytes(compare(old, new), "docx")
    found = read(data, "a.docx").expression
    assert " ".join(_words(found.body)).split() == " ".join(_words(new.body)).split()


def _words(provisions: tuple[Provision, ...]) -> Iterator[str]:
    for one in provisions:
        yield from (one.num or "", one.heading_text, one.intro_text)
        yield from _words(one.children)
        yield one.wrap_up_text


def test_a_zip_bomb_is_not_unpacked(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("statuteline.drafts._word_package.MAX_BYTES", 100_000)
    data = word_file(paragraph("A" * 1_000_000))
    assert len(data) < 10_000
    with pytest.raises(DraftError, match="unpacks to more than"):
        read(data, "a.docx")


@pytest.mark.parametrize(
    "document",
    [
        '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>',
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>',
        "<a>" * 500 + "</a>" * 500,
        "<a>",
        "",
    ],
)
def test_a_document_of_hostile_xml_is_refused(document: str, read: Read) -> None:
    data = packed({"word/document.xml": document})
    with pytest.raises(DraftError) as caught:
        read(data, "a.docx")
    assert caught.value.where.startswith("a.docx, word/document.xml")


def test_what_lies_outside_the_file_is_not_looked_at(outline: Outline) -> None:
    data = packed(
        {
            "word/_rels/document.xml.rels": links(
                ("numbering", "file:///etc/hostname"), mode="External"
            ),
            "word/document.xml": part("document", f"<w:body>{listed('A')}</w:body>"),
        }
    )
    assert outline(data, "a.docx") == ["sec | A"]


def test_links_out_of_the_package_lead_nowhere(outline: Outline) -> None:
    data = packed(
        {
            "word/_rels/document.xml.rels": links(("styles", "../../../etc/passwd")),
            "word/document.xml": part("document", f"<w:body>{paragraph('A')}</w:body>"),
        }
    )
    assert outline(data, "a.docx") == ["sec | A"]


@pytest.mark.parametrize(
    "parts",
    [
        {"word/other.xml": "<a/>"},
        {"word/document.xml": "<a/>"},
        {"word/document.xml": part("document", "")},
    ],
)
def test_a_file_without_a_document_says_so(parts: dict[str, str], read: Read) -> None:
    with pytest.raises(DraftError, match="no document in it"):
        read(packed(dict(parts)), "a.docx")


def test_a_file_cut_off_anywhere_is_refused(read: Read) -> None:
    data = word_file(paragraph("Books are lent."), styles=_STYLES)
    for end in range(0, len(data), 7):
        with pytest.raises(DraftError):
            read(data[:end], "a.docx")


def test_a_damaged_file_never_ends_in_another_error(read: Read) -> None:
    data = word_file(paragraph("Books are lent."), styles=_STYLES)
    for place in range(0, len(data), 3):
        broken = data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]
        try:
            read(broken, "a.docx")
        except DraftError as error:
            assert error.what  # noqa: PT017 - either outcome is right


def test_the_bound_is_the_one_that_is_documented() -> None:
    assert base.MAX_BYTES == 64 * 1024 * 1024

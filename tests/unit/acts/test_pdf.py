"""Printed acts: underlines, bold brackets, furniture, paragraphs over pages, tables."""

from __future__ import annotations

import sys

import pytest

from statuteline.acts.pdf import read_act_pdf
from statuteline.errors import PdfError, SourceError
from statuteline.model.change import RunKind
from statuteline.model.marked import MarkedTable, PrintedAct

from ..drafts.pdf_files import Words, column, pdf_file  # noqa: TID252 -- no package
from .printing import shown

FRONT = (
    "Substitute House Bill No. 12",
    "",
    "Public Act No. 24-7",
    "",
    "AN ACT CONCERNING BOOKS.",
    "",
    "Be it enacted by the Senate and House of Representatives:",
    "",
    "Section 1. Section 7-1 of the general statutes is repealed and the following is",
    "substituted in lieu thereof (Effective October 1, 2024):",
    "",
)
FIRST = 700 - 14 * len(FRONT)
"""Where the first line behind the front stands, in points."""


def act(*pages: list[Words], drawn: str = "", bold: str = "") -> PrintedAct:
    front, *others = pages
    data = pdf_file([*column(*FRONT), *front], *others, drawn=drawn, bold=bold)
    return read_act_pdf(data, "act.pdf")


def words(*pages: list[Words], drawn: str = "", bold: str = "") -> list[str]:
    return shown(act(*pages, drawn=drawn, bold=bold).sections[0].blocks)


def line(text: str, place: int = 0, left: float = 72) -> Words:
    return (left, FIRST - 14 * place, text)


def under(left: float, right: float, place: int = 0) -> str:
    return (
        f"0.6 w {left} {FIRST - 14 * place - 1.5} m {right} {FIRST - 14 * place - 1.5} l S "
    )


def test_front_clause_and_text() -> None:
    read = act([line("Books are lent."), line("Approved May 2, 2024", 2)])
    assert read.act is not None
    assert (read.act.number, read.bill) == ("7", FRONT[0])
    assert read.title == "AN ACT CONCERNING BOOKS."
    assert read.approved is not None
    assert read.sections[0].clause.endswith("in lieu thereof (Effective October 1, 2024):")
    assert read.sections[0].where == "page 1"
    assert shown(read.sections[0].blocks) == ["Books are lent."]


def test_underlined_words_are_new_and_brackets_delete() -> None:
    pieces = [line("Lend [two] "), line("three", left=130), line(" books.", left=154)]
    assert words(pieces, drawn=under(130, 153)) == ["Lend -two-+three+ books."]
    bar = f"130 {FIRST - 2} 23 0.7 re f "
    assert words(pieces, drawn=bar) == ["Lend -two-+three+ books."]


def test_part_of_a_word_can_be_underlined() -> None:
    drawn = under(72 + 12 * 0.667 - 0.5, 200)
    assert words([line("Books")], drawn=drawn) == ["B+ooks+"]


@pytest.mark.parametrize(
    "drawn",
    [
        f"72 {FIRST - 3} 60 2.5 re f ",  # too thick
        f"0.6 w 72 {FIRST - 12} m 160 {FIRST - 12} l S ",  # too far below
        f"0.6 w 72 {FIRST + 4} m 160 {FIRST + 4} l S ",  # a stroke through the words
        under(72, 160) + f"160 {FIRST - 20} m 160 {FIRST + 20} l S ",  # a border
    ],
)
def test_other_rules_are_no_underlines(drawn: str) -> None:
    assert words([line("Books are lent.")], drawn=drawn) == ["Books are lent."]


def test_bold_brackets_delete_and_others_are_words() -> None:
    pieces = [
        line("Fill in "),
        line("[", left=112),
        line("old [sic] words", left=116),
        line("]", left=189),
        line(" [name].", left=193),
    ]
    read = act(pieces, bold="[]")
    assert shown(read.sections[0].blocks) == ["Fill in -old [sic] words -[name]."]
    assert [doubt.words for doubt in read.sections[0].doubts] == ["[name]"]


def test_paragraphs_part_at_wide_gaps_and_indents() -> None:
    lines = [line("Books are lent"), line("to all.", 1), line("Maps are", 3)]
    lines += [line("not lent.", 4), line("Lists are kept.", 5, left=90)]
    assert words(lines) == [
        "Books are lent to all.",
        "Maps are not lent.",
        "Lists are kept.",
    ]


@pytest.mark.parametrize(
    ("last", "following", "wanted"),
    [
        ("The fee of a reader who", "is late.", ["The fee of a reader who is late."]),
        ("Books are lent.", "(b) Maps are not.", ["Books are lent.", "(b) Maps are not."]),
        ("Books.", "Maps are not lent.", ["Books.", "Maps are not lent."]),
        ("a well-", "known book", ["a well-known book"]),
        ("two- ", "or three-day loans", ["two- or three-day loans"]),
        ("books—", "and maps", ["books—and maps"]),
    ],
)
def test_a_paragraph_goes_on_over_a_page(
    last: str, following: str, wanted: list[str]
) -> None:
    assert words([line(last)], column(following)) == wanted


def test_what_stands_at_the_edges_of_pages_is_furniture() -> None:
    def page(number: int, *lines: str) -> list[Words]:
        head = [] if number == 1 else [(72.0, 760.0, FRONT[0])]
        foot = (72.0, 40.0, f"Public Act No. 24-7  {number} of 3")
        return [*head, (72.0, 780.0, "REPRINT"), *column(*lines), foot]

    first = page(1)
    read = act([*first, line("Books are")], page(2, "lent to"), page(3, "all readers."))
    assert shown(read.sections[0].blocks) == ["Books are lent to all readers."]
    assert read.furniture.count("REPRINT") == 3
    assert read.furniture.count(FRONT[0]) == 2
    assert "Public Act No. 24-7 3 of 3" in read.furniture
    assert read.bill == FRONT[0]


def numbered(lines: list[Words], first: int = 1) -> list[Words]:
    """Put a number into the margin of each line."""
    numbers = [(40.0, height, str(n)) for n, (_, height, _) in enumerate(lines, first)]
    return [one for pair in zip(numbers, lines, strict=True) for one in pair]


def test_line_numbers_of_a_bill_are_furniture() -> None:
    front = (*FRONT[:2], *FRONT[4:])
    page = numbered(column(*front, "(a) Books [may]", "be lent for 5 days."))
    other = numbered(column("12 maps are lent.", "", "Lists are", "kept."), first=9)
    read = read_act_pdf(pdf_file(page, other), "bill.pdf")
    assert shown(read.sections[0].blocks) == [
        "(a) Books -may -be lent for 5 days.",
        "12 maps are lent.",
        "Lists are kept.",
    ]
    assert read.furniture == tuple(map(str, (*range(1, 8), *range(9, 12))))


def test_figures_that_do_not_count_on_are_words() -> None:
    lines: list[Words] = [
        (50.0, FIRST - 14 * n, str(figure)) for n, figure in enumerate((5, 7, 9))
    ]
    lines += [line("books", n) for n in range(3)]
    assert words(lines) == ["5 books 7 books 9 books"]


def test_a_table_with_borders_keeps_its_cells() -> None:
    top, bottom, middle = FIRST + 12, FIRST - 20, FIRST - 4
    lying = "".join(f"70 {y} m 270 {y} l S " for y in (top, middle, bottom))
    upright = "".join(f"{x} {bottom} m {x} {top} l S " for x in (70, 170, 270))
    pieces = [line("Fee"), line("Ten", left=175), line("Each", 1), line("six", 1, left=175)]
    read = act(
        [*pieces, line("Books are lent.", 4)],
        drawn=f"0.5 w {lying}{upright}{under(175, 188, 1)}",
    )
    table, after = read.sections[0].blocks
    assert isinstance(table, MarkedTable)
    cells = [[[(r.kind, r.text) for r in cell] for cell in row] for row in table.rows]
    equal, new = RunKind.EQUAL, RunKind.INSERTED
    assert cells == [
        [[(equal, "Fee")], [(equal, "Ten")]],
        [[(equal, "Each")], [(new, "six")]],
    ]
    assert shown((after,)) == ["Books are lent."]


def test_turned_words_are_furniture() -> None:
    data = pdf_file(
        [*column(*FRONT), line("Books."), (20.0, 400.0, "DRAFT")], turned="DRAFT"
    )
    read = read_act_pdf(data, "act.pdf")
    assert read.furniture == ("DRAFT",)
    assert shown(read.sections[0].blocks) == ["Books."]


def test_what_is_no_act_is_refused() -> None:
    with pytest.raises(SourceError, match="no section of an act") as caught:
        read_act_pdf(pdf_file(column("Books are lent.")), "act.pdf")
    assert caught.value.where == "act.pdf, page 1"
    with pytest.raises(SourceError, match="holds no text"):
        read_act_pdf(pdf_file([]), "act.pdf")
    with pytest.raises(PdfError, match="cannot be read"):
        read_act_pdf(b"%PDF-1.4", "act.pdf")


def test_without_the_extra_it_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    monkeypatch.delitem(sys.modules, "statuteline.pdf.document", raising=False)
    with pytest.raises(SourceError) as caught:
        read_act_pdf(b"", "act.pdf")
    assert caught.value.hint == "pip install 'statuteline[pdf]'"

"""A comparison as a section of an act: marked, with its clause, and read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.acts.html import read_act_html
from statuteline.acts.pdf import read_act_pdf
from statuteline.diff.compare import compare
from statuteline.errors import StatutelineError
from statuteline.model.change import Run, RunKind
from statuteline.model.commencement import FromPassage, OnDate, Unknown
from statuteline.model.ids import EId, ExpressionId, WId, WorkId
from statuteline.model.marked import Ink, MarkedParagraph, MarkedTable
from statuteline.model.provision import Level, Provision
from statuteline.model.text import Cell, Paragraph, Table, canonical_blocks, plain
from statuteline.model.work import Expression, Kind, Words
from statuteline.publish import render, render_bytes
from statuteline.publish._act_marks import printed_runs

if TYPE_CHECKING:
    from statuteline.model.marked import ActSection
    from statuteline.model.text import Block

_RUNS = {"=": RunKind.EQUAL, "-": RunKind.DELETED, "+": RunKind.INSERTED}
_INK = {Ink.PLAIN: "{}", Ink.NEW: "<{}>", Ink.BRACKET: "{}", Ink.GONE: "!{}!"}


def text(*lines: str, year: int = 2024, series: str = "cgs") -> Expression:
    day = date(year, 10, 1)
    section = Provision(
        level=Level.SECTION,
        eid=EId("sec_7-1"),
        wid=WId("sec_7-1"),
        num="Sec. 7-1.",
        heading=plain("Lending"),
        intro=tuple(map(block, lines)),
    )
    return Expression(
        id=ExpressionId(WorkId("us-ct", series, "7-1"), "eng", day),
        kind=Kind.STATUTE_SECTION,
        title="Sec. 7-1",
        words=Words.RESTATED,
        recorded=day,
        created=day,
        commencement=OnDate(day=day),
        body=(section,),
    )


def block(line: str) -> Block:
    if "\t" not in line:
        return Paragraph(spans=plain(line))
    cells = tuple(Cell(spans=plain(cell)) for cell in line.split("\t"))
    return Table(caption=(), rows=(cells,))


def sides(section: ActSection) -> tuple[list[str], list[str]]:
    found: list[list[str]] = []
    for gone in (RunKind.INSERTED, RunKind.DELETED):
        lines = []
        for one in section.blocks:
            match one:
                case MarkedParagraph(runs=runs):
                    rows: tuple[tuple[tuple[Run, ...], ...], ...] = ((runs,),)
                case MarkedTable():
                    rows = one.rows
            for row in rows:
                cells = ["".join(r.text for r in c if r.kind is not gone) for c in row]
                lines += ["\t".join(cells)] if any(cells) else []
        found.append(lines)
    return found[0], found[1]


def read_back(old: Expression, new: Expression) -> ActSection:
    page = render(compare(old, new), "ct-act")
    (section,) = read_act_html(page.encode(), "act.html").sections
    return section


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("Lend two books.",), ("Lend three books.",)),
        (("(a) Lend books.", "(b) Fee."), ("(a) Lend books.", "(b) New.", "(c) Fee.")),
        (("Books, maps.", "Lists are kept."), ("Books; maps. Lists are kept.",)),
        (("Books. Maps are lent.",), ("Books.", "Maps are lent.", "Lists.")),
        (("Fill in [name] here [sic].",), ("Fill in [name] [date] here.",)),
        (("Say “one year” to all.",), ("Say “two years” to all.",)),
        (("a non-fiction book",), ("a nonfiction book",)),
        (("Fees", "One\tTen", "Two\tFive"), ("Fees", "One\tNine", "Three\tSix")),
        (("One\tTen",), ("One\tTen\tFive",)),
        (("A [b",), ("A c] d",)),
        (("Books.",), ("Maps.",)),
    ],
)
def test_both_texts_are_read_back(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    one, other = text(*old), text(*new, year=2025)
    section = read_back(one, other)
    assert sides(section) == tuple(
        canonical_blocks(each.body[0].intro).split("\n") for each in (one, other)
    )
    assert section.clause == (
        "Section 7-1 of the general statutes is repealed and the following is "
        "substituted in lieu thereof (Effective October 1, 2025):"
    )


@pytest.mark.usefixtures("poppler")
def test_both_texts_are_read_back_from_paper() -> None:
    long = "A non-fiction book (or map)(see 1-1(a)(b)) of two- or three-day loans—short. "
    lines = (
        "Fees [sic] are",
        *(f"({n}) {long * n}" for n in range(1, 9)),
        "One\tTen",
        "Two\tSix",
    )
    others = [line.replace("book", "new book").replace("sic", "s").replace("Ten", "Nine")
              for line in lines]  # fmt: skip
    one, other = text(*lines), text(*others[:3], "A new paragraph.", *others[3:], year=2025)
    data = render_bytes(compare(one, other), "ct-act-pdf")
    (section,) = read_act_pdf(data, "act.pdf").sections
    assert sides(section) == tuple(
        canonical_blocks(each.body[0].intro).split("\n") for each in (one, other)
    )
    assert section.marks_apart


def test_the_page_as_a_drafter_would_write_it() -> None:
    page = render(compare(text("Lend two books."), text("Lend three books.")), "ct-act")
    assert "<h1>AN ACT CONCERNING SECTION 7-1 OF THE GENERAL STATUTES.</h1>" in page
    assert (
        '<p>Lend <b>[<span class="remove"></span></b>two<b>]</b> '
        '<u class="insert">three</u> books.</p>'
    ) in page
    assert "Restatement in plain words" in page
    assert "Lending" not in page  # headings are no words of an act


@pytest.mark.parametrize(
    ("commencement", "wanted"),
    [
        (FromPassage(), " (Effective from passage):"),
        (Unknown(by=date(2025, 1, 1)), "in lieu thereof:"),
    ],
)
def test_when_it_takes_effect_is_not_guessed(
    commencement: FromPassage | Unknown, wanted: str
) -> None:
    new = replace(text("Books."), commencement=commencement)
    assert read_back(text("Maps."), new).clause.endswith(wanted)


def test_a_section_without_old_words_is_new_and_unmarked() -> None:
    old = replace(text("x"), body=(replace(text("x").body[0], intro=()),))
    section = read_back(old, text("Books are lent.", "So are maps."))
    assert section.clause == "(NEW) (Effective October 1, 2024)"
    assert sides(section)[0] == ["Books are lent.", "So are maps."]


def test_what_is_no_section_of_the_code_is_refused() -> None:
    one = text("Books.", series="code")
    with pytest.raises(StatutelineError, match="which an act could amend"):
        render(compare(one, one), "ct-act")


@pytest.mark.parametrize(
    ("runs", "wanted"),
    [
        ("=The fee is |-two|+three|= dollars.", "The fee is [two] <three> dollars."),
        ("=The fee is|- two|+ three|= dollars.", "The fee is [two] <three> dollars."),
        ("=The end|- of it|=.", "The end [of it]."),
        ("=books|-,|= maps", "books[,] maps"),
        ("=books|+,|= maps", "books<,> maps"),
        ("=books|-,|+;|= maps", "books[,]<;> maps"),
        ("=a |-non-|=fiction book", "a [non-]fiction book"),
        ("=to|- |=day", "[to day] <today>"),
        ("=“|-one|+two|=”", "“[one]<two>”"),
        ("-gone", "[gone]"),
        ("+new", "<new>"),
        ("=all [of] it", "all [of] it"),
    ],
)
def test_how_words_are_printed(runs: str, wanted: str) -> None:
    made = tuple(Run(kind=_RUNS[part[0]], text=part[1:]) for part in runs.split("|"))
    pieces = printed_runs(made)
    assert "".join(_INK[piece.ink].format(piece.text) for piece in pieces) == wanted

"""An act is cut into its front, its sections with their clauses, and its end."""

from __future__ import annotations

from datetime import date

import pytest

from statuteline.acts.sections import act_cited, printed_act
from statuteline.errors import SourceError
from statuteline.model.acts import ActCited, ActKind, Session
from statuteline.model.marked import Piece, PrintedBlock, PrintedTable

from .printing import printed, shown

FRONT = (
    "Substitute House Bill No. 12",
    "Public Act No. 24-7",
    "AN ACT CONCERNING BOOKS AND",
    "MAPS.",
    "Be it enacted by the Senate and House of Representatives:",
)
AMENDS = (
    "Section 1. Section 7-1 of the general statutes is repealed and the following is "
    "substituted in lieu thereof (Effective October 1, 2024):"
)

DATED = "(Effective from passage)"
REPEALS = "Sections 7-2 and 7-3 of the general statutes are repealed."
ADDS = (
    "Section 7-2 of the general statutes is amended by adding subsection (c) as follows "
    "(Effective from passage and applicable to loans (of books) made later):"
)
UNDATED = (
    "Section 7-2 of the general statutes is repealed and the following is substituted "
    "in lieu thereof:"
)


def test_front_sections_and_end() -> None:
    act = printed_act(
        printed(
            "STATE OF ELSEWHERE",
            *FRONT,
            AMENDS,
            "(a) Books [may] <shall> be lent.",
            "Sec. 2. (NEW) (Effective from passage) Maps are lent.",
            "They are many.",
            "Approved May 2, 2024",
            "Printed twice",
        ),
        name="act",
        furniture=("page 1",),
    )
    assert act.act == ActCited(session=Session(year=2024), kind=ActKind.PUBLIC, number="7")
    assert act.bill == FRONT[0]
    assert act.title == "AN ACT CONCERNING BOOKS AND MAPS."
    assert act.enacting == FRONT[4]
    assert act.approved == date(2024, 5, 2)
    assert act.furniture == ("page 1", "STATE OF ELSEWHERE", "Printed twice")
    one, two = act.sections
    assert one.clause == AMENDS.removeprefix("Section 1. ")
    assert shown(one.blocks) == ["(a) Books -may-+shall+ be lent."]
    assert two.clause == "(NEW) (Effective from passage)"
    assert shown(two.blocks) == ["Maps are lent.", "They are many."]


@pytest.mark.parametrize(
    ("line", "clause", "text"),
    [
        (f"{DATED} Notwithstanding it, books.", DATED, ["Notwithstanding it, books."]),
        (f"{REPEALS} {DATED}", f"{REPEALS} {DATED}", []),
        (REPEALS, REPEALS, []),
        (AMENDS.removeprefix("Section 1. "), AMENDS.removeprefix("Section 1. "), []),
        (ADDS, ADDS, []),
        ("(NEW) Books are lent.", "(NEW)", ["Books are lent."]),
        (UNDATED, UNDATED, []),
        (f"{DATED}, Books.", DATED, [", Books."]),
    ],
)
def test_where_the_clause_ends(line: str, clause: str, text: list[str]) -> None:
    act = printed_act(printed(*FRONT, f"Section 1. {line}"), name="act")
    assert act.sections[0].clause == clause
    assert shown(act.sections[0].blocks) == text


def test_sections_inside_the_text_are_no_sections_of_the_act() -> None:
    act = printed_act(
        printed(
            *FRONT,
            "Section 1. (NEW) (Effective from passage) The compact reads:",
            "Section 1. Libraries lend to each other.",
            "Sec. 2. Each pays its own way.",
            "Sec. 2. (Effective from passage) The librarian signs it.",
        ),
        name="act",
    )
    assert [section.number for section in act.sections] == ["1", "2"]
    assert len(act.sections[0].blocks) == 3


def test_an_act_that_names_no_effect_is_cut_where_numbers_count_on() -> None:
    act = printed_act(
        printed(*FRONT, "Section 1. Books.", "Sec. 2. Maps.", "Sec. 9. Old."), name="act"
    )
    assert [section.number for section in act.sections] == ["1", "2"]


def test_a_bracket_does_not_reach_into_the_next_section() -> None:
    act = printed_act(
        printed(
            *FRONT, AMENDS, "Books [are", AMENDS.replace("Section 1.", "Sec. 2."), "x]"
        ),
        name="act",
    )
    assert [shown(section.blocks) for section in act.sections] == [["Books [are"], ["x]"]]


def test_what_stands_behind_a_bill_is_furniture() -> None:
    table = PrintedTable(
        rows=(((Piece(text="Section 1"),), (Piece(text="from passage"),)),)
    )
    lead = printed("This act shall take effect as follows:")
    blocks: tuple[PrintedBlock, ...] = (
        *printed("Raised Bill No. 5", AMENDS, "Books."),
        *lead,
        table,
    )
    act = printed_act(blocks, name="bill")
    assert act.act is None
    assert act.bill == "Raised Bill No. 5"
    assert shown(act.sections[0].blocks) == ["Books."]
    assert act.furniture == (
        "This act shall take effect as follows:",
        "Section 1 from passage",
    )


@pytest.mark.parametrize(
    ("line", "kind", "year", "special", "number"),
    [
        ("Special Act No. 23-4", ActKind.SPECIAL, 2023, None, "4"),
        ("PUBLIC ACT NO. 98-11", ActKind.PUBLIC, 1998, None, "11"),
        ("Public Act No. 2007-217", ActKind.PUBLIC, 2007, None, "217"),
        ("June Special Session, Public Act No. 21-2", ActKind.PUBLIC, 2021, "June", "2"),
        ("November 24 Special Session, Public Act No. 08-1", ActKind.PUBLIC, 2008,
         "Nov. 24", "1"),
        ("Public Act No. 26-2 (June Sp. Sess.)", ActKind.PUBLIC, 2026, "June", "2"),
    ],
)  # fmt: skip
def test_which_act_a_line_names(
    line: str, kind: ActKind, year: int, special: str | None, number: str
) -> None:
    assert act_cited(line) == ActCited(
        session=Session(year=year, special=special), kind=kind, number=number
    )


def test_a_special_session_stands_beside_the_bill() -> None:
    lines = ("Senate Bill No. 3 June Special Session, Public Act No. 21-2", AMENDS, "x")
    act = printed_act(printed(*lines), name="act")
    assert act.bill == "Senate Bill No. 3"
    assert act.act is not None
    assert act.act.session == Session(year=2021, special="June")


def test_what_is_no_act_is_refused() -> None:
    with pytest.raises(SourceError, match="no section of an act"):
        printed_act(printed("Books are lent."), name="act")
    with pytest.raises(SourceError, match="neither act nor bill"):
        printed_act(printed(AMENDS, "Books."), name="act")

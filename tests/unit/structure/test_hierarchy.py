"""Flat paragraphs become provisions where the text decides it, and only there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from statuteline.model.ids import EId, ProvisionRef, WId, WorkId
from statuteline.model.provision import Level, Provision, walk
from statuteline.model.text import Cell, Paragraph, Ref, Span, Table, plain
from statuteline.structure.hierarchy import divide
from statuteline.structure.scheme import CONNECTICUT, GENERAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.model.text import Block

TOP = Provision(level=Level.SECTION, eid=EId("sec_1"), wid=WId("sec_1"), num="Sec. 1.")


def divided(*blocks: Block) -> Provision:
    return divide(TOP, blocks, CONNECTICUT)


def test_paragraphs_become_subsections(outline: Callable[..., list[str]]) -> None:
    assert outline("(a) Books are lent.", "(b) Fees are due.") == [
        "",
        ".(a) Books are lent.",
        ".(b) Fees are due.",
    ]


def test_run_in_numbers_become_provisions(outline: Callable[..., list[str]]) -> None:
    assert outline(
        "(a) (1) A reader may: (A) Borrow; (B) read, or (C) copy; and (2) shall pay.",
        "(b) Nothing else.",
    ) == [
        "",
        ".(a)",
        "..(1) A reader may:",
        "...(A) Borrow;",
        "...(B) read, or",
        "...(C) copy; and",
        "..(2) shall pay.",
        ".(b) Nothing else.",
    ]


def test_each_provision_has_level_and_address() -> None:
    top = divided(Paragraph(spans=plain("(a) If (1) x: (A) p, (B) q; (2) y. (b) No.")))
    flat = divided(
        Paragraph(spans=plain("(a) If (1) x: (A) p, (B) q; (2) y.")),
        Paragraph(spans=plain("(b) No.")),
    )
    assert [p.eid.text for p in walk((flat,))] == [
        "sec_1",
        "sec_1__subsec_a",
        "sec_1__subsec_a__subdiv_1",
        "sec_1__subsec_a__subdiv_1__subpara_A",
        "sec_1__subsec_a__subdiv_1__subpara_B",
        "sec_1__subsec_a__subdiv_2",
        "sec_1__subsec_b",
    ]
    assert [p.level for p in walk((flat,))][1:4] == [
        Level.SUBSECTION,
        Level.SUBDIVISION,
        Level.SUBPARAGRAPH,
    ]
    assert all(p.wid.text == p.eid.text for p in walk((flat,)))
    assert flat.num == "Sec. 1."
    assert len(top.children) == 2


@pytest.mark.parametrize(
    "words",
    [
        "Under subsection (a) or subsection (b) of this section.",
        "Under subdivisions (1), (2) and (3) of section 9-2.",
        "Under section 9-2 (a) and (b).",
        "See (1) or (2) of this subsection.",
        "The form reads “I have (1) read and (2) paid”.",
        "A lone (1) is no list.",
        "A list (2) begins (3) at its first number.",
        "One (1) and three (3) are no list.",
    ],
)
def test_what_opens_nothing(outline: Callable[..., list[str]], words: str) -> None:
    assert outline(words) == [words]


def test_an_i_is_a_letter_among_letters(outline: Callable[..., list[str]]) -> None:
    letters = [f"({letter}) Words." for letter in "abcdefghij"]
    assert outline(*letters) == ["", *(f".{line}" for line in letters)]


def test_an_i_is_roman_where_ii_follows(outline: Callable[..., list[str]]) -> None:
    letters = [f"({letter}) Words." for letter in "abcdefg"]
    inside = [
        "(h) (1) Either: (A) x; (B) y:",
        "(i) p; or",
        "(ii) q; or",
        "(2) z.",
        "(i) W.",
    ]
    found = outline(*letters, *inside)
    assert found[8:] == [
        ".(h)",
        "..(1) Either:",
        "...(A) x;",
        "...(B) y:",
        "....(i) p; or",
        "....(ii) q; or",
        "..(2) z.",
        ".(i) W.",
    ]


def test_letters_go_on_doubled(outline: Callable[..., list[str]]) -> None:
    letters = [*"abcdefghijklmnopqrstuvwxyz", "aa", "bb"]
    assert len(outline(*(f"({letter}) Words." for letter in letters))) == 29


def test_a_repealed_number_goes_on(outline: Callable[..., list[str]]) -> None:
    assert outline("(1) One;", "(2) Repealed;", "(3) Three.")[2] == ".(2) Repealed;"


def test_a_second_list_stays_words(outline: Callable[..., list[str]]) -> None:
    assert outline(
        "The board may (1) lend, or (2) sell. It shall (1) ask, (2) hear, and (3) answer."
    ) == [
        "The board may",
        ".(1) lend, or",
        ".(2) sell.",
        "> It shall (1) ask, (2) hear, and (3) answer.",
    ]


@pytest.mark.parametrize(
    ("paragraphs", "last", "wrap_up"),
    [
        (("If: (1) a;", "(2) b,", "the fee is due."), ".(2) b,", "> the fee is due."),
        (("If: (1) a;", "(2) b.", "The fee is due."), ".(2) b.", "> The fee is due."),
        (("If (1) a, or (2) buy. The fee.",), ".(2) buy.", "> The fee."),
    ],
)
def test_words_behind_a_list_of_one_sentence(
    outline: Callable[..., list[str]], paragraphs: tuple[str, ...], last: str, wrap_up: str
) -> None:
    assert outline(*paragraphs)[-2:] == [last, wrap_up]


def test_words_that_could_belong_to_the_last_stay(
    outline: Callable[..., list[str]],
) -> None:
    found = outline("(a) A fee.", "(b) A form:", "Name and place.")
    assert found[-1] == ".(b) A form: / Name and place."


def test_a_link_opens_nothing_and_marks_are_kept() -> None:
    ref = Ref(target=ProvisionRef(WorkId("us-xx", "code", "9-2")))
    link = Span(text="(2)", mark=ref)
    block = Paragraph(spans=(*plain("(1) See "), link, *plain(" there.")))
    top = divided(block, Paragraph(spans=plain("(2) End.")))
    assert top.children[0].intro[0] == Paragraph(
        spans=(Span(text="See "), link, Span(text=" there."))
    )


def test_a_table_stays_whole_where_it_stands() -> None:
    table = Table(caption=(), rows=((Cell(spans=plain("(3) cell")),),))
    top = divided(
        Paragraph(spans=plain("(1) One")), table, Paragraph(spans=plain("(2) Two"))
    )
    assert top.children[0].intro[1] == table


def test_a_text_of_unknown_order(outline: Callable[..., list[str]]) -> None:
    assert outline("1. One: (b) x", "2. Two: a) p; b) q", "3. Three", scheme=GENERAL) == [
        "",
        ".1. One: (b) x",
        ".2. Two: a) p; b) q",
        ".3. Three",
    ]
    assert outline("A. One:", "1) p", "2) q", "B. Two", scheme=GENERAL) == [
        "",
        ".A. One:",
        "..1) p",
        "..2) q",
        ".B. Two",
    ]
    assert outline("(1) One: (a) x, (b) y", "(2) Two", scheme=GENERAL)[2] == "..(a) x,"


def test_levels_out_of_order_stay_words(outline: Callable[..., list[str]]) -> None:
    assert outline("(1) One: (a) x, (b) y", "(2) Two") == [
        "",
        ".(1) One: (a) x, (b) y",
        ".(2) Two",
    ]


def test_old_words_and_children_give_way() -> None:
    first = divided(Paragraph(spans=plain("(1) a, (2) b. C.")))
    again = divide(first, (Paragraph(spans=plain("Words.")),), CONNECTICUT)
    assert (again.intro_text, again.children, again.wrap_up) == ("Words.", (), ())


def test_a_coming_text_behind_a_note_stays_words(
    outline: Callable[..., list[str]],
) -> None:
    assert outline(
        "*(a) A fee.", "(b) A fine.", "* Note: From May 1 on:", "“(a) None.", "(b) One.”"
    ) == [
        "",
        ".*(a) A fee.",
        ".(b) A fine.",
        "> * Note: From May 1 on: / “(a) None. / (b) One.”",
    ]


def test_words_that_say_where_they_stand_stay_there(
    outline: Callable[..., list[str]],
) -> None:
    lent = "(a) Lent are (1) books, or (2) maps."
    assert outline(f"{lent} Each is due.", "(b) No.")[-2:] == [
        ".> Each is due.",
        ".(b) No.",
    ]
    assert outline(f"{lent} Each in this subdivision is due.", "(b) No.")[-2:] == [
        "..(2) maps. Each in this subdivision is due.",
        ".(b) No.",
    ]


def test_articles_of_a_compact_have_lists_of_their_own(
    outline: Callable[..., list[str]],
) -> None:
    assert outline(
        "The compact is entered into:",
        "ARTICLE I",
        "LENDING",
        "(a) Books.",
        "(b) Maps.",
        "ARTICLE II. FEES",
        "(a) None. Article I binds.",
        "(b) All.",
    ) == [
        "The compact is entered into:",
        ".ARTICLE I LENDING",
        "..(a) Books.",
        "..(b) Maps.",
        ".ARTICLE II. FEES",
        "..(a) None. Article I binds.",
        "..(b) All.",
    ]

from __future__ import annotations

import pytest

from statuteline.model.ids import EId, WId
from statuteline.model.provision import (
    LEVEL_OF_PREFIX,
    Level,
    Provision,
    bare_number,
    find,
    find_by_labels,
    walk,
)
from statuteline.model.text import Paragraph, plain


def part(eid: str, level: Level, num: str | None, *children: Provision) -> Provision:
    return Provision(
        level=level,
        eid=EId(eid),
        wid=WId(eid),
        num=num,
        heading=plain(" A  heading "),
        intro=(Paragraph(spans=plain(" Some  words ,")), Paragraph(spans=plain("more."))),
        children=children,
    )


LEAF = part("sec_1__subsec_a__subdiv_2", Level.SUBDIVISION, "(2)")
MIDDLE = part("sec_1__subsec_a", Level.SUBSECTION, "(a)", LEAF)
OTHER = part("sec_1__subsec_b", Level.SUBSECTION, None)
TOP = part("sec_1", Level.SECTION, "Sec. 1.", MIDDLE, OTHER)


def test_parts_are_visited_in_reading_order() -> None:
    assert list(walk((TOP,))) == [TOP, MIDDLE, LEAF, OTHER]


def test_a_part_is_found_by_address() -> None:
    assert find((TOP,), LEAF.eid) is LEAF
    assert find((TOP,), EId("sec_1__subsec_c")) is None


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        ((), TOP),
        (("a",), MIDDLE),
        (("a", "2"), LEAF),
        (("b",), OTHER),
        (("A",), None),
        (("a", "2", "x"), None),
        (("c", "2"), None),
    ],
)
def test_a_part_is_found_by_its_numbers(
    labels: tuple[str, ...], found: Provision | None
) -> None:
    assert find_by_labels((TOP,), labels) is found
    assert find_by_labels((), labels) is None


def test_words_are_given_in_canonical_form() -> None:
    assert TOP.heading_text == "A heading"
    assert TOP.intro_text == "Some words,\nmore."
    assert TOP.wrap_up_text == ""


@pytest.mark.parametrize(
    ("num", "bare"),
    [
        ("(a)", "a"),
        ("Sec. 54-95c.", "54-95c"),
        ("Section 1.", "1"),
        ("Sec 2", "2"),
        ("[3]", "3"),
        ("§ 7", "7"),
        ("§§ 3-5 —", "3-5"),
        ("§\u00a07.", "7"),
        ("4:", "4"),
        ("*", ""),
        ("(aa)", "aa"),
    ],
)
def test_a_number_is_stripped_of_its_signs(num: str, bare: str) -> None:
    assert bare_number(num) == bare


def test_each_level_has_a_prefix_of_its_own() -> None:
    assert {LEVEL_OF_PREFIX[level.prefix] for level in Level} == set(Level)

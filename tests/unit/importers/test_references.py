from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statuteline.importers._references import marked_prose, named_provisions, references
from statuteline.model.ids import WorkId
from statuteline.model.text import prose_text

ACT = WorkId.parse("us-ct/pa/21-103")


def _found(text: str, act: WorkId | None = ACT) -> list[str]:
    return [text[mark.start : mark.end] for mark in references(text, act)]


def _named(text: str) -> list[str]:
    prose = marked_prose(text, references(text, ACT))
    return [str(ref).removeprefix("us-ct/") for ref in named_provisions(prose)]


@pytest.mark.parametrize(
    ("text", "found", "named"),
    [
        ("vacated (§ 7);", ["§ 7"], ["pa/21-103#sec_7"]),
        ("(§§ 3-5)", ["§§ 3-5"], [f"pa/21-103#sec_{n}" for n in (3, 4, 5)]),
        ("(§§ 1 & 8)", ["§§ 1", "8"], ["pa/21-103#sec_1", "pa/21-103#sec_8"]),
        (
            "(§§ 1, 3-4, & 6)",
            ["§§ 1", "3-4", "6"],
            [f"pa/21-103#sec_{n}" for n in (1, 3, 4, 6)],
        ),
        ("§ 7(b) says", ["§ 7(b)"], ["pa/21-103#sec_7"]),
        (
            "(PA 21-102, §§ 2 & 3, changes",
            ["PA 21-102, §§ 2", "3"],
            ["pa/21-102#sec_2", "pa/21-102#sec_3"],
        ),
        ("(PA 21-104, § 62, makes", ["PA 21-104, § 62"], ["pa/21-104#sec_62"]),
        ("SA 21-5 alone", ["SA 21-5"], ["sa/21-5"]),
        (
            "CGS § 54-95c(d)(2)",
            ["CGS § 54-95c(d)(2)"],
            ["cgs/54-95c#sec_54-95c__subsec_d__subdiv_2"],
        ),
        ("CGS §§ 1-2 and 1-3", ["CGS §§ 1-2", "1-3"], ["cgs/1-2", "cgs/1-3"]),
        ("(18 U.S.C. § 1591)", [], []),
        ("PA 21-2, June Special Session, § 3", [], []),
        ("PA 21-2, JSS, §§ 3 & 4", [], []),
        ("see § 54-95c here", [], []),
        ("(a class A misdemeanor) (DCF)", [], []),
    ],
)
def test_references_and_what_they_name(
    text: str, found: list[str], named: list[str]
) -> None:
    assert _found(text) == found
    assert _named(text) == named


def test_without_an_act_bare_numbers_stay_plain() -> None:
    assert _found("(§ 7) (PA 21-102)", None) == ["PA 21-102"]


@given(
    st.lists(st.sampled_from(["§ 7", "§§ 1-3 & 5", "PA 21-1", "(", "), ", "CGS § 1-2 "]))
)
def test_marking_keeps_every_character(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert prose_text(marked_prose(text, references(text, ACT))) == text

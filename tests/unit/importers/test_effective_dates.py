from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.importers.act_summary import read_act_summary
from statuteline.model.commencement import FromPassage, OnDate, Unknown

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.importers.base import Source
    from statuteline.model.commencement import Commencement

DOCUMENT = """PA 31-9—HB 8

AN ACT CONCERNING FERRIES

SUMMARY: This act, among other things:

1. sets the fare of the river ferry and of the lake ferry (§§ 1 & 2);

2. requires the harbor board to (a) meet monthly and (b) report
its fares (§§ 3 & 4); and

3. lets pilots train others (§ 5).

EFFECTIVE DATE: {clause}

§ 3 — HARBOR BOARD MEETINGS

The board meets.

§ 5 — TRAINING OF PILOTS

Pilots train.
"""
JULY = OnDate(day=date(2031, 7, 1))
OCTOBER = OnDate(day=date(2031, 10, 1))
PASSAGE = FromPassage(day=None)
OPEN = Unknown()


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("July 1, 2031.", [JULY] * 5),
        ("July 1, 2031", [JULY] * 5),
        ("Upon passage.", [PASSAGE] * 5),
        (
            "July 1, 2031, except § 2 is effective upon passage.",
            [JULY, PASSAGE, JULY, JULY, JULY],
        ),
        (
            "July 1, 2031, except that §§ 1-3 are effective October 1, 2031.",
            [OCTOBER, OCTOBER, OCTOBER, JULY, JULY],
        ),
        (
            "July 1, 2031, except the pilot training provision takes effect upon passage.",
            [JULY, JULY, JULY, JULY, PASSAGE],
        ),
        (
            "July 1, 2031, except the ferry fare provisions are effective upon passage.",
            [PASSAGE, PASSAGE, JULY, JULY, JULY],
        ),
        (
            (
                "July 1, 2031, except that the reporting provision is effective upon "
                "passage and the harbor board’s meeting provision is effective "
                "October 1, 2031."
            ),
            [JULY, JULY, OCTOBER, PASSAGE, JULY],
        ),
        (
            "July 1, 2031, except that the reporting provision is effective upon passage.",
            [JULY, JULY, OPEN, OPEN, JULY],
        ),
        (
            "July 1, 2031, except that the whaling provision is effective upon passage.",
            [OPEN] * 5,
        ),
        (
            (
                "July 1, 2031, except that § 2 is effective upon passage and the ferry "
                "fare provisions are effective October 1, 2031."
            ),
            [OCTOBER, PASSAGE, JULY, JULY, JULY],
        ),
        (
            (
                "July 1, 2031, except that § 2 is effective upon passage and § 2 is "
                "effective October 1, 2031."
            ),
            [JULY, OPEN, JULY, JULY, JULY],
        ),
        ("Various dates apply.", [OPEN] * 5),
        ("June 31, 2031.", [OPEN] * 5),
        ("July 1, 2031, except that § 2 is effective at some time.", [OPEN] * 5),
    ],
)
def test_sections_and_when_they_take_effect(
    clause: str, expected: list[Commencement], source: Callable[..., Source]
) -> None:
    found = read_act_summary(source(DOCUMENT.format(clause=clause))).claims
    assert [str(claim.section) for claim in found] == [
        f"us-ct/pa/31-9#sec_{number}" for number in range(1, 6)
    ]
    assert [claim.commencement for claim in found] == expected
    assert all(claim.words in clause or "; " in claim.words for claim in found)

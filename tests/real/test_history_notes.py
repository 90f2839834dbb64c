"""The notes' stock phrases are read; what is not read is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from statuteline.publishers.us_ct.redesignations import read_redesignations

from .history_notes import acts_of, composed

if TYPE_CHECKING:
    from statuteline.publishers.us_ct.named_provisions import Path


def _shown(path: Path) -> str:
    return "".join(f"({label})" for _, label in path)


def _told(*events: str) -> dict[str, str]:
    found = composed(tuple(map(read_redesignations, events)))
    return {_shown(old): _shown(new) for old, new in found.items()}


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (
            "P.A. 25-1 redesignated existing Subsecs. (b) to (d) as Subsecs. (c) to (e)",
            {"(b)": "(c)", "(c)": "(d)", "(d)": "(e)"},
        ),
        (
            (
                "P.A. 25-1 amended Subsec. (a) by adding Subdiv. (2) re books and "
                "redesignating existing Subdivs. (2) and (3) as Subdivs. (3) and (4)"
            ),
            {"(a)(2)": "(a)(3)", "(a)(3)": "(a)(4)"},
        ),
        (
            (
                "P.A. 25-1 amended Subsec. (a) by designating existing provisions as "
                "Subdiv. (1) and redesignating Subdivs. (1), (2) as Subparas. (A) and (B)"
            ),
            {"(a)(1)": "(a)(1)(A)", "(a)(2)": "(a)(1)(B)"},
        ),
        (
            (
                "P.A. 25-1 redesignated existing Subsec. (d)(1) to (3) as "
                "Subsecs. (b)(3) and (4) and (c)"
            ),
            {"(d)(1)": "(b)(3)", "(d)(2)": "(b)(4)", "(d)(3)": "(c)"},
        ),
        (
            (
                "P.A. 25-1 added Subsec. (b), redesignated Subsec. (b) as Subsec. (c) and "
                "amended said Subsec. (c) by redesignating Subdiv. (1) as Subdiv. (2)"
            ),
            {"(b)": "(c)", "(b)(1)": "(c)(2)"},
        ),
        (
            (
                "P.A. 25-1 redesignated existing Subsec. (m) as Subsec. (n), codified by "
                "the Revisors as Subsec. (r)"
            ),
            {"(m)": "(r)"},
        ),
        ("P.A. 25-1 amended Subdiv. (2) by adding clause (i) re fees", {}),
    ],
)
def test_what_a_note_tells(event: str, told: dict[str, str]) -> None:
    assert _told(event) == told
    assert read_redesignations(event).unread == 0


def test_acts_of_one_year_follow_each_other() -> None:
    first = "P.A. 25-1 redesignated Subsec. (b) as Subsec. (c)"
    second = "P.A. 25-9 redesignated Subsecs. (c) and (d) as Subsecs. (d) and (e)"
    assert _told(first, second) == {"(b)": "(d)", "(d)": "(e)"}


@pytest.mark.parametrize(
    "event",
    [
        "P.A. 25-1 redesignated Subdivs.",
        "P.A. 25-1 redesignated rare books as Subsec. (b)",
        "P.A. 25-1 redesignated existing Subsec. (a) as Subsecs. (a) and (b)",
    ],
)
def test_what_is_not_read_is_counted(event: str) -> None:
    assert read_redesignations(event).told == ()
    assert read_redesignations(event).unread == 1


def test_the_acts_of_a_year_are_told_apart() -> None:
    note = (
        "History: P.A. 24-3 made a change; P.A. 25-1 added Subsec. (b), effective May 1; "
        "Nov. Sp. Sess. P.A. 25-1 added Subsec. (c)."
    )
    assert [event[:15] for event in acts_of((note,), 2025)] == [
        "P.A. 25-1 added",
        "Nov. Sp. Sess. ",
    ]

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from statuteline.history.amending import Amending, acts_named, amendings, is_applied
from statuteline.model.commencement import OnDate, Unknown
from statuteline.model.ids import EId, ProvisionRef, WorkId
from statuteline.model.work import Modification, ModificationKind

Build = Callable[..., Any]
ACT = WorkId.parse("us-xx/pa/24-1")


def change(section: str | None, work: str) -> Modification:
    eid = EId(section) if section else None
    return Modification(
        kind=ModificationKind.SUBSTITUTION,
        act=ProvisionRef(ACT, eid),
        destination=ProvisionRef(WorkId.parse(work)),
    )


def test_each_section_has_its_day_or_that_of_the_act(text: Build, provision: Build) -> None:
    own = replace(
        provision("sec_1", "", provision("sec_1__subsec_a")),
        commencement=OnDate(day=date(2024, 7, 1)),
    )
    act = text(
        "2024-05-01",
        own,
        provision("sec_2"),
        replace(provision("sec_3"), commencement=Unknown()),
        replace(provision("sec_4"), commencement=Unknown(by=date(2024, 8, 1))),
        work=ACT,
        starts=OnDate(day=date(2024, 10, 1)),
        changes=(
            change("sec_1", "us-xx/code/1-1"),
            change("sec_1", "us-xx/code/1-1"),
            change("sec_1__subsec_a", "us-xx/code/1-2"),
            change("sec_2", "us-xx/code/1-1"),
            change("sec_3", "us-xx/code/1-3"),
            change("sec_4", "us-xx/code/1-3"),
            change(None, "us-xx/code/1-4"),
            change("sec_2", "us-xx/pa/24-1"),
        ),
    )
    found = [
        (str(one.act.eid), str(one.work)[11:], one.since and one.since.isoformat())
        for one in amendings(act)
    ]
    assert found == [
        ("sec_1", "1-1", "2024-07-01"),
        ("sec_1__subsec_a", "1-2", "2024-07-01"),
        ("sec_2", "1-1", "2024-10-01"),
        ("sec_3", "1-3", None),
        ("sec_4", "1-3", None),
        ("None", "1-4", "2024-10-01"),
    ]
    assert {one.enacted for one in amendings(act)} == {date(2024, 5, 1)}


def test_a_text_names_acts_by_event_and_by_change(
    text: Build, event: Build, change: Build, act: Build
) -> None:
    found = acts_named(
        text(
            "2024-10-01",
            events=(event("2001-01-01"), event("2024-10-01", act="24-1 s2")),
            changes=(change("repeal", "24-1 s3", None),),
        )
    )
    assert found == (act("24-1 s2"), act("24-1 s3"))


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ([], "open"),
        (["24-1 s2"], "applied"),
        (["24-1"], "applied"),
        (["24-1 s3"], "open"),
        (["23-1 s2", "24-1 s3"], "open"),
        (["23-1 s2", "24-1 s2"], "applied"),
    ],
)
def test_a_change_is_applied_if_its_section_or_its_act_is_named(
    named: list[str], expected: str, act: Build
) -> None:
    one = Amending(
        act=act("24-1 s2"),
        work=WorkId.parse("us-xx/code/1-1"),
        enacted=date(2024, 5, 1),
        since=None,
    )
    assert is_applied(one, map(act, named)) is (expected == "applied")

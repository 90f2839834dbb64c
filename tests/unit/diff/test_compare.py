from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.diff.compare import compare
from statuteline.model.ids import EId, ProvisionRef, WorkId
from statuteline.model.provision import Coverage
from statuteline.model.work import Event, EventKind, Modification, ModificationKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression

    Make = Callable[..., Provision]
    Text = Callable[..., Expression]

TOP = "sec_99-1"
SUB = f"{TOP}__subsec_a"
FEE = "A fee is due each day that a book is late."
ACT = ProvisionRef(WorkId.parse("us-xx/pa/21-1"), EId("sec_3"))
DAY = date(2020, 1, 1)


def _kinds(old: Expression, new: Expression, *steps: Expression) -> list[str]:
    return [type(change).__name__ for change in compare(old, new, steps=steps).changes]


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        (Coverage.FULL, Coverage.FULL, []),
        (Coverage.FULL, Coverage.REMOVED, ["Repealed"]),
        (Coverage.REMOVED, Coverage.FULL, ["Inserted"]),
        (Coverage.NOT_RESTATED, Coverage.FULL, ["Unseen"]),
        (Coverage.FULL, Coverage.NOT_RESTATED, ["Unseen"]),
        (Coverage.NOT_RESTATED, Coverage.NOT_RESTATED, []),
        (Coverage.NOT_RESTATED, Coverage.REMOVED, ["Repealed"]),
    ],
)
def test_what_the_record_holds_decides_what_can_be_said(
    provision: Make, text: Text, old: Coverage, new: Coverage, kinds: list[str]
) -> None:
    def one(coverage: Coverage) -> Expression:
        words = FEE if coverage is Coverage.FULL else ""
        return text(provision(TOP, "", provision(SUB, words, coverage=coverage)))

    assert _kinds(one(old), one(new)) == kinds


@pytest.mark.parametrize(("old", "new"), [("(a)", None), (None, "(a)"), ("(a)", "a.")])
def test_a_number_printed_otherwise_is_a_change(
    provision: Make, text: Text, old: str | None, new: str | None
) -> None:
    def one(num: str | None) -> Expression:
        return text(provision(TOP, "", provision(SUB, FEE, num=num)))

    assert _kinds(one(old), one(new)) == ["Renumbered"]


def _changed(text: Expression, kind: ModificationKind) -> Expression:
    destination = ProvisionRef(text.id.work, EId(SUB))
    change = Modification(kind=kind, act=ACT, destination=destination)
    event = Event(day=DAY, kind=EventKind.AMENDMENT, act=ACT)
    return replace(text, modifications=(change,), events=(event,))


@pytest.mark.parametrize(
    ("kind", "summary"),
    [
        (
            ModificationKind.SUBSTITUTION,
            "Subsection (a) was changed by act 21-1, section 3",
        ),
        (
            ModificationKind.RENUMBERING,
            "The section was changed by act 21-1, section 3",
        ),
    ],
)
def test_a_recorded_change_of_words_not_restated_is_told(
    provision: Make, text: Text, kind: ModificationKind, summary: str
) -> None:
    part = provision(SUB, coverage=Coverage.NOT_RESTATED)
    old = text(provision(TOP, "", part))
    found = compare(old, old, steps=(_changed(old, kind),)).changes
    end = "; the words are not restated here."
    assert [change.summary for change in found] == [summary + end]


def test_a_change_whose_words_are_seen_is_not_told_twice(
    provision: Make, text: Text
) -> None:
    old = text(provision(TOP, "", provision(SUB, FEE)))
    new = text(provision(TOP, "", provision(SUB, FEE.replace("book", "map"))))
    step = _changed(new, ModificationKind.SUBSTITUTION)
    assert _kinds(old, new, step) == ["Amended"]


def test_what_lies_in_a_new_provision_is_new_with_it(provision: Make, text: Text) -> None:
    part = provision(SUB, "Fees:", provision(f"{SUB}__subdiv_1", FEE))
    old, new = text(provision(TOP)), text(provision(TOP, "", part))
    assert _kinds(old, new) == ["Inserted"]
    assert _kinds(new, old) == ["Repealed"]


def test_what_came_into_a_new_provision_is_told(provision: Make, text: Text) -> None:
    b = f"{TOP}__subsec_b"
    old = text(provision(TOP, "", provision(SUB, FEE)))
    inside = provision(f"{b}__subdiv_1", FEE)
    words = "Quite other words open this and go on for long. " * 3
    new = text(provision(TOP, "", provision(b, words, inside)))
    assert _kinds(old, new) == ["Inserted", "Moved"]

from __future__ import annotations

from datetime import date

import pytest

from statuteline.errors import IdentifierError
from statuteline.model.ids import (
    EId,
    ExpressionId,
    ProvisionRef,
    WId,
    WorkId,
    parse_date,
)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2021",
        "2021-1-1",
        "20211001",
        "2021-02-29",
        "2021-13-01",
        "0000-01-01",
        "10000-01-01",
        " 2021-10-01",
        "2021-10-01\n",
        "2021-W01-1",
        "٢٠٢١-10-01",
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(IdentifierError, match="is not a date") as caught:
        parse_date(text)
    assert "YYYY-MM-DD" in caught.value.hint


@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31", "2020-02-29"])
def test_days_are_read_as_they_are_printed(text: str) -> None:
    assert parse_date(text).isoformat() == text


@pytest.mark.parametrize(
    "text",
    [
        "us-ct/cgs/54-95c",
        "us-ct/pa/21-103",
        "us-ct/summary/pa-21-103",
        "xx/a/1",
        "us-ct/faq/vacatur",
        "us-ct/cgs/42a-2-314",
        "us/usc/18.1591",
    ],
)
def test_work_ids_are_read_as_they_are_printed(text: str) -> None:
    assert str(WorkId.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "54-95c",
        "us-ct/cgs",
        "us-ct/cgs/",
        "us-ct/cgs/..",
        "us-ct/../x",
        "/etc/passwd",
        "us-ct/cgs/54-95c/",
        "us-ct/cgs/54 95c",
        "US-CT/cgs/1",
        "us-ct/CGS/1",
        "u/cgs/1",
        "us-ct/cgs/-1",
        "us-ct/cgs/1-",
        "us-ct/cgs/1--1",
        "us-ct/cgs/1..1",
        "us-ct/cgs/1\n",
        "us-ct/cgs/٣",
        "us-ct/cgs/1%2e",
        "us-ct\\cgs\\1",
        "us-ct/cgs/1\0",
    ],
)
def test_what_is_no_work_id_is_refused(text: str) -> None:
    with pytest.raises(IdentifierError, match="is not a work id"):
        WorkId.parse(text)


@pytest.mark.parametrize(
    ("text", "corrected", "turn"),
    [
        ("us-ct/cgs/54-95c/eng@2021-10-01", None, 1),
        ("us-ct/cgs/1-1/spa@2021-10-01~2026-01-02", date(2026, 1, 2), 1),
        ("us-ct/cgs/1-1/eng@2021-10-01~2026-01-02.2", date(2026, 1, 2), 2),
        ("us-ct/cgs/1-1/eng@2021-10-01~2026-01-02.10", date(2026, 1, 2), 10),
    ],
)
def test_expression_ids(text: str, corrected: date | None, turn: int) -> None:
    found = ExpressionId.parse(text)
    assert (found.version, found.corrected, found.turn) == (
        date(2021, 10, 1),
        corrected,
        turn,
    )
    assert str(found) == text
    assert text.endswith(found.label)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "us-ct/cgs/1-1",
        "us-ct/cgs/1-1/eng",
        "us-ct/cgs/1-1/eng@",
        "us-ct/cgs/1-1/en@2021-10-01",
        "us-ct/cgs/1-1/eng@2021-02-30",
        "us-ct/cgs/1-1/eng@2021-10-01~",
        "us-ct/1-1/eng@2021-10-01",
        "us-ct/cgs/1-1/eng@2021-10-01~2026-02-30",
        "us-ct/cgs/1-1/eng@2021-10-01~2026-01-02.1",
        "us-ct/cgs/1-1/eng@2021-10-01~2026-01-02.02",
        "us-ct/cgs/1-1/eng@2021-10-01.2",
        "us-ct/cgs/1-1/eng@2021-10-01.xml",
        "us-ct/cgs/../eng@2021-10-01",
        "us-ct/cgs/1-1/ENG@2021-10-01",
    ],
)
def test_what_is_no_expression_id_is_refused(text: str) -> None:
    with pytest.raises(IdentifierError):
        ExpressionId.parse(text)


def test_a_corrected_record_sorts_behind_the_first() -> None:
    first = ExpressionId.parse("us-ct/cgs/1-1/eng@2021-10-01")
    later = ExpressionId.parse("us-ct/cgs/1-1/eng@2022-10-01")
    assert sorted([later, first]) == [first, later]


def test_an_eid_knows_its_place() -> None:
    eid = EId.parse("sec_54-95c__subsec_d__subdiv_2")
    assert eid.steps == ("sec_54-95c", "subsec_d", "subdiv_2")
    assert eid.parent == EId("sec_54-95c__subsec_d")
    assert EId("sec_54-95c").parent is None
    assert EId("sec_54-95c").child("subsec", "d") == eid.parent


def test_an_eid_contains_itself_and_what_is_below() -> None:
    top, other = EId("sec_1__subsec_a"), EId("sec_1__subsec_aa")
    assert top.contains(top)
    assert top.contains(top.child("subdiv", "1"))
    assert not top.contains(other)
    assert not top.child("subdiv", "1").contains(top)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "sec_",
        "_1",
        "sec_1_",
        "sec_1__",
        "__sec_1",
        "sec_1___subsec_a",
        "Sec_1",
        "sec 1",
        "sec_1#a",
        "sec_1__subsec_(a)",
        "sec_1\n",
        "sec-1",
        "sec_é",
    ],
)
def test_what_is_no_eid_is_refused(text: str) -> None:
    with pytest.raises(IdentifierError, match="is not an eId"):
        EId.parse(text)
    with pytest.raises(IdentifierError, match="is not a wId"):
        WId.parse(text)


def test_a_child_with_a_broken_number_is_refused() -> None:
    with pytest.raises(IdentifierError):
        EId("sec_1").child("subsec", "a b")


@pytest.mark.parametrize("text", ["sec_1@2021", "sec_1@2021-10-01", "sec_1__subsec_b@2021"])
def test_a_wid_may_carry_the_day_of_its_first_appearance(text: str) -> None:
    assert str(WId.parse(text)) == text
    with pytest.raises(IdentifierError):
        EId.parse(text)


@pytest.mark.parametrize(
    "text", ["sec_1@", "sec_1@21", "sec_1@2021-10", "sec_1@2021-10-01@2022"]
)
def test_a_wid_with_a_broken_day_is_refused(text: str) -> None:
    with pytest.raises(IdentifierError):
        WId.parse(text)


def test_a_reference_is_printed_with_its_address() -> None:
    work = WorkId.parse("us-ct/pa/21-103")
    assert str(ProvisionRef(work)) == "us-ct/pa/21-103"
    assert str(ProvisionRef(work, EId("sec_7"))) == "us-ct/pa/21-103#sec_7"

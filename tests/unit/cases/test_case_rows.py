"""Files of many cases, and what is wrong with them."""

from __future__ import annotations

import pytest

from statuteline.cases.case_rows import read_rows
from statuteline.errors import FactsError
from statuteline.rules.facts import Choice, Whole, YesNo
from statuteline.rules.impact_cases import Row

ASKED = (
    YesNo(name="wet", ask="Is it wet?"),
    Choice(name="colour", ask="Which colour?", values=("red", "green")),
    Whole(name="age", ask="How old?", unit="years"),
)


def test_a_row_is_a_case_and_an_empty_cell_is_unknown() -> None:
    data = "\ufeffname,wet,age,governed\r\nfirst,yes,,2021-10-01\r\n\r\n,no,12,\r\n"
    assert read_rows(data.encode(), "f.csv", ASKED) == (
        Row(name="first", facts=(("wet", True),)),
        Row(name="line 4", facts=(("wet", False), ("age", 12))),
    )


def test_a_header_alone_holds_no_case() -> None:
    assert read_rows(b"name,wet\n", "f.csv", ASKED) == ()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no header"),
        (b"wet,wte\nyes,no\n", "did you mean wet"),
        (b"wet,wet\nyes,no\n", "stands there twice"),
        (b"wet,age\nyes\n", "f.csv:2"),
        (b"wet\nperhaps\nyes\nmaybe\n", "2 faults"),
        (b"colour\ngren\n", "did you mean green"),
        (b'name,wet\n"first,yes\n', "not CSV"),
        (b"name,wet\nfi\xffrst,yes\n", "f.csv:2"),
    ],
)
def test_faults_are_told_with_their_place(data: bytes, told: str) -> None:
    with pytest.raises(FactsError) as caught:
        read_rows(data, "f.csv", ASKED)
    assert told in str(caught.value)

"""A column is a fact, or surely none."""

from __future__ import annotations

import pytest

from statuteline.batch._columns import check_columns
from statuteline.errors import FactsError
from statuteline.rules.sql import Column

FACTS = ("offense_level", "longest_prison_term")


def check(*names: str, passed: tuple[str, ...] = ()) -> None:
    columns = [Column(name=name) for name in names]
    check_columns(columns, FACTS, passed, ("notice to the victim",))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("ofense_level", "did you mean offense_level"),
        ("Offense Level", "did you mean offense_level"),
        ("offense-level ", "did you mean offense_level"),
        ("longest_prison_terms", "did you mean longest_prison_term"),
        ("governed", "same days"),
        ("Known", "same days"),
    ],
)
def test_what_is_nearly_a_fact_is_refused_unless_passed(name: str, told: str) -> None:
    with pytest.raises(FactsError, match=told):
        check("offense_level", name)
    check("offense_level", name, passed=(name,))


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("offense_level", "id", "ID"), "Two columns are called"),
        (("offense_level", "Outcome"), "as an answer will be"),
        (("offense_level", "notice to the victim"), "as an answer will be"),
        (("", "offense_level"), "Column 1 has no name"),
        (("id", "name"), "No column of the table is a fact"),
    ],
)
def test_names_that_would_be_mistaken_are_refused(
    names: tuple[str, ...], told: str
) -> None:
    with pytest.raises(FactsError, match=told):
        check(*names)


def test_others_are_passed_on() -> None:
    check("case number", "offense_level", "judge", "offense_date")


def test_a_column_to_pass_must_be_there() -> None:
    with pytest.raises(FactsError, match="no column 'nota'") as caught:
        check("offense_level", "note", passed=("nota",))
    assert "perhaps note" in str(caught.value)


def test_a_fact_can_be_passed_on_unread() -> None:
    check("offense_level", "longest_prison_term", passed=("offense_level",))
    with pytest.raises(FactsError, match="No column"):
        check("offense_level", passed=("offense_level",))

from __future__ import annotations

from datetime import date, datetime

import pytest

from statuteline.cases.typed import facts_from
from statuteline.errors import FactsError
from statuteline.rules.facts import Choice, Day, Fact, Money, Whole, YesNo

ASKED: tuple[Fact, ...] = (
    YesNo(name="wet", ask="Is it wet?"),
    Choice(name="level", ask="Which?", values=("misdemeanor", "class A felony")),
    Whole(name="years", ask="How many?", unit="years"),
    Money(name="fine", ask="How much?"),
    Day(name="begun", ask="When?"),
)


def test_values_and_words_become_facts() -> None:
    raw = {"wet": "No", "level": "misdemeanor", "years": "10", "fine": 0}
    assert facts_from({**raw, "begun": "2021-10-01"}, ASKED, "case.csv") == {
        "wet": False,
        "level": "misdemeanor",
        "years": 10,
        "fine": 0,
        "begun": date(2021, 10, 1),
    }


def test_nothing_an_empty_word_and_unknown_are_absent() -> None:
    raw = {"wet": None, "level": "", "years": "unknown", "fine": " "}
    assert facts_from(raw, ASKED, "case.json") == {}


@pytest.mark.parametrize(
    ("name", "value", "hint"),
    [
        ("wet", 1, "true or false"),
        ("wet", "perhaps", "true or false"),
        ("level", "misdemeanour", "did you mean misdemeanor"),
        ("level", True, "one of misdemeanor"),
        ("years", True, "whole number of years"),
        ("years", -1, "not negative"),
        ("years", 10.0, "whole number"),
        ("years", "ten", "whole number"),
        ("years", "٣", "whole number"),
        ("years", 10**5000, "whole number"),
        ("years", "9" * 5000, "whole number"),
        ("fine", "20.50", "cents"),
        ("begun", "1 October 2021", "YYYY-MM-DD"),
        ("begun", datetime(2021, 10, 1), "YYYY-MM-DD"),  # noqa: DTZ001 - as TOML has it
        ("begun", ["2021-10-01"], "YYYY-MM-DD"),
        ("begun", {"day": {"of": "2021-10-01"}}, "YYYY-MM-DD"),
        ("level", "\x1b[31mred\n", "one of misdemeanor"),
    ],
    ids=lambda value: type(value).__name__,  # no str of a number with 5,000 digits
)
def test_a_value_that_a_fact_cannot_have(name: str, value: object, hint: str) -> None:
    with pytest.raises(FactsError) as caught:
        facts_from({name: value}, ASKED, "case.toml", {name: 7})
    assert caught.value.what.startswith(f"{name} cannot be ")
    assert len(caught.value.what) < 120
    assert caught.value.what.isprintable()
    assert caught.value.where == "case.toml:7"
    assert hint in caught.value.hint


def test_all_faults_are_told_at_once_with_the_nearest_name() -> None:
    with pytest.raises(FactsError) as caught:
        facts_from({"levl": "x", "years": "x"}, ASKED, "case.toml", {"years": 3})
    told = str(caught.value)
    assert "2 faults" in told
    assert "did you mean level?" in told
    assert "case.toml:3" in told

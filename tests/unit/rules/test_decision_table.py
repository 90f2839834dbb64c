from __future__ import annotations

from datetime import date

import pytest

from statuteline.errors import RuleError
from statuteline.law import encoding
from statuteline.rules.cell_words import box_words
from statuteline.rules.decision_table import decision_table
from statuteline.rules.encodings import Outcome, Reading
from statuteline.rules.facts import YesNo
from statuteline.rules.predicates import Predicate, any_of

lent = YesNo(name="lent", ask="Was a bicycle lent?")
late = YesNo(name="late", ask="Was it late?")


def reading(*guards: Predicate) -> Reading:
    return Reading(
        name="plain",
        outcomes=tuple(
            Outcome(name=str(number), when=guard, means="")
            for number, guard in enumerate(guards)
        ),
    )


def test_vacatur_as_a_table() -> None:
    vacatur = encoding("us-ct/vacatur")
    day = date(2021, 10, 1)
    version = vacatur.version_at(day)
    assert version is not None
    table = decision_table(version.readings[0], vacatur.axioms_at(day))
    assert [axis.fact.name for axis in table.axes] == [
        "offense_level",
        "longest_prison_term",
        "took_part_as_result_of_trafficking",
        "took_part_as_result_of_federal_crime",
        "proved_victim_at_time_of_offense",
        "conviction_for_prostitution",
    ]
    shall = [row for row in table.rows if row.outcome.name == "shall vacate"]
    # Prostitution is a misdemeanor: the level of the offense need not be asked.
    assert [box_words(row.box) for row in shall] == [
        (
            "took part as result of trafficking: yes",
            "proved victim at time of offense: yes",
            "conviction for prostitution: yes",
        ),
        (
            "took part as result of federal crime: yes",
            "proved victim at time of offense: yes",
            "conviction for prostitution: yes",
        ),
    ]
    assert [axiom.name for axiom in table.axioms] == ["prostitution is a misdemeanor"]


def test_outcomes_that_overlap_make_no_table() -> None:
    with pytest.raises(RuleError, match="Two outcomes"):
        decision_table(reading(lent.is_true(), any_of(lent.is_false(), late.is_true())), ())


def test_outcomes_that_leave_a_gap_make_no_table() -> None:
    with pytest.raises(RuleError, match="No outcome"):
        decision_table(reading(lent.is_true()), ())


def test_a_fact_that_no_row_asks_for_has_no_column() -> None:
    always = any_of(late.is_true(), late.is_false())
    table = decision_table(reading(always), ())
    assert table.axes == ()
    assert [row.box.sides for row in table.rows] == [()]

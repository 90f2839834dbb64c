from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.law import encoding
from statuteline.rules.nodes import Element
from statuteline.rules.predicates import conditions_of, walk

if TYPE_CHECKING:
    from tests.unit.law.conftest import Against, Ends

IN_2017, IN_2020, IN_2022 = date(2017, 1, 1), date(2020, 1, 1), date(2022, 1, 1)
FELONY = "elements made out: class A felony"
CRIME = "us-ct/trafficking"


def test_the_offense_became_a_class_a_felony_in_2017_and_took_in_sex_trafficking(
    ends: Ends, against: Against
) -> None:
    before = ends(CRIME, IN_2017, "elements made out: class B felony")
    after = ends(CRIME, IN_2020, FELONY)
    assert against(before, after) == []
    new = against(after, before)
    assert new
    assert all(case["recruits_harbors_transports_or_provides"] for case in new)


def test_2021_asks_for_knowledge_in_every_way_of_committing_it(
    ends: Ends, against: Against
) -> None:
    dropped = against(ends(CRIME, IN_2020, FELONY), ends(CRIME, IN_2022, FELONY))
    assert dropped
    assert not any(case["acted_knowingly"] for case in dropped)


def test_2021_adds_what_is_worth_something_and_no_fee(ends: Ends, against: Against) -> None:
    added = against(ends(CRIME, IN_2022, FELONY), ends(CRIME, IN_2020, FELONY))
    assert {case["exchanged"] for case in added} == {"something of value other than a fee"}


@pytest.mark.parametrize(("at", "mental"), [(IN_2020, 0), (IN_2022, 3)])
def test_every_condition_is_marked_as_an_element(ends: Ends, at: date, mental: int) -> None:
    elements = [leaf.element for leaf in conditions_of(ends(CRIME, at, FELONY))]
    assert None not in elements
    assert elements.count(Element.MENTAL_STATE) == mental


def test_the_defense_began_in_2021_and_the_defendant_bears_it() -> None:
    defense = encoding("us-ct/trafficking-defense")
    assert defense.version_at(date(2021, 9, 30)) is None
    version = defense.version_at(date(2021, 10, 1))
    assert version is not None
    assert [(burden.on, burden.standard) for burden in version.burdens] == [
        ("defendant", None)
    ]


def test_the_defense_is_no_part_of_the_offense(ends: Ends) -> None:
    asked = {leaf.fact.name for leaf in conditions_of(*walk(ends(CRIME, IN_2022, FELONY)))}
    assert not asked & {"age_of_defendant", "took_part_as_result_of_trafficking"}

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.law import encoding

if TYPE_CHECKING:
    from tests.unit.law.conftest import Against, Ends

TRAINING = "us-ct/training"
BEFORE, AFTER = date(2021, 9, 30), date(2021, 10, 1)


def test_2021_adds_ambulance_personnel_with_patients_and_nobody_else(
    ends: Ends, against: Against
) -> None:
    before, after = ends(TRAINING, BEFORE, "covered"), ends(TRAINING, AFTER, "covered")
    assert against(before, after) == []
    added = against(after, before)
    assert {case["occupation"] for case in added} == {
        "emergency medical services personnel"
    }
    assert all(case["work_brings_contact_with_patients"] for case in added)


@pytest.mark.parametrize(("at", "months"), [(BEFORE, 12), (AFTER, 36)])
def test_the_refresher_went_from_every_year_to_every_three(at: date, months: int) -> None:
    version = encoding(TRAINING).version_at(at)
    assert version is not None
    assert [again.every for again in version.recurrences] == [months]


def test_the_initial_training_is_due_as_before() -> None:
    before, after = encoding(TRAINING).versions
    assert before.deadlines == after.deadlines

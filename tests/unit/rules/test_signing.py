from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.errors import RuleError
from statuteline.law import encoding, encodings
from statuteline.rules.cases import try_case
from statuteline.rules.signing import suites

if TYPE_CHECKING:
    from statuteline.rules.encodings import Encoding, Version

VACATUR = encoding("us-ct/vacatur")
VERSIONS = [
    (one, version)
    for one in encodings()
    for version in one.versions
    if version.readings or version.requirements
]


@pytest.mark.parametrize(
    ("one", "version"), VERSIONS, ids=[f"{e.name}-{v.days.start}" for e, v in VERSIONS]
)
def test_every_text_has_cases_to_sign_that_agree_and_no_fewer_would_do(
    one: Encoding, version: Version
) -> None:
    at = version.days.start
    found = suites(one, at, None, procedure=False) if version.readings else ()
    if version.requirements:
        found += suites(one, at, None, procedure=True)
    for suite in found:
        assert suite.killing.smallest
        assert suite.cases
        assert all(try_case(one, case).agrees for case in suite.cases)
        assert not any(case.signed_by for case in suite.cases)
        if suite.reading is not None:
            assert {case.outcome for case in suite.cases} == {
                n for n, _ in suite.predicates
            }


def test_a_reading_is_named_only_where_there_are_several() -> None:
    (plain,) = suites(VACATUR, date(2021, 11, 1), None, procedure=False)
    assert {case.reading for case in plain.cases} == {None}
    narrow, broad = suites(VACATUR, date(2018, 1, 1), None, procedure=False)
    assert {case.reading for case in narrow.cases} == {"narrow"}
    assert {case.reading for case in broad.cases} == {"broad"}
    assert suites(VACATUR, date(2018, 1, 1), "broad", procedure=False) == (broad,)
    names = [case.name for suite in (narrow, broad) for case in suite.cases]
    assert len(set(names)) == len(names)


def test_merits_and_procedure_ask_nothing_of_each_other() -> None:
    (merits,) = suites(VACATUR, date(2021, 11, 1), None, procedure=False)
    (procedure,) = suites(VACATUR, date(2021, 11, 1), None, procedure=True)
    asked = [
        {name for case in suite.cases for name, _ in case.facts}
        for suite in (merits, procedure)
    ]
    assert asked[0].isdisjoint(asked[1])


def test_a_text_that_is_not_encoded_is_refused() -> None:
    with pytest.raises(RuleError, match="No text of 2013-09-30"):
        suites(VACATUR, date(2013, 9, 30), None, procedure=False)


def test_a_reading_that_is_not_there_is_refused_with_the_nearest() -> None:
    with pytest.raises(RuleError) as caught:
        suites(VACATUR, date(2018, 1, 1), "narow", procedure=False)
    assert "mean narrow?" in caught.value.hint


def test_a_text_without_procedure_is_refused() -> None:
    with pytest.raises(RuleError, match="no procedure"):
        suites(encoding("us-ct/soliciting"), date(2021, 11, 1), None, procedure=True)

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.errors import FactsError, RuleError
from statuteline.law import encoding
from statuteline.rules.deciding import decide
from statuteline.rules.encodings import Encoding, Version
from statuteline.rules.json_form import canonical_json
from statuteline.rules.receipts import receipt, receipt_json

if TYPE_CHECKING:
    from statuteline.model.work import Expression
    from statuteline.rules.answers import Answer
    from statuteline.rules.facts import Constant

VACATUR = encoding("us-ct/vacatur")
IN_2018 = date(2018, 5, 1)
IN_2021 = date(2021, 11, 1)
RECORDED = date(2026, 11, 27)
PROSTITUTION: dict[str, Constant] = {
    "conviction_for_prostitution": True,
    "took_part_as_result_of_trafficking": True,
    "proved_victim_at_time_of_offense": True,
}


@pytest.fixture(scope="module")
def texts() -> tuple[Expression, ...]:
    return open_corpus(shipped()).expressions(VACATUR.work)


def decided(  # noqa: PLR0913 - as decide has them
    facts: dict[str, Constant],
    *,
    at: date = IN_2021,
    governed: date | None = None,
    known: date = RECORDED,
    texts: tuple[Expression, ...] | None = None,
    reading: str | None = None,
) -> Answer:
    return decide(
        VACATUR,
        facts,
        at=at,
        governed=governed or at,
        known=known,
        texts=texts,
        reading=reading,
    )


def test_a_case_that_the_facts_settle(texts: tuple[Expression, ...]) -> None:
    answer = decided(PROSTITUTION, texts=texts)
    assert answer.result == "shall vacate"
    assert answer.outcome is not None
    (decision,) = answer.decisions
    assert str(decision.text.expression.id) == "us-ct/cgs/54-95c/eng@2021-10-01"  # type: ignore[union-attr]
    assert decision.later_text is None
    assert decision.ask == ()


def test_what_is_settled_whatever_is_unknown_says_so() -> None:
    # The level is unknown, but the axiom makes it a misdemeanor, which is in scope.
    (decision,) = decided(PROSTITUTION).decisions
    (read,) = decision.readings
    assert (read.result, read.whatever) == ("shall vacate", True)
    known = {**PROSTITUTION, "offense_level": "misdemeanor"}
    (read,) = decided(known).decisions[0].readings
    assert (read.result, read.whatever) == ("shall vacate", False)


def test_the_procedure_is_no_part_of_the_outcome() -> None:
    facts = {**PROSTITUTION, "prosecutor_could_investigate": False}
    answer = decided(facts)
    assert answer.result == "shall vacate"
    results = {one.requirement.name: one for one in answer.decisions[0].requirements}
    assert results["prosecutor's opportunity to investigate"].result == "not met"
    notice = results["notice to the victim"]
    assert notice.result == "unknown"
    assert notice.settlement.ask[0].name == "crime_has_victim"


def test_an_impossible_record_names_the_axiom() -> None:
    answer = decided({**PROSTITUTION, "offense_level": "class B felony"})
    assert answer.result == "impossible record"
    (decision,) = answer.decisions
    assert [one.name for one in decision.impossible] == ["prostitution is a misdemeanor"]
    assert decision.ask == ()


def test_readings_that_differ_leave_the_outcome_open() -> None:
    facts: dict[str, Constant] = {
        "conviction_for_prostitution": False,
        "has_any_prostitution_conviction": True,
        "took_part_as_result_of_trafficking": True,
        "proved_victim_at_time_of_offense": True,
    }
    answer = decided(facts, at=IN_2018)
    assert {r.reading.name: r.result for r in answer.decisions[0].readings} == {
        "narrow": "no relief",
        "broad": "shall vacate",
    }
    assert answer.result == "undetermined"
    assert answer.outcome is None
    assert answer.possible == ("shall vacate", "no relief")
    assert answer.ask == ()
    assert decided(facts, at=IN_2018, reading="broad").result == "shall vacate"


def test_a_reading_that_no_text_has_is_refused_with_the_nearest() -> None:
    with pytest.raises(RuleError) as caught:
        decided({}, at=IN_2018, reading="narow")
    assert "did you mean narrow?" in caught.value.hint


def test_two_texts_must_agree() -> None:
    agreed = decided(PROSTITUTION, at=IN_2021, governed=IN_2018)
    assert [one.day for one in agreed.decisions] == [IN_2021, IN_2018]
    assert agreed.result == "shall vacate"
    other: dict[str, Constant] = {**PROSTITUTION, "conviction_for_prostitution": False}
    other |= {"offense_level": "misdemeanor", "has_any_prostitution_conviction": False}
    differs = decided(other, at=IN_2021, governed=IN_2018)
    assert differs.result == "undetermined"
    assert differs.possible == ("may vacate", "no relief")


def test_a_day_without_an_encoded_text_is_an_answer() -> None:
    answer = decided({}, at=date(2012, 1, 1))
    assert answer.result == "not encoded"
    assert answer.decisions[0].readings == ()
    assert decided({}, at=date(2012, 1, 1), reading="broad").result == "not encoded"
    half = decided(PROSTITUTION, at=IN_2021, governed=date(2012, 1, 1))
    assert half.result == "undetermined"
    assert half.possible == ("shall vacate",)


def test_what_any_reading_or_text_asks_is_asked_once_in_statute_order() -> None:
    answer = decided({}, at=IN_2021, governed=IN_2018)
    names = [fact.name for fact in answer.ask]
    assert names[:2] == ["offense_level", "longest_prison_term"]
    assert names[-1] == "has_any_prostitution_conviction"
    assert len(set(names)) == len(names) == 7


def test_a_text_that_was_not_recorded_decides_nothing(
    texts: tuple[Expression, ...],
) -> None:
    answer = decided(PROSTITUTION, texts=texts, known=date(2026, 1, 1))
    assert answer.result == "not recorded"
    assert answer.decisions[0].readings == ()
    # A record made later, of another text, changes nothing.
    late = replace(texts[0], recorded=date(2027, 1, 1))
    assert decided(PROSTITUTION, texts=(late, *texts[1:])).result == "shall vacate"


def test_a_text_that_is_later_than_the_encoded_one_is_told(
    texts: tuple[Expression, ...],
) -> None:
    early = replace(VACATUR.versions[-1].days, start=date(2021, 9, 1))
    versions = (
        replace(
            VACATUR.versions[-2], days=replace(VACATUR.versions[-2].days, end=early.start)
        ),
        replace(VACATUR.versions[-1], days=early),
    )
    answer = decide(
        replace(VACATUR, versions=versions),
        PROSTITUTION,
        at=IN_2021,
        governed=IN_2021,
        known=RECORDED,
        texts=texts,
    )
    assert answer.decisions[0].later_text == date(2021, 10, 1)


def test_facts_are_checked() -> None:
    with pytest.raises(FactsError, match="offense_levl") as caught:
        decided({"offense_levl": "misdemeanor"})
    assert caught.value.hint == "did you mean offense_level?"
    with pytest.raises(FactsError, match="cannot be 'felony'"):
        decided({"offense_level": "felony"})


def test_a_fact_that_another_text_asks_is_taken_and_told() -> None:
    answer = decided({"crime_has_victim": True}, at=IN_2018)
    assert answer.unasked == ("crime_has_victim",)


def test_a_section_that_decides_nothing_says_so() -> None:
    data = Encoding(
        name="us-ct/data",
        title="Data",
        work=VACATUR.work,
        governed_by="",
        versions=(Version(days=VACATUR.versions[-1].days),),
    )
    answer = decide(data, {}, at=IN_2021, governed=IN_2021, known=RECORDED, texts=None)
    assert answer.result == "no decision"


def test_a_receipt_is_the_same_for_the_same_case_and_no_other(
    texts: tuple[Expression, ...],
) -> None:
    files = {text.id: "f" * 64 for text in texts}
    answer = decided(PROSTITUTION, texts=texts)
    one = receipt(answer, package="1.0", files=files)
    shuffled = dict(reversed(PROSTITUTION.items()))
    same = receipt(decided(shuffled, texts=texts), package="1.0", files=files)
    assert one.digest == same.digest
    for other in (
        receipt(answer, package="1.1", files=files),
        receipt(answer, package="1.0", files=dict.fromkeys(files, "0" * 64)),
        receipt(decided({}, texts=texts), package="1.0", files=files),
        receipt(
            decided(PROSTITUTION, texts=texts, known=date(2026, 12, 1)),
            package="1.0",
            files=files,
        ),
        receipt(decided(PROSTITUTION), package="1.0", files={}),
    ):
        assert other.digest != one.digest


def test_a_receipt_names_all_that_was_used(texts: tuple[Expression, ...]) -> None:
    files = {text.id: "f" * 64 for text in texts}
    told = receipt_json(
        receipt(decided(PROSTITUTION, texts=texts), package="1.0", files=files)
    )
    written = json.loads(canonical_json(told))
    assert written["facts"] == PROSTITUTION
    (decision,) = written["decisions"]
    assert decision["text"] == "us-ct/cgs/54-95c/eng@2021-10-01"
    assert decision["version"] == {"start": "2021-10-01", "end": None}
    assert written["result"] == "shall vacate"

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.cases.table_text import table_text
from statuteline.cases.tables import read_table
from statuteline.errors import FactsError
from statuteline.model.ids import WorkId
from statuteline.model.interval import Interval
from statuteline.rules.encodings import Encoding, Outcome, Reading, Requirement, Version
from statuteline.rules.facts import Choice, Constant, Day, Money, Whole, YesNo
from statuteline.rules.predicates import all_of, not_

if TYPE_CHECKING:
    from statuteline.rules.cases import CaseTable

wet = YesNo(name="wet", ask="Is it wet?")
colour = Choice(name="colour", ask="Which colour?", values=("red", 'a "deep" blue'))
fee = Money(name="fee", ask="How much?")
years = Whole(name="years", ask="How many years?", unit="years")
begun = Day(name="begun", ask="When did it begin?")
GUARD = all_of(
    wet.is_true(),
    colour.is_("red"),
    fee.above(0),
    years.above(2),
    begun.before(date(2020, 1, 1)),
)


def reading(name: str) -> Reading:
    return Reading(
        name=name,
        outcomes=(
            Outcome(name="granted", when=GUARD, means="."),
            Outcome(name="refused", when=not_(GUARD), means="."),
        ),
    )


PERMIT = Encoding(
    name="us-ct/permit",
    title="A permit",
    work=WorkId.parse("us-ct/cgs/1-1"),
    governed_by="day of the application",
    versions=(
        Version(
            days=Interval(start=date(2010, 1, 1), end=date(2020, 1, 1)),
            readings=(reading("plain"),),
            requirements=(Requirement(name="a form", by="clerk", met=wet.is_true()),),
        ),
        Version(
            days=Interval(start=date(2020, 1, 1)),
            readings=(reading("strict"), reading("mild")),
        ),
    ),
)
HEAD = 'encoding = "us-ct/permit"\n\n'
CASE = """[[case]]
name = "one"
at = 2015-06-01
outcome = "granted"
why = "because"
signed_by = "A. Lawyer"
[case.facts]
wet = true
colour = 'a "deep" blue'
fee = 2000
years = 3
begun = 2015-01-02
[case.requirements]
"a form" = "met"
"""


def read(text: str) -> CaseTable:
    return read_table(text.encode(), "t.toml", (PERMIT,))


def test_a_case_is_read_with_everything_it_says() -> None:
    table = read(HEAD + CASE)
    (case,) = table.cases
    assert (table.encoding, table.where) == ("us-ct/permit", "t.toml")
    assert (case.name, case.at, case.reading) == ("one", date(2015, 6, 1), None)
    assert (case.outcome, case.why, case.signed_by) == ("granted", "because", "A. Lawyer")
    assert case.requirements == (("a form", "met"),)
    facts: dict[str, Constant] = {
        "wet": True,
        "colour": 'a "deep" blue',
        "fee": 2000,
        "years": 3,
        "begun": date(2015, 1, 2),
    }
    assert dict(case.facts) == facts
    assert case.where == "t.toml:3"


def test_a_table_written_reads_back_to_the_same_cases() -> None:
    more = CASE.replace('"one"', "'say \"two\" \\n'").replace(
        '2015-06-01\noutcome = "granted"',
        '2021-06-01\nreading = "mild"\noutcome = "refused"',
    )
    more = more.partition("[case.requirements]")[0]
    cases = read(HEAD + CASE + more).cases
    text = table_text(PERMIT, [(case, ("a remark",)) for case in cases], ("above all",))
    again = read(text).cases
    assert len(again) == 2
    for case, other in zip(cases, again, strict=True):
        assert case.facts == other.facts
        assert (case.name, case.at, case.reading) == (other.name, other.at, other.reading)
        assert (case.outcome, case.requirements) == (other.outcome, other.requirements)
        assert (case.why, case.signed_by) == (other.why, other.signed_by)
    assert text.startswith("# above all\n")
    assert "# Is it wet?" in text


def test_a_table_may_be_empty() -> None:
    assert read(HEAD).cases == ()


@pytest.mark.parametrize("outcome", ["undetermined", "impossible record", "not encoded"])
def test_a_case_may_expect_that_there_is_no_outcome(outcome: str) -> None:
    (case,) = read(HEAD + CASE.replace("granted", outcome)).cases
    assert case.outcome == outcome


def test_on_a_day_without_a_text_any_outcome_and_fact_is_known() -> None:
    text = CASE.partition("[case.requirements]")[0].replace("2015-06-01", "1990-01-01")
    (case,) = read(HEAD + text).cases
    assert case.outcome == "granted"


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ('"us-ct/permit"', '"us-ct/permits"', None, "mean us-ct/permit?"),
        ('encoding = "us-ct/permit"', "", None, "names no encoding"),
        ('encoding = "us-ct/permit"', "encoding = 3", None, "No encoding is 3"),
        ("encoding", "encodin", None, "mean encoding?"),
        ("[[case]]", "[[cases]]", None, "mean case?"),
        ("[[case]]", "[case]", None, "write [[case]]"),
        ('name = "one"', "", 3, "name is missing"),
        ('name = "one"', 'name = " "', 4, "name must be words"),
        ("outcome", "outcom", 6, "mean outcome?"),
        ("at = 2015-06-01", "", 3, "at is missing"),
        ("2015-06-01", '"2015-06-01"', 5, "without quotes"),
        ("2015-06-01", "2015-06-01T00:00:00", 5, "without quotes"),
        ("2015-06-01", "2021-06-01", 5, "one of strict, mild"),
        ('outcome = "granted"', 'outcome = "grant"', 6, "mean granted?"),
        ('outcome = "granted"', "outcome = 1", 6, "must be words"),
        ('outcome = "granted"', 'reading = "plan"', 6, "mean plain?"),
        ("wet = true", "wett = true", 10, "mean wet?"),
        ("wet = true", 'wet = "perhaps"', 10, "true or false"),
        ("fee = 2000", "fee = 20.5", 12, "whole number of cents"),
        ('"a form"', '"a firm"', 16, "mean a form?"),
        ('"a form" = "met"', '"a form" = true', 16, "one of met, not met, unknown"),
        ('"granted"', '"granted', 6, "not TOML"),
    ],
)
def test_a_wrong_word_is_told_with_its_line_and_the_nearest_right_one(
    old: str, new: str, line: int | None, told: str
) -> None:
    text = HEAD + CASE
    assert old in text
    with pytest.raises(FactsError) as caught:
        read(text.replace(old, new, 1))
    assert told in str(caught.value)
    assert caught.value.where == ("t.toml" if line is None else f"t.toml:{line}")


def test_facts_and_requirements_are_tables() -> None:
    for key in ("facts", "requirements"):
        case = CASE.partition("[case.facts]")[0] + f"{key} = 1\n"
        with pytest.raises(FactsError, match=f"{key} is no table"):
            read(HEAD + case)


def test_a_case_must_expect_something() -> None:
    text = CASE.partition("[case.requirements]")[0].replace('outcome = "granted"\n', "")
    with pytest.raises(FactsError, match="expects an outcome"):
        read(HEAD + text)


def test_faults_of_all_cases_are_told_at_once() -> None:
    text = HEAD + CASE + CASE.replace('"one"', '"two"')
    with pytest.raises(FactsError) as caught:
        read(text.replace("granted", "given"))
    assert str(caught.value).count("no outcome 'given'") == 2
    assert "t.toml:20" in str(caught.value)


def test_two_cases_of_one_name_are_told() -> None:
    with pytest.raises(FactsError, match="Two cases") as caught:
        read(HEAD + CASE + CASE)
    assert (caught.value.where, caught.value.hint) == (
        "t.toml:17",
        "the first is at t.toml:3",
    )


def test_a_case_in_one_line_is_told_by_its_file() -> None:
    text = f'{HEAD}case = [{{name = "x", at = 2015-06-01, outcome = "given"}}]\n'
    with pytest.raises(FactsError) as caught:
        read(text)
    assert caught.value.where == "t.toml"

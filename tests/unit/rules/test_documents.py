from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from statuteline.errors import RuleError
from statuteline.law import encodings
from statuteline.model.ids import EId, WorkId
from statuteline.model.interval import Interval
from statuteline.rules.document import document
from statuteline.rules.encodings import (
    Axiom,
    Burden,
    Consequence,
    Encoding,
    NotEncoded,
    Outcome,
    Reading,
    Requirement,
    Version,
)
from statuteline.rules.facts import Choice, Day, Money, Whole, YesNo
from statuteline.rules.from_json import DEPTH
from statuteline.rules.json_place import parsed
from statuteline.rules.nodes import Element, cited
from statuteline.rules.predicates import all_of, at_least, define, not_, when
from statuteline.rules.read_document import encoding_from
from statuteline.rules.schedules import After, Deadline, Duty, Recurrence
from statuteline.rules.seats import Seat

SCHEMA = json.loads(
    (Path(__file__).parents[3] / "site/schemas/rule-1.schema.json").read_text("utf-8")
)
A = "sec_1-1__subsec_a"
lent = YesNo(name="lent", ask="Was a bicycle lent?", judgement=True)
kind = Choice(name="kind", ask="Which kind?", values=("cargo", "tandem"))
days_late = Whole(name="days_late", ask="How late was it?", unit="days")
fee = Money(name="fee", ask="What was paid?")
begun = Day(name="begun", ask="When did work begin?")
hired = Day(name="hired", ask="When was the keeper hired?")

fined = at_least(
    2,
    lent.is_true().cite(A, "lends a bicycle"),
    kind.one_of("cargo", "tandem").as_element(Element.CIRCUMSTANCE),
    define("late", days_late.above(3)),
    when(fee.at_most(500), begun.before(date(2020, 1, 1))).cite(
        A, "elsewhere", work="us-ct/cgs/2-2"
    ),
)
LENDING = Encoding(
    name="us-ct/lending",
    title="Lending bicycles",
    work=WorkId.parse("us-ct/cgs/1-1"),
    governed_by="day of the loan",
    versions=(
        Version(
            bound=True,
            days=Interval(start=date(2020, 1, 1), end=date(2022, 1, 1)),
            readings=(
                Reading(
                    name="plain",
                    argued="everybody",
                    outcomes=(
                        Outcome(
                            name="fine",
                            when=fined,
                            means="There is a fine.",
                            follows=(
                                Consequence(says="It is kept.", cited=cited(A, "kept")),
                            ),
                        ),
                        Outcome(name="none", when=not_(fined), means="There is none."),
                    ),
                ),
            ),
            requirements=(Requirement(name="bell", by="lender", met=lent.is_false()),),
            burdens=(
                Burden(on="lender", of="a bell", standard=None, cited=cited(A, "bell")),
            ),
            deadlines=(
                Deadline(
                    name="training",
                    latest_of=(date(2021, 1, 1), After(fact=hired, months=6)),
                    cited=cited(A, "six months"),
                ),
            ),
            recurrences=(Recurrence(name="again", every=36, cited=cited(A, "three")),),
            duties=(
                Duty(name="report", by="keeper", to="", until=None, cited=cited(A, "told")),
            ),
            seats=(
                Seat(holder="rider", filled_by="mayor", count=2, cited=cited(A, "2")),
                Seat(holder="keeper", filled_by="", count=1, cited=cited(A, "1")),
                Seat(holder="member", filled_by=None, count=3, cited=cited(A, "3")),
            ),
            not_encoded=(NotEncoded(eid=EId.parse(A), words="", reason="no fact"),),
        ),
    ),
    axioms=(
        Axiom(
            name="tandems are slow",
            holds=all_of(kind.is_("tandem")),
            cited=cited(A, "slow"),
            days=Interval(start=date(2021, 1, 1)),
        ),
        Axiom(
            name="over by then",
            holds=all_of(kind.is_("cargo")),
            cited=cited(A, "over"),
            days=Interval(start=date(2019, 1, 1), end=date(2020, 1, 1)),
        ),
    ),
)
VERSIONS = [
    (encoding, version)
    for encoding in (LENDING, *encodings())
    for version in encoding.versions
]


def lending() -> dict[str, Any]:
    """Give the document of the invented encoding, to be broken."""
    return document(LENDING, LENDING.versions[0])


def refused(broken: object) -> RuleError:
    """Give the error with which a document is refused."""
    with pytest.raises(RuleError) as caught:
        encoding_from(parsed(json.dumps(broken), "rule.json"))
    return caught.value


@pytest.mark.parametrize(
    ("encoding", "version"),
    VERSIONS,
    ids=[f"{encoding.name} {version.days.start}" for encoding, version in VERSIONS],
)
def test_a_document_keeps_to_its_schema_and_is_read_back(
    encoding: Encoding, version: Version
) -> None:
    written = document(encoding, version)
    jsonschema.validate(written, SCHEMA)
    again = encoding_from(parsed(json.dumps(written)))
    assert again.versions == (version,)
    assert again.axioms == encoding.axioms_beside(version)
    assert document(again, again.versions[0]) == written


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_an_axiom_of_other_days_stays_out() -> None:
    assert [axiom["name"] for axiom in lending()["axioms"]] == ["tandems are slow"]


def test_a_day_that_only_a_deadline_counts_from_is_a_fact_too() -> None:
    assert lending()["facts"]["hired"]["kind"] == "day"


def parts_of(written: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = written["readings"][0]["outcomes"][0]["when"]["of"]
    return found


PARTS = "rule.json $.readings[0].outcomes[0].when.of"


@pytest.mark.parametrize("character", ["\x1b", "\n", "\x9b", "\u202e", "\ud800"])
def test_what_steers_the_display_is_refused_at_its_address(character: str) -> None:
    written = lending()
    written["title"] += character
    error = refused(written)
    assert error.what == f"U+{ord(character):04X} steers the display, and says nothing"
    assert error.where == "rule.json $.title"
    written["title"] = "A title \u2013 with\u00a0words"
    encoding_from(parsed(json.dumps(written)))


def test_an_unknown_fact_names_the_nearest() -> None:
    written = lending()
    parts_of(written)[0]["fact"] = "lend"
    error = refused(written)
    assert error.what == "There is no fact 'lend'"
    assert error.where == f"{PARTS}[0].fact"
    assert error.hint == "did you mean lent?"


@pytest.mark.parametrize(
    ("number", "change", "what", "hint"),
    [
        (0, {"is": "yes"}, "lent cannot be 'yes'", "true or false"),
        (1, {"one-of": ["crago"]}, "kind cannot be 'crago'", "did you mean cargo?"),
        (1, {"one-of": []}, "names no value", ""),
        (1, {"one-off": ["cargo"]}, "needs one comparison, not 2", "is, one-of"),
        (2, {"as": {"fact": "days_late", "above": 3.0}}, "days_late cannot be 3.0", "days"),
        (2, {"as": {"fact": "days_late", "above": True}}, "cannot be True", "whole"),
        (2, {"as": {"fact": "days_late", "is": 3}}, "compared by 'is'", "at-least"),
        (2, {"as": {"fact": "days_late"}}, "needs one comparison, not 0", "at-least"),
        (2, {"citez": []}, "no key 'citez' here", "did you mean cites?"),
        (3, {"when": {"al-of": []}}, "no operator 'al-of'", "did you mean all-of?"),
        (3, {"when": {}}, "There is no operator here", "one of fact, all-of"),
        (3, {"then": {"all-of": []}}, "There are no parts", ""),
        (3, {"then": {"fact": "begun", "below": "2020-02-30"}}, "not a date", "YYYY"),
        (3, {"element": "mood"}, "no kind of element", "one of conduct"),
        (3, {"cites": [{"eId": "§ 1", "words": "x"}]}, "not an eId", "looks like"),
        (3, {"cites": [{"eId": A, "words": " "}]}, "names no words", ""),
    ],
)
def test_a_broken_node_is_refused(
    number: int, change: dict[str, object], what: str, hint: str
) -> None:
    written = lending()
    parts_of(written)[number] |= change
    error = refused(written)
    assert what in error.what
    assert hint in error.hint
    assert error.where.startswith(f"{PARTS}[{number}]")


def test_a_count_that_no_case_reaches_is_refused() -> None:
    written = lending()
    written["readings"][0]["outcomes"][0]["when"]["at-least"] = 5
    assert refused(written).hint == "ask for 1 to 4"


def test_a_fact_that_nothing_asks_is_refused() -> None:
    written = lending()
    written["facts"]["idle"] = {"kind": "yes-no", "ask": "?"}
    assert refused(written).what == "Nothing asks for the fact idle"


@pytest.mark.parametrize(
    ("fact", "what"),
    [
        ({"kind": "yesno", "ask": "?"}, "no kind of fact 'yesno'"),
        ({"kind": "choice", "ask": "?"}, "'values' is missing"),
        ({"kind": "choice", "ask": "?", "values": ["a", "a"]}, "each once"),
        ({"kind": "day", "ask": "?", "unit": "days"}, "no key 'unit'"),
        ({"kind": "money", "ask": "?", "unit": "dollars"}, "counted in cents"),
        ({"kind": "yes-no", "ask": 1}, "must be a string, not a whole number"),
        (None, "must be an object, not null"),
    ],
)
def test_a_broken_fact_is_refused(fact: object, what: str) -> None:
    written = lending()
    written["facts"]["lent"] = fact
    error = refused(written)
    assert what in error.what
    assert error.where.startswith("rule.json $.facts.lent")


@pytest.mark.parametrize(
    ("path", "value", "what"),
    [
        (("schema",), "statuteline/rule/0", "no rule document"),
        (("encoding",), "", "no name here"),
        (("work",), "54-95c", "not a work id"),
        (("days", "end"), "2019-01-01", "must end after it starts"),
        (("readings", 0, "outcomes"), [], "nothing here"),
        (("deadlines", 0, "latest-of"), [], "nothing here"),
        (("deadlines", 0, "latest-of", 1, "after"), "lent", "lent is no day"),
        (("deadlines", 0, "latest-of", 1, "months"), -1, "0 or more, not -1"),
        (("recurrences", 0, "every"), 0, "1 or more, not 0"),
        (("seats", 0, "count"), 2.5, "a whole number, not a number with a fraction"),
        (("facts", "lent", "judgement"), False, "Only true is written"),
    ],
    ids=str,
)
def test_a_broken_document_is_refused_at_its_address(
    path: tuple[str | int, ...], value: object, what: str
) -> None:
    written: Any = lending()
    holder = written
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    error = refused(written)
    assert what in error.what
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    assert f"rule.json ${''.join(steps)}".startswith(error.where)


def test_a_digest_of_other_logic_is_refused() -> None:
    written = lending()
    parts_of(written)[2]["as"]["above"] = 4
    assert refused(written).where == "rule.json $.readings[0].digest"
    written = lending()
    written["requirements"][0]["met"]["is"] = True
    assert refused(written).where == "rule.json $.digest"


def test_a_better_name_or_question_is_no_other_logic() -> None:
    written = lending()
    parts_of(written)[2]["define"] = "too late"
    written["facts"]["lent"]["ask"] = "Has a bicycle been lent?"
    encoding_from(parsed(json.dumps(written)))


@pytest.mark.parametrize("depth", [DEPTH + 1, 5_000, 200_000])
def test_what_is_nested_too_deep_is_refused(depth: int) -> None:
    whole = json.dumps(lending()).replace(
        '{"fact": "lent", "is": false}',
        '{"not": ' * depth + '{"fact": "lent", "is": false}' + "}" * depth,
    )
    with pytest.raises(RuleError, match="nested"):
        encoding_from(parsed(whole))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "not JSON"),
        ('{"schema": 1, "schema": 2}', "'schema' stands twice"),
        ('{"schema": NaN}', "NaN is no number"),
        (f'{{"schema": {"9" * 5000}}}', "not JSON as rules use it"),
        ("[]", "must be an object, not an array"),
        ("{}", "The key 'schema' is missing"),
    ],
)
def test_what_is_no_document_is_refused(text: str, what: str) -> None:
    with pytest.raises(RuleError, match=what):
        encoding_from(parsed(text, "rule.json"))

"""Claims about invented texts, and about random ones, proved and refuted."""

from __future__ import annotations

from datetime import date

import pytest

from statuteline.errors import RuleError
from statuteline.model.ids import WorkId
from statuteline.model.interval import Interval
from statuteline.rules.claims import (
    AddsStep,
    AlwaysOne,
    Below,
    Claim,
    DueBy,
    Ends,
    Every,
    Has,
    InForce,
    KeepsStep,
    Meets,
    NeverTwo,
    Proposed,
    Proposition,
    Recurs,
    Result,
    Seated,
    SeatsAdded,
    Some,
)
from statuteline.rules.encodings import (
    Axiom,
    Encoding,
    Law,
    Outcome,
    Proposal,
    Reading,
    Requirement,
    Version,
)
from statuteline.rules.facts import Whole, YesNo
from statuteline.rules.nodes import cited
from statuteline.rules.predicates import (
    Predicate,
    all_of,
    any_of,
    not_,
    when,
)
from statuteline.rules.proving import Proof, prove
from statuteline.rules.schedules import Duty, Recurrence
from statuteline.rules.seats import Seat

wet = YesNo(name="wet", ask="Is it wet?")
cold = YesNo(name="cold", ask="Is it cold?")
icy = YesNo(name="icy", ask="Is it icy?")
age = Whole(name="age", ask="How old is it?", unit="years")
WORDS = cited("sec_1-1", "words")
OLD, NEW = date(2000, 1, 1), date(2020, 1, 1)
WORK = WorkId.parse("us-ct/cgs/1-1")


def reading(name: str, shall: Predicate, may: Predicate) -> Reading:
    return Reading(
        name=name,
        outcomes=(
            Outcome(name="shall", when=shall, means="It must."),
            Outcome(name="may", when=may, means="It may."),
        ),
    )


def axiom(name: str, holds: Predicate) -> Axiom:
    return Axiom(name=name, holds=holds, cited=WORDS, days=Interval(start=OLD))


def step(name: str, met: Predicate) -> Requirement:
    return Requirement(name=name, by="court", met=met)


BEFORE = Version(
    days=Interval(start=OLD, end=NEW),
    readings=(
        reading("narrow", all_of(wet.is_true(), cold.is_true()), not_(wet.is_true())),
        reading("broad", wet.is_true(), any_of(not_(wet.is_true()), icy.is_true())),
    ),
    requirements=(step("hearing", cold.is_true()), step("form", wet.is_true())),
    recurrences=(Recurrence(name="airing", every=12, cited=WORDS),),
    seats=(Seat(holder="member", filled_by="governor", count=2, cited=WORDS),),
)
AFTER = Version(
    days=Interval(start=NEW),
    readings=(
        reading(
            "plain",
            any_of(icy.is_true(), all_of(wet.is_true(), age.at_most(9))),
            not_(any_of(icy.is_true(), all_of(wet.is_true(), age.at_most(9)))),
        ),
    ),
    requirements=(
        step("hearing", cold.is_true()),
        step("form", cold.is_true()),
        step("notice", icy.is_true()),
    ),
    duties=(Duty(name="report", by="clerk", to="", until=NEW, cited=WORDS),),
    seats=(
        Seat(holder="member", filled_by="governor", count=2, cited=WORDS),
        Seat(holder="judge", filled_by=None, count=1, cited=WORDS),
    ),
)
LAW = Law(
    encodings=(
        Encoding(
            name="us-ct/umbrella",
            title="Umbrellas",
            work=WORK,
            governed_by="day",
            versions=(BEFORE, AFTER),
            axioms=(
                axiom("ice is wet", when(icy.is_true(), wet.is_true())),
                axiom(
                    "what is wet and cold is icy",
                    when(all_of(wet.is_true(), cold.is_true()), icy.is_true()),
                ),
                axiom("ice is cold", when(icy.is_true(), cold.is_true())),
            ),
        ),
    ),
    proposals=(
        Proposal(
            name="somebody/wish",
            title="A wish",
            source=WORK,
            reading=reading("told", icy.is_true(), not_(icy.is_true())),
            requirements=(step("hearing", cold.is_true()),),
        ),
    ),
)
narrow = InForce(encoding="us-ct/umbrella", at=OLD, reading="narrow")
broad = InForce(encoding="us-ct/umbrella", at=OLD, reading="broad")
after = InForce(encoding="us-ct/umbrella", at=NEW)
wish = Proposed(proposal="somebody/wish")
UMBRELLA = "us-ct/umbrella"


def shall(text: InForce | Proposed) -> Ends:
    return Ends(text=text, outcomes=("shall",))


def tried(proposition: Proposition, law: Law = LAW) -> Proof:
    return prove(
        Claim(
            name="somebody/claim",
            says="It is so.",
            about=(),
            proposition=proposition,
            expected=Result.PROVED,
        ),
        law,
    )


def test_a_claim_that_no_case_refutes_names_the_axioms_it_needs() -> None:
    proof = tried(Every(given=(shall(narrow),), then=shall(after)))
    assert proof.result is Result.PROVED
    (needed,) = proof.needed
    assert needed.axiom.name == "what is wet and cold is icy"
    known = {fact.name: value for fact, value in needed.without.facts}
    assert known == {"wet": True, "cold": True, "icy": False, "age": 10}
    assert [outcomes for _, outcomes in needed.without.ends] == [("shall",), ("may",)]


def test_a_claim_is_refuted_by_its_plainest_case() -> None:
    proof = tried(Every(given=(shall(broad),), then=shall(after)))
    assert (proof.result, proof.as_expected, proof.needed) == (Result.REFUTED, False, ())
    assert proof.witness is not None
    known = {fact.name: value for fact, value in proof.witness.facts}
    assert known == {"wet": True, "icy": False, "age": 10}


def test_some_case_is_named_or_there_is_none() -> None:
    found = tried(Some(terms=(shall(after), Has(fact="icy", values=(False,)))))
    assert (found.result, found.needed) == (Result.PROVED, ())
    assert found.witness is not None
    none = tried(Some(terms=(shall(wish), Has(fact="wet", values=(False,)), shall(after))))
    assert (none.result, none.witness, none.cases) == (Result.REFUTED, None, 0)
    assert [one.axiom.name for one in none.needed] == ["ice is wet"]


def test_a_claim_about_no_possible_case_says_nothing() -> None:
    given_ = (Has(fact="icy", values=(True,)), Has(fact="wet", values=(False,)))
    proof = tried(Every(given=given_, then=shall(after)))
    assert (proof.result, proof.as_expected) == (Result.EMPTY, False)


def test_two_outcomes_or_none_are_found() -> None:
    assert tried(NeverTwo(text=narrow)).result is Result.PROVED
    two = tried(NeverTwo(text=broad))
    assert two.witness is not None
    assert [outcomes for _, outcomes in two.witness.ends] == [("shall", "may")]
    none = tried(AlwaysOne(text=narrow))
    assert none.witness is not None
    assert [outcomes for _, outcomes in none.witness.ends] == [()]
    assert tried(AlwaysOne(text=after)).result is Result.PROVED


def test_numbers_and_steps_can_be_spoken_of() -> None:
    dry_young = (shall(after), Has(fact="icy", values=(False,)))
    assert tried(Every(given=dry_young, then=Below(fact="age", value=10))).as_expected
    noticed = Meets(text=after, requirement="notice")
    assert tried(Every(given=(noticed,), then=shall(after))).as_expected


@pytest.mark.parametrize(
    ("proposition", "holds", "found"),
    [
        (
            AddsStep(before=narrow, after=after, requirement="notice"),
            True,
            "not in the first, in the second",
        ),
        (AddsStep(before=narrow, after=after, requirement="hearing"), False, "in both"),
        (AddsStep(before=narrow, after=wish, requirement="notice"), False, "in neither"),
        (KeepsStep(before=narrow, after=wish, requirement="hearing"), True, "the same"),
        (KeepsStep(before=narrow, after=after, requirement="form"), False, "not the same"),
        (KeepsStep(before=after, after=wish, requirement="form"), False, "not in the sec"),
        (Seated(encoding=UMBRELLA, at=OLD, seats=2), True, "2 seats"),
        (Seated(encoding=UMBRELLA, at=NEW, seats=2), False, "3 seats"),
        (
            SeatsAdded(
                encoding=UMBRELLA, before=OLD, after=NEW, added=(("judge", None, 1),)
            ),
            True,
            "+1 judge",
        ),
        (
            SeatsAdded(
                encoding=UMBRELLA, before=NEW, after=OLD, added=(("judge", None, 1),)
            ),
            False,
            "-1 judge",
        ),
        (Recurs(encoding=UMBRELLA, at=OLD, name="airing", months=12), True, "12 months"),
        (Recurs(encoding=UMBRELLA, at=NEW, name="airing", months=12), False, "no such"),
        (DueBy(encoding=UMBRELLA, at=NEW, name="report", until=NEW), True, "by 1 January"),
        (DueBy(encoding=UMBRELLA, at=OLD, name="report", until=NEW), False, "no such"),
    ],
)
def test_data_is_held_against_the_claim(
    proposition: Proposition, *, holds: bool, found: str
) -> None:
    proof = tried(proposition)
    assert proof.as_expected is holds
    assert found in proof.found
    assert (proof.cases, proof.witness) == (None, None)


@pytest.mark.parametrize(
    ("proposition", "hint"),
    [
        (NeverTwo(text=InForce(encoding="us-ct/umbrela", at=OLD)), "us-ct/umbrella"),
        (NeverTwo(text=InForce(encoding=UMBRELLA, at=OLD)), "narrow, broad"),
        (NeverTwo(text=InForce(encoding=UMBRELLA, at=OLD, reading="brod")), "broad"),
        (NeverTwo(text=Proposed(proposal="somebody/wsh")), "somebody/wish"),
        (Every(given=(), then=Ends(text=after, outcomes=("shal",))), "shall"),
        (Every(given=(shall(after),), then=Has(fact="wte", values=(True,))), "wet"),
        (Every(given=(shall(after),), then=Has(fact="wet", values=(3,))), "true or false"),
        (Some(terms=(Meets(text=after, requirement="notce"),)), "notice"),
    ],
)
def test_a_name_that_is_not_there_is_refused(proposition: Proposition, hint: str) -> None:
    with pytest.raises(RuleError) as caught:
        tried(proposition)
    assert caught.value.where == "somebody/claim"
    assert hint in caught.value.hint


def test_a_day_without_a_version_is_refused() -> None:
    with pytest.raises(RuleError, match="no version"):
        tried(NeverTwo(text=InForce(encoding=UMBRELLA, at=date(1999, 1, 1))))

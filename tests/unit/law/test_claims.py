"""The claims about P.A. 21-103: attached to statements that stand, with known results."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from statuteline.corpus.locate import shipped
from statuteline.corpus.store import open_corpus
from statuteline.law import law
from statuteline.rules.claims import Result
from statuteline.rules.flat_text import flat_text
from statuteline.rules.predicates import walk
from statuteline.rules.proving import prove

if TYPE_CHECKING:
    from statuteline.model.ids import WorkId
    from statuteline.model.work import Expression
    from statuteline.rules.claims import Claim

CLAIMS = {claim.name: claim for claim in law().claims}
VACATUR = "us-ct/vacatur/"
FAQ = "us-ct/faq/vacatur/"
SUMMARY = "us-ct/summary/pa-21-103/"
# The statements that the sources say should be checked, by what claims on them begin with.
STATEMENTS = (
    *(f"{SUMMARY}{number}-" for number in range(1, 10)),
    f"{FAQ}2016-must-vacate",
    f"{FAQ}proposal-any-request",
    f"{FAQ}act-any-request",
    f"{FAQ}proposal-keeps-prosecutor",
    f"{FAQ}proposal-adds-victim",
)


def text(work: WorkId) -> Expression:
    (found,) = open_corpus(shipped()).expressions(work)
    return found


@pytest.mark.parametrize("claim", CLAIMS.values(), ids=lambda claim: str(claim.name))
def test_no_claim_flips(claim: Claim) -> None:
    assert prove(claim, law()).result is claim.expected


@pytest.mark.parametrize("beginning", STATEMENTS)
def test_each_statement_has_a_claim(beginning: str) -> None:
    named = [claim for name, claim in CLAIMS.items() if name.startswith(beginning)]
    assert named
    assert all(claim.about for claim in named)


def test_claims_are_about_statements_of_the_corpus() -> None:
    named = {ref for claim in CLAIMS.values() for ref in claim.about}
    for work in {ref.work for ref in named}:
        statements = {statement.eid for statement in text(work).statements}
        assert {ref.eid for ref in named if ref.work == work} <= statements


@pytest.mark.parametrize(
    ("name", "axioms"),
    [
        (f"{VACATUR}2016-narrow-implies-2021-shall", ["prostitution is a misdemeanor"]),
        (f"{SUMMARY}3-mandatory-stays-mandatory", ["prostitution is a misdemeanor"]),
        (f"{SUMMARY}3-mandatory-for-prostitution-alone", []),
        (f"{VACATUR}2021-never-two", []),
    ],
)
def test_a_proof_names_the_axioms_it_needs(name: str, axioms: list[str]) -> None:
    proof = prove(CLAIMS[name], law())
    assert proof.result is Result.PROVED
    assert [needed.axiom.name for needed in proof.needed] == axioms


def test_without_the_axiom_prostitution_could_be_no_misdemeanor() -> None:
    (needed,) = prove(CLAIMS[f"{VACATUR}2016-narrow-implies-2021-shall"], law()).needed
    known = {fact.name: value for fact, value in needed.without.facts}
    assert known["conviction_for_prostitution"] is True
    assert known["offense_level"] != "misdemeanor"


def test_the_broad_reading_reached_convictions_that_have_no_relief_now() -> None:
    witness = prove(CLAIMS[f"{VACATUR}2016-broad-implies-2021-relief"], law()).witness
    assert witness is not None
    known = {fact.name: value for fact, value in witness.facts}
    assert known["has_any_prostitution_conviction"] is True
    assert known["conviction_for_prostitution"] is False
    assert known["offense_level"] in {
        "violation",
        "class A felony",
        "class B felony",
        "unclassified felony",
    }


def test_victims_whose_part_was_no_result_lost_the_relief_of_2013() -> None:
    witness = prove(CLAIMS[f"{VACATUR}2013-implies-2016"], law()).witness
    assert witness is not None
    known = {fact.name: value for fact, value in witness.facts}
    assert known["proved_victim_at_time_of_offense"] is True
    assert known["took_part_as_result_of_trafficking"] is False
    assert known["took_part_as_result_of_federal_crime"] is False


def test_discretion_over_any_request_is_the_proposal_and_not_the_act() -> None:
    of_proposal = CLAIMS[f"{FAQ}proposal-any-request-may-be-denied"]
    of_act = CLAIMS[f"{FAQ}act-any-request-may-be-denied"]
    assert of_proposal.about == of_act.about
    assert prove(of_proposal, law()).result is Result.PROVED
    refuted = prove(of_act, law())
    assert refuted.witness is not None
    known = {fact.name: value for fact, value in refuted.witness.facts}
    assert known["conviction_for_prostitution"] is True


def test_a_law_that_changes_flips_a_claim() -> None:
    changed = tuple(
        replace(encoding, axioms=()) if encoding.name == "us-ct/vacatur" else encoding
        for encoding in law().encodings
    )
    flipped = {
        name
        for name, claim in CLAIMS.items()
        if not prove(claim, replace(law(), encodings=changed)).as_expected
    }
    assert f"{VACATUR}2016-narrow-implies-2021-shall" in flipped
    assert f"{VACATUR}2021-never-two" not in flipped


@pytest.mark.parametrize("proposal", law().proposals, ids=lambda one: str(one.name))
def test_a_proposal_cites_words_of_the_document_that_tells_it(proposal: object) -> None:
    assert proposal in law().proposals
    one = law().proposals[law().proposals.index(proposal)]
    guards = [outcome.when for outcome in one.reading.outcomes]
    nodes = walk(*guards, *(step.met for step in one.requirements))
    cited = {citation for node in nodes for citation in node.citations}
    flat = flat_text(text(one.source).body)
    assert cited
    for citation in cited:
        assert citation.work == one.source
        assert flat.holding(citation.words) == citation.eid


def test_no_proposal_is_offered_as_law() -> None:
    proposed = {proposal.name for proposal in law().proposals}
    assert proposed
    assert not proposed & {encoding.name for encoding in law().encodings}

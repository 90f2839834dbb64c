"""A claim about one text, asked of others."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from statuteline.law import law
from statuteline.rules.claimed_texts import texts_named
from statuteline.rules.claims import InForce, Proposed, Result
from statuteline.rules.claims_elsewhere import Unasked, asked_of, is_about_one
from statuteline.rules.proving import Proof, prove

if TYPE_CHECKING:
    from statuteline.rules.claims import Claim

CLAIMS = {one.name: one for one in law().claims}
ABOUT_ONE = [one for one in law().claims if is_about_one(one.proposition)]


@pytest.mark.parametrize("claim", ABOUT_ONE, ids=lambda claim: claim.name)
def test_of_its_own_text_the_same_comes_out(claim: Claim) -> None:
    (text,) = texts_named(claim.proposition)
    assert asked_of(claim, text, law()) == prove(claim, law())


def test_an_outcome_that_a_text_lacks_is_one_in_which_no_case_ends() -> None:
    claim = CLAIMS["us-ct/faq/vacatur/act-any-request-may-be-denied"]
    text = InForce(encoding="us-ct/vacatur", at=date(2013, 10, 1))
    proof = asked_of(claim, text, law())
    assert isinstance(proof, Proof)
    assert proof.result is Result.REFUTED


def test_what_a_text_cannot_be_asked_is_said() -> None:
    claim = CLAIMS["us-ct/faq/vacatur/2016-must-vacate"]
    text = Proposed(proposal="us-ct/faq/vacatur/proposal")
    assert asked_of(claim, text, law()) == Unasked(
        why="it does not ask for “conviction for prostitution”"
    )
    claim = CLAIMS["us-ct/vacatur/2013-always-one"]
    assert not is_about_one(claim.proposition)
    claim = CLAIMS["us-ct/faq/vacatur/other-convictions-ineligible"]
    assert asked_of(claim, text, law()) == Unasked(why="it has no outcome “shall vacate”")


def test_claims_about_two_texts_are_about_no_one_text() -> None:
    claim = CLAIMS["us-ct/faq/vacatur/act-differs-from-proposal"]
    assert not is_about_one(claim.proposition)

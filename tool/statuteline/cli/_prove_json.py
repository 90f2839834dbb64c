"""What ``prove`` says for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from statuteline.rules.claim_words import proposition_words, texts_words
from statuteline.rules.claims import InForce
from statuteline.rules.json_form import constant_json

if TYPE_CHECKING:
    from statuteline.rules.claims import Text
    from statuteline.rules.encodings import Axiom
    from statuteline.rules.proving import Case, Proof

Entry = dict[str, Any]


def proofs_value(proofs: tuple[Proof, ...]) -> Entry:
    """Give what came of claims, as JSON has it."""
    return {
        "as_expected": all(proof.as_expected for proof in proofs),
        "claims": [_proof(proof) for proof in proofs],
    }


def _proof(proof: Proof) -> Entry:
    claim = proof.claim
    return {
        "name": claim.name,
        "says": claim.says,
        "about": [str(ref) for ref in claim.about],
        "texts": [_text(text) for text in texts_words(claim.proposition)],
        "tried": proposition_words(claim.proposition),
        "result": proof.result.value,
        "expected": claim.expected.value,
        "cases": proof.cases,
        "found": proof.found or None,
        "witness": None if proof.witness is None else _case(proof.witness),
        "axioms": [
            {**_axiom(needed.axiom), "without": _case(needed.without)}
            for needed in proof.needed
        ],
        "note": claim.note or None,
    }


def _axiom(axiom: Axiom) -> Entry:
    work = axiom.cited.work
    return {
        "name": axiom.name,
        "work": str(work) if work else None,
        "eId": axiom.cited.eid.text,
        "words": axiom.cited.words,
    }


def _case(case: Case) -> Entry:
    return {
        "facts": {fact.name: constant_json(value) for fact, value in case.facts},
        "ends": [list(outcomes) for _, outcomes in case.ends],
    }


def _text(text: Text) -> Entry:
    if isinstance(text, InForce):
        return {
            "encoding": text.encoding,
            "at": text.at.isoformat(),
            "reading": text.reading or None,
            "proposal": None,
        }
    return {"encoding": None, "at": None, "reading": None, "proposal": text.proposal}

"""Golden cases and mutants as values for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.rules.json_form import constant_json
from statuteline.rules.line_words import line_words, names_in

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from statuteline.rules.cases import Compared, GoldenCase, TriedCase
    from statuteline.rules.encodings import Encoding
    from statuteline.rules.predicates import Predicate
    from statuteline.rules.signing import Suite


def tried_value(encoding: Encoding, tried: tuple[TriedCase, ...]) -> dict[str, object]:
    """Give the content of ``cases-1.schema.json`` for cases that were run."""
    names = names_in(encoding)
    return {
        "decision": encoding.name,
        "cases": [
            {
                **_case(one.case),
                "why": one.case.why,
                "signed_by": one.case.signed_by or None,
                "where": one.case.where,
                "agrees": one.agrees,
                "answers": [_answer(answer, names) for answer in one.answers],
            }
            for one in tried
        ],
        "differing": sum(not one.agrees for one in tried),
    }


def suites_value(
    encoding: Encoding, at: date, found: tuple[Suite, ...]
) -> dict[str, object]:
    """Give the content of ``cases-minimal-1.schema.json``."""
    return {
        "decision": encoding.name,
        "at": at.isoformat(),
        "suites": [_suite(one) for one in found],
    }


def _suite(one: Suite) -> dict[str, object]:
    killing = one.killing
    return {
        "reading": one.reading,
        "smallest": killing.smallest,
        "killed": killing.killed,
        "mutants": [
            {
                "change": mutant.change.name.lower().replace("_", "-"),
                "words": one.words(place),
            }
            for place, mutant in enumerate(killing.mutants)
        ],
        "equivalent": [
            {
                "mutant": same.mutant,
                "axioms": [axiom.name for axiom in same.axioms],
                "order": same.order,
            }
            for same in killing.equivalent
        ],
        "cases": [
            {**_case(case), "kills": list(telling.kills)}
            for case, telling in zip(one.cases, killing.cases, strict=True)
        ],
    }


def _case(case: GoldenCase) -> dict[str, object]:
    return {
        "name": case.name,
        "at": case.at.isoformat(),
        "reading": case.reading,
        "outcome": case.outcome,
        "requirements": dict(case.requirements),
        "facts": {name: constant_json(value) for name, value in case.facts},
    }


def _answer(answer: Compared, names: Mapping[Predicate, str]) -> dict[str, object]:
    clause = answer.clause
    return {
        "of": answer.of or None,
        "expected": answer.expected,
        "found": answer.found,
        "clause": None
        if clause is None
        else {"words": line_words(clause.node, names), "verdict": clause.verdict.value},
        "axioms": [axiom.name for axiom in answer.axioms],
    }

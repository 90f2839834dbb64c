"""Test vectors: questions, cases and the answers of the Python engines, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.rules.json_form import Json, constant_json, facts_json, predicate_json

from .every_case import told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statuteline.rules.facts import Facts

    from .every_case import Question


def complete(question: Question) -> dict[str, Json]:
    """Give the vectors of all cases of a question."""
    values: list[Json] = [
        [name, [None if one is None else constant_json(one) for one in each]]
        for name, each in question.values().items()
    ]
    expected: list[Json] = [told(question, facts) for facts in question.cases()]
    return _question(question) | {"values": values, "expected": expected}


def of_cases(question: Question, cases: Iterable[Facts]) -> dict[str, Json]:
    """Give the vectors of some cases of a question."""
    chosen = tuple(cases)
    return _question(question) | {
        "cases": [
            {name: constant_json(value) for name, value in facts.items()}
            for facts in chosen
        ],
        "expected": [told(question, facts) for facts in chosen],
    }


def _question(question: Question) -> dict[str, Json]:
    guards = tuple(outcome.when for outcome in question.outcomes)
    axioms = tuple(axiom.holds for axiom in question.axioms)
    return {
        "name": question.name,
        "facts": facts_json(*guards, *axioms),
        "outcomes": [
            {"name": outcome.name, "when": predicate_json(outcome.when)}
            for outcome in question.outcomes
        ],
        "axioms": [predicate_json(axiom) for axiom in axioms],
    }

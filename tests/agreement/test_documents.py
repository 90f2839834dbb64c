"""The evaluator decides by the published document as the package decides by the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from statuteline.law import encodings
from statuteline.rules.deciding import decide
from statuteline.rules.document import document, predicates_asked
from statuteline.rules.grid import grid
from statuteline.rules.json_form import Json, constant_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.rules.encodings import Encoding, Version
    from statuteline.rules.explaining import Explanation
    from statuteline.rules.facts import Facts
    from statuteline.rules.settling import Settlement

    from .conftest import RunNode

VERSIONS = [
    pytest.param(encoding, version, id=f"{encoding.name} from {version.days.start}")
    for encoding in encodings()
    for version in encoding.versions
]


@pytest.mark.parametrize(("encoding", "version"), VERSIONS)
def test_readings_and_procedure(
    run_node: RunNode, encoding: Encoding, version: Version
) -> None:
    day = version.days.start
    cases = tuple(_cases(encoding, version))
    given: list[Json] = [
        {name: constant_json(value) for name, value in facts.items()} for facts in cases
    ]
    asked: dict[str, Json] = {
        "document": document(encoding, version),
        "day": day.isoformat(),
        "cases": given,
    }
    assert run_node("decide_documents.mjs", [asked]) == [
        [_told(encoding, facts, day) for facts in cases]
    ]


def _cases(encoding: Encoding, version: Version) -> Iterator[Facts]:
    """Give a case of which nothing is known, one of each fact alone, and whole ones."""
    yield {}
    laid = grid(*predicates_asked(encoding, version))
    for axis in laid.axes:
        for cell in axis.cells:
            yield {axis.fact.name: cell.example}
    for case in range(0, laid.size, max(1, laid.size // 10)):
        yield laid.facts(case)


def _told(encoding: Encoding, facts: Facts, day: date) -> Json:
    answer = decide(encoding, facts, at=day, governed=day, known=day, texts=None)
    (decision,) = answer.decisions
    return [
        [
            [
                one.reading.name,
                [_clauses(outcome.explanation) for outcome in one.outcomes],
                _left(one.settlement),
            ]
            for one in decision.readings
        ],
        [
            [one.requirement.name, _clauses(one.explanation), _left(one.settlement)]
            for one in decision.requirements
        ],
    ]


def _clauses(explanation: Explanation) -> Json:
    value = explanation.value
    return [
        explanation.verdict.value,
        None if value is None else constant_json(value),
        [_clauses(part) for part in explanation.parts],
    ]


def _left(settlement: Settlement) -> Json:
    return [list(settlement.possible), [fact.name for fact in settlement.ask]]

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from json_logic import jsonLogic, uses_data

from statuteline.law import encoding, encodings
from statuteline.rules.json_logic_document import json_logic_document

if TYPE_CHECKING:
    from collections.abc import Iterator

VACATUR = encoding("us-ct/vacatur")


def rules_of(document: dict[str, Any]) -> Iterator[object]:
    outcomes = [one for reading in document["readings"] for one in reading["outcomes"]]
    for one in (*outcomes, *document["requirements"]):
        yield one["surely-yes"]
        yield one["surely-no"]


def test_a_case_is_decided_by_the_document_alone() -> None:
    document: dict[str, Any] = json_logic_document(VACATUR, VACATUR.versions[-1])
    facts = {
        "offense_level": "class D felony",
        "took_part_as_result_of_trafficking": True,
        "proved_victim_at_time_of_offense": True,
    }
    (reading,) = document["readings"]
    verdicts = {
        one["name"]: (
            jsonLogic(one["surely-yes"], facts),
            jsonLogic(one["surely-no"], facts),
        )
        for one in reading["outcomes"]
    }
    assert verdicts == {
        "shall vacate": (False, False),
        "may vacate": (False, False),
        "no relief": (False, False),
    }
    known = facts | {"conviction_for_prostitution": False}
    sure = [
        one["name"] for one in reading["outcomes"] if jsonLogic(one["surely-yes"], known)
    ]
    assert sure == ["may vacate"]


def test_every_variable_is_among_the_facts() -> None:
    for one in encodings():
        for version in one.versions:
            document = json_logic_document(one, version)
            used = {name for rule in rules_of(document) for name in uses_data(rule)}
            facts = document["facts"]
            assert isinstance(facts, dict)
            assert used == set(facts)

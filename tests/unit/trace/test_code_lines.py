from __future__ import annotations

import json

from statuteline.law import encodings
from statuteline.rules.facts import YesNo
from statuteline.rules.json_form import facts_json, predicate_json
from statuteline.rules.predicates import all_of, define
from statuteline.trace.code_lines import code_lines
from statuteline.trace.units import units

wet = YesNo(name="wet", ask="Is it wet?")
cold = YesNo(name="cold", ask="Is it cold?")
RULE = define("bad weather", all_of(define("rain", wet.is_true()), cold.is_true()))
SAID = json.dumps({"facts": facts_json(RULE), "tree": predicate_json(RULE)})


def test_each_clause_stands_on_a_line() -> None:
    assert code_lines(SAID, whole=True) == (
        "bad weather",
        "· all of these",
        "· · rain",
        "· · · wet: yes",
        "· · cold: yes",
    )


def test_a_definition_within_is_only_named_unless_the_whole_is_asked() -> None:
    assert "· · · wet: yes" not in code_lines(SAID, whole=False)
    assert "· · rain" in code_lines(SAID, whole=False)


def test_what_this_language_does_not_know_is_given_as_it_is() -> None:
    strange = SAID.replace("all-of", "most-of")
    assert code_lines(strange, whole=True) == (strange,)


def test_every_unit_can_be_written_out() -> None:
    for one in encodings():
        for unit in units(one):
            lines = code_lines(unit.said, whole=True)
            assert lines
            assert not any("{" in line for line in lines), unit.id

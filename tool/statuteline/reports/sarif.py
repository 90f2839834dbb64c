"""SARIF, which code hosts show beside the lines of the code.

Each state is a rule, each finding a result at the line of the code, related to the
provision in its file. Waivers are results that are suppressed, with their reason. Results
are known again by their link, not by their line. A host keeps 5,000 results of a run; what
would come behind those is told in one result a rule.

Source:
    OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0, sections 3.27
    (result), 3.27.17 (partialFingerprints), 3.35 (suppression). GitHub Docs, "SARIF
    support for code scanning": the limits, and ``primaryLocationLineHash``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from hashlib import sha256
from importlib.metadata import version
from pathlib import PurePath
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from statuteline.publish import seen
from statuteline.publish._json import written
from statuteline.reports._rules import RULES, by_gravity, rule_id
from statuteline.reports.base import Report
from statuteline.trace.states import State

if TYPE_CHECKING:
    from statuteline.reports.base import Checked, Finding, Spot

_MOST: Final = 5_000
"""Results of a run that a host keeps."""
_MOST_RELATED: Final = 100
"""Locations of a result that a host keeps."""
_BASE: Final = "SRCROOT"
_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json"
)


def _findings(checked: Checked) -> str:
    told = by_gravity(one for one in checked.links if one.state in RULES)
    marks = _marks(checked.links)
    document = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "statuteline",
                        "version": version("statuteline"),
                        "rules": [_rule(state) for state in RULES],
                    }
                },
                "originalUriBaseIds": {
                    _BASE: {"description": {"text": "Where statuteline was run."}}
                },
                "results": _results(told, marks),
            }
        ],
    }
    return written(document)


def _marks(links: tuple[Finding, ...]) -> dict[int, str]:
    """Make for each link a fingerprint that no move of its lines changes.

    Links of one name are told apart by their order.
    """
    seen_before: Counter[str] = Counter()
    marks: dict[int, str] = {}
    for one in links:
        name = one.judged.link.id
        seen_before[name] += 1
        words = f"{name}#{seen_before[name]}"
        marks[id(one)] = sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return marks


def _rule(state: State) -> dict[str, object]:
    rule = RULES[state]
    return {
        "id": rule_id(state),
        "shortDescription": {"text": rule.says},
        "defaultConfiguration": {"level": rule.level.value},
    }


def _results(told: tuple[Finding, ...], marks: dict[int, str]) -> list[dict[str, object]]:
    if len(told) <= _MOST:
        return [_result(one, marks[id(one)]) for one in told]
    kept = _MOST - len(RULES)
    left: dict[State, list[Finding]] = defaultdict(list)
    for one in told[kept:]:
        left[one.state].append(one)
    return [
        *(_result(one, marks[id(one)]) for one in told[:kept]),
        *(_others(state, tuple(found)) for state, found in left.items()),
    ]


def _result(one: Finding, mark: str) -> dict[str, object]:
    link, judgement = one.judged.link, one.judged.judgement
    result: dict[str, object] = {
        "ruleId": rule_id(one.state),
        "ruleIndex": list(RULES).index(one.state),
        "level": RULES[one.state].level.value,
        "message": {"text": seen(f"{link.id}: {one.told}")},
        "locations": [_location(one.code)] if one.code is not None else [],
        "partialFingerprints": {
            "statutelineLink/v1": mark,
            "primaryLocationLineHash": f"{mark}:1",
        },
    }
    if one.text is not None:
        words = {"text": seen(f"The provision: {link.provision}")}
        result["relatedLocations"] = [_location(one.text) | {"id": 1, "message": words}]
    if one.state is State.WAIVED and judgement is not None:
        result["suppressions"] = [
            {
                "kind": "external",
                "status": "accepted",
                "justification": seen(judgement.reason),
            }
        ]
    return result


def _others(state: State, found: tuple[Finding, ...]) -> dict[str, object]:
    """Tell of those that a host would drop, in one result."""
    spots = dict.fromkeys(one.code for one in found if one.code is not None)
    result: dict[str, object] = {
        "ruleId": rule_id(state),
        "ruleIndex": list(RULES).index(state),
        "level": RULES[state].level.value,
        "message": {
            "text": f"{len(found)} more: {RULES[state].says} See statuteline check."
        },
        "locations": [_location(one) for one in tuple(spots)[:1]],
        "relatedLocations": [_location(one) for one in tuple(spots)[1 : _MOST_RELATED + 1]],
        "partialFingerprints": {"statutelineRule/v1": rule_id(state)},
    }
    if state is State.WAIVED:
        why = "Each is waived for a reason, which statuteline check --all tells."
        result["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": why}
        ]
    return result


def _location(spot: Spot) -> dict[str, object]:
    if spot.inside:
        artifact = {"uri": quote(spot.file), "uriBaseId": _BASE}
    elif PurePath(spot.file).is_absolute():
        artifact = {"uri": PurePath(spot.file).as_uri()}
    else:
        artifact = {"uri": quote(spot.file, safe="/:?#[]@!$&'()*+,;=%")}
    physical: dict[str, object] = {"artifactLocation": artifact}
    if spot.line is not None:
        physical["region"] = {"startLine": spot.line}
    location: dict[str, object] = {"physicalLocation": physical}
    if spot.address:
        location["logicalLocations"] = [{"fullyQualifiedName": spot.address}]
    return location


REPORT = Report(summary="SARIF 2.1.0, for code hosts and editors.", findings=_findings)

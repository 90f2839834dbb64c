"""JSON that names its schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.publish._json import written
from statuteline.reports._matrix_json import matrix_data
from statuteline.reports.base import Report
from statuteline.trace.links import Link

if TYPE_CHECKING:
    from statuteline.reports.base import Checked, Finding, Matrix


def _findings(checked: Checked) -> str:
    return _written(
        "check",
        {
            "corpus": checked.corpus,
            "on": checked.on.isoformat(),
            "links": len(checked.links),
            "states": {state.value: count for state, count in checked.counts.items()},
            "findings": [_finding(one) for one in checked.listed],
        },
    )


def _written(name: str, content: dict[str, object]) -> str:
    return written({"schema": f"statuteline/{name}/1", **content})


def _finding(one: Finding) -> dict[str, object]:
    link, judgement = one.judged.link, one.judged.judgement
    told: dict[str, object] = {
        "state": one.state.value,
        "link": link.id,
        "unit": link.unit.id,
        "kind": link.unit.kind.value,
        "code": {"place": one.place, "fingerprint": link.unit.code},
        "provision": str(link.provision),
        "days": {
            "from": link.days.start.isoformat(),
            "until": link.days.end.isoformat() if link.days.end else None,
        },
        "told": one.told,
    }
    if isinstance(link, Link):
        told["text"] = {
            "place": str(one.text) if one.text is not None else None,
            "expression": str(link.expression),
            "found": link.found.text if link.found else None,
            "words": list(link.words),
            "fingerprint": link.text or None,
        }
    if one.impacted:
        told["impacted"] = [
            {"unit": other.unit, "place": other.place} for other in one.impacted
        ]
    if judgement is not None:
        told["judgement"] = {
            "verdict": judgement.verdict.value,
            "by": judgement.by,
            "on": judgement.on.isoformat(),
            "reason": judgement.reason,
            "until": judgement.until.isoformat() if judgement.until else None,
        }
    return told


def _matrix(matrix: Matrix) -> str:
    return _written("matrix", matrix_data(matrix))


REPORT = Report(
    summary="JSON for programs, with a schema.", findings=_findings, matrix=_matrix
)

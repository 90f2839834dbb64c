"""The matrix of an act as plain data, named by ids, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.reports._matrix_cells import kind_of, provisions
from statuteline.reports.base import spot_of

if TYPE_CHECKING:
    from statuteline.model.change import Runs
    from statuteline.reports.base import Matrix
    from statuteline.trace.claiming import ClaimedChange
    from statuteline.trace.code_changes import CodeChange
    from statuteline.trace.matrix import Row
    from statuteline.trace.statements import TiedStatement
    from statuteline.trace.states import Judged


def matrix_data(matrix: Matrix) -> dict[str, object]:
    """Describe a matrix. Each change is described once; rows name it by its id."""
    changes = {
        one.change.change.id: one.change for one in matrix.listed if one.change is not None
    }
    return {
        "corpus": matrix.corpus,
        "act": matrix.act,
        "on": matrix.on.isoformat(),
        "count": len(matrix.rows),
        "holes": {hole.value: count for hole, count in matrix.holes.items()},
        "changes": [_change(matrix, one) for one in changes.values()],
        "rows": [_row(one) for one in matrix.listed],
    }


def _change(matrix: Matrix, one: ClaimedChange) -> dict[str, object]:
    change = one.change
    return {
        "id": change.id,
        "provisions": list(provisions(matrix, one)),
        "day": change.day.isoformat(),
        "acts": [str(act) for act in change.acts],
        "summary": change.change.summary,
        "words": [_marked(runs) for runs in change.words],
        "stands": one.claim.value,
        "reason": one.reason,
        "code": [_code(matrix, followed) for followed in one.code],
    }


def _marked(runs: Runs) -> list[dict[str, str]]:
    return [{"kind": run.kind.value, "text": run.text} for run in runs]


def _code(matrix: Matrix, change: CodeChange) -> dict[str, object]:
    unit = change.after or change.before
    place = spot_of(unit.origin, matrix.folder) if unit is not None else None
    return {
        "unit": change.id,
        "kind": kind_of(change),
        "place": str(place) if place is not None else None,
    }


def _row(one: Row) -> dict[str, object]:
    return {
        "statement": _statement(one.statement) if one.statement is not None else None,
        "change": one.change.change.id if one.change is not None else None,
        "acts": [str(act) for act in one.acts],
        "claims": [
            {
                "name": tested.name,
                "says": tested.says,
                "result": tested.result,
                "expected": tested.as_expected,
            }
            for tested in one.claims
        ],
        "cases": [
            {
                "encoding": turn.encoding,
                "day": turn.day.isoformat(),
                "before": [case.name for case in turn.before],
                "that_day": [case.name for case in turn.that_day],
            }
            for turn in one.turns
        ],
        "links": [_link(link) for link in one.links],
        "open": [hole.value for hole in one.holes],
    }


def _statement(statement: TiedStatement) -> dict[str, object]:
    return {
        "id": statement.id,
        "words": statement.words,
        "tie": statement.tie.value,
        "reason": statement.reason,
    }


def _link(link: Judged) -> dict[str, object]:
    judgement = link.judgement
    return {
        "link": link.link.id,
        "state": link.state.value,
        "by": judgement.by if judgement is not None else None,
        "on": judgement.on.isoformat() if judgement is not None else None,
    }

"""Everything a comparison holds, as JSON under a published schema.

The schema is ``diff-1.schema.json``. Its description says how to rebuild both texts. The
changes of many comparisons are one object a line for each that has any, under
``compare-section-1.schema.json``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.publish._changes import (
    count,
    is_same,
    kind_of,
    others_of,
    pairing_of,
    sides_of,
)
from statuteline.publish._excerpt_json import excerpt_json
from statuteline.publish._json import Entry, commencement_value, on_one_line, written
from statuteline.publish._layout import groups, places
from statuteline.publish._searched_json import searched_json
from statuteline.publish._wording import when, whose
from statuteline.publish.base import Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.model.change import Change, Comparison, Line, Place, Runs
    from statuteline.model.work import Expression
    from statuteline.publish.base import Style

SCHEMA = "statuteline/diff/1"
LIST_SCHEMA = "statuteline/compare-section/1"


def _comparison(comparison: Comparison, _style: Style) -> str:
    value: Entry = {
        "schema": SCHEMA,
        "old": _text(comparison.old),
        "new": _text(comparison.new),
        "same": is_same(comparison),
        "counts": {**count(comparison.changes)},
        "changes": [change_value(change) for change in comparison.changes],
        "provisions": [_provision(group) for group in groups(comparison.lines)],
    }
    return written(value)


def _comparisons(comparisons: Iterable[Comparison], _style: Style) -> Iterator[str]:
    for one in comparisons:
        if one.changes:
            yield on_one_line(
                {
                    "schema": LIST_SCHEMA,
                    "old": one.old.body[0].eid.text if one.old.body else None,
                    "new": one.new.body[0].eid.text if one.new.body else None,
                    "changes": [change_value(change) for change in one.changes],
                }
            )


def _text(expression: Expression) -> Entry:
    start, by, end = expression.known_start, expression.by, expression.ends
    return {
        "work": str(expression.id.work),
        "expression": str(expression.id),
        "title": expression.title,
        "words": expression.words.value,
        "notice": whose(expression.words),
        "commencement": _kind_of_start(expression),
        "start": start.isoformat() if start else None,
        "by": by.isoformat() if by else None,
        "end": end.isoformat() if end else None,
        "when": when(expression),
    }


def _kind_of_start(expression: Expression) -> str | None:
    rule = expression.commencement
    return str(commencement_value(rule)["kind"]) if rule is not None else None


def change_value(change: Change) -> Entry:
    """Tell one change: its kind, both addresses, the sentence and the ground."""
    old, new = sides_of(change)
    pairing = pairing_of(change)
    return {
        "kind": kind_of(change),
        "old": old.text if old else None,
        "new": new.text if new else None,
        "also": [eid.text for eid in others_of(change)],
        "summary": change.summary,
        "reason": pairing.reason.value if pairing else None,
        "confidence": pairing.confidence if pairing else None,
    }


def _provision(group: tuple[Line, ...]) -> Entry:
    old, new = places(group)
    return {
        "old": _place(old),
        "new": _place(new),
        "parts": {line.part.value: _runs(line.runs) for line in group},
    }


def _place(place: Place | None) -> Entry | None:
    if place is None:
        return None
    return {
        "eid": place.eid.text,
        "level": place.level.value,
        "num": place.num,
        "order": place.order,
        "depth": place.depth,
        "coverage": place.coverage.value,
    }


def _runs(runs: Runs) -> list[Entry]:
    return [{"kind": run.kind.value, "text": run.text} for run in runs]


FORMAT = Format(
    summary="Everything, for programs: both texts can be rebuilt from it.",
    comparison=_comparison,
    comparisons=_comparisons,
    excerpt=excerpt_json,
    searched=searched_json,
)

"""A redline for a script that shows it, and the texts against which it checks it.

The schemas are ``redline-1.schema.json`` and ``words-1.schema.json``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from statuteline.model.provision import walk
from statuteline.publish import _wording
from statuteline.publish._characters import one_line, visible
from statuteline.publish._html_parts import legend_runs
from statuteline.publish._json import on_one_line
from statuteline.publish._layout import anchor_of
from statuteline.publish._spots import spots

if TYPE_CHECKING:
    from statuteline.model.change import Change, Comparison, Place, Run, Runs
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression
    from statuteline.publish._json import Entry
    from statuteline.publish._layout import Row
    from statuteline.publish._spots import Spot

SCHEMA: Final = "statuteline/redline/1"
WORDS_SCHEMA: Final = "statuteline/words/1"


def redline_json(comparison: Comparison) -> str:
    """Write a comparison as its page shows it, with every word of both texts."""
    found = spots(comparison)
    rows = tuple(spot.row for spot in found)
    return on_one_line(
        {
            "schema": SCHEMA,
            "old": _text(comparison.old),
            "new": _text(comparison.new),
            "language": _wording.language_tag(comparison),
            "notices": [one_line(one) for one in _wording.notices(comparison)],
            "counts": one_line(_wording.counted(comparison)),
            "words": one_line(_wording.counted_words(comparison)),
            "changes": [_change(change, rows) for change in comparison.changes],
            "legend": _runs(legend_runs(rows)),
            "rows": [_row(spot) for spot in found],
        }
    )


def words_json(expression: Expression) -> str:
    """Write the words of a text as they are compared, provision by provision."""
    return on_one_line(
        {
            "schema": WORDS_SCHEMA,
            "expression": str(expression.id),
            "provisions": [_provision(one) for one in walk(expression.body)],
        }
    )


def _text(expression: Expression) -> Entry:
    return {
        "expression": str(expression.id),
        "label": _wording.label(expression),
        "when": one_line(_wording.when(expression)),
    }


def _change(change: Change, rows: tuple[Row, ...]) -> Entry:
    return {
        "anchor": anchor_of(change, rows),
        "summary": one_line(change.summary),
        "doubt": one_line(_wording.doubt(change)),
    }


def _row(spot: Spot) -> Entry:
    row = spot.row
    return {
        "old": _eid(row.old),
        "new": _eid(row.new),
        "depth": row.place.depth,
        "closing": row.closing,
        "anchor": row.anchor,
        "change": spot.number,
        "far": spot.far,
        "instead": spot.instead,
        "num": _runs(row.num),
        "heading": _runs(row.heading),
        "words": _runs(row.words),
        "notes": [visible(note) for note in row.notes],
    }


def _eid(place: Place | None) -> str | None:
    return place.eid.text if place else None


def _runs(runs: Runs) -> list[Entry]:
    return [_run(run) for run in runs]


def _run(run: Run) -> Entry:
    seen = visible(run.text)
    own: Entry = {"kind": run.kind.value, "text": run.text}
    return own if seen == run.text else {**own, "seen": seen}


def _provision(one: Provision) -> Entry:
    return {
        "eid": one.eid.text,
        "num": one.num or "",
        "heading": one.heading_text,
        "intro": one.intro_text,
        "wrap-up": one.wrap_up_text,
    }

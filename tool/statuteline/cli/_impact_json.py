"""What ``impact`` says for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from statuteline.rules.cell_words import box_words, spans
from statuteline.rules.impact_cases import placed
from statuteline.rules.item_words import item_words, kind_words
from statuteline.rules.json_form import constant_json, logic_digest

if TYPE_CHECKING:
    from datetime import date

    from statuteline.rules.blocks import Block
    from statuteline.rules.boxes import Side
    from statuteline.rules.encodings import Axiom, Version
    from statuteline.rules.impact import Impact, Matrix, Move
    from statuteline.rules.impact_cases import Row
    from statuteline.rules.impact_items import Changed, Item

Entry = dict[str, Any]


def impact_value(found: Impact, rows: tuple[Row, ...] | None) -> Entry:
    """Give what differs between two days, as JSON has it.

    Args:
        found: What was found.
        rows: The cases of a file; None for no file.
    """
    held = found.encoding.axioms_at(*found.days)
    return {
        "encoding": found.encoding.name,
        "before": _day(found.days[0], found.before),
        "after": _day(found.days[1], found.after),
        "differs": found.differs,
        "axioms": [axiom.name for axiom in found.axioms],
        "comparisons": [_matrix(matrix, held, rows) for matrix in found.matrices],
        "requirements": [_changed(one) for one in found.requirements],
        "data": [_changed(one) for one in found.data],
    }


def _day(day: date, version: Version | None) -> Entry:
    if version is None:
        return {"day": day.isoformat(), "from": None, "to": None, "bound": False}
    end = version.days.end
    return {
        "day": day.isoformat(),
        "from": version.days.start.isoformat(),
        "to": end.isoformat() if end else None,
        "bound": version.bound,
    }


def _matrix(
    matrix: Matrix, axioms: tuple[Axiom, ...], rows: tuple[Row, ...] | None
) -> Entry:
    told = None if rows is None else placed(matrix.before, matrix.after, axioms, rows)
    return {
        "before": {
            "reading": matrix.before.name,
            "outcomes": [outcome.name for outcome in matrix.before.outcomes],
        },
        "after": {
            "reading": matrix.after.name,
            "outcomes": [outcome.name for outcome in matrix.after.outcomes],
        },
        "facts": [axis.fact.name for axis in matrix.laid.axes],
        "cases": matrix.laid.possible.bit_count(),
        "moves": [_move(move) for move in matrix.moves],
        "definitions": [_changed(one) for one in matrix.definitions],
        "outcomes": [_changed(one) for one in matrix.outcomes],
        "rows": None
        if told is None
        else [
            {"name": one.row.name, "before": one.before, "after": one.after} for one in told
        ],
    }


def _move(move: Move) -> Entry:
    return {
        "before": move.before,
        "after": move.after,
        "direction": move.direction.value,
        "cases": move.count,
        "conditions": _blocks(move.blocks),
    }


def _blocks(blocks: tuple[Block, ...] | None) -> list[list[Entry]] | None:
    if blocks is None:
        return None
    return [
        [
            {"words": list(box_words(box)), "facts": [_side(side) for side in box.sides]}
            for box in block
        ]
        for block in blocks
    ]


def _side(side: Side) -> Entry:
    cells = [side.axis.cells[number] for number in side.cells]
    values = [constant_json(value) for cell in cells for value in cell.values]
    ranges = () if values else spans(side.axis.cells, side.cells)
    return {
        "fact": side.axis.fact.name,
        "values": values,
        "ranges": [
            {
                "from": None if low is None else constant_json(low),
                "to": None if high is None else constant_json(high),
            }
            for low, high in ranges
        ],
    }


def _changed(one: Changed) -> Entry:
    return {
        "kind": kind_words(one.item),
        "name": one.name,
        "before": _item(one.before),
        "after": _item(one.after),
        "no_longer": _blocks(one.no_longer),
        "newly": _blocks(one.newly),
    }


def _item(item: Item | None) -> Entry | None:
    from statuteline.rules.encodings import Requirement
    from statuteline.rules.predicates import Define

    match item:
        case None:
            return None
        case Requirement(met=predicate) | Define(part=predicate):
            return {"words": item_words(item), "digest": logic_digest(predicate)}
        case _:
            return {"words": item_words(item), "digest": None}

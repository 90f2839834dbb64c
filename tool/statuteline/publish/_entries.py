"""The list of changes as a table: the same columns for every table format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from statuteline.model.change import (
    Amended,
    Conforming,
    HeadingChanged,
    Part,
    RunKind,
    Unseen,
)
from statuteline.model.provision import find
from statuteline.publish._changes import all_of, kind_of, pairing_of
from statuteline.publish._reading_order import place_of, reading_order

if TYPE_CHECKING:
    from statuteline.model.change import Change, Comparison
    from statuteline.model.ids import EId
    from statuteline.publish._reading_order import Side

COLUMNS: Final = (
    "kind",
    "old_eid",
    "old_num",
    "new_eid",
    "new_num",
    "summary",
    "old_words",
    "new_words",
    "confidence",
    "reason",
)
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def entries(comparison: Comparison) -> tuple[tuple[str, ...], ...]:
    """Give one row a change, in the order of the changes.

    Args:
        comparison: Two texts compared.

    Returns:
        Rows of :data:`COLUMNS`; several provisions on one side stand in one cell. The
        words are those that the change is about: of a provision that came or went with
        all below it, of an amended one its own.
    """
    return tuple(_entry(comparison, change) for change in comparison.changes)


def _entry(comparison: Comparison, change: Change) -> tuple[str, ...]:
    old, new = all_of(change)
    pairing = pairing_of(change)
    return (
        kind_of(change),
        " ".join(eid.text for eid in old),
        " ".join(filter(None, (_number(comparison, eid, "old") for eid in old))),
        " ".join(eid.text for eid in new),
        " ".join(filter(None, (_number(comparison, eid, "new") for eid in new))),
        change.summary,
        "\n".join(_words(comparison, change, eid, "old") for eid in old),
        "\n".join(_words(comparison, change, eid, "new") for eid in new),
        f"{pairing.confidence:.2f}" if pairing else "",
        pairing.reason.value if pairing else "",
    )


def _number(comparison: Comparison, eid: EId, side: Side) -> str:
    body = comparison.old.body if side == "old" else comparison.new.body
    found = find(body, eid)
    return (found.num or "") if found else ""


def _words(comparison: Comparison, change: Change, eid: EId, side: Side) -> str:
    if isinstance(change, Unseen):
        return ""
    match change:
        case Amended() | Conforming():
            parts, deep = {Part.INTRO, Part.WRAP_UP}, False
        case HeadingChanged():
            parts, deep = {Part.HEADING}, False
        case _:
            parts, deep = set(Part), True
    gone = RunKind.INSERTED if side == "old" else RunKind.DELETED
    found = []
    for position in reading_order(comparison, side):
        line = comparison.lines[position]
        place = place_of(line, side)
        here = place and (eid.contains(place.eid) if deep else place.eid == eid)
        if here and line.part in parts:
            words = "".join(run.text for run in line.runs if run.kind is not gone)
            found.append((line.part, words))
    return "".join(
        f"{words} " if part is Part.NUM else f"{words}\n" for part, words in found
    ).strip()


def formula_safe(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula.

    Example:
        >>> formula_safe("=1+1"), formula_safe("(a)")
        ("'=1+1", '(a)')

    Source:
        OWASP, CSV Injection: cells that begin with = + - @ tab or carriage return.
    """
    return f"'{cell}" if cell.startswith(_FORMULA) else cell

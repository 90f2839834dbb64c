"""A row of a matrix as cells of words: the same for every form of table."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, TypeAlias

from statuteline.model.ids import ProvisionRef
from statuteline.reports._plain import plain, symbol
from statuteline.trace.claiming import Claim
from statuteline.trace.statements import Tie
from statuteline.trace.states import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.reports.base import Matrix
    from statuteline.trace.claiming import ClaimedChange
    from statuteline.trace.code_changes import CodeChange
    from statuteline.trace.coverage import Turn
    from statuteline.trace.matrix import Row

COLUMNS: Final = (
    "statement",
    "its address",
    "act section",
    "provision",
    "day",
    "what changed",
    "does code follow",
    "code",
    "claims",
    "golden cases",
    "checked",
    "open",
)
WIDTHS: Final = (50, 34, 20, 22, 11, 44, 34, 50, 50, 44, 40, 40)

_STANDING: Final = {State.OK, State.WAIVED}
"""States in which the judgement is of the text and the code as they are."""

Cell: TypeAlias = tuple[str, ...]
"""Words of one cell, a line each."""


def row(matrix: Matrix, one: Row) -> tuple[Cell, ...]:
    """Write a row as cells of :data:`COLUMNS`; what there is not is empty."""
    statement, change = one.statement, one.change
    return (
        (statement.words,) if statement is not None else (),
        (statement.id,) if statement is not None else (),
        tuple(matrix.cited[act] for act in one.acts),
        tuple(provisions(matrix, change)) if change is not None else (),
        (change.change.day.isoformat(),) if change is not None else (),
        (change.change.change.summary,) if change is not None else (),
        (stands(change),) if change is not None else (),
        tuple(code(matrix, change)) if change is not None else (),
        tuple(claims(one)),
        tuple(cases(matrix, one.turns)),
        tuple(checked(matrix, one)),
        tuple(hole.value for hole in one.holes),
    )


def provisions(matrix: Matrix, change: ClaimedChange) -> Iterator[str]:
    """Cite the provisions of a change as its jurisdiction does: new ones, else old."""
    of = change.change
    yield from (
        matrix.cited[ProvisionRef(of.work, eid)] for eid in of.new_eids or of.old_eids
    )


def stands(change: ClaimedChange) -> str:
    """Say how the code stands to a change."""
    match change.claim:
        case Claim.FOLLOWED:
            return "yes, on the same day"
        case Claim.HELD:
            return "no code change needed: the code was checked with the new text"
        case Claim.WAIVED:
            return f"no code change needed: {change.reason}"
        case Claim.OPEN:
            return "no, and nobody said why"


def code(matrix: Matrix, change: ClaimedChange) -> Iterator[str]:
    """Name the code that followed or stayed, each with file and line."""
    for followed in change.code:
        unit = followed.after or followed.before
        place = matrix.place(unit.origin) if unit is not None else None
        yield f"{followed.id} ({kind_of(followed)}), {place or followed.encoding}"
    for name, place in {
        held.link.unit.id: matrix.place(held.link.unit.origin) for held in change.held
    }.items():
        yield f"{name} (as it was), {place}" if place else f"{name} (as it was)"


def kind_of(change: CodeChange) -> str:
    """Say what became of a unit of the code."""
    if change.before is None:
        return "new"
    return "gone" if change.after is None else "changed"


def claims(one: Row) -> Iterator[str]:
    """Say what became of each claim, or why a statement need not be tied to anything."""
    for tested in one.claims:
        unlike = "" if tested.as_expected else ", which is not what was expected"
        yield f"{tested.result}{unlike}: {tested.says}"
    if one.statement is not None and one.statement.tie is Tie.WAIVED:
        yield f"nothing to test: {one.statement.reason}"


def cases(matrix: Matrix, turns: tuple[Turn, ...]) -> Iterator[str]:
    """Name the golden cases of the day before each change, and of the day."""
    for turn in turns:
        for when, found in (
            (f"before {matrix.day(turn.day)}", turn.before),
            (f"from {matrix.day(turn.day)} on", turn.that_day),
        ):
            names = "; ".join(case.name for case in found) or "no case"
            yield f"{turn.encoding}, {when}: {names}"


def checked(matrix: Matrix, one: Row) -> Iterator[str]:
    """Count links by state, and by whom and when they were judged."""
    counts = Counter(
        (link.state, link.judgement.by, link.judgement.on)
        if link.judgement is not None
        else (link.state, "", None)
        for link in one.links
    )
    for (state, by, on), count in counts.items():
        when = "by" if state in _STANDING else "last judged by"
        who = f", {when} {by} on {matrix.day(on)}" if on is not None else ""
        yield f"{symbol(state)} {plain(state)} ({count} of {len(one.links)}){who}"

"""The matrix of one act: what each statement, change and piece of code has to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from statuteline.trace.claiming import Claim, rests_on
from statuteline.trace.coverage import of_act
from statuteline.trace.statements import Tie
from statuteline.trace.states import SETTLED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.ids import ProvisionRef, WorkId
    from statuteline.trace.claiming import ClaimedChange
    from statuteline.trace.coverage import Tested, Trace, Turn
    from statuteline.trace.statements import TiedStatement
    from statuteline.trace.states import Judged


class Hole(Enum):
    """What is missing in a row, in the words of a reader."""

    NOT_DESCRIBED = "no statement describes this change"
    NOT_BORNE_OUT = "no change of the law and no claim bears this statement out"
    CLAIM_FAILED = "a claim does not come out as expected"
    NO_CODE = "no code has followed, and nobody said why"
    NOT_JUDGED = "the code is not yet checked against the new text"
    NO_CASES = "a golden case for the day before or for the day is missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A statement and a change that it describes, or one of them alone.

    Args:
        statement: The statement; None for a change that none describes.
        change: The change; None for a statement that is about none.
        acts: The act sections that tie both, or those of the one there is.
        claims: The claims that put the statement to the test.
        links: The links of code with the new words.
        turns: The days of change of decisions whose code followed the change.
    """

    statement: TiedStatement | None
    change: ClaimedChange | None
    acts: tuple[ProvisionRef, ...]
    claims: tuple[Tested, ...]
    links: tuple[Judged, ...]
    turns: tuple[Turn, ...]

    @property
    def holes(self) -> tuple[Hole, ...]:
        """What is missing; nothing that somebody waived for a reason."""
        missing = {
            Hole.NOT_DESCRIBED: self.statement is None,
            Hole.NOT_BORNE_OUT: self.statement is not None
            and self.statement.tie is Tie.OPEN,
            Hole.CLAIM_FAILED: not all(one.as_expected for one in self.claims),
            Hole.NO_CODE: self.change is not None and self.change.claim is Claim.OPEN,
            Hole.NOT_JUDGED: any(one.state not in SETTLED for one in self.links),
            Hole.NO_CASES: not all(one.is_tested for one in self.turns),
        }
        return tuple(hole for hole, is_there in missing.items() if is_there)


def matrix(trace: Trace, act: WorkId) -> tuple[Row, ...]:
    """Lay out what one act has to do with, no hole left out.

    Args:
        trace: All that is tied together.
        act: The act.

    Returns:
        A row for each statement and each change that it describes, in the order of the
        documents and, within a statement, of the changes; a row for each statement about
        no change; and behind them a row for each change that no statement describes.
    """
    part = of_act(trace, act)
    changes = {one.change.id: one for one in part.changes}
    described: set[str] = set()
    rows: list[Row] = []
    for statement in part.statements:
        names = tuple(one.id for one in statement.changes if one.id in changes)
        described.update(names)
        rows += (_row(part, act, statement, changes[name]) for name in names)
        if not names:
            rows.append(_row(part, act, statement, None))
    rows += (
        _row(part, act, None, change)
        for name, change in changes.items()
        if name not in described
    )
    return tuple(rows)


def _row(
    trace: Trace,
    act: WorkId,
    statement: TiedStatement | None,
    change: ClaimedChange | None,
) -> Row:
    names = statement.claims if statement is not None else ()
    return Row(
        statement=statement,
        change=change,
        acts=tuple(one for one in _acts(statement, change) if one.work == act),
        claims=tuple(one for one in trace.claims if one.name in names),
        links=tuple(_links(trace, change)),
        turns=tuple(_turns(trace, change)),
    )


def _acts(
    statement: TiedStatement | None, change: ClaimedChange | None
) -> tuple[ProvisionRef, ...]:
    concerns = statement.concerns if statement is not None else ()
    made = change.change.acts if change is not None else ()
    if statement is None or change is None:
        return concerns or made
    return tuple(one for one in made if one in concerns)


def _links(trace: Trace, change: ClaimedChange | None) -> Iterator[Judged]:
    if change is not None:
        yield from (one for one in trace.links if rests_on(one, change.change))


def _turns(trace: Trace, change: ClaimedChange | None) -> Iterator[Turn]:
    if change is None:
        return
    followed = {(one.encoding, one.day) for one in change.code}
    yield from (one for one in trace.turns if (one.encoding, one.day) in followed)

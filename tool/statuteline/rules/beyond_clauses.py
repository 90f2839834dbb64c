"""What all facts together settle and no clause by itself tells, in a few boxes.

For most records the tree of a predicate, taken clause by clause, says all that is to say.
Where the truth table says more, there are few records, and few boxes hold them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from statuteline.errors import RuleError
from statuteline.rules.boxes import boxes
from statuteline.rules.records import records, settled
from statuteline.rules.records_asked import asked

if TYPE_CHECKING:
    from statuteline.rules.boxes import Box
    from statuteline.rules.facts import Fact
    from statuteline.rules.predicates import Predicate


@dataclass(frozen=True, slots=True, kw_only=True)
class Beyond:
    """What the clauses do not tell.

    Args:
        impossible: Records that no possible case has, although no axiom by itself is
            broken.
        answers: For each answer the records that settle it, although the predicate of
            none is met and the record is possible.
        ask: The facts that some undetermined records need, in statute order, and those
            records among the undetermined ones that leave the fact unknown.
    """

    impossible: tuple[Box, ...]
    answers: tuple[tuple[Box, ...], ...]
    ask: tuple[tuple[Fact, tuple[Box, ...]], ...]


def beyond(guards: tuple[Predicate, ...], axioms: tuple[Predicate, ...]) -> Beyond | None:
    """Find what the clauses do not tell.

    Args:
        guards: When each answer is given: of every possible case exactly one is met.
        axioms: What is always so.

    Returns:
        The records, in boxes with one cell behind those of each fact for *unknown*;
        None where there are too many to look at.

    Raises:
        RuleError: If a case meets two guards, or there are too many for a grid.
    """
    laid = records(guards, axioms)
    if laid is None:
        return None
    found = settled(laid, guards, axioms)
    met = tuple(laid.rails(guard).met for guard in guards)
    broken = reduce(or_, (laid.rails(axiom).not_met for axiom in axioms), 0)
    for guard, told, answer in zip(guards, met, found.answers, strict=True):
        if told & ~answer & ~found.impossible:
            raise RuleError("A case has two outcomes", where=str(guard.origin or ""))
    told = reduce(or_, met, found.impossible)
    rest = replace(laid.grid, possible=laid.grid.full & ~told)
    needed = zip(laid.grid.axes, asked(laid, found.undetermined), strict=True)
    return Beyond(
        impossible=boxes(
            replace(laid.grid, possible=laid.grid.full & ~broken), found.impossible
        ),
        answers=tuple(boxes(rest, answer) for answer in found.answers),
        ask=tuple(
            (axis.fact, boxes(replace(laid.grid, possible=open_), needing))
            for axis, needing in needed
            if needing and (open_ := found.undetermined & laid.unknown(axis))
        ),
    )

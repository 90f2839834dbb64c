"""What went from one section of a code to another: moves, splits and mergers.

Each comparison holds one section of either side. Only when all are made can be seen
that what is gone from one has come in another.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from statuteline.diff import sentences
from statuteline.diff.ancestry import Ancestries, Ancestry
from statuteline.diff.candidates import candidates
from statuteline.diff.ledger import Ledger
from statuteline.diff.likeness import Fingerprint, likeness
from statuteline.diff.matches import ALIKE_ELSEWHERE
from statuteline.diff.words import Words
from statuteline.model.change import Inserted, Moved, Pairing, Reason, Repealed
from statuteline.model.provision import Coverage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.change import Change, Comparison


def with_moves(comparisons: tuple[Comparison, ...]) -> tuple[Comparison, ...]:
    """Name the provisions that moved from one section to another.

    Args:
        comparisons: Those of two codes, each of one section of either side.

    Returns:
        The same; a provision that is gone from one section and has come in another is
        told as moved in both, and no longer as repealed and inserted.
    """
    ledger = Ledger(Words())
    gone = tuple(_lone(comparisons, ledger, Repealed))
    come = tuple(_lone(comparisons, ledger, Inserted))
    moves = _moves(gone, come)
    told: dict[tuple[int, Change], Change] = {}
    for one, other, sure in moves:
        moved = Moved(
            old=one.path.provision.eid,
            new=other.path.provision.eid,
            summary=sentences.moved(one.path, other.path),
            pairing=Pairing(
                reason=Reason.SAME_TEXT if sure >= 1 else Reason.SIMILAR_TEXT,
                confidence=round(min(sure, _MOST_SURE), 2),
            ),
        )
        told[one.place, one.change] = told[other.place, other.change] = moved
    touched = {place for place, _ in told}
    return tuple(
        replace(one, changes=tuple(told.get((i, c), c) for c in one.changes))
        if i in touched
        else one
        for i, one in enumerate(comparisons)
    )


_MOST_SURE: Final = 0.99


@dataclass(frozen=True, slots=True)
class _Lone:
    """A provision that has no counterpart in its own section.

    Args:
        place: Which comparison it is in.
        change: What that comparison says of it.
        path: It and what it lies in, the section named.
        words: Its words.
    """

    place: int
    change: Inserted | Repealed
    path: Ancestry
    words: Fingerprint


def _lone(
    comparisons: tuple[Comparison, ...],
    ledger: Ledger,
    kind: type[Inserted | Repealed],
) -> Iterator[_Lone]:
    for place, comparison in enumerate(comparisons):
        found = [change for change in comparison.changes if isinstance(change, kind)]
        if not found:
            continue
        body = comparison.new.body if kind is Inserted else comparison.old.body
        paths = Ancestries(body)
        for change in found:
            path = paths.get(change.new if isinstance(change, Inserted) else change.old)
            if path is None or path.provision.coverage is not Coverage.FULL:
                continue
            words = ledger.print_of(path.provision)
            if words.tells:
                yield _Lone(place, change, replace(path, alone=False), words)


def _moves(
    gone: tuple[_Lone, ...], come: tuple[_Lone, ...]
) -> Iterator[tuple[_Lone, _Lone, float]]:
    """Pair what is gone with what has come, the surest first."""
    worth = candidates(tuple(one.words for one in gone), tuple(one.words for one in come))
    rated = sorted(
        (-likeness(gone[i].words, come[j].words, ALIKE_ELSEWHERE), i, j)
        for i, j in worth
        if gone[i].path.provision.level is come[j].path.provision.level
    )
    free_gone, free_come = set(range(len(gone))), set(range(len(come)))
    for sure, i, j in rated:
        if -sure >= ALIKE_ELSEWHERE and i in free_gone and j in free_come:
            free_gone.remove(i)
            free_come.remove(j)
            yield gone[i], come[j], -sure

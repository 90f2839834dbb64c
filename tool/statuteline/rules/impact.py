"""What a change of the law changes for people, over every case that can be told apart.

A case is counted once however many people it fits: counts are of cases, never of people.
The merits and the procedure are compared apart, so that a new step of procedure does not
look like relief that was lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from itertools import product
from typing import TYPE_CHECKING

from statuteline.errors import RuleError
from statuteline.rules.blocks import blocks
from statuteline.rules.impact_items import Changed, changed, merged_seats, rules_changed
from statuteline.rules.laying import bearing, lay
from statuteline.rules.predicates import Define, walk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.rules.blocks import Block
    from statuteline.rules.encodings import Axiom, Encoding, Reading, Version
    from statuteline.rules.grid import Grid
    from statuteline.rules.impact_items import Item


class Direction(Enum):
    """Where a case moves in the order of outcomes, which begins with the most."""

    MORE = "more"
    LESS = "less"
    SAME = "same"
    UNORDERED = "unordered"
    """No version has both outcomes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """The possible cases that end one way before and one way after.

    Args:
        before: The outcome before.
        after: The outcome after.
        direction: Which of both is more.
        cases: The cases, as bits of the comparison's grid; one or more.
        blocks: The same cases in conditions.
    """

    before: str
    after: str
    direction: Direction
    cases: int
    blocks: tuple[Block, ...]

    @property
    def count(self) -> int:
        """The number of distinguishable cases."""
        return self.cases.bit_count()


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """One reading before and one after, over every case that both can tell apart.

    Args:
        before: The reading before.
        after: The reading after.
        laid: The facts that either asks for, and the cases that are possible.
        moves: What became of the cases, in the order of the outcomes.
        definitions: What became of predicates with a name.
        outcomes: Outcomes of both readings that no longer mean the same.
    """

    before: Reading
    after: Reading
    laid: Grid
    moves: tuple[Move, ...]
    definitions: tuple[Changed, ...]
    outcomes: tuple[Changed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """What differs between an encoding's versions of two days.

    Args:
        encoding: The encoding.
        days: The two days.
        before: The version of the first day; None where none is encoded.
        after: The version of the second day; None where none is encoded.
        axioms: What holds on both days and bears on the facts asked for.
        matrices: Every reading before with every reading after; none where a version is
            missing or decides nothing.
        requirements: What became of the procedure.
        data: What became of burdens, deadlines, recurrences, duties and seats.
    """

    encoding: Encoding
    days: tuple[date, date]
    before: Version | None
    after: Version | None
    axioms: tuple[Axiom, ...] = ()
    matrices: tuple[Matrix, ...] = ()
    requirements: tuple[Changed, ...] = ()
    data: tuple[Changed, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether something differs, or a version is missing."""
        moved = any(
            move.direction is not Direction.SAME
            for matrix in self.matrices
            for move in matrix.moves
        )
        named = (m.definitions or m.outcomes for m in self.matrices)
        missing = self.before is None or self.after is None
        return bool(missing or moved or self.requirements or self.data or any(named))


def impact(
    encoding: Encoding, before_day: date, after_day: date, readings: tuple[str, ...] = ()
) -> Impact:
    """Compare what an encoding holds on two days.

    Args:
        encoding: The encoding.
        before_day: The first day of the law.
        after_day: The second day of the law.
        readings: Names of readings. A version that has some of them is compared in those
            alone; every other version, and every version if it is empty, in all it has.

    Raises:
        RuleError: If no version of the two days has a reading of such a name, or the
            facts make more cases than a grid may have.
    """
    days = (before_day, after_day)
    before, after = (encoding.version_at(day) for day in days)
    _check_readings(readings, before, after)
    if before is None or after is None:
        return Impact(encoding=encoding, days=days, before=before, after=after)
    held = encoding.axioms_at(*days)
    pairs = tuple(product(_chosen(before, readings), _chosen(after, readings)))
    asked = [outcome.when for pair in pairs for one in pair for outcome in one.outcomes] + [
        one.met for version in (before, after) for one in version.requirements
    ]
    return Impact(
        encoding=encoding,
        days=days,
        before=before,
        after=after,
        axioms=bearing(held, *asked),
        matrices=tuple(_matrix(*pair, held) for pair in pairs),
        requirements=rules_changed(before.requirements, after.requirements, held),
        data=changed(tuple(_data(before)), tuple(_data(after))),
    )


def _check_readings(names: tuple[str, ...], *versions: Version | None) -> None:
    known = [
        reading.name
        for version in versions
        if version is not None
        for reading in version.readings
    ]
    for name in names:
        if name not in known:
            near = get_close_matches(name, known, n=1) or list(dict.fromkeys(known))
            raise RuleError(
                f"Neither version has a reading {name!r}",
                hint=f"perhaps {' or '.join(near)}" if near else "they decide nothing",
            )


def _chosen(version: Version, names: tuple[str, ...]) -> tuple[Reading, ...]:
    named = tuple(reading for reading in version.readings if reading.name in names)
    return named or version.readings


def _matrix(before: Reading, after: Reading, axioms: tuple[Axiom, ...]) -> Matrix:
    guards = [outcome.when for one in (before, after) for outcome in one.outcomes]
    laid = lay(axioms, *guards)
    moves: list[Move] = []
    for old, new in product(before.outcomes, after.outcomes):
        cases = laid.possible & laid.cases(old.when) & laid.cases(new.when)
        if cases:
            moves.append(
                Move(
                    before=old.name,
                    after=new.name,
                    direction=_direction(old.name, new.name, before, after),
                    cases=cases,
                    blocks=blocks(laid, cases),
                )
            )
    return Matrix(
        before=before,
        after=after,
        laid=laid,
        moves=tuple(moves),
        definitions=rules_changed(_defined(before), _defined(after), axioms),
        outcomes=tuple(
            one
            for one in changed(before.outcomes, after.outcomes)
            if one.before is not None and one.after is not None
        ),
    )


def _direction(old: str, new: str, *readings: Reading) -> Direction:
    if old == new:
        return Direction.SAME
    for reading in readings:
        names = [outcome.name for outcome in reading.outcomes]
        if old in names and new in names:
            more = names.index(new) < names.index(old)
            return Direction.MORE if more else Direction.LESS
    return Direction.UNORDERED


def _defined(reading: Reading) -> tuple[Define, ...]:
    nodes = walk(*(outcome.when for outcome in reading.outcomes))
    return tuple(node for node in nodes if isinstance(node, Define))


def _data(version: Version) -> Iterator[Item]:
    yield from version.burdens
    yield from version.deadlines
    yield from version.recurrences
    yield from version.duties
    yield from merged_seats(version.seats)

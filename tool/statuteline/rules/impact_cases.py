"""What became of the cases of a file, by one reading before and one after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.rules.settling import settle

if TYPE_CHECKING:
    from statuteline.rules.encodings import Axiom, Reading
    from statuteline.rules.facts import Constant

UNDETERMINED: Final = "undetermined"
"""The known facts leave more than one outcome."""
IMPOSSIBLE: Final = "impossible record"
"""No case that the axioms allow has these facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One case of a file.

    Args:
        name: What it is called there.
        facts: What is known, by name, in the order of the file.
    """

    name: str
    facts: tuple[tuple[str, Constant], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What became of one case of a file.

    Args:
        row: The case.
        before: Its outcome before, or ``UNDETERMINED``, or ``IMPOSSIBLE``.
        after: Its outcome after, or one of these.
    """

    row: Row
    before: str
    after: str


def placed(
    before: Reading, after: Reading, axioms: tuple[Axiom, ...], rows: tuple[Row, ...]
) -> tuple[Placed, ...]:
    """Settle each case of a file under both readings.

    Args:
        before: The reading before.
        after: The reading after.
        axioms: What is so on both days.
        rows: The cases.

    Raises:
        RuleError: If the facts make more cases than a grid may have.
    """
    return tuple(
        Placed(
            row=row,
            before=_outcome(before, row, axioms),
            after=_outcome(after, row, axioms),
        )
        for row in rows
    )


def _outcome(reading: Reading, row: Row, axioms: tuple[Axiom, ...]) -> str:
    found = settle(reading.outcomes, dict(row.facts), axioms)
    if found.impossible:
        return IMPOSSIBLE
    return found.settled or UNDETERMINED

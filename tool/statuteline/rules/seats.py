"""Seats of a body by who fills them: data, compared as a set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from statuteline.rules.nodes import Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One kind of seat.

    Args:
        holder: Who sits there: an office, or what the member must be.
        filled_by: Who appoints or designates the member; empty for the office itself;
            None where our sources do not say.
        count: How many such seats there are.
        cited: The words that provide it.
    """

    holder: str
    filled_by: str | None
    count: int
    cited: Cited

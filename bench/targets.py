"""The targets of comparing whole codes, each beside the figure it is held against."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from measure import Cost, NotMeasured
from variants import ARBITRARY, CANONICAL, STORED, Variant

if TYPE_CHECKING:
    from collections.abc import Mapping

    Costs = Mapping[tuple[str, int], Cost | NotMeasured]

LARGEST: Final = 30_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One target.

    Args:
        variant: Which of our ways.
        against: The peer, whose name stands in the tables; None for memory in MB.
        sections: At which size.
        limit: The ratio to the peer, or the MB.
        faster: Whether the limit says how much faster we must be, at least; else how
            many times the peer's cost we may take, at most.
    """

    variant: Variant
    against: str | None
    sections: int
    limit: float
    faster: bool = False

    def row(self, costs: Costs, whole: Costs) -> str:
        """Write the target as a row: what, at, target, measured, met or not."""
        if self.against is None:
            told = f"{self.variant.name}: largest memory, MB"
        elif self.faster:
            told = f"{self.variant.name}: times faster than {self.against}"
        else:
            told = f"{self.variant.name}: times {self.against}"
        sign = "≥" if self.faster else "≤"
        head = f"| {told} | {self.sections:,} | {sign} {self.limit:g} |"
        figure = self._figure(costs, whole)
        if figure is None:
            return f"{head} | not measured |"
        value, at_least = figure
        met = value >= self.limit if self.faster else value <= self.limit
        verdict = "met" if met else "missed" if not at_least else "not shown"
        return f"{head} {'> ' if at_least else ''}{value:.1f} | {verdict} |"

    def _figure(self, costs: Costs, whole: Costs) -> tuple[float, bool] | None:
        """Give the figure, and whether it is a lower bound only: the peer was stopped."""
        # Both sides alike: git is a whole process, so there we are one too.
        ours = (whole if self.against in {None, "git"} else costs).get(
            (self.variant.name, self.sections)
        )
        if not isinstance(ours, Cost):
            return None
        if self.against is None:
            return ours.peak, False
        peer = costs.get((self.against, self.sections))
        if isinstance(peer, NotMeasured) and self.faster and peer.stopped_after:
            return peer.stopped_after / ours.inside, True
        if not isinstance(peer, Cost):
            return None
        if self.against == "git":
            return ours.whole / peer.whole, False
        ratio = peer.inside / ours.inside if self.faster else ours.inside / peer.inside
        return ratio, False


TARGETS: Final = (
    Target(variant=STORED, against="parse", sections=LARGEST, limit=1.0),
    Target(variant=CANONICAL, against="parse", sections=LARGEST, limit=1.5),
    Target(variant=ARBITRARY, against="parse", sections=LARGEST, limit=2.5),
    Target(variant=STORED, against=None, sections=LARGEST, limit=300),
    Target(variant=CANONICAL, against=None, sections=LARGEST, limit=300),
    Target(variant=ARBITRARY, against="git", sections=LARGEST, limit=2.5),
    Target(variant=CANONICAL, against="git", sections=LARGEST, limit=2.5),
    Target(variant=CANONICAL, against="xmldiff", sections=300, limit=50, faster=True),
    Target(variant=ARBITRARY, against="xmldiff", sections=300, limit=50, faster=True),
    Target(variant=CANONICAL, against="xmldiff", sections=1_000, limit=200, faster=True),
    Target(variant=ARBITRARY, against="xmldiff", sections=1_000, limit=200, faster=True),
)

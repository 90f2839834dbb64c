"""How long a function takes that is too short to be timed once."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopwatch:
    """Times functions by the processor seconds of this process.

    Args:
        span: Seconds for which a function is repeated, in each round.
        rounds: How often; the median counts.
    """

    span: float
    rounds: int = 5

    def seconds(self, work: Callable[[], object]) -> float:
        """Give the processor seconds of one call, after a first one that is not timed."""
        work()
        calls = 1
        while (taken := _taken(work, calls)) < self.span:
            calls = calls * 2 if taken <= 0 else int(calls * 1.2 * self.span / taken) + 1
        return (
            statistics.median(
                [taken, *(_taken(work, calls) for _ in range(self.rounds - 1))]
            )
            / calls
        )


def _taken(work: Callable[[], object], calls: int) -> float:
    start = time.process_time()
    for _ in range(calls):
        work()
    return time.process_time() - start

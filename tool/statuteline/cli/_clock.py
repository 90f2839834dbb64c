"""The clock of this computer."""

from __future__ import annotations

import time
from datetime import UTC, datetime


class SystemClock:
    """The time as this computer has it. Below the command line it is always handed in."""

    def now(self) -> datetime:
        """Give the time in UTC, to the second."""
        return datetime.now(UTC).replace(microsecond=0)

    def monotonic(self) -> float:
        """Give seconds since some moment; they never go back."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)

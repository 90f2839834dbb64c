"""The cores of this computer: one process each."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from statuteline.engines.base import Engine

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

    from statuteline.engines.base import Item, Result


def _run(
    function: Callable[[Item], Result], items: Iterable[Item], jobs: int
) -> Generator[Result, None, None]:
    count = jobs or _cores()
    if count == 1:
        yield from map(function, items)
        return
    from statuteline.engines._processes import spread  # noqa: PLC0415 - slow to load

    yield from spread(function, items, count)


def _cores() -> int:
    """Count the cores that this process may use."""
    allowed = getattr(os, "sched_getaffinity", None)  # not on every system
    return len(allowed(0)) if allowed else os.cpu_count() or 1


ENGINE = Engine(summary="The cores of this computer.", run=_run)

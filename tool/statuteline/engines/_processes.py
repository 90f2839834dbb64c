"""Work spread over processes of this computer."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from threading import Thread
from typing import TYPE_CHECKING, Final

from statuteline.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable
    from concurrent.futures import Future

    from statuteline.engines.base import Item, Result

_CHUNK: Final = 8
"""Items that travel together: enough to outweigh the journey, few enough to share out."""
_CHUNKS_A_JOB: Final = 4
"""Chunks under way for each process: none waits idle, and memory stays bounded."""


def spread(
    function: Callable[[Item], Result], items: Iterable[Item], count: int
) -> Generator[Result, None, None]:
    """Apply a function to items in several processes.

    Args:
        function: What is done; it and the items can be sent to another process.
        items: What it is done to.
        count: How many processes.

    Yields:
        The results, in the order of the items.

    Raises:
        EngineError: If a process ends before its work is done.
    """
    # "spawn" on every system: a forked child would inherit locks, threads and open files.
    pool = ProcessPoolExecutor(
        count, multiprocessing.get_context("spawn"), initializer=_prepare
    )
    under_way: deque[Future[list[Result]]] = deque()
    waiting = iter(items)
    try:
        while True:
            while len(under_way) < count * _CHUNKS_A_JOB and (
                chunk := tuple(islice(waiting, _CHUNK))
            ):
                under_way.append(pool.submit(_each, function, chunk))
            if not under_way:
                return
            yield from under_way.popleft().result()
    except BrokenProcessPool as error:
        raise EngineError(
            "A process ended before its work was done",
            where="--jobs",
            hint="it may have lacked memory; try fewer jobs",
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def _each(function: Callable[[Item], Result], chunk: tuple[Item, ...]) -> list[Result]:
    return [function(item) for item in chunk]


def _prepare() -> None:
    """Make a new process ready: the parent alone heeds the keyboard and ends us."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # values hold no cycles; the search for them is a third of the time
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Leave no process behind where the parent was killed and could not tell us."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
    os._exit(1)

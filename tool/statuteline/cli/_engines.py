"""Spreading work over processes: the options for it, and the map they choose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import click

from statuteline.cli._params import plugin_option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Item = TypeVar("Item")
Result = TypeVar("Result")


class Spread(Protocol):
    """A map that keeps the order, wherever the work is done."""

    def __call__(
        self, function: Callable[[Item], Result], items: Iterable[Item], /
    ) -> Iterator[Result]:
        """Apply a function to each item."""
        ...


def _engines() -> tuple[str, ...]:
    from statuteline.engines import engine_names

    return engine_names()


def engine_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Offer ``--jobs`` and ``--engine``."""
    jobs = click.option(
        "--jobs",
        type=click.IntRange(min=0),
        metavar="N",
        help="How many processes to use; 0 for all cores.  [default: 1]",
    )
    engine = plugin_option(
        "--engine",
        default="local",
        names=_engines,
        help_text="Where to work: local, spark, or one that another package adds.",
    )
    return jobs(engine(function))


def spread(name: str, jobs: int | None) -> Spread:
    """Choose the map: that of an engine, its progress shown on a terminal.

    Args:
        name: An engine.
        jobs: How many processes to use; None for what the user left open.

    Raises:
        click.UsageError: If jobs are chosen where a cluster decides.
    """
    from statuteline.cli._progress import counted
    from statuteline.engines import engine

    chosen = engine(name)
    if jobs is not None and not chosen.counts_jobs:
        raise click.UsageError(f"The engine {name} has no use for --jobs.")

    def run(
        function: Callable[[Item], Result], items: Iterable[Item], /
    ) -> Iterator[Result]:
        work = chosen.run(function, items, 1 if jobs is None else jobs)
        results = counted(work, "compared")
        # However the command ends, the processes that work for it end with it.
        click.get_current_context().call_on_close(results.close)
        return results

    return run

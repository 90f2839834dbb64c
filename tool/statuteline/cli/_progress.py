"""Progress, on a terminal only: how many of something are done so far."""

from __future__ import annotations

import sys
from contextlib import closing
from time import monotonic
from typing import TYPE_CHECKING, Final, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

Result = TypeVar("Result")

_PAUSE: Final = 0.1  # seconds between two counts: they can be read, and cost nothing


def counted(
    results: Generator[Result, None, None], done: str
) -> Generator[Result, None, None]:
    """Hand results on, and tell how many there were where somebody watches.

    Args:
        results: What is being worked out.
        done: The word behind their number, such as ``compared``.

    Yields:
        The same results. Closing it closes them.
    """
    with closing(results):
        if _is_watched():
            yield from _shown(results, done)
        else:
            yield from results


def _shown(results: Iterable[Result], done: str) -> Iterator[Result]:
    last, drawn = 0.0, ""
    try:
        for number, result in enumerate(results, start=1):
            yield result
            if monotonic() - last >= _PAUSE:
                last, drawn = monotonic(), f"{number:,} {done}"
                click.echo(f"\r{drawn}", nl=False, err=True)
    finally:
        click.echo(f"\r{' ' * len(drawn)}\r", nl=False, err=True)


def _is_watched() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()

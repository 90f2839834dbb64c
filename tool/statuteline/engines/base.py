"""What an engine is given, and what it offers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable

Item = TypeVar("Item")
Result = TypeVar("Result")


class Map(Protocol):
    """A map over many processes: results come in the order of the items."""

    def __call__(
        self, function: Callable[[Item], Result], items: Iterable[Item], jobs: int, /
    ) -> Generator[Result, None, None]:
        """Apply a function to each item.

        Args:
            function: A function of a module, free of side effects.
            items: Values that can be pickled. No more are taken than are soon needed.
            jobs: How many processes to use; 0 for as many as there are cores.

        Yields:
            The results, in the order of the items. Leaving off early, by closing the
            generator or by an error, ends all processes that were started.

        Raises:
            StatutelineError: The one that the function raised, wherever it ran; or
                that the engine could not do its work.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """One way to spread work.

    Args:
        summary: One sentence for the help text.
        run: The map.
        counts_jobs: Whether the number of jobs is the user's to choose; it is not
            where a cluster decides.
    """

    summary: str
    run: Map
    counts_jobs: bool = True

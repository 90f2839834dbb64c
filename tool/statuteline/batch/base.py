"""What decides a table of cases, and what it is given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from statuteline.rules.sql import Column


class Form(Enum):
    """How a table is kept in a file: the ending of its name."""

    CSV = "csv"
    PARQUET = "parquet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table on disk.

    Args:
        path: The file, or a folder of files that are one table.
        form: How it is kept.
    """

    path: Path
    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many rows came to one result.

    Args:
        state: One of the states that :mod:`statuteline.rules.sql` names.
        outcome: The outcome; None where none is settled.
        rows: How many.
    """

    state: str
    outcome: str | None
    rows: int


class Session(Protocol):
    """A database at work."""

    def columns(self, cases: Table) -> tuple[Column, ...]:
        """List the columns of a table.

        Raises:
            EngineError: If it cannot be read.
        """
        ...

    def answer(
        self, cases: Table, sql: str, names: tuple[str, ...], answers: Table
    ) -> tuple[Count, ...]:
        """Run a query over a table, and write what it gives.

        Args:
            cases: The table that the query calls ``cases``; its columns ``_1``, ``_2``,
                and so on, whatever their own names are.
            sql: The query.
            names: The names of all columns of the result.
            answers: Where to write it: nothing is there yet.

        Returns:
            The counts of what was written.

        Raises:
            EngineError: If a row cannot be read, or the answers cannot be written.
        """
        ...


class Opening(Protocol):
    """Starts a database."""

    def __call__(self, folder: Path, /) -> AbstractContextManager[Session]:
        """Start it; leaving the context ends it.

        Args:
            folder: An empty folder for what does not fit into memory.

        Raises:
            EngineError: If it is not installed, or does not start.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One way to decide a table of cases.

    Args:
        summary: One sentence for the help text.
        open: Starts it.
    """

    summary: str
    open: Opening

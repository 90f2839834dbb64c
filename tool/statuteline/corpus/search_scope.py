"""The part of a corpus that a search goes through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.errors import WorkNotFoundError

if TYPE_CHECKING:
    import sqlite3

_COLUMNS = ("jurisdiction", "series", "number")


def scope_condition(
    connection: sqlite3.Connection, scope: tuple[str, ...]
) -> tuple[str, dict[str, object]]:
    """Write the scope of a search as a condition on the table ``text``.

    Args:
        connection: An index.
        scope: Names of series, or beginnings of numbers, with what stands before them in
            an id or without: ``cgs``, ``54``, ``cgs/54``, ``us-ct/cgs/54-95c``.

    Returns:
        The condition, and the values of its parameters.

    Raises:
        WorkNotFoundError: If the index has no work in one of them.
    """
    values: dict[str, object] = {}
    conditions = []
    for name in scope:
        condition = _condition(name, values)
        found = connection.execute(
            f"SELECT EXISTS (SELECT 1 FROM text WHERE {condition})",  # noqa: S608
            values,
        ).fetchone()
        if found != (1,):
            series = connection.execute("SELECT DISTINCT series FROM text ORDER BY series")
            known = ", ".join(name for (name,) in series)
            raise WorkNotFoundError(
                f"There is no work in {name!r} in this corpus",
                where="--in",
                hint=f"name a series ({known}) or the beginning of a number, such as 54",
            )
        conditions.append(condition)
    return f"({' OR '.join(conditions) or 'TRUE'})", values


def _condition(name: str, values: dict[str, object]) -> str:
    """Write one scope: its last step is a series, or the beginning of a number."""
    steps = name.strip("/").split("/")

    def equal(column: str, step: str) -> str:
        key = f"scope{len(values)}"
        values[key] = step
        return f"{column} = :{key} COLLATE NOCASE"

    readings = []
    for last in (1, 2):
        columns = _COLUMNS[max(0, last + 1 - len(steps)) : last + 1]
        if len(columns) != len(steps):
            continue
        parts = [
            equal(column, step)
            for column, step in zip(columns[:-1], steps[:-1], strict=True)
        ]
        own = equal(columns[-1], steps[-1])
        if last == 2:
            below = equal("substr(number, 1, length(:{0}))", f"{steps[-1]}-")
            own = f"({own} OR {below.format(f'scope{len(values) - 1}')})"
        readings.append(" AND ".join([*parts, own]))
    return f"({' OR '.join(readings) or 'FALSE'})"

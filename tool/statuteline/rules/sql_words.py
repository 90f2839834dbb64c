"""Facts, constants and conditions in SQL that DuckDB and Spark both read.

Names stand in double quotes, which Spark takes for names once it is told that they are.
Strings hold no character that any reader of SQL could take for anything but itself.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Final, assert_never

from statuteline.rules.facts import Choice, Constant, Day, Fact, Test, YesNo

if TYPE_CHECKING:
    from collections.abc import Iterable

    from statuteline.rules.boxes import Box, Side
    from statuteline.rules.facts import Condition
    from statuteline.rules.grid import Cell

_TOLD_BY_NUMBER: Final = re.compile(r"[\x00-\x1f'\\$\x7f-\x9f]")
# The quote and what is an escape or a variable to Spark; and what no eye would see.


def name(words: str) -> str:
    """Write a name of lower-case letters, digits and underscores."""
    if re.fullmatch(r"[a-z0-9_]+", words, re.ASCII) is None:
        raise ValueError(words)
    return f'"{words}"'


def text(words: str) -> str:
    """Write a string.

    Example:
        >>> text("a class C felony"), text("it's")
        ("'a class C felony'", "('it' || chr(39) || 's')")
    """
    pieces: list[str] = []
    end = 0
    for match in _TOLD_BY_NUMBER.finditer(words):
        if match.start() > end:
            pieces.append(f"'{words[end : match.start()]}'")
        pieces.append(f"chr({ord(match[0])})")
        end = match.end()
    if end < len(words) or not pieces:
        pieces.append(f"'{words[end:]}'")
    return joined("||", pieces)


def constant(value: Constant) -> str:
    """Write a constant of any fact."""
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case int():
            return str(value)
        case date():
            return f"DATE '{value.isoformat()}'"
        case str():
            return text(value)
        case _:
            assert_never(value)


def kind(fact: Fact) -> str:
    """Name the type of a fact's column."""
    match fact:
        case YesNo():
            return "BOOLEAN"
        case Choice():
            return "STRING"
        case Day():
            return "DATE"
        case _:
            return "BIGINT"


def condition(asked: Condition) -> str:
    """Write a condition: true, false, or NULL where the fact is unknown."""
    fact = name(asked.fact.name)
    first, *others = map(constant, asked.constants)
    if isinstance(asked.fact, YesNo):
        return fact if asked.constants[0] is True else f"NOT {fact}"
    match asked.test:
        case Test.IS | Test.ONE_OF:
            return one_of(fact, (first, *others))
        case Test.AT_LEAST:
            return f"{fact} >= {first}"
        case Test.AT_MOST:
            return f"{fact} <= {first}"
        case Test.ABOVE:
            return f"{fact} > {first}"
        case Test.BELOW:
            return f"{fact} < {first}"
        case _:
            assert_never(asked.test)


def box(told: Box, slots: int) -> str:
    """Write that a record lies in a box: true there, and true nowhere else.

    Args:
        told: A box over records.
        slots: How many slots behind its cells each axis has. The first of them says
            that the fact is unknown; no record has another.
    """
    sides = [words for side in told.sides if (words := _side(side, slots))]
    return joined("AND", sides) if sides else "TRUE"


def one_of(sql: str, values: Iterable[str]) -> str:
    """Write that something is one of some constants.

    DuckDB makes a join of a long IN, and rows would lose their order.

    Args:
        sql: An expression.
        values: The constants, in SQL.
    """
    return joined("OR", (f"{sql} = {value}" for value in values))


def joined(word: str, parts: Iterable[str]) -> str:
    """Join parts by AND, OR or ||, in brackets if there are several."""
    first, *others = parts
    return f"({f' {word} '.join((first, *others))})" if others else first


def _side(side: Side, slots: int) -> str:
    """Write that a fact lies in some cells; empty where every record does."""
    fact = side.axis.fact
    cells = side.axis.cells[:-slots]
    known = [cells[number] for number in side.cells if number < len(cells)]
    unknown = len(cells) in side.cells
    column = name(fact.name)
    if len(known) == len(cells):
        return "" if unknown else f"{column} IS NOT NULL"
    told = [f"{column} IS NULL"] if unknown else []
    match fact:
        case YesNo():
            told += [column if cell.example is True else f"NOT {column}" for cell in known]
        case Choice():
            values = [constant(value) for cell in known for value in cell.values]
            told += [one_of(column, values)] if values else []
        case _:
            told += [_span(column, cells[a], cells[b]) for a, b in _runs(side, len(cells))]
    return joined("OR", told)


def _runs(side: Side, known: int) -> list[tuple[int, int]]:
    """Join cells that follow each other: the first and the last of each run."""
    numbers = [number for number in side.cells if number < known]
    runs = groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    found = [[number for _, number in run] for _, run in runs]
    return [(run[0], run[-1]) for run in found]


def _span(column: str, first: Cell, last: Cell) -> str:
    ends = (
        ("" if first.low is None else f"{column} >= {constant(first.low)}"),
        ("" if last.high is None else f"{column} <= {constant(last.high)}"),
    )
    return joined("AND", (end for end in ends if end))

"""A CSV file of many cases: a header with the names of facts, and one row a case.

A column ``name`` names the cases; without it they are called by their lines. The columns
``governed`` and ``known`` may stand there for other commands; they are passed over.
"""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO
from typing import TYPE_CHECKING

from statuteline.cases.typed import facts_from, raise_all
from statuteline.errors import FactsError
from statuteline.rules.impact_cases import Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.rules.facts import Fact

NAME = "name"
_OTHERS = {NAME, "governed", "known"}


def read_rows(data: bytes, where: str, asked: Iterable[Fact]) -> tuple[Row, ...]:
    """Read a file of many cases.

    Args:
        data: The file.
        where: Its name, for messages.
        asked: The facts that are asked for.

    Raises:
        FactsError: If it is no CSV file with a header, a column is no fact's, or a value
            none that its fact can have. All faults of the rows are told at once.
    """
    lines = _lines(data, where)
    _, header = next(lines, (1, []))
    if not header:
        raise FactsError("The file has no header", where=where, hint="name the facts in it")
    twice = sorted(name for name, count in Counter(header).items() if count > 1)
    if twice:
        raise FactsError(f"A column {twice[0]!r} stands there twice", where=f"{where}:1")
    facts = tuple(asked)
    named = (name for name in header if name not in _OTHERS)
    facts_from(dict.fromkeys(named), facts, f"{where}:1")
    found: list[Row] = []
    faults: list[FactsError] = []
    for line, cells in lines:
        place = f"{where}:{line}"
        if len(cells) != len(header):
            told = f"The row has {len(cells)} cells, the header {len(header)}"
            faults.append(FactsError(told, where=place))
            continue
        row = dict(zip(header, cells, strict=True))
        raw = {name: value for name, value in row.items() if name not in _OTHERS}
        try:
            known = tuple(facts_from(raw, facts, place).items())
        except FactsError as error:
            faults.append(error)
            continue
        found.append(Row(name=row.get(NAME) or f"line {line}", facts=known))
    raise_all(faults)
    return tuple(found)


def _lines(data: bytes, where: str) -> Iterator[tuple[int, list[str]]]:
    """Give each row that is not empty, with the line on which it ends."""
    try:
        reader = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        for cells in reader:
            if cells:
                yield reader.line_num, cells
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FactsError(
            "The file is not UTF-8", where=f"{where}:{line}", hint="save it as UTF-8"
        ) from error
    except csv.Error as error:
        raise FactsError(f"The file is not CSV: {error}", where=where) from error

"""A file of the facts of one case: TOML, JSON, or CSV with one row.

TOML and JSON have a table ``days`` with ``governed`` and ``known``, and a table ``facts``.
In CSV the columns ``governed`` and ``known`` stand beside those of the facts.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING, Any

from statuteline.cases.file_text import malformed, text_of, toml_of, whole_number
from statuteline.cases.typed import facts_from, raise_all
from statuteline.errors import FactsError
from statuteline.rules.asking import name_hint
from statuteline.rules.facts import Day

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from statuteline.rules.facts import Constant, Fact

DAYS = (
    Day(name="governed", ask="Which day says which text governs the case?"),
    Day(name="known", ask="As of which day are the records asked?"),
)
_TABLES = ("days", "facts")
_JSON_KEY = re.compile(r'"([^"\\]*+)"\s*+:')
_TOML_KEY = re.compile(r"^\s*+[\"']?([\w-]++)[\"']?\s*+=")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """The facts of one case as a file has them, before they are understood.

    Args:
        where: The file, for messages.
        governed: The day of the case that says which text governs it; None where the
            file does not say.
        known: The day whose records are asked; None where the file does not say.
        raw: Values by the name of the fact.
        lines: The line on which each name stands.
    """

    where: str
    governed: date | None
    known: date | None
    raw: Mapping[str, object]
    lines: Mapping[str, int]

    def facts(self, asked: Iterable[Fact]) -> dict[str, Constant]:
        """Understand the facts.

        Args:
            asked: The facts that are asked for.

        Raises:
            FactsError: If a name is no fact's, or a value none that its fact can have.
        """
        return facts_from(self.raw, asked, self.where, self.lines)


def read_case(data: bytes, where: str) -> CaseFile:
    """Read a file of the facts of one case.

    Args:
        data: The file.
        where: Its name. The ending tells its kind; without one, JSON begins with a
            brace, CSV with a line that holds no ``=`` and no table, and the rest is TOML.

    Raises:
        FactsError: If it is not what it claims to be, or holds something else than days
            and facts.
    """
    text = text_of(data, where)
    match _kind(text, where):
        case "json":
            return _case(_json(text, where), text, where, _JSON_KEY)
        case "csv":
            return _from_csv(text, where)
        case _:
            return _case(toml_of(text, where), text, where, _TOML_KEY)


def _kind(text: str, where: str) -> str:
    ending = where.rpartition(".")[2].lower()
    if ending in {"toml", "json", "csv"}:
        return ending
    written = (line.strip() for line in text.splitlines())
    first = next((line for line in written if line and not line.startswith("#")), "")
    if first.startswith("{"):
        return "json"
    return "toml" if "=" in first or first.startswith("[") or not first else "csv"


def _json(text: str, where: str) -> dict[str, Any]:
    try:
        found = json.loads(text, object_pairs_hook=_once, parse_int=whole_number)
    except (ValueError, RecursionError) as error:
        raise malformed("JSON", error, where) from error
    if not isinstance(found, dict):
        raise FactsError("A case in JSON is an object", where=where, hint=_SHAPE)
    return found


_SHAPE = "a table days with governed and known, and a table facts"


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise ValueError(f"{name!r} stands there twice")
        found[name] = value
    return found


def _case(tables: dict[str, Any], text: str, where: str, key: re.Pattern[str]) -> CaseFile:
    """Take the two tables of a file.

    Args:
        tables: What the file holds.
        text: Its text, in which lines are looked for.
        where: Its name.
        key: A pattern of what sets a name, which is its one group.
    """
    faults = [
        FactsError(
            f"A case has no {name!r} beside its facts",
            where=where,
            hint=name_hint(name, _TABLES) or f"put facts into the table facts: {_SHAPE}",
        )
        for name in tables
        if name not in _TABLES
    ]
    faults += [
        FactsError(f"{name} is no table", where=where, hint=_SHAPE)
        for name in _TABLES
        if not isinstance(tables.get(name, {}), dict)
    ]
    raise_all(faults)
    days, raw = tables.get("days", {}), tables.get("facts", {})
    lines = _lines(text, key)
    found = _days(days, where, lines)
    return CaseFile(where=where, raw=raw, lines=lines, **found)


def _lines(text: str, key: re.Pattern[str]) -> dict[str, int]:
    """Find the first line that sets each name."""
    found: dict[str, int] = {}
    for number, row in enumerate(text.splitlines(), start=1):
        for name in key.findall(row):
            found.setdefault(name, number)
    return found


def _days(
    raw: Mapping[str, object], where: str, lines: Mapping[str, int]
) -> dict[str, Any]:
    if "at" in raw:
        place = f"{where}:{lines['at']}" if "at" in lines else where
        raise FactsError(
            "The day of the law is no fact of a case", where=place, hint="give it as --at"
        )
    found = facts_from(raw, DAYS, where, lines)
    return {day.name: found.get(day.name) for day in DAYS}


def _from_csv(text: str, where: str) -> CaseFile:
    try:
        rows = [row for row in csv.reader(StringIO(text, newline=""), strict=True) if row]
    except csv.Error as error:
        raise FactsError(f"The file is not CSV: {error}", where=where) from error
    if len(rows) != 2:
        raise FactsError(
            f"The file has {max(len(rows) - 1, 0)} rows below its header, not one",
            where=where,
            hint="one file, one case: a header with the names of facts, and one row",
        )
    names, cells = rows[0], rows[1]
    if len(names) != len(cells):
        raise FactsError(
            f"The row has {len(cells)} cells, the header {len(names)}", where=f"{where}:2"
        )
    twice = sorted(name for name, count in Counter(names).items() if count > 1)
    if twice:
        raise FactsError(f"A column {twice[0]!r} stands there twice", where=f"{where}:1")
    row = dict(zip(names, cells, strict=True))
    lines = dict.fromkeys(names, 2)
    days = {day.name: row.pop(day.name) for day in DAYS if day.name in row}
    return CaseFile(where=where, raw=row, lines=lines, **_days(days, where, lines))

"""Tables of golden cases in TOML, read strictly: a wrong word is never guessed at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

from statuteline.cases.file_text import text_of, toml_of
from statuteline.cases.typed import facts_from, raise_all
from statuteline.errors import FactsError
from statuteline.model.formats import check_format
from statuteline.rules.answers import Unsettled
from statuteline.rules.asking import facts_of_encoding, name_hint
from statuteline.rules.cases import CaseTable, GoldenCase
from statuteline.rules.explaining import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from statuteline.rules.encodings import Encoding, Version

_TOP = ("format", "encoding", "case")
_KEYS = ("name", "at", "reading", "outcome", "why", "signed_by", "facts", "requirements")
_VERDICTS = tuple(verdict.value for verdict in Verdict)


def read_table(data: bytes, where: str, encodings: Iterable[Encoding]) -> CaseTable:
    """Read a table of golden cases.

    Args:
        data: The file.
        where: Its name, for messages.
        encodings: The encodings that a table can be of.

    Returns:
        The cases. Every reading, outcome, requirement and fact that they name exists.

    Raises:
        FactsError: If the file is no such table. All faults are told at once.
    """
    text = text_of(data, where)
    found = toml_of(text, where)
    check_format(found.get("format"), where)
    for name in found:
        if name not in _TOP:
            raise FactsError(
                f"A table of cases has no {name!r}",
                where=where,
                hint=name_hint(name, _TOP) or "it has encoding and [[case]]",
            )
    encoding = _encoding(found.get("encoding"), where, {e.name: e for e in encodings})
    rows = found.get("case", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise FactsError("case is no list of tables", where=where, hint="write [[case]]")
    cases: list[GoldenCase] = []
    faults: list[FactsError] = []
    for row, place in zip(rows, _places(text, where, len(rows)), strict=True):
        try:
            cases.append(_case(row, place, encoding))
        except FactsError as error:
            faults.append(error)
    raise_all(faults)
    _check_names(cases)
    return CaseTable(encoding=encoding.name, cases=tuple(cases), where=where)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where one case stands in its file: ``first`` is its first line, counted from one."""

    where: str
    first: int | None
    rows: tuple[str, ...]

    def line(self, key: str) -> int | None:
        """Find the line of a key of the case, or else the one on which the case begins."""
        if self.first is None:
            return None
        pattern = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
        after = next((n for n, row in enumerate(self.rows) if pattern.match(row)), 0)
        return self.first + after

    def at(self, key: str) -> str:
        """Name the file, and the line of a key where it can be told."""
        line = self.line(key)
        return self.where if line is None else f"{self.where}:{line}"

    def fault(self, key: str, what: str, hint: str = "") -> FactsError:
        return FactsError(what, where=self.at(key), hint=hint)


def _places(text: str, where: str, count: int) -> tuple[_Place, ...]:
    """Find where each of some cases stands, if each begins with a line ``[[case]]``."""
    rows = tuple(text.splitlines())
    heads = [n for n, row in enumerate(rows) if re.match(r"\s*\[\[\s*case\s*\]\]", row)]
    if len(heads) != count:
        return (_Place(where, None, ()),) * count  # written as inline tables
    return tuple(
        _Place(where, head + 1, rows[head:end])
        for head, end in pairwise((*heads, len(rows)))
    )


def _case(row: Mapping[str, Any], place: _Place, encoding: Encoding) -> GoldenCase:
    for key in row:
        if key not in _KEYS:
            hint = name_hint(key, _KEYS) or f"it has {', '.join(_KEYS)}"
            raise place.fault(key, f"A case has no {key!r}", hint)
    name = _words(row, "name", place, needed=True)
    at = row.get("at")
    if type(at) is not date:
        hint = "write a date without quotes: at = 2021-10-01"
        raise place.fault(
            "at", f"at must be a day, not {at!r}" if at else "at is missing", hint
        )
    version = encoding.version_at(at)
    reading = _reading(_words(row, "reading", place), version, place)
    outcome = _outcome(_words(row, "outcome", place), reading, version, encoding, place)
    requirements = _requirements(row, version, place)
    if outcome is None and not requirements:
        raise place.fault("name", "A case expects an outcome, or requirements")
    return GoldenCase(
        name=name or "",
        at=at,
        reading=reading,
        outcome=outcome,
        requirements=requirements,
        facts=_facts(row, encoding, place),
        why=_words(row, "why", place) or "",
        signed_by=_words(row, "signed_by", place) or "",
        where=place.at(""),
    )


def _words(
    row: Mapping[str, Any], key: str, place: _Place, *, needed: bool = False
) -> str | None:
    value = row.get(key)
    if value is None and not needed:
        return None
    if not isinstance(value, str) or (needed and not value.strip()):
        told = f"{key} must be words, not {value!r}" if key in row else f"{key} is missing"
        raise place.fault(key, told)
    return value


def _reading(name: str | None, version: Version | None, place: _Place) -> str | None:
    names = [reading.name for reading in version.readings] if version else []
    if name is None:
        if len(names) > 1:
            told = "The text of that day has more than one reading"
            raise place.fault("at", told, f"write reading = one of {', '.join(names)}")
        return None
    if name not in names:
        hint = name_hint(name, names) or f"it has {', '.join(names) or 'none'}"
        raise place.fault("reading", f"The text of that day has no reading {name!r}", hint)
    return name


def _outcome(
    name: str | None,
    reading: str | None,
    version: Version | None,
    encoding: Encoding,
    place: _Place,
) -> str | None:
    """Check an outcome: one of the reading's, or of any text where none is encoded."""
    readings = (
        [one for one in version.readings if reading in {None, one.name}]
        if version
        else chain.from_iterable(one.readings for one in encoding.versions)
    )
    names = dict.fromkeys(one.name for reading_ in readings for one in reading_.outcomes)
    every = (*names, *(why.value for why in Unsettled))
    if name is None or name in every:
        return name
    hint = name_hint(name, every) or f"it has {', '.join(every)}"
    raise place.fault("outcome", f"There is no outcome {name!r}", hint)


def _requirements(
    row: Mapping[str, Any], version: Version | None, place: _Place
) -> tuple[tuple[str, str], ...]:
    given = _table(row, "requirements", place)
    names = [one.name for one in version.requirements] if version else []
    for name, verdict in given.items():
        if name not in names:
            hint = name_hint(name, names) or f"it has {', '.join(names) or 'none'}"
            told = f"The text of that day has no requirement {name!r}"
            raise place.fault(name, told, hint)
        if verdict not in _VERDICTS:
            hint = f"one of {', '.join(_VERDICTS)}"
            raise place.fault(name, f"A requirement cannot be {verdict!r}", hint)
    return tuple(given.items())


def _facts(
    row: Mapping[str, Any], encoding: Encoding, place: _Place
) -> tuple[tuple[str, Any], ...]:
    raw = _table(row, "facts", place)
    lines = {name: line for name in raw if (line := place.line(name)) is not None}
    asked = facts_of_encoding(encoding)
    return tuple(facts_from(raw, asked, place.where, lines).items())


def _table(row: Mapping[str, Any], key: str, place: _Place) -> dict[str, Any]:
    value = row.get(key, {})
    if not isinstance(value, dict):
        raise place.fault(key, f"{key} is no table", f"write [case.{key}]")
    return value


def _encoding(name: object, where: str, known: Mapping[str, Encoding]) -> Encoding:
    if isinstance(name, str) and name in known:
        return known[name]
    told = "The table names no encoding" if name is None else f"No encoding is {name!r}"
    near = name_hint(str(name), known)
    hint = near or f'write encoding = "NAME", one of {", ".join(known)}'
    raise FactsError(told, where=where, hint=hint)


def _check_names(cases: list[GoldenCase]) -> None:
    seen: dict[str, GoldenCase] = {}
    for case in cases:
        if seen.setdefault(case.name, case) is not case:
            raise FactsError(
                f"Two cases have the name {case.name!r}",
                where=case.where,
                hint=f"the first is at {seen[case.name].where}",
            )

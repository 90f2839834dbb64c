"""The units of an encoding: the smallest parts of the code that are judged by name."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from hashlib import sha256
from typing import TYPE_CHECKING, Final, TypeAlias

from statuteline.rules.encodings import Burden, Consequence
from statuteline.rules.json_form import (
    canonical_json,
    facts_json,
    logic_digest,
    predicate_json,
)
from statuteline.rules.predicates import Define, parts_of, walk
from statuteline.rules.seats import Seat
from statuteline.trace.fingerprints import shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from statuteline.model.interval import Interval
    from statuteline.rules.encodings import Encoding, Version
    from statuteline.rules.json_form import Json
    from statuteline.rules.nodes import Cited, Origin
    from statuteline.rules.predicates import Predicate
    from statuteline.rules.schedules import Deadline, Duty, Recurrence

    Datum: TypeAlias = Burden | Consequence | Deadline | Recurrence | Duty | Seat


_NOT_SAID: Final = {"ask", "cited", "origin"}
"""Fields of data that say nothing themselves: labels, and where words and code stand."""


class UnitKind(Enum):
    """What a unit is in its encoding."""

    OUTCOME = "outcome"
    DEFINITION = "definition"
    REQUIREMENT = "requirement"
    AXIOM = "axiom"
    DATA = "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A part of an encoding that rests on words and is judged by name.

    Args:
        id: ``<encoding>@<first day>/<name>``, with hyphens between the words of a name.
        kind: What it is.
        name: Its name as people read it.
        encoding: The name of its encoding.
        days: The days for which it claims to be the law.
        code: The fingerprint of its logic, with that of all definitions it uses.
        cited: The words it rests on: its own; where it has none, those of its parts.
        predicate: The logic; None for data.
        datum: What data says, as JSON; empty for logic.
        origin: Where it was written; None where that is not known.
    """

    id: str
    kind: UnitKind
    name: str
    encoding: str
    days: Interval
    code: str
    cited: tuple[Cited, ...]
    predicate: Predicate | None = None
    datum: str = ""
    origin: Origin | None = None

    @property
    def said(self) -> str:
        """What it says, as JSON with its labels: of logic the facts and the tree."""
        if self.predicate is None:
            return self.datum
        told: Json = {
            "facts": facts_json(self.predicate),
            "tree": predicate_json(self.predicate),
        }
        return canonical_json(told)


def units(encoding: Encoding) -> tuple[Unit, ...]:
    """List the units of an encoding, in the order in which they are written.

    A definition that several outcomes share is one unit, which rests on the words of all
    its places. A name that has two meanings in one version makes a unit of each, the
    second with ``~2`` behind its id.
    """
    found: dict[str, Unit] = {}
    for unit in _all(encoding):
        name, number = unit.id, 1
        while name in found and found[name].code != unit.code:
            number += 1
            name = f"{unit.id}~{number}"
        known = found.get(name, replace(unit, id=name, cited=()))
        cited = tuple(dict.fromkeys((*known.cited, *unit.cited)))
        found[name] = replace(known, cited=cited)
    return tuple(found.values())


def _all(encoding: Encoding) -> Iterator[Unit]:
    for version in encoding.versions:
        for reading in version.readings:
            place = f"{reading.name}/" if len(version.readings) > 1 else ""
            for outcome in reading.outcomes:
                yield from _definitions(encoding, version.days, outcome.when)
                yield _unit(
                    encoding,
                    version.days,
                    UnitKind.OUTCOME,
                    place,
                    outcome.name,
                    outcome.when,
                )
        for step in version.requirements:
            yield from _definitions(encoding, version.days, step.met)
            yield _unit(
                encoding,
                version.days,
                UnitKind.REQUIREMENT,
                "procedure/",
                step.name,
                step.met,
            )
        yield from _data(encoding, version)
    for axiom in encoding.axioms:
        unit = _unit(
            encoding, axiom.days, UnitKind.AXIOM, "axiom/", axiom.name, axiom.holds
        )
        yield replace(unit, cited=(axiom.cited,))


def _definitions(
    encoding: Encoding, days: Interval, predicate: Predicate
) -> Iterator[Unit]:
    for node in walk(predicate):
        if isinstance(node, Define):
            yield _unit(encoding, days, UnitKind.DEFINITION, "", node.name, node)


def _unit(  # noqa: PLR0913, PLR0917 - a unit has this many sides
    encoding: Encoding,
    days: Interval,
    kind: UnitKind,
    place: str,
    name: str,
    predicate: Predicate,
) -> Unit:
    own = tuple(_cited(_inside(predicate)))
    return Unit(
        id=f"{encoding.name}@{days.start}/{place}{_slug(name)}",
        kind=kind,
        name=name,
        encoding=encoding.name,
        days=days,
        code=shortened(logic_digest(predicate)),
        cited=own or tuple(_cited(walk(predicate))),
        predicate=predicate,
        origin=predicate.origin,
    )


def _inside(predicate: Predicate) -> Iterator[Predicate]:
    """Visit the nodes that belong to a unit itself: those of no definition within."""
    yield predicate
    for part in parts_of(predicate):
        if not isinstance(part, Define):
            yield from _inside(part)


def _cited(nodes: Iterator[Predicate]) -> Iterator[Cited]:
    seen: set[Cited] = set()
    for node in nodes:
        for citation in node.citations:
            if citation not in seen:
                seen.add(citation)
                yield citation


def _data(encoding: Encoding, version: Version) -> Iterator[Unit]:
    outcomes = (one for reading in version.readings for one in reading.outcomes)
    data: tuple[Datum, ...] = (
        *(consequence for outcome in outcomes for consequence in outcome.follows),
        *version.burdens,
        *version.deadlines,
        *version.recurrences,
        *version.duties,
        *version.seats,
    )
    for datum in data:
        kind = type(datum).__name__.lower()
        name = _name(datum)
        said = _said(datum)
        yield Unit(
            id=f"{encoding.name}@{version.days.start}/{kind}/{_slug(name)}",
            kind=UnitKind.DATA,
            name=name,
            encoding=encoding.name,
            days=version.days,
            code=shortened(sha256(said.encode()).hexdigest()),
            cited=(datum.cited,),
            datum=said,
            origin=datum.cited.origin,
        )


def _name(datum: Datum) -> str:
    match datum:
        case Burden(of=of):
            return of
        case Consequence(says=says):
            return says
        case Seat(holder=holder, filled_by=filled_by):
            return f"{holder} by {filled_by}" if filled_by else holder
        case _:
            return datum.name


def _said(datum: Datum) -> str:
    """Write down what a datum says, without the words it rests on."""
    return canonical_json({type(datum).__name__.lower(): _plain(datum)})


def _plain(value: object) -> Json:
    match value:
        case None | bool() | int() | str():
            return value
        case date():
            return value.isoformat()
        case tuple():
            return [_plain(one) for one in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {
                field.name: _plain(getattr(value, field.name))
                for field in fields(value)
                if field.name not in _NOT_SAID
            }
        case _:
            raise TypeError(type(value))


def _slug(name: str) -> str:
    """Join the first words of a name with hyphens; a whole sentence needs no more."""
    return "-".join(re.findall(r"[a-z0-9]+", name.lower())[:8])

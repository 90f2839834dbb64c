"""A document of the schema ``rule-1``, read back into an encoding with one version."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from statuteline.errors import IdentifierError
from statuteline.model.formats import check_name
from statuteline.model.interval import Interval
from statuteline.rules.asking import facts_asked
from statuteline.rules.document import SCHEMA, predicates_asked
from statuteline.rules.encodings import (
    Axiom,
    Burden,
    Consequence,
    Encoding,
    NotEncoded,
    Outcome,
    Reading,
    Requirement,
    Version,
)
from statuteline.rules.facts import Day
from statuteline.rules.from_json import (
    cited_from,
    eid_from,
    fact_named,
    facts_from,
    predicate_from,
    work_from,
)
from statuteline.rules.json_form import logic_digest
from statuteline.rules.schedules import After, Deadline, Duty, Recurrence
from statuteline.rules.seats import Seat

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from statuteline.rules.facts import Fact
    from statuteline.rules.json_place import Place

_KEYS = (
    "schema",
    "encoding",
    "title",
    "work",
    "governed-by",
    "days",
    "bound",
    "facts",
    "readings",
    "requirements",
    "axioms",
    "burdens",
    "deadlines",
    "recurrences",
    "duties",
    "seats",
    "not-encoded",
    "digest",
)
_T = TypeVar("_T")
_MOST_OUTCOMES = 50
"""Of one reading; each is compared with each other one."""
_NAME = re.compile(r"[a-z]{2}(?:-[a-z0-9]+)*+/[a-z0-9]+(?:-[a-z0-9]+)*+")


def encoding_from(place: Place) -> Encoding:
    """Read a document: an encoding, of which it holds one version.

    Args:
        place: The document, as :func:`statuteline.rules.json_place.parsed` gives it.

    Raises:
        RuleError: If it is none, asks for facts that it does not describe or describes
            some that nothing asks, or if a digest is not that of its logic; ``where``
            is the address in the document.
        FormatError: If a newer program wrote it.
    """
    if place.has("schema"):  # before the keys of a newer one are refused
        stated = place.at("schema")
        check_name(stated.text(), SCHEMA, str(stated.origin))
    place.keys(_KEYS)
    if place.at("schema").text() != SCHEMA:
        raise place.at("schema").fault(f"This is no rule document: not {SCHEMA}")
    facts = facts_from(place.at("facts"))
    version = _version(place, facts)
    found = Encoding(
        name=_encoding_name(place.at("encoding")),
        title=place.at("title").text(),
        work=work_from(place.at("work")),
        governed_by=place.at("governed-by").text(),
        versions=(version,),
        axioms=_each(place, "axioms", lambda one: _axiom(one, facts)),
    )
    beside = found.axioms_beside(version)
    asked = {fact.name for fact in facts_asked(version, beside)}
    for name, entry in place.at("facts").entries():
        if name not in asked:
            raise entry.fault(f"Nothing asks for the fact {name}")
    _ask_digest(place, logic_digest(*predicates_asked(found, version)), "this logic")
    return found


def _encoding_name(place: Place) -> str:
    """Read the name of an encoding: it is typed, and stands in links and reports."""
    if _NAME.fullmatch(place.name()) is None:
        raise place.fault(
            f"{place.name()!r} cannot be the name of an encoding",
            hint="a name looks like us-ct/vacatur",
        )
    return place.name()


def _ask_digest(place: Place, digest: str, whose: str) -> None:
    if place.at("digest").text() != digest:
        raise place.at("digest").fault(
            f"The digest is not that of {whose}",
            hint=f"if the logic is meant so, it is {digest}",
        )


def _each(place: Place, key: str, read: Callable[[Place], _T]) -> tuple[_T, ...]:
    return tuple(read(item) for item in place.at(key).items())


def _some(place: Place, key: str, read: Callable[[Place], _T]) -> tuple[_T, ...]:
    """Read an array that must not be empty."""
    found = _each(place, key, read)
    if not found:
        raise place.at(key).fault("There is nothing here")
    return found


def _version(place: Place, facts: Mapping[str, Fact]) -> Version:
    return Version(
        days=_days(place.at("days")),
        bound=place.at("bound").flag(),
        readings=_each(place, "readings", lambda one: _reading(one, facts)),
        requirements=_each(place, "requirements", lambda one: _requirement(one, facts)),
        burdens=_each(place, "burdens", _burden),
        deadlines=_each(place, "deadlines", lambda one: _deadline(one, facts)),
        recurrences=_each(place, "recurrences", _recurrence),
        duties=_each(place, "duties", _duty),
        seats=_each(place, "seats", _seat),
        not_encoded=_each(place, "not-encoded", _not_encoded),
    )


def _reading(place: Place, facts: Mapping[str, Fact]) -> Reading:
    place.keys(("name", "argued", "outcomes", "digest"))
    if len(place.at("outcomes").items()) > _MOST_OUTCOMES:
        raise place.at("outcomes").fault(f"There are more than {_MOST_OUTCOMES} outcomes")
    outcomes = _some(place, "outcomes", lambda one: _outcome(one, facts))
    _ask_digest(place, logic_digest(*(one.when for one in outcomes)), "these outcomes")
    return Reading(
        name=place.at("name").name(), argued=place.at("argued").text(), outcomes=outcomes
    )


def _outcome(place: Place, facts: Mapping[str, Fact]) -> Outcome:
    place.keys(("name", "means", "follows", "when"))
    return Outcome(
        name=place.at("name").name(),
        means=place.at("means").text(),
        follows=_each(place, "follows", _consequence),
        when=predicate_from(place.at("when"), facts),
    )


def _consequence(place: Place) -> Consequence:
    place.keys(("says", "cited"))
    return Consequence(says=place.at("says").text(), cited=cited_from(place.at("cited")))


def _requirement(place: Place, facts: Mapping[str, Fact]) -> Requirement:
    place.keys(("name", "by", "met"))
    return Requirement(
        name=place.at("name").name(),
        by=place.at("by").text(),
        met=predicate_from(place.at("met"), facts),
    )


def _axiom(place: Place, facts: Mapping[str, Fact]) -> Axiom:
    place.keys(("name", "holds", "cited", "days"))
    return Axiom(
        name=place.at("name").name(),
        holds=predicate_from(place.at("holds"), facts),
        cited=cited_from(place.at("cited")),
        days=_days(place.at("days")),
    )


def _burden(place: Place) -> Burden:
    place.keys(("on", "of", "standard", "cited"))
    standard = place.at("standard")
    return Burden(
        on=place.at("on").text(),
        of=place.at("of").text(),
        standard=None if standard.value is None else standard.text(),
        cited=cited_from(place.at("cited")),
    )


def _deadline(place: Place, facts: Mapping[str, Fact]) -> Deadline:
    place.keys(("name", "latest-of", "cited"))
    return Deadline(
        name=place.at("name").text(),
        latest_of=_some(place, "latest-of", lambda one: _latest(one, facts)),
        cited=cited_from(place.at("cited")),
    )


def _latest(place: Place, facts: Mapping[str, Fact]) -> date | After:
    if isinstance(place.value, str):
        return place.day()
    place.keys(("months", "after"))
    fact = fact_named(place.at("after"), facts)
    if not isinstance(fact, Day):
        raise place.at("after").fault(f"{fact.name} is no day")
    return After(fact=fact, months=place.at("months").whole(0))


def _recurrence(place: Place) -> Recurrence:
    place.keys(("name", "every", "cited"))
    return Recurrence(
        name=place.at("name").text(),
        every=place.at("every").whole(1),
        cited=cited_from(place.at("cited")),
    )


def _duty(place: Place) -> Duty:
    place.keys(("name", "by", "to", "until", "cited"))
    until = place.at("until")
    return Duty(
        name=place.at("name").text(),
        by=place.at("by").text(),
        to=place.at("to").text(),
        until=None if until.value is None else until.day(),
        cited=cited_from(place.at("cited")),
    )


def _seat(place: Place) -> Seat:
    place.keys(("holder", "filled-by", "count", "cited"))
    filled_by = place.at("filled-by")
    return Seat(
        holder=place.at("holder").text(),
        filled_by=None if filled_by.value is None else filled_by.text(),
        count=place.at("count").whole(1),
        cited=cited_from(place.at("cited")),
    )


def _not_encoded(place: Place) -> NotEncoded:
    place.keys(("eId", "words", "reason"))
    return NotEncoded(
        eid=eid_from(place.at("eId")),
        words=place.at("words").text(),
        reason=place.at("reason").text(),
    )


def _days(place: Place) -> Interval:
    place.keys(("start", "end"))
    end = place.at("end")
    try:
        return Interval(
            start=place.at("start").day(), end=None if end.value is None else end.day()
        )
    except IdentifierError as error:
        raise place.fault(error.what) from error

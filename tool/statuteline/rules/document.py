"""One version of an encoding as one JSON document, described by the schema ``rule-1``.

It holds all that another engine needs to decide a case and all that a person needs to
follow it: facts, readings with their outcomes, the procedure, axioms and data.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from statuteline.rules.asking import facts_asked
from statuteline.rules.json_form import (
    Json,
    cited_json,
    fact_json,
    logic_digest,
    predicate_json,
)

if TYPE_CHECKING:
    from statuteline.model.interval import Interval
    from statuteline.rules.encodings import (
        Axiom,
        Burden,
        Encoding,
        NotEncoded,
        Outcome,
        Reading,
        Version,
    )
    from statuteline.rules.predicates import Predicate
    from statuteline.rules.schedules import After, Deadline, Duty
    from statuteline.rules.seats import Seat

SCHEMA = "statuteline/rule/1"


def document(encoding: Encoding, version: Version) -> dict[str, Json]:
    """Write one version of an encoding as JSON.

    Args:
        encoding: The encoding.
        version: One of its versions.

    Returns:
        An object that keeps to the schema ``rule-1``.

    Raises:
        RuleError: If two different facts have one name.
    """
    asked = facts_asked(version, encoding.axioms_beside(version))
    return {
        "schema": SCHEMA,
        "encoding": encoding.name,
        "title": encoding.title,
        "work": str(encoding.work),
        "governed-by": encoding.governed_by,
        "days": days_json(version.days),
        "bound": version.bound,
        "facts": {fact.name: fact_json(fact) for fact in asked},
        "readings": [_reading(reading) for reading in version.readings],
        "requirements": [
            {"name": one.name, "by": one.by, "met": predicate_json(one.met)}
            for one in version.requirements
        ],
        "axioms": [_axiom(axiom) for axiom in encoding.axioms_beside(version)],
        "burdens": [_burden(burden) for burden in version.burdens],
        "deadlines": [_deadline(deadline) for deadline in version.deadlines],
        "recurrences": [
            {"name": one.name, "every": one.every, "cited": cited_json(one.cited)}
            for one in version.recurrences
        ],
        "duties": [_duty(duty) for duty in version.duties],
        "seats": [_seat(seat) for seat in version.seats],
        "not-encoded": [_not_encoded(words) for words in version.not_encoded],
        "digest": logic_digest(*predicates_asked(encoding, version)),
    }


def predicates_asked(encoding: Encoding, version: Version) -> tuple[Predicate, ...]:
    """List the predicates of a version: outcomes, procedure, then axioms beside it."""
    axioms = encoding.axioms_beside(version)
    return (*version.predicates, *(axiom.holds for axiom in axioms))


def days_json(days: Interval) -> Json:
    """Write half-open days: the first one inside, and the first one after."""
    return {
        "start": days.start.isoformat(),
        "end": days.end.isoformat() if days.end else None,
    }


def _reading(reading: Reading) -> Json:
    return {
        "name": reading.name,
        "argued": reading.argued,
        "outcomes": [_outcome(outcome) for outcome in reading.outcomes],
        "digest": logic_digest(*(one.when for one in reading.outcomes)),
    }


def _outcome(outcome: Outcome) -> Json:
    return {
        "name": outcome.name,
        "means": outcome.means,
        "follows": [
            {"says": one.says, "cited": cited_json(one.cited)} for one in outcome.follows
        ],
        "when": predicate_json(outcome.when),
    }


def _axiom(axiom: Axiom) -> Json:
    return {
        "name": axiom.name,
        "holds": predicate_json(axiom.holds),
        "cited": cited_json(axiom.cited),
        "days": days_json(axiom.days),
    }


def _burden(burden: Burden) -> Json:
    return {
        "on": burden.on,
        "of": burden.of,
        "standard": burden.standard,
        "cited": cited_json(burden.cited),
    }


def _deadline(deadline: Deadline) -> Json:
    return {
        "name": deadline.name,
        "latest-of": [_day(day) for day in deadline.latest_of],
        "cited": cited_json(deadline.cited),
    }


def _day(day: date | After) -> Json:
    if isinstance(day, date):
        return day.isoformat()
    return {"months": day.months, "after": day.fact.name}


def _duty(duty: Duty) -> Json:
    return {
        "name": duty.name,
        "by": duty.by,
        "to": duty.to,
        "until": duty.until.isoformat() if duty.until else None,
        "cited": cited_json(duty.cited),
    }


def _seat(seat: Seat) -> Json:
    return {
        "holder": seat.holder,
        "filled-by": seat.filled_by,
        "count": seat.count,
        "cited": cited_json(seat.cited),
    }


def _not_encoded(words: NotEncoded) -> Json:
    return {"eId": words.eid.text, "words": words.words, "reason": words.reason}

"""A decision in one case: the outcome, why, what is still to ask, and what stands beside.

Three days are asked for and none has a default. ``at`` is the day of the law and chooses
the text. ``governed`` is the day of the case that says which text governs it. ``known`` is
the day whose records of the texts are asked. Where ``at`` and ``governed`` fall into two
texts, no source says which one governs, so that the case is decided under both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.errors import RuleError
from statuteline.history.in_force import NotInForce, TextInForce, expression_at
from statuteline.rules.answers import (
    Answer,
    Decision,
    OutcomeAnswer,
    ReadingAnswer,
    RequirementAnswer,
)
from statuteline.rules.asking import check_facts, facts_of_encoding, name_hint
from statuteline.rules.deadlines import last_day
from statuteline.rules.explaining import explain
from statuteline.rules.settling import forbidding, settle, settle_one

if TYPE_CHECKING:
    from datetime import date

    from statuteline.model.work import Expression
    from statuteline.rules.encodings import (
        Axiom,
        Encoding,
        Reading,
        Requirement,
        Version,
    )
    from statuteline.rules.facts import Facts


def decide(  # noqa: PLR0913 - three days, none of which may be left out
    encoding: Encoding,
    facts: Facts,
    *,
    at: date,
    governed: date,
    known: date,
    texts: tuple[Expression, ...] | None,
    reading: str | None = None,
) -> Answer:
    """Decide a case as far as its facts go.

    Args:
        encoding: The decision.
        facts: What is known, by name; a fact that is absent is unknown.
        at: The day of the law: it chooses the text.
        governed: The day that ``encoding.governed_by`` names.
        known: The day whose records of the texts are asked.
        texts: All records of the section; None where there is none to look at. Then
            the case is decided all the same.
        reading: The one reading to decide under; None for every one. A text without a
            reading of this name is decided under its own.

    Returns:
        The answer. That no text is encoded for a day, or none had been recorded, is one.

    Raises:
        FactsError: If no version asks for a fact, or it cannot have its value.
        RuleError: If no text of the two days has the reading; the hint names the nearest.

    Example:
        >>> from datetime import date
        >>> from statuteline.law import encoding
        >>> day = date(2021, 11, 1)
        >>> facts = {"conviction_for_prostitution": True}
        >>> answer = decide(
        ...     encoding("us-ct/vacatur"),
        ...     facts,
        ...     at=day,
        ...     governed=day,
        ...     known=day,
        ...     texts=None,
        ... )
        >>> answer.result, answer.possible
        ('undetermined', ('shall vacate', 'no relief'))
    """
    asked = facts_of_encoding(encoding)
    check_facts(facts, asked)
    versions = {day: encoding.version_at(day) for day in (at, governed)}
    encoded = tuple(one for one in versions.values() if one is not None)
    if reading is not None and encoded:
        _check_reading(reading, encoding, encoded)
    days = (at,) if versions[at] == versions[governed] else (at, governed)
    return Answer(
        encoding=encoding,
        facts=tuple((f.name, facts[f.name]) for f in asked if f.name in facts),
        at=at,
        governed=governed,
        known=known,
        decisions=tuple(
            _under(encoding, facts, day, _text(texts, day, known), reading) for day in days
        ),
    )


def _under(
    encoding: Encoding,
    facts: Facts,
    day: date,
    text: tuple[TextInForce | NotInForce | None, bool],
    reading: str | None,
) -> Decision:
    """Decide under the text of one day."""
    version = encoding.version_at(day)
    axioms = encoding.axioms_at(day)
    held, recorded = text
    if version is None or not recorded:
        return Decision(day=day, version=version, text=held, recorded=recorded)
    return Decision(
        day=day,
        version=version,
        text=held,
        recorded=True,
        axioms=axioms,
        impossible=forbidding(facts, axioms),
        readings=tuple(
            _read(one, facts, axioms) for one in _chosen(version.readings, reading)
        ),
        requirements=tuple(_required(one, facts, axioms) for one in version.requirements),
        deadlines=tuple(last_day(one, facts) for one in version.deadlines),
    )


def _text(
    texts: tuple[Expression, ...] | None, day: date, known: date
) -> tuple[TextInForce | NotInForce | None, bool]:
    """Find the text of a day, and whether it had been recorded by the day ``known``."""
    if texts is None:
        return None, True
    now, then = expression_at(texts, day), expression_at(texts, day, known)
    if not isinstance(now, TextInForce):
        return then, True
    version = now.expression.id.version
    recorded = isinstance(then, TextInForce) and then.expression.id.version == version
    return (then, True) if recorded else (now, False)


def _read(reading: Reading, facts: Facts, axioms: tuple[Axiom, ...]) -> ReadingAnswer:
    return ReadingAnswer(
        reading=reading,
        outcomes=tuple(
            OutcomeAnswer(outcome=one, explanation=explain(one.when, facts))
            for one in reading.outcomes
        ),
        settlement=settle(reading.outcomes, facts, axioms),
    )


def _required(
    requirement: Requirement, facts: Facts, axioms: tuple[Axiom, ...]
) -> RequirementAnswer:
    return RequirementAnswer(
        requirement=requirement,
        explanation=explain(requirement.met, facts),
        settlement=settle_one(requirement.met, facts, axioms),
    )


def _chosen(readings: tuple[Reading, ...], name: str | None) -> tuple[Reading, ...]:
    return tuple(one for one in readings if one.name == name) or readings


def _check_reading(name: str, encoding: Encoding, versions: tuple[Version, ...]) -> None:
    names = dict.fromkeys(one.name for version in versions for one in version.readings)
    if name not in names:
        near = name_hint(name, names) or f"it has {', '.join(names) or 'none'}"
        raise RuleError(
            f"The text of that day has no reading {name!r}", where=encoding.name, hint=near
        )

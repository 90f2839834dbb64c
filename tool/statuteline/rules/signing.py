"""The golden cases that a lawyer is asked to sign: the fewest that test every clause."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from statuteline.errors import RuleError
from statuteline.rules.asking import name_hint
from statuteline.rules.cases import GoldenCase
from statuteline.rules.explaining import Verdict
from statuteline.rules.killing import Asked, fewest_cases
from statuteline.rules.line_words import names_of
from statuteline.rules.mutation_words import mutant_words

if TYPE_CHECKING:
    from datetime import date

    from statuteline.rules.encodings import Encoding, Reading, Version
    from statuteline.rules.killing import Killing, TellingCase
    from statuteline.rules.predicates import Predicate


@dataclass(frozen=True, slots=True, kw_only=True)
class Suite:
    """The cases of one reading of a text, or of its procedure.

    Args:
        reading: The reading; None for the procedure.
        predicates: Its outcomes, or requirements, by name.
        killing: What the cases are for.
        cases: The cases, one for each of ``killing.cases``. Nobody has signed them.
    """

    reading: str | None
    predicates: tuple[tuple[str, Predicate], ...]
    killing: Killing
    cases: tuple[GoldenCase, ...]

    def words(self, mutant: int) -> str:
        """Say what is changed in one of the mutants."""
        return mutant_words(self.killing.mutants[mutant], names_of(self.predicates))


def suites(
    encoding: Encoding, at: date, reading: str | None, *, procedure: bool
) -> tuple[Suite, ...]:
    """Find the cases to be signed for the text of a day.

    Args:
        encoding: The decision; of every possible case one outcome is met.
        at: The day of the law.
        reading: The one reading that is asked for; None for every one.
        procedure: Whether the procedure is asked for instead of the outcomes.

    Returns:
        One for each reading, or the one of the procedure.

    Raises:
        RuleError: If no text of that day is encoded, or it has no such reading, decides
            nothing, or has no procedure.
    """
    version = _version(encoding, at)
    if procedure:
        return (_of_procedure(encoding, at, version),)
    readings = [one for one in version.readings if reading in {None, one.name}]
    if not readings and reading is not None:
        names = [one.name for one in version.readings]
        hint = name_hint(reading, names) or f"it has {', '.join(names) or 'none'}"
        told = f"The text of {at} has no reading {reading!r}"
        raise RuleError(told, where=encoding.name, hint=hint)
    if not readings:
        raise RuleError(f"The text of {at} decides nothing", where=encoding.name)
    several = len(version.readings) > 1
    return tuple(_of_reading(encoding, at, one, several=several) for one in readings)


def _version(encoding: Encoding, at: date) -> Version:
    version = encoding.version_at(at)
    if version is None:
        starts = ", ".join(str(one.days.start) for one in encoding.versions)
        raise RuleError(
            f"No text of {at} is encoded",
            where=encoding.name,
            hint=f"texts are encoded from {starts}",
        )
    return version


def _of_reading(encoding: Encoding, at: date, reading: Reading, *, several: bool) -> Suite:
    killing = fewest_cases(
        tuple(outcome.when for outcome in reading.outcomes),
        encoding.axioms_at(at),
        Asked.FIRST_MET,
    )
    names = tuple(outcome.name for outcome in reading.outcomes)
    prefix = f"{reading.name}: " if several else ""
    own = reading.name if several else None
    cases: list[GoldenCase] = []
    for number, case in enumerate(killing.cases, start=1):
        outcome = names[case.met.index(True)]
        golden = _golden(f"{prefix}{outcome}, case {number}", at, own, case)
        cases.append(replace(golden, outcome=outcome))
    return Suite(
        reading=reading.name,
        predicates=tuple((outcome.name, outcome.when) for outcome in reading.outcomes),
        killing=killing,
        cases=tuple(cases),
    )


def _of_procedure(encoding: Encoding, at: date, version: Version) -> Suite:
    requirements = version.requirements
    if not requirements:
        raise RuleError(f"The text of {at} has no procedure", where=encoding.name)
    killing = fewest_cases(
        tuple(one.met for one in requirements), encoding.axioms_at(at), Asked.EACH
    )
    # The procedure is the same under each reading: a case names the first of several.
    any_reading = version.readings[0].name if len(version.readings) > 1 else None
    names = tuple(one.name for one in requirements)
    cases: list[GoldenCase] = []
    for number, case in enumerate(killing.cases, start=1):
        verdicts = (Verdict.MET if met else Verdict.NOT_MET for met in case.met)
        told = tuple(zip(names, (one.value for one in verdicts), strict=True))
        golden = _golden(f"procedure, case {number}", at, any_reading, case)
        cases.append(replace(golden, requirements=told))
    return Suite(
        reading=None,
        predicates=tuple((one.name, one.met) for one in requirements),
        killing=killing,
        cases=tuple(cases),
    )


def _golden(name: str, at: date, reading: str | None, case: TellingCase) -> GoldenCase:
    return GoldenCase(
        name=name,
        at=at,
        reading=reading,
        outcome=None,
        requirements=(),
        facts=tuple((fact.name, value) for fact, value in case.facts),
        why="",
        signed_by="",
        where="",
    )

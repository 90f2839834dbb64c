"""Golden cases: facts with the outcome they must have, and whether they have it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from statuteline.rules.deciding import decide
from statuteline.rules.explaining import Verdict
from statuteline.rules.predicates import AllOf, AnyOf, Define, NoneOf, Not, When

if TYPE_CHECKING:
    from datetime import date

    from statuteline.rules.answers import Answer
    from statuteline.rules.encodings import Axiom, Encoding
    from statuteline.rules.explaining import Explanation
    from statuteline.rules.facts import Constant


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldenCase:
    """Facts of a case and what must come of them.

    Args:
        name: What tells it from the other cases, in words.
        at: The day of the law. The text of that day governs the case too.
        reading: The reading; None where the text has only one, or none is encoded.
        outcome: The name of the outcome, or the words for why there is none, as in
            :class:`statuteline.rules.answers.Unsettled`; None where it is not asked.
        requirements: Steps of the procedure by name, each with the words of a
            :class:`statuteline.rules.explaining.Verdict`.
        facts: What is known, by name.
        why: What the expected outcome rests on.
        signed_by: Who answers for it; empty while nobody does.
        where: The file and the line.
    """

    name: str
    at: date
    reading: str | None
    outcome: str | None
    requirements: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, Constant], ...]
    why: str
    signed_by: str
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTable:
    """The golden cases of one encoding.

    Args:
        encoding: Its name.
        cases: The cases, in the order of the file.
        where: The file.
    """

    encoding: str
    cases: tuple[GoldenCase, ...]
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One expected answer beside the one found.

    Args:
        of: The requirement; empty for the outcome.
        expected: What must come of the case.
        found: What comes of it.
        clause: Where they differ, the first clause that decides: of the expected outcome
            or requirement, or of the one found where no outcome was expected.
        axioms: Where the record is impossible, a smallest set of axioms that it breaks.
    """

    of: str
    expected: str
    found: str
    clause: Explanation | None = None
    axioms: tuple[Axiom, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether what was found is what must be."""
        return self.expected == self.found


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedCase:
    """A golden case and what comes of it.

    Args:
        case: The case.
        answers: Each expected answer beside the one found.
    """

    case: GoldenCase
    answers: tuple[Compared, ...]

    @property
    def agrees(self) -> bool:
        """Whether every answer is as expected."""
        return all(answer.agrees for answer in self.answers)


def try_case(encoding: Encoding, case: GoldenCase) -> TriedCase:
    """Decide a golden case, and hold what is found against what must be.

    Args:
        encoding: The decision.
        case: The case, which names outcomes, requirements and facts of the encoding.

    Raises:
        FactsError: If the encoding does not ask for a fact, or it cannot have its value.
        RuleError: If the text of the day has no such reading.
    """
    answer = decide(
        encoding,
        dict(case.facts),
        at=case.at,
        governed=case.at,
        known=case.at,
        texts=None,
        reading=case.reading,
    )
    answers: list[Compared] = []
    if case.outcome is not None:
        answers.append(_outcome(answer, case.outcome))
    answers += (_requirement(answer, *expected) for expected in case.requirements)
    return TriedCase(case=case, answers=tuple(answers))


def deciding_clause(explanation: Explanation) -> Explanation:
    """Find the first clause that by itself makes a predicate stand as it does.

    Args:
        explanation: The tree.

    Returns:
        The deepest node on the way down that no single part below decides: a condition,
        or for instance an ``all_of`` that is met.
    """
    while (below := _deciding_part(explanation)) is not None:
        explanation = below
    return explanation


def _deciding_part(explanation: Explanation) -> Explanation | None:
    parts, verdict = explanation.parts, explanation.verdict
    match explanation.node:
        case Define() | Not():
            return parts[0]
        case AllOf() if verdict is Verdict.MET:
            wanted = None
        case AnyOf() if verdict is Verdict.NOT_MET:
            wanted = None
        case NoneOf() if verdict is not Verdict.UNKNOWN:
            wanted = Verdict.MET if verdict is Verdict.NOT_MET else None
        case When() if verdict is Verdict.MET:
            return next(
                part
                for part, wanted in zip(parts, (Verdict.NOT_MET, Verdict.MET), strict=True)
                if part.verdict is wanted
            )
        case When() if verdict is Verdict.NOT_MET:
            return parts[1]
        case AllOf() | AnyOf() | NoneOf() | When():
            wanted = verdict
        case _:
            return None
    if len(parts) == 1:
        return parts[0]
    return next((part for part in parts if part.verdict is wanted), None)


def _outcome(answer: Answer, expected: str) -> Compared:
    found = answer.result
    (decision,) = answer.decisions
    if found == expected:
        return Compared(of="", expected=expected, found=found)
    outcomes = tuple(chain.from_iterable(one.outcomes for one in decision.readings))
    named = {one.outcome.name: one.explanation for one in outcomes}
    told = named.get(expected) or named.get(found)
    return Compared(
        of="",
        expected=expected,
        found=found,
        clause=deciding_clause(told) if told is not None else None,
        axioms=decision.impossible,
    )


def _requirement(answer: Answer, name: str, expected: str) -> Compared:
    (decision,) = answer.decisions
    one = next(r for r in decision.requirements if r.requirement.name == name)
    if one.result == expected:
        return Compared(of=name, expected=expected, found=one.result)
    return Compared(
        of=name,
        expected=expected,
        found=one.result,
        clause=deciding_clause(one.explanation),
        axioms=decision.impossible,
    )

"""What deciding a case gives: values, each with all that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import chain
from typing import TYPE_CHECKING

from statuteline.history.in_force import TextInForce
from statuteline.rules.asking import facts_asked
from statuteline.rules.explaining import Verdict

if TYPE_CHECKING:
    from datetime import date

    from statuteline.history.in_force import NotInForce
    from statuteline.rules.deadlines import DeadlineAnswer
    from statuteline.rules.encodings import (
        Axiom,
        Encoding,
        Outcome,
        Reading,
        Requirement,
        Version,
    )
    from statuteline.rules.explaining import Explanation
    from statuteline.rules.facts import Constant, Fact
    from statuteline.rules.settling import Settlement


class Unsettled(Enum):
    """Why there is no outcome."""

    UNDETERMINED = "undetermined"
    """The facts leave several outcomes, or readings or texts differ in theirs."""
    IMPOSSIBLE = "impossible record"
    """The facts contradict an axiom: no case can have them together."""
    NOT_ENCODED = "not encoded"
    """No text of that day is encoded."""
    NOT_RECORDED = "not recorded"
    """The corpus had not recorded the text of that day by the day asked for."""
    NO_DECISION = "no decision"
    """The section decides nothing; what it provides is data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeAnswer:
    """One outcome in a case.

    Args:
        outcome: The outcome.
        explanation: How each clause of it stands.
    """

    outcome: Outcome
    explanation: Explanation


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingAnswer:
    """The decision under one reading.

    Args:
        reading: The reading.
        outcomes: Its outcomes, in its order.
        settlement: Which of them are still possible, and what to ask.
    """

    reading: Reading
    outcomes: tuple[OutcomeAnswer, ...]
    settlement: Settlement

    @property
    def result(self) -> str:
        """The name of the outcome, or the words of :class:`Unsettled`."""
        if self.settlement.impossible:
            return Unsettled.IMPOSSIBLE.value
        return self.settlement.settled or Unsettled.UNDETERMINED.value

    @property
    def whatever(self) -> bool:
        """Whether it is settled although no clause by itself tells: whatever is unknown."""
        return any(
            one.outcome.name == self.settlement.settled
            and one.explanation.verdict is Verdict.UNKNOWN
            for one in self.outcomes
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementAnswer:
    """One step of the procedure in a case.

    Args:
        requirement: The step.
        explanation: How each clause of it stands.
        settlement: Whether it is met, and what to ask.
    """

    requirement: Requirement
    explanation: Explanation
    settlement: Settlement

    @property
    def result(self) -> str:
        """The words of a :class:`Verdict`, or that the record is impossible."""
        if self.settlement.impossible:
            return Unsettled.IMPOSSIBLE.value
        return self.settlement.settled or Verdict.UNKNOWN.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The case under the text of one day.

    Args:
        day: The day.
        version: What is encoded of that text; None where nothing is.
        text: The text that the corpus has for the day; None where there is no corpus
            with the section to look at.
        recorded: Whether the corpus had recorded the text by the day asked for; nothing
            is decided by a text that it had not.
        axioms: What is always so beside the text on that day.
        impossible: A smallest set of axioms that the facts contradict; empty for a
            record that is possible.
        readings: The decision under each reading.
        requirements: The procedure, which is no part of the outcome.
        deadlines: The days by which something must be done.
    """

    day: date
    version: Version | None
    text: TextInForce | NotInForce | None
    recorded: bool
    axioms: tuple[Axiom, ...] = ()
    impossible: tuple[Axiom, ...] = ()
    readings: tuple[ReadingAnswer, ...] = ()
    requirements: tuple[RequirementAnswer, ...] = ()
    deadlines: tuple[DeadlineAnswer, ...] = ()

    @property
    def results(self) -> tuple[str, ...]:
        """What each reading comes to; one word where there is nothing to decide."""
        if self.version is None:
            return (Unsettled.NOT_ENCODED.value,)
        if not self.recorded:
            return (Unsettled.NOT_RECORDED.value,)
        if self.impossible:
            return (Unsettled.IMPOSSIBLE.value,)
        return tuple(one.result for one in self.readings) or (Unsettled.NO_DECISION.value,)

    @property
    def ask(self) -> tuple[Fact, ...]:
        """The facts that decide between outcomes under any reading, in statute order."""
        if self.version is None:
            return ()
        wanted = set(chain.from_iterable(one.settlement.ask for one in self.readings))
        return tuple(f for f in facts_asked(self.version, self.axioms) if f in wanted)

    @property
    def later_text(self) -> date | None:
        """The first day of the corpus's text, where it began after the encoded one."""
        if self.version is None or not isinstance(self.text, TextInForce):
            return None
        start = self.text.expression.known_start
        return start if start and start > self.version.days.start else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A case, decided as far as its facts go.

    Args:
        encoding: The decision.
        facts: What is known: name and value, in statute order.
        at: The day of the law.
        governed: The day of the case that says which text governs it.
        known: The day whose records were asked.
        decisions: The case under the text of ``at``; and, where ``governed`` falls into
            another text, under that one too.
    """

    encoding: Encoding
    facts: tuple[tuple[str, Constant], ...]
    at: date
    governed: date
    known: date
    decisions: tuple[Decision, ...]

    @property
    def result(self) -> str:
        """The outcome where all readings and texts agree, or why there is none."""
        found = set(chain.from_iterable(one.results for one in self.decisions))
        return found.pop() if len(found) == 1 else Unsettled.UNDETERMINED.value

    @property
    def possible(self) -> tuple[str, ...]:
        """The outcomes that are possible under any reading or text, in their order."""
        readings = tuple(chain.from_iterable(one.readings for one in self.decisions))
        left = {name for one in readings for name in one.settlement.possible}
        names = (outcome.name for one in readings for outcome in one.reading.outcomes)
        return tuple(dict.fromkeys(name for name in names if name in left))

    @property
    def ask(self) -> tuple[Fact, ...]:
        """The facts still to ask, whichever reading and text; in statute order."""
        return tuple(dict.fromkeys(chain.from_iterable(one.ask for one in self.decisions)))

    @property
    def outcome(self) -> Outcome | None:
        """The outcome that is settled; None where there is none."""
        readings = chain.from_iterable(one.readings for one in self.decisions)
        outcomes = chain.from_iterable(one.reading.outcomes for one in readings)
        return next((one for one in outcomes if one.name == self.result), None)

    @property
    def unasked(self) -> tuple[str, ...]:
        """The known facts that no text of the case asks for."""
        asked = {
            fact.name
            for one in self.decisions
            if one.version is not None
            for fact in facts_asked(one.version, one.axioms)
        }
        return tuple(name for name, _ in self.facts if name not in asked)

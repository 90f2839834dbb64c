"""Answers in SQL: what every row comes to, why, and what is still to be asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.rules.answers import Unsettled
from statuteline.rules.beyond_clauses import Beyond, beyond
from statuteline.rules.explaining import Verdict
from statuteline.rules.predicates import facts_of, not_
from statuteline.rules.sql_reasons import reason
from statuteline.rules.sql_words import box, joined, name, one_of, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from statuteline.rules.answers import Decision
    from statuteline.rules.boxes import Box
    from statuteline.rules.encodings import Axiom
    from statuteline.rules.facts import Fact
    from statuteline.rules.predicates import Predicate
    from statuteline.rules.sql_clauses import Clauses

SETTLED: Final = "settled"
BAD_VALUE: Final = "bad value"
NO_WORDS: Final = "CAST(NULL AS STRING)"

_UNDETERMINED: Final = text(Unsettled.UNDETERMINED.value)
_IMPOSSIBLE: Final = text(Unsettled.IMPOSSIBLE.value)
_LINE: Final = "\n      "
_BAD: Final = '"_bad" IS NOT NULL'
_UNSETTLED: Final = one_of('"_result_1"', (_UNDETERMINED, _IMPOSSIBLE))
_WHATEVER: Final = "settled whatever the unknown facts are"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question with several answers, of which one is given.

    Args:
        label: What tells it from the others.
        answers: Its answers.
        guards: When each is given.
        axioms: What is always so.
        beyond: What the clauses do not tell; None where it was not looked for.
    """

    label: str
    answers: tuple[str, ...]
    guards: tuple[Predicate, ...]
    axioms: tuple[Axiom, ...]
    beyond: Beyond | None

    def named(self) -> Iterator[tuple[str, Predicate]]:
        """Give all predicates, each with words for a name."""
        for axiom in self.axioms:
            yield axiom.name, axiom.holds
        for answer, guard in zip(self.answers, self.guards, strict=True):
            yield f"{self.label} {answer}", guard


def decided(decisions: tuple[Decision, ...]) -> tuple[Question, ...]:
    """List what is decided: each reading of each text."""
    return tuple(
        _question(
            _label(one.reading.name, decision, decisions),
            tuple((outcome.name, outcome.when) for outcome in one.reading.outcomes),
            decision.axioms,
        )
        for decision in decisions
        for one in decision.readings
    )


def steps(decisions: tuple[Decision, ...]) -> tuple[Question, ...]:
    """List the steps of the procedure: each is met or not."""
    return tuple(
        _question(
            _label(one.requirement.name, decision, decisions),
            (
                (Verdict.MET.value, one.requirement.met),
                (Verdict.NOT_MET.value, not_(one.requirement.met)),
            ),
            decision.axioms,
        )
        for decision in decisions
        for one in decision.requirements
    )


def step_names(decisions: tuple[Decision, ...]) -> tuple[str, ...]:
    """List the names of the columns that tell of the procedure."""
    return tuple(
        _label(one.requirement.name, decision, decisions)
        for decision in decisions
        for one in decision.requirements
    )


def _label(words: str, decision: Decision, decisions: tuple[Decision, ...]) -> str:
    """Name something of one text, by its day too where there are two texts."""
    return f"{words} on {decision.day}" if len(decisions) > 1 else words


def _question(
    label: str, answers: tuple[tuple[str, Predicate], ...], axioms: tuple[Axiom, ...]
) -> Question:
    guards = tuple(guard for _, guard in answers)
    return Question(
        label=label,
        answers=tuple(answer for answer, _ in answers),
        guards=guards,
        axioms=axioms,
        beyond=beyond(guards, tuple(axiom.holds for axiom in axioms)),
    )


def result(clauses: Clauses, asked: Question) -> str:
    """Write which answer is given, or why none is."""
    return _case(
        (_impossible(clauses, asked), _IMPOSSIBLE),
        *(
            (clauses.of(guard), text(answer))
            for guard, answer in zip(asked.guards, asked.answers, strict=True)
        ),
        *(
            (_in_one(some), text(answer))
            for some, answer in zip(_answers(asked), asked.answers, strict=True)
        ),
        otherwise=_UNDETERMINED,
    )


def met(clauses: Clauses, asked: Question) -> str:
    """Write whether a step of the procedure is met: NULL where that is unknown."""
    met, not_met = _answers(asked)
    impossible = _impossible(clauses, asked)
    nothing = joined("OR", (_BAD, impossible) if impossible else (_BAD,))
    told = clauses.of(asked.guards[0])
    return _case(
        (nothing, "CAST(NULL AS BOOLEAN)"),
        (told, "TRUE"),
        (f"NOT {told}", "FALSE"),
        (_in_one(met), "TRUE"),
        (_in_one(not_met), "FALSE"),
    )


def _impossible(clauses: Clauses, asked: Question) -> str:
    """Write that a record is impossible; empty where none is."""
    broken = [f"NOT {clauses.of(axiom.holds)}" for axiom in asked.axioms]
    boxed = [_in_one(asked.beyond.impossible)] if asked.beyond else []
    parts = [part for part in (*broken, *boxed) if part]
    return joined("OR", parts) if parts else ""


def _answers(asked: Question) -> tuple[tuple[Box, ...], ...]:
    return asked.beyond.answers if asked.beyond else tuple(() for _ in asked.answers)


def _in_one(some: tuple[Box, ...]) -> str:
    """Write that a record lies in one of some boxes; empty where there are none."""
    return joined("OR", (box(one, 1) for one in some)) if some else ""


def outcome(readings: tuple[Question, ...]) -> str:
    """Write the outcome: NULL where none is settled."""
    none = joined("OR", (_BAD, *_differ(readings), _UNSETTLED))
    return _case((none, NO_WORDS), otherwise='"_result_1"')


def state(readings: tuple[Question, ...]) -> str:
    """Write whether an outcome is settled, or why none is."""
    return _case(
        (_BAD, text(BAD_VALUE)),
        *((differ, _UNDETERMINED) for differ in _differ(readings)),
        (_UNSETTLED, '"_result_1"'),
        otherwise=text(SETTLED),
    )


def _differ(readings: tuple[Question, ...]) -> tuple[str, ...]:
    """Write that readings or texts come to different results; nothing for only one."""
    others = range(2, len(readings) + 1)
    unlike = [f'"_result_1" <> "_result_{number}"' for number in others]
    return (joined("OR", unlike),) if unlike else ()


def asks(readings: tuple[Question, ...], facts: Iterable[Fact]) -> str:
    """Write which facts are still to be asked, in statute order."""
    told = []
    for fact in facts:
        needing = [
            joined("AND", (f'"_result_{number}" = {_UNDETERMINED}', *words))
            for number, one in enumerate(readings, start=1)
            if (words := _needs(one, fact)) is not None
        ]
        if needing:
            unknown = f"{name(fact.name)} IS NULL"
            when = joined("AND", (unknown, joined("OR", needing)))
            told.append(_case((when, text(fact.name))))
    return f"CONCAT_WS(', ', {', '.join(told)})" if told else "''"


def _needs(asked: Question, fact: Fact) -> tuple[str, ...] | None:
    """Write when an undetermined record needs an unknown fact.

    Returns:
        A condition, or none where all do; None where no record does.
    """
    if asked.beyond is None:
        return () if fact in facts_of(*asked.guards) else None
    needing = dict(asked.beyond.ask).get(fact)
    if needing is None:
        return None
    return (_in_one(needing),) if all(one.sides for one in needing) else ()


def why(clauses: Clauses, readings: tuple[Question, ...]) -> str:
    """Write the one reason of a row, in words."""
    each = " || '; ' || ".join(
        f'{text(f"{one.label}: ")} || "_result_{number}"'
        for number, one in enumerate(readings, start=1)
    )
    unknown = """CASE WHEN "_ask" = '' THEN '' ELSE '; unknown: ' || "_ask" END"""
    first = readings[0]
    return _case(
        (_BAD, '"_bad"'),
        *((differ, f"{each} || {unknown}") for differ in _differ(readings)),
        (f'"_result_1" = {_UNDETERMINED}', """'unknown: ' || "_ask\""""),
        (
            f'"_result_1" = {_IMPOSSIBLE}' if first.axioms else "",
            _contradiction(clauses, first),
        ),
        *(
            (clauses.of(guard), reason(clauses, guard, Verdict.MET))
            for guard in first.guards
        ),
        otherwise=text(_WHATEVER),
    )


def _contradiction(clauses: Clauses, asked: Question) -> str:
    """Write which axiom a record contradicts: the first that does so by itself."""
    together = text(f"contradicts: {'; '.join(axiom.name for axiom in asked.axioms)}")
    return _case(
        *(
            (f"NOT {clauses.of(axiom.holds)}", text(f"contradicts: {axiom.name}"))
            for axiom in asked.axioms
        ),
        otherwise=together,
    )


def _case(*branches: tuple[str, str], otherwise: str = "") -> str:
    """Write a choice; branches without a condition are left out."""
    told = "".join(f"{_LINE}WHEN {when} THEN {then}" for when, then in branches if when)
    if not told:
        return otherwise
    return f"CASE{told}{f'{_LINE}ELSE {otherwise}' if otherwise else ''} END"

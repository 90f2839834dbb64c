"""A receipt of an answer: what it was computed from, so that two people can compare."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from statuteline.history.in_force import TextInForce
from statuteline.rules.document import days_json
from statuteline.rules.json_form import canonical_json, constant_json, logic_digest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from statuteline.model.ids import ExpressionId
    from statuteline.model.interval import Interval
    from statuteline.rules.answers import Answer, Decision, ReadingAnswer
    from statuteline.rules.facts import Constant
    from statuteline.rules.json_form import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingReceipt:
    """What one reading came to.

    Args:
        name: The reading.
        logic: The digest of the logic of its outcomes.
        result: The outcome, or why there is none.
    """

    name: str
    logic: str
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionReceipt:
    """What a case was decided by, under the text of one day.

    Args:
        day: The day.
        version: The days of the text that is encoded; None where none is.
        text: The text that was looked at; None for none.
        file: The SHA-256 of its file; None for no text.
        axioms: The names of the axioms, each with the digest of its logic.
        readings: What each reading came to.
    """

    day: date
    version: Interval | None
    text: ExpressionId | None
    file: str | None
    axioms: tuple[tuple[str, str], ...]
    readings: tuple[ReadingReceipt, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What an answer was computed from, and what it came to.

    Args:
        package: The version of this package.
        encoding: The name of the decision.
        at: The day of the law.
        governed: The day of the case that says which text governs it.
        known: The day whose records were asked.
        facts: What was known: name and value, in statute order.
        decisions: What the case was decided by.
        result: The outcome, or why there is none.
    """

    package: str
    encoding: str
    at: date
    governed: date
    known: date
    facts: tuple[tuple[str, Constant], ...]
    decisions: tuple[DecisionReceipt, ...]
    result: str

    @property
    def digest(self) -> str:
        """SHA-256 in hexadecimal of the canonical JSON of :func:`receipt_json`."""
        return sha256(canonical_json(receipt_json(self)).encode()).hexdigest()


def receipt(answer: Answer, *, package: str, files: Mapping[ExpressionId, str]) -> Receipt:
    """Write the receipt of an answer.

    Args:
        answer: The answer.
        package: The version of this package.
        files: The SHA-256 of the file of each text that the answer names.

    Raises:
        KeyError: If the digest of such a file is missing.
    """
    return Receipt(
        package=package,
        encoding=answer.encoding.name,
        at=answer.at,
        governed=answer.governed,
        known=answer.known,
        facts=answer.facts,
        decisions=tuple(_decision(one, files) for one in answer.decisions),
        result=answer.result,
    )


def receipt_json(receipt: Receipt) -> Json:
    """Give a receipt as JSON, without its digest, which is the digest of this."""
    return {
        **_head_json(receipt),
        "facts": {name: constant_json(value) for name, value in receipt.facts},
        "decisions": [
            {**_decision_json(one), "readings": [_reading_json(r) for r in one.readings]}
            for one in receipt.decisions
        ],
        "result": receipt.result,
    }


def law_json(receipt: Receipt) -> dict[str, Json]:
    """Give as JSON what a receipt says of the law, and nothing of the case."""
    return {
        **_head_json(receipt),
        "decisions": [
            {
                **_decision_json(one),
                "readings": [
                    {"name": read.name, "logic": read.logic} for read in one.readings
                ],
            }
            for one in receipt.decisions
        ],
    }


def _head_json(receipt: Receipt) -> dict[str, Json]:
    return {
        "package": receipt.package,
        "encoding": receipt.encoding,
        "at": receipt.at.isoformat(),
        "governed": receipt.governed.isoformat(),
        "known": receipt.known.isoformat(),
    }


def _decision(decision: Decision, files: Mapping[ExpressionId, str]) -> DecisionReceipt:
    text = decision.text.expression.id if isinstance(decision.text, TextInForce) else None
    return DecisionReceipt(
        day=decision.day,
        version=decision.version.days if decision.version else None,
        text=text,
        file=None if text is None else files[text],
        axioms=tuple((one.name, logic_digest(one.holds)) for one in decision.axioms),
        readings=tuple(_reading(one) for one in decision.readings),
    )


def _reading(one: ReadingAnswer) -> ReadingReceipt:
    logic = logic_digest(*(outcome.when for outcome in one.reading.outcomes))
    return ReadingReceipt(name=one.reading.name, logic=logic, result=one.result)


def _decision_json(one: DecisionReceipt) -> dict[str, Json]:
    return {
        "day": one.day.isoformat(),
        "version": None if one.version is None else days_json(one.version),
        "text": None if one.text is None else str(one.text),
        "file": one.file,
        "axioms": [{"name": name, "logic": logic} for name, logic in one.axioms],
    }


def _reading_json(read: ReadingReceipt) -> Json:
    return {"name": read.name, "logic": read.logic, "result": read.result}

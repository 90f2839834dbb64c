"""What ``decide`` says for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from statuteline.audit.cited import provision_cited
from statuteline.cli._output import write_json
from statuteline.history.in_force import TextInForce
from statuteline.rules.document import days_json
from statuteline.rules.facts import Condition
from statuteline.rules.json_form import cited_json, constant_json, fact_json
from statuteline.rules.node_words import node_words
from statuteline.rules.receipts import receipt_json

if TYPE_CHECKING:
    from statuteline.corpus.store import Corpus
    from statuteline.rules.answers import Answer, Decision, ReadingAnswer, RequirementAnswer
    from statuteline.rules.deadlines import DeadlineAnswer
    from statuteline.rules.encodings import Axiom, Encoding, Outcome, Version
    from statuteline.rules.explaining import Explanation
    from statuteline.rules.facts import Fact
    from statuteline.rules.nodes import Cited
    from statuteline.rules.receipts import Receipt

Entry = dict[str, Any]


def write_answer(corpus: Corpus, answer: Answer, receipt: Receipt) -> None:
    """Write an answer with its receipt.

    Args:
        corpus: The corpus.
        answer: The answer.
        receipt: Its receipt.
    """
    write_json("decide", _Writer(corpus, answer.encoding).answer(answer, receipt))


class _Writer:
    """Knows how provisions of the section at hand are cited."""

    def __init__(self, corpus: Corpus, encoding: Encoding) -> None:
        self._corpus = corpus
        self._work = encoding.work

    def answer(self, answer: Answer, receipt: Receipt) -> Entry:
        encoding, settings = answer.encoding, self._corpus.settings
        return {
            "encoding": encoding.name,
            "title": encoding.title,
            "work": str(encoding.work),
            "governed_by": encoding.governed_by,
            "at": answer.at.isoformat(),
            "governed": answer.governed.isoformat(),
            "known": answer.known.isoformat(),
            "result": answer.result,
            "outcome": self._outcome(answer.outcome) if answer.outcome else None,
            "possible": list(answer.possible),
            "facts": {name: constant_json(value) for name, value in answer.facts},
            "unasked": list(answer.unasked),
            "decisions": [self._decision(one) for one in answer.decisions],
            "reviewed": False,
            "corpus": {
                "name": settings.name,
                "words": settings.text.value,
                "notice": settings.notice,
            },
            "receipt": {"digest": receipt.digest, "content": receipt_json(receipt)},
        }

    def _decision(self, one: Decision) -> Entry:
        version = one.version
        return {
            "day": one.day.isoformat(),
            "version": None
            if version is None
            else {**_days(version), "bound": version.bound},
            "text": str(one.text.expression.id)
            if isinstance(one.text, TextInForce)
            else None,
            "recorded": one.recorded,
            "later_text": one.later_text.isoformat() if one.later_text else None,
            "results": list(one.results),
            "axioms": [self._axiom(axiom) for axiom in one.axioms],
            "impossible": [axiom.name for axiom in one.impossible],
            "readings": [self._reading(read) for read in one.readings],
            "procedure": [self._requirement(step) for step in one.requirements],
            "deadlines": [self._deadline(deadline) for deadline in one.deadlines],
            **self._data(one),
        }

    def _data(self, one: Decision) -> Entry:
        version = one.version if one.recorded else None
        return {
            "burdens": [
                {
                    "on": burden.on,
                    "of": burden.of,
                    "standard": burden.standard,
                    "cites": self._cited(burden.cited),
                }
                for burden in (version.burdens if version else ())
            ],
            "recurrences": [
                {
                    "name": again.name,
                    "months": again.every,
                    "cites": self._cited(again.cited),
                }
                for again in (version.recurrences if version else ())
            ],
            "duties": [
                {
                    "name": duty.name,
                    "by": duty.by,
                    "to": duty.to,
                    "until": duty.until.isoformat() if duty.until else None,
                    "cites": self._cited(duty.cited),
                }
                for duty in (version.duties if version else ())
            ],
            "seats": [
                {
                    "holder": seat.holder,
                    "filled_by": seat.filled_by,
                    "count": seat.count,
                    "cites": self._cited(seat.cited),
                }
                for seat in (version.seats if version else ())
            ],
            "not_encoded": [
                {"eId": left.eid.text, "words": left.words, "reason": left.reason}
                for left in (version.not_encoded if version else ())
            ],
        }

    def _reading(self, read: ReadingAnswer) -> Entry:
        return {
            "name": read.reading.name,
            "argued": read.reading.argued,
            "result": read.result,
            "whatever": read.whatever,
            "possible": list(read.settlement.possible),
            "ask": [_question(fact) for fact in read.settlement.ask],
            "outcomes": [
                self._outcome(one.outcome)
                | {
                    "verdict": one.explanation.verdict.value,
                    "explanation": self._explanation(one.explanation),
                }
                for one in read.outcomes
            ],
        }

    def _requirement(self, step: RequirementAnswer) -> Entry:
        return {
            "name": step.requirement.name,
            "by": step.requirement.by,
            "result": step.result,
            "ask": [_question(fact) for fact in step.settlement.ask],
            "explanation": self._explanation(step.explanation),
        }

    def _deadline(self, one: DeadlineAnswer) -> Entry:
        return {
            "name": one.deadline.name,
            "day": one.day.isoformat() if one.day else None,
            "not_before": one.not_before.isoformat() if one.not_before else None,
            "ask": [_question(fact) for fact in one.ask],
            "cites": self._cited(one.deadline.cited),
        }

    def _axiom(self, axiom: Axiom) -> Entry:
        return {"name": axiom.name, "cites": self._cited(axiom.cited)}

    def _outcome(self, outcome: Outcome) -> Entry:
        return {
            "name": outcome.name,
            "means": outcome.means,
            "follows": [
                {"says": one.says, "cites": self._cited(one.cited)}
                for one in outcome.follows
            ],
        }

    def _explanation(self, told: Explanation) -> Entry:
        node = told.node
        entry: Entry = {"clause": node_words(node), "verdict": told.verdict.value}
        if isinstance(node, Condition):
            known = None if told.value is None else constant_json(told.value)
            entry |= {"fact": node.fact.name, "value": known}
            entry |= {"court": node.fact.judgement}
        if node.element is not None:
            entry["element"] = node.element.value
        if node.citations:
            entry["cites"] = [self._cited(one) for one in node.citations]
        if told.parts:
            entry["parts"] = [self._explanation(part) for part in told.parts]
        return entry

    def _cited(self, cited: Cited) -> Entry:
        told = cited_json(cited)
        assert isinstance(told, dict)  # noqa: S101 - so cited_json gives it
        work = cited.work or self._work
        place = provision_cited(self._corpus, work, cited.eid, within=self._work)
        return {**told, "cited": place}


def _days(version: Version) -> Entry:
    told = days_json(version.days)
    assert isinstance(told, dict)  # noqa: S101 - so days_json gives it
    return told


def _question(fact: Fact) -> Entry:
    told = fact_json(fact)
    assert isinstance(told, dict)  # noqa: S101 - so fact_json gives it
    return {"name": fact.name, **told}

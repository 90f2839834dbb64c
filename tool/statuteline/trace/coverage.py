"""How complete the trace is: separate measures, never one blended number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from statuteline.trace.claiming import Claim
from statuteline.trace.links import Link, Quote
from statuteline.trace.statements import Tie
from statuteline.trace.states import State

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from statuteline.model.ids import WorkId
    from statuteline.rules.cases import GoldenCase
    from statuteline.trace.claiming import ClaimedChange
    from statuteline.trace.statements import TiedStatement
    from statuteline.trace.states import Judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """A claim, and whether it came out as it should.

    Args:
        name: Its name.
        says: Its sentence.
        result: What became of it, in a word.
        as_expected: Whether that is what should.
    """

    name: str
    says: str
    result: str
    as_expected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A day from which a decision is another, and the days of its golden cases.

    Args:
        encoding: The encoding.
        work: The section.
        day: The first day of a version.
        cases: All its golden cases.
    """

    encoding: str
    work: WorkId
    day: date
    cases: tuple[GoldenCase, ...]

    @property
    def is_tested(self) -> bool:
        """Whether there is a case for the day before, and one for the day itself."""
        return bool(self.before and self.that_day)

    @property
    def before(self) -> tuple[GoldenCase, ...]:
        """The cases for the day before."""
        eve = self.day - timedelta(days=1)
        return tuple(case for case in self.cases if case.at == eve)

    @property
    def that_day(self) -> tuple[GoldenCase, ...]:
        """The cases for the day itself."""
        return tuple(case for case in self.cases if case.at == self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """All that is tied together.

    Args:
        links: Links of code and text, judged.
        changes: Changes of the law, with what the code has to do with them. Changes of
            numbers, places, headings and citations alone are not among them.
        statements: Assertions of documents.
        claims: Claims, put to the test.
        turns: Days on which decisions change.
    """

    links: tuple[Judged, ...]
    changes: tuple[ClaimedChange, ...]
    statements: tuple[TiedStatement, ...]
    claims: tuple[Tested, ...]
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure of completeness.

    Args:
        name: What is counted, in words.
        done: How many are in order.
        waived: How many need not be, for a reason.
        open: The names of the others.
    """

    name: str
    done: int
    waived: int
    open: tuple[str, ...]

    @property
    def total(self) -> int:
        """How many there are."""
        return self.done + self.waived + len(self.open)


def of_act(trace: Trace, act: WorkId) -> Trace:
    """Keep what one act has to do with.

    Args:
        trace: All of it.
        act: The act.

    Returns:
        The changes that the act made, the links of the texts that they led to, the
        statements about the act and the claims about these, and the days on which the
        act changed a decision.
    """
    changes = tuple(
        one for one in trace.changes if any(made.work == act for made in one.change.acts)
    )
    texts = {one.change.new for one in changes}
    turns = {(one.change.work, one.change.day) for one in changes}
    statements = tuple(
        one for one in trace.statements if any(made.work == act for made in one.concerns)
    )
    claims = {name for one in statements for name in one.claims}
    return Trace(
        links=tuple(
            one
            for one in trace.links
            if isinstance(one.link, Link) and one.link.expression in texts
        ),
        changes=changes,
        statements=statements,
        claims=tuple(one for one in trace.claims if one.name in claims),
        turns=tuple(one for one in trace.turns if (one.work, one.day) in turns),
    )


def measures(trace: Trace) -> tuple[Measure, ...]:
    """Measure how complete a trace is.

    Days for which somebody has not imported a text are left out.
    """
    links = tuple(one for one in trace.links if one.state is not State.NOT_HELD)
    return (
        _measure(
            "changes of the law that code has followed",
            (
                (one.change.id, one.claim is not Claim.OPEN, one.claim is Claim.WAIVED)
                for one in trace.changes
            ),
        ),
        _measure(
            "citations whose words are in force on all their days",
            ((one.link.id, _stands(one), False) for one in links),
        ),
        _measure(
            "pairs of code and text that somebody has judged",
            (
                (one.link.id, one.state in _JUDGED, one.state is State.WAIVED)
                for one in links
            ),
        ),
        _measure(
            "statements tied to a change of the law or to a claim",
            (
                (one.id, one.tie is not Tie.OPEN, one.tie is Tie.WAIVED)
                for one in trace.statements
            ),
        ),
        _measure(
            "claims that come out as expected",
            ((one.name, one.as_expected, False) for one in trace.claims),
        ),
        _measure(
            "days of change with a case the day before and one that day",
            ((f"{one.encoding}@{one.day}", one.is_tested, False) for one in trace.turns),
        ),
    )


_JUDGED = {State.OK, State.WAIVED}


def _measure(name: str, counted: Iterable[tuple[str, bool, bool]]) -> Measure:
    """Count what is done, waived and open.

    Args:
        name: What is counted.
        counted: Of each its name, whether it is settled, and whether by a waiver.
    """
    rows = tuple(counted)
    waived = sum(1 for _, settled, by_waiver in rows if settled and by_waiver)
    return Measure(
        name=name,
        done=sum(1 for _, settled, _ in rows if settled) - waived,
        waived=waived,
        open=tuple(name for name, settled, _ in rows if not settled),
    )


def _stands(one: Judged) -> bool:
    return isinstance(one.link, Link) and one.link.quote in {
        Quote.THERE,
        Quote.NOT_COMPARED,
    }

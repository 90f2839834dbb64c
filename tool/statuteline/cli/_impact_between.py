"""What changed in the law between two days, joined with what that changes for people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from statuteline.cli._params import today
from statuteline.cli._rule_words import wrapped
from statuteline.rules.impact import Direction
from statuteline.rules.impact_words import OF_CASES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.corpus.store import Corpus
    from statuteline.rules.impact import Impact, Matrix
    from statuteline.trace.claiming import ClaimedChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """One encoding whose text differs between two days.

    Args:
        impact: What it decides or holds otherwise.
        changes: What changed in the words of its section, with the code that followed.
        cited: The section, as its jurisdiction cites it.
    """

    impact: Impact
    changes: tuple[ClaimedChange, ...]
    cited: str


def between(corpus: Corpus, first: date, last: date) -> tuple[Between, ...]:
    """Find every encoding whose text differs between two days.

    Args:
        corpus: The corpus.
        first: The day before.
        last: The day after.

    Raises:
        StatutelineError: If the days are in reverse, or something cannot be read.
    """
    from statuteline.audit.encodings import loaded
    from statuteline.audit.links import asked
    from statuteline.audit.tracing import traced
    from statuteline.errors import StatutelineError
    from statuteline.model.citation import Citation
    from statuteline.rules.impact import impact

    if last < first:
        raise StatutelineError(
            f"{last} lies before {first}", hint="--from is the earlier day, --to the later"
        )
    changes = traced(corpus, today()).changes
    found = []
    for encoding in asked((), corpus):
        if encoding.version_at(first) is encoding.version_at(last):
            continue
        of_it = tuple(
            one
            for one in changes
            if one.change.work == encoding.work and first < one.change.day <= last
        )
        found.append(
            Between(
                impact=impact(loaded(encoding.name, corpus), first, last),
                changes=of_it,
                cited=corpus.cited(Citation(work=encoding.work)),
            )
        )
    return tuple(found)


def between_lines(corpus: Corpus, found: tuple[Between, ...]) -> Iterator[str]:
    """Write it for people."""
    if not found:
        yield "No text that is encoded differs between these days."
    for one in found:
        name, days = one.impact.encoding.name, one.impact.days
        yield from wrapped(f"{name}: {one.impact.encoding.title}, {one.cited}")
        for change in one.changes:
            yield from wrapped(_changed(corpus, change), 4, "- ")
            yield from wrapped(f"code: {_code(change)}", 4)
        if one.impact.before is None or one.impact.after is None:
            side = "before" if one.impact.before is None else "after"
            yield f"  No text is encoded for the day {side}."
        for matrix in one.impact.matrices:
            yield from wrapped(_moves(matrix), 2)
        for head, items in (
            ("Procedure", one.impact.requirements),
            ("Data", one.impact.data),
        ):
            if items:
                names = "; ".join(item.name for item in items)
                yield from wrapped(f"{head} that differs: {names}.", 2)
        yield from wrapped(f"Which: statuteline impact {name} {days[0]} {days[1]}", 2)
        yield ""
    if found:
        yield from wrapped(OF_CASES)


def between_value(found: tuple[Between, ...]) -> list[dict[str, object]]:
    """Give it as JSON."""
    return [
        {
            "encoding": one.impact.encoding.name,
            "work": str(one.impact.encoding.work),
            "differs": one.impact.differs,
            "changes": [
                {
                    "change": change.change.id,
                    "day": change.change.day.isoformat(),
                    "summary": change.change.change.summary,
                    "acts": [str(act) for act in change.change.acts],
                    "claim": change.claim.value,
                    "code": [code.id for code in change.code],
                }
                for change in one.changes
            ],
            "comparisons": [
                {
                    "before": matrix.before.name,
                    "after": matrix.after.name,
                    "moves": [
                        {
                            "before": move.before,
                            "after": move.after,
                            "direction": move.direction.value,
                            "cases": move.count,
                        }
                        for move in matrix.moves
                    ],
                }
                for matrix in one.impact.matrices
            ],
            "procedure": [item.name for item in one.impact.requirements],
            "data": [item.name for item in one.impact.data],
        }
        for one in found
    ]


def _changed(corpus: Corpus, one: ClaimedChange) -> str:
    from statuteline.audit.cited import act_cited

    acts = ", ".join(act_cited(corpus, act) for act in one.change.acts)
    return f"{one.change.day}, {acts or 'act not known'}: {one.change.change.summary}"


def _code(one: ClaimedChange) -> str:
    return ", ".join(change.id for change in one.code) or one.claim.value


def _moves(matrix: Matrix) -> str:
    moved = [
        f"was {move.before}, now {move.after}: {move.count:,}"
        for move in matrix.moves
        if move.direction is not Direction.SAME
    ]
    told = "; ".join(moved) or "every case ends as before"
    return f"Reading “{matrix.before.name}” before, “{matrix.after.name}” after: {told}."

"""What is told of a text, or of there being none, in one sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, assert_never

from statuteline.audit.cited import act_cited
from statuteline.history.behind import BehindKind
from statuteline.history.in_force import Absence
from statuteline.model.work import EventKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from statuteline.corpus.store import Corpus
    from statuteline.history.behind import Behind
    from statuteline.history.in_force import NotInForce
    from statuteline.model.citation import Citation
    from statuteline.model.work import Event


def absence(
    corpus: Corpus,
    citation: Citation,
    answer: NotInForce,
    day: Callable[[date], str] = date.isoformat,
) -> str:
    """Say why there is no text for a day.

    Args:
        corpus: The corpus, whose forms of citation are used.
        citation: What was asked for; the whole work is named.
        answer: Why there is no text.
        day: How a day is written.
    """
    name = corpus.cited(replace(citation, labels=(), section=None, eid=None))
    asked = day(answer.at)
    match answer.reason:
        case Absence.BEFORE_FIRST:
            words = f"{name} is not in force on {asked}: it did not exist yet"
        case Absence.NO_TEXT:
            words = f"There is no text of {name} for {asked} in this corpus"
            if answer.event is not None:
                words += _known_of(answer.event, day)
        case Absence.REPEALED:
            words = f"{name} is not in force on {asked}: it was repealed"
        case Absence.ENDED:
            words = f"{name} is not in force on {asked}: it had ended"
        case Absence.PENDING:
            words = f"{name} is not in force on {asked}: its first day is not known"
        case Absence.EMPTY:
            words = f"There is no text of {name} in this corpus"
    if answer.next is None:
        return words
    by = answer.next.expression.by
    if by is not None:
        return f"{words}; the next text was in force by {day(by)}, since when is not known"
    return f"{words}; the next text begins on {day(answer.next.interval.start)}"


def behind_told(
    corpus: Corpus,
    known: tuple[Behind, ...],
    day: Callable[[date], str] = date.isoformat,
) -> str:
    """Say why a text may be behind the law.

    Args:
        corpus: The corpus, whose forms of citation are used.
        known: What is known of later changes, at least one thing.
        day: How a day is written.
    """
    told = "; ".join(dict.fromkeys(_told(corpus, one, day) for one in known))
    return f"This text may be behind the law: {told}."


def _known_of(event: Event, day: Callable[[date], str]) -> str:
    """Say what is known of a work on a day of which there is no text."""
    if event.kind is EventKind.GENERATION:
        return f", although it has existed since {day(event.day)}"
    return f": it was changed on {day(event.day)}, and how it reads since is not held"


def _told(corpus: Corpus, one: Behind, day: Callable[[date], str]) -> str:
    since = day(one.since) if one.since else ""
    match one.kind:
        case BehindKind.EVENT:
            return f"it changes on {since}, and those words are not held"
        case BehindKind.ACT:
            start = f"from {since}" if since else "from a day that is not known"
            return f"{act_cited(corpus, one.act)} changes it {start}, and no text has that"
        case BehindKind.PENDING:
            return f"{one.expression} is pending, and since when it counts is not known"
        case BehindKind.EDITION:
            name = one.edition.name if one.edition else ""
            return f"the newest edition held is the {name}, revised to {since}"
        case _:
            assert_never(one.kind)

"""Finding the text that a user means: by citation and day, by id, or by file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from statuteline.errors import ProvisionNotFoundError, StatutelineError
from statuteline.history.in_force import Absence, NotInForce, TextInForce, expression_at
from statuteline.model.provision import find, find_by_labels, walk
from statuteline.model.work import EventKind

if TYPE_CHECKING:
    from datetime import date

    from statuteline.corpus.store import Corpus
    from statuteline.model.citation import Citation
    from statuteline.model.provision import Provision
    from statuteline.model.work import Event, Expression


def absence(corpus: Corpus, citation: Citation, answer: NotInForce) -> str:
    """Say in one sentence why there is no text for a day."""
    name = corpus.cited(_whole(citation))
    day = answer.at.isoformat()
    match answer.reason:
        case Absence.BEFORE_FIRST:
            words = f"{name} is not in force on {day}: it did not exist yet"
        case Absence.NO_TEXT:
            words = f"There is no text of {name} for {day} in this corpus"
            if answer.event is not None:
                words += _known_of(answer.event)
        case Absence.REPEALED:
            words = f"{name} is not in force on {day}: it was repealed"
        case Absence.ENDED:
            words = f"{name} is not in force on {day}: it had ended"
        case Absence.PENDING:
            words = f"{name} is not in force on {day}: its first day is not known"
        case Absence.EMPTY:
            words = f"There is no text of {name} in this corpus"
    if answer.next is None:
        return words
    by = answer.next.expression.by
    if by is not None:
        return f"{words}; the next text was in force by {by}, since when is not known"
    return f"{words}; the next text begins on {answer.next.interval.start}"


def _known_of(event: Event) -> str:
    """Say what is known of a work on a day of which there is no text."""
    if event.kind is EventKind.GENERATION:
        return f", although it has existed since {event.day.isoformat()}"
    return (
        f": it was changed on {event.day.isoformat()}, and how it reads since is not held"
    )


def day_told(day: date | None, by: date | None) -> str:
    """Write a first day for a column; the latest it can be is told as such."""
    if by is not None:
        return f"by {by}"
    return day.isoformat() if day else "unknown day"


def text_on(corpus: Corpus, citation: Citation, at: date) -> TextInForce:
    """Find the text of a day.

    Raises:
        StatutelineError: If there is none; the message says why.
    """
    answer = expression_at(corpus.expressions(citation.work), at)
    if isinstance(answer, NotInForce):
        raise StatutelineError(
            absence(corpus, citation, answer),
            hint=f"`statuteline log {citation.work.number}` lists every text",
        )
    return answer


def provision_of(expression: Expression, citation: Citation) -> Provision | None:
    """Find the part of a text that a citation names; None if it names the whole.

    Raises:
        ProvisionNotFoundError: If the text has no such part.
    """
    if citation.eid is not None:
        found = find(expression.body, citation.eid)
        wanted = citation.eid.text
    elif citation.section is not None:
        tops = [p for p in expression.body if p.label == citation.section]
        found = find_by_labels(tuple(tops), citation.labels)
        wanted = f"section {citation.section}"
    elif citation.labels:
        found = find_by_labels(expression.body, citation.labels)
        wanted = "".join(f"({label})" for label in citation.labels)
    else:
        return None
    if found is None:
        raise ProvisionNotFoundError(
            f"{expression.id} has no {wanted}",
            hint="it has " + ", ".join(_parts(expression)),
        )
    return found


def _parts(expression: Expression) -> list[str]:
    """Name the parts at the first level that has any number."""
    tops = expression.body
    if len(tops) == 1 and tops[0].children:
        return [child.num or child.eid.text for child in tops[0].children]
    return [p.num or p.eid.text for p in walk(tops)][:12]


def _whole(citation: Citation) -> Citation:
    return replace(citation, labels=(), section=None, eid=None)

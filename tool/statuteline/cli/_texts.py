"""Finding the text that a user means: by citation and day, by id, or by file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from statuteline.errors import ProvisionNotFoundError, StatutelineError
from statuteline.history.in_force import NotInForce, TextInForce, expression_at
from statuteline.model.provision import find, find_by_labels, walk

if TYPE_CHECKING:
    from datetime import date

    from statuteline.corpus.store import Corpus
    from statuteline.model.citation import Citation
    from statuteline.model.provision import Provision
    from statuteline.model.work import Expression


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
        from statuteline.audit.texts_told import absence

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

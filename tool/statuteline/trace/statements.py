"""Statements of summaries and answers: which changes and which claims they are tied to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from statuteline.model.ids import ProvisionRef
from statuteline.model.provision import find
from statuteline.model.work import StatementKind
from statuteline.trace.fingerprints import text_fingerprint
from statuteline.trace.judgements import NO_CODE, waiver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from statuteline.model.work import Expression, Statement
    from statuteline.trace.judgements import Judgement
    from statuteline.trace.text_changes import TextChange


class Tie(Enum):
    """What a statement is tied to."""

    TIED = "tied"
    """A change of the law, or a claim that is put to the test."""
    WAIVED = "waived"
    """It says nothing that a change or a claim could bear out, for a reason."""
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class TiedStatement:
    """An assertion of a document, and what bears it out or refutes it.

    Args:
        ref: The document and the provision that holds the statement.
        words: The document's own words.
        concerns: The act sections that it says it is about.
        changes: The changes of the law that those sections made.
        claims: The names of the claims that put it to the test.
        tie: What it is tied to.
        reason: Why it is waived; empty if it is not.
        fingerprint: Of its words; what a waiver is bound to.
    """

    ref: ProvisionRef
    words: str
    concerns: tuple[ProvisionRef, ...]
    changes: tuple[TextChange, ...]
    claims: tuple[str, ...]
    tie: Tie
    reason: str
    fingerprint: str

    @property
    def id(self) -> str:
        """The statement by name."""
        return str(self.ref)


def tied_statements(
    document: Expression,
    changes: tuple[TextChange, ...],
    claims: dict[ProvisionRef, tuple[str, ...]],
    judgements: tuple[Judgement, ...],
    on: date,
) -> tuple[TiedStatement, ...]:
    """Tie the assertions of a document to what they are about, in its own order.

    Questions, figures and callouts assert nothing about the law and are left out.

    Args:
        document: A summary, or questions and answers.
        changes: The changes of the law, with their acts.
        claims: The names of the claims about each statement.
        judgements: All judgements; waivers of statements are bound to their words.
        on: The day on which it is asked, for waivers that end.
    """
    asserted = tuple(
        one for one in document.statements if one.kind is StatementKind.ASSERTION
    )
    return tuple(_tied(document, one, changes, claims, judgements, on) for one in asserted)


def _tied(  # noqa: PLR0913, PLR0917 - a statement meets all that could bear it out
    document: Expression,
    statement: Statement,
    changes: tuple[TextChange, ...],
    claims: dict[ProvisionRef, tuple[str, ...]],
    judgements: tuple[Judgement, ...],
    on: date,
) -> TiedStatement:
    ref = ProvisionRef(document.id.work, statement.eid)
    provision = find(document.body, statement.eid)
    fingerprint = text_fingerprint(provision) if provision is not None else NO_CODE
    made = tuple(_made_by(statement, changes))
    tested = claims.get(ref, ())
    waived = waiver(judgements, fingerprint, NO_CODE, on)
    untied = Tie.OPEN if waived is None else Tie.WAIVED
    tie = Tie.TIED if made or tested else untied
    return TiedStatement(
        ref=ref,
        words=provision.intro_text if provision is not None else "",
        concerns=statement.concerns,
        changes=made,
        claims=tested,
        tie=tie,
        reason=waived.reason if waived is not None and tie is Tie.WAIVED else "",
        fingerprint=fingerprint,
    )


def _made_by(statement: Statement, changes: tuple[TextChange, ...]) -> Iterator[TextChange]:
    for change in changes:
        if any(act in statement.concerns for act in change.acts):
            yield change

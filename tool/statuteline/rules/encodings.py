"""An encoding: what a section has provided since when, as decisions and as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from statuteline.model.ids import EId, WorkId
    from statuteline.model.interval import Interval
    from statuteline.rules.claims import Claim
    from statuteline.rules.nodes import Cited
    from statuteline.rules.predicates import Predicate
    from statuteline.rules.schedules import Deadline, Duty, Recurrence
    from statuteline.rules.seats import Seat


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """Something that follows from an outcome.

    Args:
        says: What follows, in one sentence.
        cited: The words that provide it.
    """

    says: str
    cited: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One of the ways a decision can end.

    Args:
        name: What it is called everywhere: ``shall vacate``.
        when: When the decision ends so.
        means: What then follows, in one sentence.
        follows: What else follows, each with its words.
    """

    name: str
    when: Predicate
    means: str
    follows: tuple[Consequence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One understanding of the words, encoded.

    Args:
        name: ``plain`` where only one is known; otherwise what tells it apart.
        outcomes: The outcomes, the one that gives most first. Of every possible case
            exactly one is met.
        argued: Who reads the words so, in words; empty for a reading nobody disputes.
    """

    name: str
    outcomes: tuple[Outcome, ...]
    argued: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A step of the procedure. It is reported beside the outcome and never part of it.

    Args:
        name: What it is called.
        by: Who has to take it.
        met: When it is met, or not called for.
    """

    name: str
    by: str
    met: Predicate


@dataclass(frozen=True, slots=True, kw_only=True)
class Burden:
    """Who has to prove something, and how surely. Data: nothing is computed from it.

    Args:
        on: Who has to prove it.
        of: What has to be proved.
        standard: How surely; None where our sources do not say.
        cited: The words that lay it on them.
    """

    on: str
    of: str
    standard: str | None
    cited: Cited


@dataclass(frozen=True, slots=True, kw_only=True)
class Axiom:
    """Something about the law beside a section that is always so while it is in force.

    Args:
        name: What it is called: it is named under every proof that uses it.
        holds: What is so.
        cited: The words it rests on, with their work.
        days: The days on which it holds.
    """

    name: str
    holds: Predicate
    cited: Cited
    days: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class NotEncoded:
    """Words that no predicate stands for.

    Args:
        eid: The provision.
        words: The words in it; empty for all of it.
        reason: Why they are not encoded.
    """

    eid: EId
    words: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What an encoding holds while one text is in force.

    Args:
        days: The days of that text.
        bound: Whether the first of them is only the latest that it can be: the text may
            have had effect before, on a day that our sources do not give.
        readings: The readings of the decision, the first one first asked. Empty where
            the section decides nothing and only data is kept.
        requirements: The procedure.
        burdens: Who has to prove what.
        deadlines: Days by which something must be done.
        recurrences: What must be done again and again.
        duties: What a body must do, once.
        seats: The seats of a body.
        not_encoded: What of the text is left out, and why.
    """

    days: Interval
    bound: bool = False
    readings: tuple[Reading, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    burdens: tuple[Burden, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    recurrences: tuple[Recurrence, ...] = ()
    duties: tuple[Duty, ...] = ()
    seats: tuple[Seat, ...] = ()
    not_encoded: tuple[NotEncoded, ...] = ()

    @property
    def predicates(self) -> tuple[Predicate, ...]:
        """The outcomes of every reading, then the procedure."""
        outcomes = (outcome for reading in self.readings for outcome in reading.outcomes)
        return (*(one.when for one in outcomes), *(one.met for one in self.requirements))


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """One decision, or one body of data, that a section has provided for over time.

    Args:
        name: Its name everywhere: ``us-ct/vacatur``.
        title: What it is, in a few words.
        work: The section.
        governed_by: The day of a case that says which text governs it, in words: ``day
            of the application``.
        versions: What it was from when, the earliest first, without overlap.
        axioms: What is always so beside it.
    """

    name: str
    title: str
    work: WorkId
    governed_by: str
    versions: tuple[Version, ...]
    axioms: tuple[Axiom, ...] = ()

    def version_at(self, at: date) -> Version | None:
        """Find the version whose text is in force on a day; None where none is encoded."""
        return next((version for version in self.versions if at in version.days), None)

    def axioms_beside(self, version: Version) -> tuple[Axiom, ...]:
        """Find the axioms that hold on some day of a version."""
        return tuple(one for one in self.axioms if one.days.overlaps(version.days))

    def axioms_at(self, *days: date) -> tuple[Axiom, ...]:
        """Find the axioms that hold on every one of some days."""
        return tuple(
            axiom for axiom in self.axioms if all(day in axiom.days for day in days)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What somebody proposed, as far as a document tells it. It was never law.

    No case is decided by it. Claims hold it against the law.

    Args:
        name: What it is called: ``us-ct/faq/vacatur/proposal``.
        title: What it is, in a few words, with whose it is.
        source: The document that tells it.
        reading: The decision; its citations are words of the document.
        requirements: The procedure.
        not_encoded: What the document leaves open.
    """

    name: str
    title: str
    source: WorkId
    reading: Reading
    requirements: tuple[Requirement, ...] = ()
    not_encoded: tuple[NotEncoded, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """What one module of :mod:`statuteline.law` offers, or a whole jurisdiction.

    Args:
        encodings: The encodings.
        proposals: What was proposed and never law.
        claims: What is claimed of both.
    """

    encodings: tuple[Encoding, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    claims: tuple[Claim, ...] = ()

"""An expression: the text of a work from one date, with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from statuteline.model.commencement import first_day, is_bound
from statuteline.model.published import Status

if TYPE_CHECKING:
    from datetime import date

    from statuteline.model.commencement import Commencement
    from statuteline.model.ids import EId, ExpressionId, ProvisionRef
    from statuteline.model.provision import Provision
    from statuteline.model.published import Edition, Note, Position
    from statuteline.model.text import Block


class Kind(Enum):
    """The kind of document a work is."""

    STATUTE_SECTION = "section"
    PUBLIC_ACT = "publicAct"
    SUMMARY = "summary"
    FAQ = "faq"
    DRAFT = "draft"
    """A text on somebody's desk: it bears no date and was never in force."""


class Words(Enum):
    """Whose words a text holds."""

    RESTATED = "restated"
    """Our own plain words for what the law provided; never official."""
    OFFICIAL = "official"
    """The publisher's wording, imported by the user."""
    SOURCE = "source"
    """The words of the imported document itself, unchanged; not law."""
    UNKNOWN = "unknown"
    """The words of a file by another maker; whether they are official is not known."""


class EventKind(Enum):
    """What happened to a work on a day."""

    GENERATION = "generation"
    AMENDMENT = "amendment"
    REPEAL = "repeal"
    ERRATUM = "erratum"
    """The record, not the law, was corrected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event in the life of a work.

    Args:
        day: The day it took effect.
        kind: What happened.
        act: The act section that did it; None where our sources do not say.
    """

    day: date
    kind: EventKind
    act: ProvisionRef | None = None


class ModificationKind(Enum):
    """What an act did to a provision (the textual modifications of Akoma Ntoso)."""

    INSERTION = "insertion"
    REPEAL = "repeal"
    SUBSTITUTION = "substitution"
    REPLACEMENT = "replacement"
    RENUMBERING = "renumbering"
    SPLIT = "split"
    JOIN = "join"


@dataclass(frozen=True, slots=True, kw_only=True)
class Modification:
    """One act section changing one provision.

    Args:
        kind: What it did.
        act: The act section, or the whole act where the section is not known.
        destination: The provision as it is addressed afterwards.
        previous: The provision as it was addressed before; None unless it differs.
    """

    kind: ModificationKind
    act: ProvisionRef
    destination: ProvisionRef
    previous: ProvisionRef | None = None


class Grade(Enum):
    """How sure a fact is, by where it was read."""

    OFFICIAL_TEXT = "official-text"
    HISTORY_NOTE = "history-note"
    ACT_SUMMARY = "act-summary"
    PUBLISHED_ACCOUNT = "published-account"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a restated provision rests on.

    Args:
        about: The provision, with all below it.
        grade: Where the fact was read.
        note: One sentence for the reader; may be empty.
    """

    about: EId
    grade: Grade
    note: str = ""


class StatementKind(Enum):
    """What a statement of a summary or an FAQ does."""

    ASSERTION = "assertion"
    STATISTIC = "statistic"
    QUESTION = "question"
    PULL_QUOTE = "pull-quote"
    """A callout that repeats a statement for the eye, with its source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An assertion that can be pointed at, and checked.

    Args:
        eid: The provision that holds it.
        kind: What it does.
        concerns: The provisions that it says it is about, in its own order.
    """

    eid: EId
    kind: StatementKind
    concerns: tuple[ProvisionRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CommencementClaim:
    """What a document says about when a provision takes effect.

    Args:
        section: The provision of the act.
        commencement: When, as the document has it.
        words: The document's own words for it.
    """

    section: ProvisionRef
    commencement: Commencement
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """Characters of a source file that are not part of its text.

    Args:
        line: Line in the source file, from 1.
        column: Code point in that line, from 1.
        text: The characters.
    """

    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument:
    """The file an imported text was read from.

    Args:
        name: Its file name.
        sha256: Digest of its bytes, in lower-case hexadecimal.
        received: The day it was received; None if its own date is used instead.
        furniture: Its characters that are no text, in order.
    """

    name: str
    sha256: str
    received: date | None = None
    furniture: tuple[Furniture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """The text of a work from one date on.

    Args:
        id: Its id.
        kind: The kind of document.
        title: A short name for people.
        words: Whose words it holds.
        recorded: The day this corpus learned it.
        commencement: When this text takes effect; None for documents that are
            not law.
        ends: First day on which it has no effect, where the law itself says so.
        created: The date of the work itself (its FRBR date).
        events: What happened to the work up to this text, oldest first.
        modifications: What the latest act did to it or, for an act, what it does.
        evidence: What restated provisions rest on.
        statements: Its numbered assertions.
        claims: What it says about commencement.
        source: The file it was imported from; None for restatements.
        status: What the publisher prints in the place of its number.
        former: The number it had before, as printed; None for none.
        edition: The publisher's edition it is from; None for none.
        position: Where that edition has it; None where it does not say.
        notes: The publisher's notes behind it, in order.
        front: What stands before the body: number, committee, title.
        body: Its provisions.
    """

    id: ExpressionId
    kind: Kind
    title: str
    words: Words
    recorded: date
    created: date
    commencement: Commencement | None = None
    ends: date | None = None
    events: tuple[Event, ...] = ()
    modifications: tuple[Modification, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[CommencementClaim, ...] = ()
    source: SourceDocument | None = None
    status: Status = Status.ACTIVE
    former: str | None = None
    edition: Edition | None = None
    position: Position | None = None
    notes: tuple[Note, ...] = ()
    front: tuple[Block, ...] = ()
    body: tuple[Provision, ...] = ()

    @property
    def start(self) -> date | None:
        """The first day of this text, or the latest it can be; None while not known.

        Documents that are not law count from their own date; a draft has none.
        """
        if self.kind is Kind.DRAFT:
            return None
        if self.commencement is None:
            return self.id.version
        return first_day(self.commencement)

    @property
    def known_start(self) -> date | None:
        """The first day of this text; None while only the latest it can be is known."""
        return None if is_bound(self.commencement) else self.start

    @property
    def by(self) -> date | None:
        """A day on which it had effect, where its first day is not known."""
        return self.start if is_bound(self.commencement) else None

    @property
    def own_events(self) -> tuple[Event, ...]:
        """The events that made this text: those of its first day."""
        return tuple(event for event in self.events if event.day == self.start)

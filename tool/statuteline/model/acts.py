"""Acts of a legislature as the notes of a code cite them, and what they did."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from statuteline.model.commencement import Commencement


class ActKind(Enum):
    """A kind of act, by the abbreviation that cites it."""

    PUBLIC = "P.A."
    SPECIAL = "S.A."


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A session of the legislature.

    Args:
        year: The year in which it convened.
        special: What tells a session from others of its year, as it is mostly printed:
            ``June 30``, ``Sept.``, and before 1973 ``February``; None for the regular one.
    """

    year: int
    special: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActCited:
    """An act, with the session whose numbers it has.

    Args:
        session: The session.
        kind: Public or special act.
        number: Its number in that session, such as ``103`` or ``2335d``.
    """

    session: Session
    kind: ActKind
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionCited:
    """A section of an earlier revision of the code, or of a supplement to one.

    Args:
        year: The year of the revision; of a supplement, the year of the session that
            it holds.
        supplement: Whether it is a supplement.
        special: What tells the session from others of its year, as in
            ``November, 1955``; None for the regular one.
    """

    year: int
    supplement: bool = False
    special: str | None = None


Origin: TypeAlias = ActCited | RevisionCited


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEvent:
    """What one item of a source note tells: an act that made or changed a section.

    Args:
        origin: The act, or the earlier revision.
        sections: Its sections that concern this one, as printed and in order: ``7``,
            ``1–4``, ``146(e)``; empty where none is named.
        raw: The words of the item.
    """

    origin: Origin
    sections: tuple[str, ...]
    raw: str


class Deed(Enum):
    """What an act did to a section, as its history note tells."""

    AMENDED = "amended"
    ADDED = "added"
    REPEALED = "repealed"
    TRANSFERRED = "transferred"
    REDESIGNATED = "redesignated"
    EDITORIAL = "editorial"
    """The revisors changed words; no act section did."""
    NOT_TOLD = "not told"
    """The note gives only a date, or tells it in words that are not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Redesignated:
    """A provision that got another number.

    Args:
        old: Bare numbers below the section, before: ``("b", "2")``.
        new: Bare numbers below the section, after.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Transferred:
    """A section that got another number in the code.

    Args:
        old: Its number before.
        new: Its number after.
        year: The year of the edition that first had it there; None for not told.
    """

    old: str
    new: str
    year: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEvent:
    """What one item of a history note tells of one act, from one day.

    Args:
        act: The act; None where the item names none.
        session: The session of the act where the item tells only that, as in
            ``1959 act``; None otherwise.
        deeds: What it did, in the order told, each once.
        concerns: Bare numbers of the provisions that it names as changed; the empty
            path for the section as a whole.
        redesignated: The provisions that got other numbers.
        transferred: The other number that the section got; None for none.
        commencement: When it took effect, where the item says so; None where it is
            silent, which by CGS 2-32 means the first of October after the session.
        raw: The words of the item.
    """

    act: ActCited | None
    session: Session | None = None
    deeds: tuple[Deed, ...]
    concerns: tuple[tuple[str, ...], ...]
    redesignated: tuple[Redesignated, ...]
    transferred: Transferred | None = None
    commencement: Commencement | None
    raw: str

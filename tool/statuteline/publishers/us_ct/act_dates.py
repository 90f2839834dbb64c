"""The day on which what an act did took effect: told, by law, or not known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Final

from statuteline.model.acts import ActKind
from statuteline.model.commencement import OnDate, Unknown
from statuteline.model.commencement_words import DAY, day_of_words
from statuteline.publishers.us_ct.act_words import SHORT_ACT, short_act

if TYPE_CHECKING:
    from statuteline.model.acts import ActCited, Session
    from statuteline.model.commencement import Commencement

_BEFORE_OCTOBER: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug")
_MOVED: Final = re.compile(
    rf"\beffective dates? (?:provisions )?of {SHORT_ACT}(?:,? (?:S\.|Sec\.) ?\d+)?,? "
    rf"(?:from (?P<from>{DAY})[^;]{{0,90}}?,? )?to (?P<to>{DAY})"
)


class Basis(Enum):
    """Where a day of effect comes from."""

    TOLD = "told"
    """A note tells it."""
    BY_LAW = "by law"
    """The note is silent, which by CGS 2-32 means the first of October."""
    NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """When something took effect, and how that is known.

    Args:
        commencement: When.
        basis: How it is known; an event that a note tells is told, its day unknown.
    """

    commencement: Commencement
    basis: Basis

    @property
    def day(self) -> date | None:
        """The day; None where it is not known."""
        match self.commencement:
            case OnDate(day=day):
                return day
            case _:
                return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """An act that was given another day of effect by a later one.

    Args:
        act: The act.
        old: Its day before; None where that is not told.
        new: Its day after.
    """

    act: ActCited
    old: date | None
    new: date

    def applied(self, effect: Effect) -> Effect:
        """Give the day of an event of this act after the move."""
        if self.old is not None and effect.day != self.old:
            return effect
        return Effect(commencement=OnDate(day=self.new), basis=Basis.TOLD)


def effect_of(told: Commencement | None, acts: tuple[ActCited, ...]) -> Effect:
    """Give the day on which what an act did took effect.

    Args:
        told: What the note says of it; None where it is silent.
        acts: The act; several where it is not told which of them it was.

    Returns:
        What is told. Where nothing is, the first of October after the session, if every
        act is a public one and of a session of which that day is known; else unknown.

    Example:
        >>> from statuteline.model.acts import ActCited, Session
        >>> act = ActCited(session=Session(year=1985), kind=ActKind.PUBLIC, number="7")
        >>> effect_of(None, (act,)).day, effect_of(None, (act,)).basis.value
        (datetime.date(1985, 10, 1), 'by law')

    Source:
        CGS 2-32, which no act has changed since the revision of 1949: public acts take
        effect on the first of October after the session that passed them, unless they say
        otherwise, special acts on approval.
    """
    if isinstance(told, Unknown):
        return Effect(commencement=told, basis=Basis.NOT_KNOWN)
    if told is not None:
        return Effect(commencement=told, basis=Basis.TOLD)
    days = {
        default_day(act.session) if act.kind is ActKind.PUBLIC else None for act in acts
    }
    day = days.pop() if len(days) == 1 else None
    if day is None:
        return Effect(commencement=Unknown(), basis=Basis.NOT_KNOWN)
    return Effect(commencement=OnDate(day=day), basis=Basis.BY_LAW)


def default_day(session: Session) -> date | None:
    """Give the first of October after a session.

    Args:
        session: The session.

    Returns:
        That of its year for a regular session, which ends in May or June, and for one that
        convened before September; the notes never leave out the day of an act of June 2017,
        the one of those sessions whose days show that it ran into October. None for one
        that convened later: when it ended is not told, and notes of that time print the
        days of most of its acts.
    """
    if session.special is None or session.special.startswith(_BEFORE_OCTOBER):
        return date(session.year, 10, 1)
    return None


def move_told(words: str) -> Move | None:
    """Read that an act moved the day on which another one takes effect.

    Args:
        words: An item of a history note.

    Returns:
        What it moved; None where the item tells no such thing, or in other words.
    """
    match = _MOVED.search(words)
    new = day_of_words(match["to"]) if match else None
    if match is None or new is None:
        return None
    old = day_of_words(match["from"]) if match["from"] else None
    return Move(act=short_act(match, None), old=old, new=new)

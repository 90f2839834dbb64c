"""When a section of an act takes effect, from its own words or by the general rule."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from statuteline.acts.clause import Effective, Ground
from statuteline.model.acts import ActKind
from statuteline.model.commencement import (
    FromPassage,
    OnDate,
    OnEvent,
    Unknown,
)
from statuteline.model.commencement_words import WHEN, commencement_of_words
from statuteline.model.days import MONTHS, printed_day

if TYPE_CHECKING:
    from statuteline.model.acts import ActCited, Session
    from statuteline.model.commencement import Commencement

_STATED: Final = re.compile(
    rf"(?P<when>{WHEN}|(?i:upon approval))(?:,? and applicable to (?P<applies_to>.+))?"
)
_EVENT: Final = re.compile(
    r"\b(?:upon|when|if|after|before|until|whichever|contingent"
    r"|(?:effective )?date (?:of|on|that|when|specified))\b",
    re.IGNORECASE,
)
_SESSION: Final = re.compile(
    rf"(?P<month>{'|'.join(f'{name[:3]}' for name in MONTHS)})[a-z]*\.?(?: (?P<day>\d+))?"
)
_DEFAULT_MONTH: Final = 10


def effective_of(words: str, act: ActCited, approved: date | None) -> Effective:
    """Read when a section takes effect.

    Args:
        words: The words behind "Effective"; empty where the act is silent.
        act: The act.
        approved: The day it was approved; None where that is not known.

    Returns:
        A day, the day of passage, or an event, which no reading dates; unknown, with
        the words, where they are not understood. Words that bind a day to something
        else are an event: the day alone would be a guess.

    Example:
        >>> from statuteline.model.acts import ActCited, ActKind, Session
        >>> act = ActCited(session=Session(year=2031), kind=ActKind.PUBLIC, number="7")
        >>> effective_of("July 1, 2031", act, None).commencement
        OnDate(day=datetime.date(2031, 7, 1))
        >>> effective_of("", act, None).ground, effective_of("", act, None).commencement
        (<Ground.DEFAULT: 'default'>, OnDate(day=datetime.date(2031, 10, 1)))
    """
    if not words:
        return Effective(
            commencement=default_commencement(act, approved), ground=Ground.DEFAULT
        )
    stated = _STATED.fullmatch(words)
    if stated is not None:
        return _stated(words, stated, approved)
    if _EVENT.search(words):
        return Effective(commencement=OnEvent(event=words), ground=Ground.STATED)
    return Effective(commencement=Unknown(), ground=Ground.UNREAD, unread=words)


def _stated(words: str, found: re.Match[str], approved: date | None) -> Effective:
    when = found["when"]
    if when.lower() == "upon approval":
        commencement: Commencement | None = FromPassage(day=approved)
    else:
        commencement = commencement_of_words(when, approved)
    if commencement is None or isinstance(commencement, Unknown):
        return Effective(commencement=Unknown(), ground=Ground.UNREAD, unread=words)
    return Effective(
        commencement=commencement,
        ground=Ground.STATED,
        applies_to=found["applies_to"] or "",
    )


def effective_words(effective: Effective) -> str:
    """Print the words that :func:`effective_of` reads; empty where the act is silent."""
    if effective.ground is Ground.DEFAULT:
        return ""
    if effective.unread:
        return effective.unread
    applies = effective.applies_to
    match effective.commencement:
        case OnDate(day=day):
            when, join = printed_day(day), ", and applicable to "
        case FromPassage():
            when, join = "from passage", " and applicable to "
        case OnEvent(event=event):
            return event
        case Unknown():
            return ""
    return f"{when}{join}{applies}" if applies else when


def default_commencement(act: ActCited, approved: date | None) -> Commencement:
    """Tell when an act takes effect that does not say so.

    Args:
        act: The act.
        approved: The day it was approved; None where that is not known.

    Returns:
        Of a public act, the first day of October after the session; of a special act,
        the day of approval. Unknown where the session does not tell its month.

    Source:
        C.G.S. § 2-32.
    """
    if act.kind is ActKind.SPECIAL:
        return FromPassage(day=approved)
    year = _october_after(act.session)
    if year is None:
        return Unknown()
    return OnDate(day=date(year, _DEFAULT_MONTH, 1))


def _october_after(session: Session) -> int | None:
    """Give the year of the first October after a session; None if it tells no month."""
    if session.special is None:
        return session.year
    found = _SESSION.match(session.special)
    if found is None:
        return None
    names = [name[:3] for name in MONTHS]
    month = names.index(found["month"]) + 1
    return session.year if month < _DEFAULT_MONTH else session.year + 1

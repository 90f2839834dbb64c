"""In which state a statute, or one text of it, is: in words, and as a sign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import TYPE_CHECKING

from statuteline.audit.texts_told import absence
from statuteline.history.in_force import Absence, TextInForce
from statuteline.history.records import law_events
from statuteline.history.standing import StandingKind
from statuteline.model.citation import Citation
from statuteline.model.days import day_in_words
from statuteline.model.work import EventKind
from statuteline.publish._wording import lasting
from statuteline.website import addresses

if TYPE_CHECKING:
    from datetime import date

    from statuteline.history.in_force import NotInForce
    from statuteline.history.standing import Standing
    from statuteline.model.work import Expression
    from statuteline.website.source import WorkTexts


class Sign(Enum):
    """A state that has a sign of its own, which never stands without words."""

    NOW = "now"
    COMING = "coming"
    OVER = "over"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A state.

    Args:
        sign: Its sign.
        words: One or more whole sentences.
    """

    sign: Sign
    words: str


def statute_told(of: WorkTexts) -> Told:
    """Say in which state a statute is on the day of the site."""
    answer = of.answer
    if isinstance(answer, TextInForce):
        words = f"{_in_force(answer)}. This page shows the law of {day_in_words(of.at)}."
        return Told(sign=Sign.NOW, words=words)
    return _absent(of, answer)


def text_told(of: WorkTexts, standing: Standing) -> Told:
    """Say in which state one record is on the day of the site."""
    match standing.kind:
        case StandingKind.PENDING:
            words = "This text is pending: its first day is not known."
            return Told(sign=Sign.UNKNOWN, words=words)
        case StandingKind.SUPERSEDED:
            return Told(sign=Sign.OVER, words=_superseded(of, standing))
        case StandingKind.REPEALED:
            return Told(sign=Sign.OVER, words=days_told(of, standing))
        case StandingKind.DATED:
            return _dated(of, standing)


def named(text: Expression) -> str:
    """Name a record among those of its work; the day that an edition knows is no start."""
    if text.by is not None:
        words = f"text in force by {day_in_words(text.by)}"
    elif text.start is not None:
        words = f"text of {day_in_words(text.start)}"
    else:
        words = f"text {addresses.version_name(text.id)}, whose first day is not known"
    corrected = text.id.corrected
    return f"{words}, corrected on {day_in_words(corrected)}" if corrected else words


def days_told(of: WorkTexts, standing: Standing) -> str:
    """Say how long a record counts, whatever the day of the site."""
    text, days = standing.expression, standing.interval
    repeals = {one.day for one in law_events(of.texts) if one.kind is EventKind.REPEAL}
    repeals |= {
        one.interval.start
        for one in of.standings
        if one.kind is StandingKind.REPEALED and one.interval is not None
    }
    if standing.kind is StandingKind.REPEALED:
        since = f" on {day_in_words(text.known_start)}" if text.known_start else ""
        return f"Repealed{since}; this record only marks the place."
    repealed = days is not None and days.end in repeals
    return f"{lasting(text, days, standing.ends_by, repealed=repealed)}."


def _dated(of: WorkTexts, standing: Standing) -> Told:
    today, days = day_in_words(of.at), standing.interval
    told = days_told(of, standing)
    if days is None or days.start > of.at:
        return Told(sign=Sign.COMING, words=f"{told} On {today} it is not in force yet.")
    if of.at in days:
        return Told(sign=Sign.NOW, words=f"{told} This text is in force on {today}.")
    return Told(sign=Sign.OVER, words=f"{told} On {today} this text is not the law.")


def _in_force(answer: TextInForce) -> str:
    text = answer.expression
    if text.by is not None:
        words = f"In force by {day_in_words(text.by)}; since when is not known"
    else:
        words = f"In force since {day_in_words(answer.interval.start)}"
    end = answer.interval.end
    if answer.ends_by is not None:
        return f"{words}; replaced by {day_in_words(answer.ends_by)}"
    return words if end is None else f"{words}, until {day_in_words(_eve(end))}"


def _absent(of: WorkTexts, answer: NotInForce) -> Told:
    today = f"This page tells of the law of {day_in_words(of.at)}."
    coming, event, before = answer.next, answer.event, answer.previous
    match answer.reason:
        case Absence.REPEALED if event is not None:
            words = f"Repealed on {day_in_words(event.day)}."
            return Told(sign=Sign.OVER, words=f"{words} {today}")
        case Absence.ENDED if before is not None and before.interval.end is not None:
            last = day_in_words(_eve(before.interval.end))
            words = f"No longer in force: its last day was {last}."
            return Told(sign=Sign.OVER, words=f"{words} {today}")
        case Absence.BEFORE_FIRST if coming is not None and coming.expression.by is None:
            words = (
                f"Not in force yet: takes effect on {day_in_words(coming.interval.start)}."
            )
            return Told(sign=Sign.COMING, words=f"{words} {today}")
        case Absence.PENDING:
            words = "Not known to be in force: the first day of its text is not known."
            return Told(sign=Sign.UNKNOWN, words=f"{words} {today}")
        case reason:
            sign = Sign.OVER if reason is Absence.REPEALED else Sign.UNKNOWN
            told = absence(of.corpus, Citation(work=of.work), answer, day_in_words)
            return Told(sign=sign, words=f"{told}.")


def _superseded(of: WorkTexts, standing: Standing) -> str:
    own = standing.expression.id
    newest = next((one.id for one in of.texts if one.id.version == own.version), own)
    if newest.corrected is not None and newest != own:
        return (
            "This record was replaced by a corrected one on "
            f"{day_in_words(newest.corrected)}; the law did not change that day."
        )
    return "This text ended before it began, or another of the same day replaces it."


def _eve(day: date) -> date:
    return day - timedelta(days=1)

"""How the notes name acts: sessions, series and numbers, and what is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from statuteline.model.acts import ActCited, ActKind, Session
from statuteline.publishers.us_ct.act_ids import SHORT_FROM, special_session, year_of

if TYPE_CHECKING:
    import re

MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:[a-z]{1,6})?\b\.?"
SERIES: Final = r"[PS] ?\.? ?A\b ?\.{0,2}"
"""The abbreviation of a series, misprints such as ``P.A `` and ``P A.`` included."""
_SPECIAL: Final = (
    rf"(?P<month>{MONTH})(?: (?P<day>\d{{1,2}}))?,? [Ss]p\.? ?Sess\b\.?(?: II\b)?,?"
)
SHORT_ACT: Final = (
    rf"(?:{_SPECIAL} ?)?(?:(?P<series>{SERIES}) ?)?"
    r"(?P<short>\d\d)[-–](?P<number>0*[1-9]\d{0,2})\b"
)
"""An act since 1973: ``June 30 Sp. Sess. P.A. 03-6``, ``P.A. 78-254``, ``77-614``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What an item may leave out, because the item before it says the same.

    Args:
        session: The session last named.
        kind: The series last named.
    """

    session: Session
    kind: ActKind


def short_act(match: re.Match[str], before: Before | None) -> ActCited:
    """Give the act that a match of :data:`SHORT_ACT` names.

    Args:
        match: The match.
        before: What was named before it. A number that stands bare has its series, and
            within one year its session too.
    """
    year = year_of(match["short"])
    kind = series_kind(match["series"])
    special = month_name(match["month"], year)
    if special and match["day"]:
        special = f"{special} {int(match['day'])}"
    if kind is None and special is None and before is not None:
        kind = before.kind
        special = before.session.special if before.session.year == year else None
    return ActCited(
        session=Session(year=year, special=special),
        kind=kind or ActKind.PUBLIC,
        number=match["number"].lstrip("0"),
    )


def series_kind(words: str | None) -> ActKind | None:
    """Give the series that an abbreviation means; None for none."""
    if not words:
        return None
    return ActKind.SPECIAL if words.startswith("S") else ActKind.PUBLIC


def month_name(word: str | None, year: int) -> str | None:
    """Give a month as the name of a session mostly has it.

    Args:
        word: The month as printed, abbreviated or not; None for none.
        year: The year of the session: before 1973 months were printed in full.

    Example:
        >>> month_name("Sept", 2009), month_name("Jun", 2003), month_name("June", 1971)
        ('Sept.', 'June', 'June')
    """
    if not word:
        return None
    if year < SHORT_FROM:
        return word.rstrip(".")
    return special_session(word)

"""Acts as the notes cite them, and the works that a corpus has them as."""

from __future__ import annotations

import re
from typing import Final

from statuteline.model.acts import ActCited, ActKind, Session
from statuteline.model.ids import WorkId

JURISDICTION: Final = "us-ct"
SHORT_FROM: Final = 1973
"""The first year of numbers such as 73-279; before it the year stood in front."""

_SERIES: Final = {ActKind.PUBLIC: "pa", ActKind.SPECIAL: "sa"}
MONTHS: Final = {
    word.lower().rstrip("."): word
    for word in (
        *("Jan.", "Feb.", "March", "April", "May", "June"),
        *("July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
    )
}
"""The months as the notes print them in the name of a special session since 1973."""
_NUMBER: Final = re.compile(
    rf"(?P<short>\d\d)-(?P<act>\d+)"
    rf"(?:-(?P<month>{'|'.join(MONTHS)})(?P<day>-\d+)?-sp-sess)?"
    rf"|(?P<year>\d{{4}})-(?P<old>\d+)(?:-(?P<name>[a-z]+))?",
    re.ASCII,
)


def work_of(act: ActCited) -> WorkId:
    """Give the work that an act is.

    Args:
        act: The act.

    Returns:
        Its id, whether or not a corpus has it.

    Example:
        >>> session = Session(year=2003, special="June 30")
        >>> str(work_of(ActCited(session=session, kind=ActKind.PUBLIC, number="6")))
        'us-ct/pa/03-6-june-30-sp-sess'
    """
    year, special = act.session.year, act.session.special
    name = re.sub(r"\.? |\.$", "-", special.lower()).strip("-") if special else ""
    if year >= SHORT_FROM:
        number = f"{year % 100:02}-{act.number}" + (f"-{name}-sp-sess" if name else "")
    else:
        number = f"{year}-{act.number}" + (f"-{name}" if name else "")
    return WorkId(JURISDICTION, _SERIES[act.kind], number)


def act_of(work: WorkId) -> ActCited | None:
    """Give the act that a work is.

    Args:
        work: Any work.

    Returns:
        The act; None for a work that is none, or whose number this code never gives.

    Example:
        >>> act_of(WorkId.parse("us-ct/pa/1965-239-february")).session
        Session(year=1965, special='February')
    """
    match = _NUMBER.fullmatch(work.number)
    kind = next((kind for kind, name in _SERIES.items() if name == work.series), None)
    if match is None or kind is None:
        return None
    if match["short"]:
        year = year_of(match["short"])
        special = MONTHS.get(match["month"] or "")
        if special and match["day"]:
            special = f"{special} {match['day'].lstrip('-')}"
    else:
        year = int(match["year"])
        special = match["name"].capitalize() if match["name"] else None
    act = ActCited(
        session=Session(year=year, special=special),
        kind=kind,
        number=match["act"] or match["old"],
    )
    return act if work_of(act) == work else None


def special_session(words: str) -> str:
    """Give the name of a special session as the notes print it.

    Args:
        words: Its month as printed anywhere, with a day or without.

    Example:
        >>> special_session("September 30"), special_session("Jun"), special_session("Sep.")
        ('Sept. 30', 'June', 'Sept.')
    """
    month, _, day = words.partition(" ")
    known = (word for start, word in MONTHS.items() if month.lower()[:3] == start[:3])
    return f"{next(known, month)} {day}".strip()


def year_of(short: str) -> int:
    """Give the year that two digits in the number of an act stand for.

    Args:
        short: Such as ``03``: 00 to 49 are of this century.
    """
    year = int(short)
    return year + (2000 if year < 50 else 1900)
